import { describe, expect, it } from 'vitest';
import type { AssignmentKind } from '#core/stages/facts.ts';
import { stageSteps } from './assignment-kind.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { stageIds, stageIndex, type StageId } from './stage-id.ts';
import { changeBuilder } from '../project/change-builder.ts';
import { openAssignment } from './opening.ts';
import { openWaits, waitKey } from './waits.ts';
import { defaultDurations } from '#seeds/durations.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, zoneSetting, zones } from '#test/support/samples.ts';

const openKinds = (journey: Journey) => journey.open.map(({ kind, line }) => line ?? kind);

describe('a stage returned for correction', () => {
  it('keeps the days it had left and the version it began with', () => {
    const durations = [
      ...defaultDurations,
      {
        ...defaultDurations.find((one) => one.zoneType === 'kz-sez' && one.stage === 'council-approval')!,
        workingDays: 100,
        effectiveFrom: '2026-01-20',
      },
    ];
    const journey = new Journey({ zone: zoneSetting(zones.alpha, { durations }) }).to('council-approval');
    expect(journey.project).toMatchObject({
      due: '2026-02-02',
      stages: { 'council-approval': { round: 1, durationVersion: 'kz-sez/council-approval/2023-01-01' } },
    });
    // Five of fifteen working days are used up.
    journey.on('2026-01-19').answer('office-decision', decisionOf('returned'));
    expect(journey.project).toMatchObject({ phase: 'correcting', stage: 'council-approval' });
    expect(openKinds(journey)).toEqual([]);
    journey.on('2026-01-20').arrive();
    expect(openKinds(journey)).toEqual(['correction']);
    // Seven working days to cure, from the day the investor was asked.
    expect(journey.find('correction')).toMatchObject({ holder: { kind: 'investor' }, due: '2026-01-29' });
    // The ten days that were left run from the day on which the correction was received, also when the workflow comes late.
    journey.on('2026-01-28').answer('correction').on('2026-02-02').arrive();
    expect(journey.project).toMatchObject({
      phase: 'open',
      due: '2026-02-11',
      stages: { 'council-approval': { round: 2, durationVersion: 'kz-sez/council-approval/2023-01-01' } },
    });
    expect(openKinds(journey)).toEqual(['office-decision', 'document-check']);
  });

  it('late is due on the next working day, not on one gone by', () => {
    const journey = new Journey()
      .to('council-approval')
      .on('2026-03-13')
      .answer('office-decision', decisionOf('returned'))
      .arrive()
      .answer('correction')
      .arrive();
    expect(journey.project.due).toBe('2026-03-16');
  });

  it('can be returned more than once', () => {
    const journey = new Journey().to('letter-of-intent');
    for (let round = 2; round < 5; round += 1) {
      journey.answer('office-decision', decisionOf('returned')).arrive().answer('correction').arrive();
      expect(journey.project.stages['letter-of-intent']?.round).toBe(round);
    }
    expect(journey.approve().project.stage).toBe('council-approval');
  });

  it('is asked for once, however often the workflow arrives', () => {
    const journey = new Journey().to('letter-of-intent').answer('office-decision', decisionOf('returned')).arrive();
    const { version } = journey.project;
    expect(journey.arrive().project.version).toBe(version);
  });
});

describe('rejection', () => {
  it.each(['letter-of-intent', 'council-approval', 'contract-and-land'] as const)(
    'at %s ends the path, with reason and appeal',
    (stage) => {
      const journey = new Journey().to(stage).answer('office-decision', decisionOf('rejected'));
      expect(journey.project).toMatchObject({ phase: 'ended', ending: 'rejected' });
      expect(journey.project.due).toBeUndefined();
      const change = journey.changes.at(-1);
      const decided = change?.events.find(({ body }) => body.type === 'stage-decided')?.body;
      const texts = new Map(change?.notes.map(({ noteId, text }) => [noteId, text]));
      expect(decided).toMatchObject({ outcome: 'rejected', reasonCode: 'remarks' });
      expect(
        decided?.type === 'stage-decided' && [texts.get(decided.noteId ?? ''), texts.get(decided.appealNoteId ?? '')],
      ).toEqual(['Sheet 4 does not agree with sheet 7.', 'To the regional administration within 30 days.']);
    },
  );
});

/** Stages that can be sent back, each to every earlier one. */
const sendBacks = stageIds.flatMap((from) =>
  stageIds.filter((to) => stageIndex(to) < stageIndex(from)).map((to) => [from, to] as const),
);

describe('sent back', () => {
  it.each(sendBacks)('from %s to %s with everything open: all is closed, and the path comes back', (from, to) => {
    const journey = new Journey().to(from);
    const waits = openWaits(journey.state).map(waitKey);
    const asked = journey.open.map(({ assignmentId }) => assignmentId);
    journey.sendBack(to);
    expect(journey.project).toMatchObject({ phase: 'entering', stage: to });
    expect(journey.project.stages[to]?.round).toBe(2);
    expect(journey.open).toEqual([]);
    expect(
      journey.state.assignments
        .filter((one) => asked.includes(one.assignmentId) && one.kind !== 'office-decision')
        .every(({ state }) => state === 'closed'),
    ).toBe(true);
    expect(
      openWaits(journey.state)
        .map(waitKey)
        .filter((wait) => waits.includes(wait)),
    ).toEqual([]);
    expect(journey.to(from).project.stages[from]?.round).toBe(2);
    for (const stage of stageIds.filter((one) => stageIndex(one) > stageIndex(from)))
      expect(journey.project.stages[stage]).toBeUndefined();
    journey.settle().approve();
    expect(journey.project.phase).toBe(from === 'construction-start' ? 'ended' : 'entering');
  });

  it.each(
    stageIds.flatMap((from) =>
      stageIds.filter((to) => stageIndex(to) >= stageIndex(from)).map((to) => [from, to] as const),
    ),
  )('not from %s to %s', (from, to) => {
    const failure = new Journey()
      .to(from)
      .failure('office-decision', decisionOf('sent-back', 'office-decision', { to }));
    expect(failure).toEqual({ kind: 'invalid', issues: [{ path: 'decision.to', code: 'not-an-earlier-stage' }] });
  });

  it('begins a new term, of the duration that holds then', () => {
    const newer = {
      ...defaultDurations.find((one) => one.zoneType === 'kz-sez' && one.stage === 'council-approval')!,
      workingDays: 4,
      effectiveFrom: '2026-02-01',
    };
    const journey = new Journey({ zone: zoneSetting(zones.alpha, { durations: [...defaultDurations, newer] }) })
      .to('contract-and-land')
      .on('2026-02-02')
      .sendBack('council-approval')
      .arrive();
    expect(journey.project).toMatchObject({
      due: '2026-02-06',
      stages: { 'council-approval': { durationVersion: 'kz-sez/council-approval/2026-02-01' } },
    });
  });

  it('after a return it does not live on the days that were left', () => {
    const journey = new Journey()
      .to('council-approval')
      .on('2026-01-30')
      .answer('office-decision', decisionOf('returned'))
      .arrive()
      .answer('correction')
      .arrive();
    journey.sendBack('letter-of-intent').to('council-approval');
    expect(journey.project.due).toBe(addWorkingDays(journey.setting.calendar, '2026-01-30', 15));
  });
});

describe('answers of earlier rounds', () => {
  const lines = ['power', 'gas'];
  const carriedOf = (stage: StageId): readonly AssignmentKind[] =>
    stageSteps[stage].flatMap(({ kind, carried, holder }) =>
      carried ? (holder === 'line' ? lines.map(() => kind) : [kind]) : [],
    );
  const openAgain = (stage: StageId) =>
    stageSteps[stage].flatMap(({ kind, carried, after }) =>
      !carried && after.every((before) => carriedOf(stage).includes(before)) ? [kind] : [],
    );
  const carriedKinds = (journey: Journey, stage: StageId) =>
    journey.project.stages[stage]?.carried.map(
      (id) => journey.state.assignments.find(({ assignmentId }) => assignmentId === id)?.kind,
    );

  it.each(stageIds)('of %s still count in the rounds that follow; what is checked is checked again', (stage) => {
    const journey = new Journey().to(stage);
    for (let round = 0; round < 3; round += 1) {
      journey.settle().answer('office-decision', decisionOf('returned')).arrive().answer('correction').arrive();
      expect(carriedKinds(journey, stage)).toEqual(carriedOf(stage));
      expect(openKinds(journey)).toEqual(['office-decision', ...openAgain(stage)]);
    }
    expect(journey.settle().missing).toEqual([]);
  });

  it('only what was answered is carried: open lines are asked again', () => {
    const journey = new Journey({ lines: ['power', 'gas', 'water'] })
      .to('technical-conditions')
      .answer('technical-condition', undefined, 'power')
      .answer('technical-condition', decisionOf('refused'), 'gas')
      .answer('refusal', decisionOf('not-needed'))
      .answer('technical-condition', decisionOf('returned'), 'water');
    for (let round = 0; round < 2; round += 1) {
      journey.answer('office-decision', decisionOf('returned')).arrive().answer('correction').arrive();
      expect(openKinds(journey)).toEqual(['office-decision', 'water', 'architectural-planning']);
      expect(journey.missing.map(({ name }) => name)).toEqual(['water', 'architectural-planning']);
    }
  });

  it.each(sendBacks)(
    'given before a send-back from %s to %s count no more: it and every stage after it asks all anew',
    (from, to) => {
      const journey = new Journey().to(from).settle();
      // A correction carries answers over once; a send-back after it does not.
      journey
        .answer('office-decision', decisionOf('returned'))
        .arrive()
        .answer('correction')
        .arrive()
        .settle()
        .sendBack(to)
        .arrive();
      for (const stage of stageIds.slice(stageIndex(to), stageIndex(from) + 1)) {
        const fresh = new Journey().to(stage);
        expect([journey.project.stage, carriedKinds(journey, stage)]).toEqual([stage, []]);
        expect(openKinds(journey)).toEqual(openKinds(fresh));
        expect(journey.missing).toEqual(fresh.missing);
        journey.settle();
        if (stage !== from) journey.approve().arrive();
      }
    },
  );

  it('a new round counts its own attempts', () => {
    const journey = new Journey({ lines: ['power'] })
      .to('technical-conditions')
      .answer('technical-condition', decisionOf('returned'), 'power')
      .answer('cure');
    journey.sendBack('council-approval').to('technical-conditions');
    expect(journey.find('technical-condition')).toMatchObject({ round: 2, attempt: 1 });
  });
});

describe('the road map', () => {
  it('is approved with the letter: the planned end of every stage, from the day of receipt', () => {
    const journey = new Journey({ on: '2025-12-12' }).to('letter-of-intent').approve();
    expect(journey.project.baseline).toMatchObject({ 'letter-of-intent': '2025-12-22', expertise: '2026-09-04' });
    expect(journey.project.accepted).toBe(true);
  });

  it('never changes, whatever becomes of the project', () => {
    const journey = new Journey().to('council-approval');
    const { baseline } = journey.project;
    journey
      .on('2026-03-02')
      .answer('office-decision', decisionOf('returned'))
      .arrive()
      .on('2026-04-01')
      .answer('correction')
      .arrive()
      .to('contract-and-land')
      .sendBack('letter-of-intent');
    journey.on('2026-06-01').to('construction-start').settle().approve();
    expect(journey.project).toMatchObject({ baseline, ending: 'construction-started' });
  });
});

describe('construction start', () => {
  it('ends the path with the day each stage was closed', () => {
    const journey = new Journey().to('construction-start').on('2026-09-21').settle().approve();
    expect(journey.project).toMatchObject({
      phase: 'ended',
      ending: 'construction-started',
      actual: { 'letter-of-intent': '2026-01-12', 'construction-start': '2026-09-21' },
    });
    expect(Object.keys(journey.project.actual)).toEqual([...stageIds]);
  });

  it('after a send-back its record does not say that it goes back', () => {
    const journey = new Journey()
      .to('construction-start')
      .sendBack('expertise')
      .to('construction-start')
      .settle()
      .approve();
    expect(journey.project.stages['construction-start']?.next).toBeUndefined();
  });
});

describe('an address that a bounce has shown to be wrong', () => {
  const bounced = (journey: Journey) => {
    const change = changeBuilder(journey.state, journey.now, { kind: 'system' });
    openAssignment(change, journey.setting, { kind: 'bounced-email', due: '2026-01-14' });
    return journey.take(change.change());
  };

  it.each<[string, (journey: Journey) => Journey]>([
    ['approved', (journey) => journey.settle().approve()],
    ['returned', (journey) => journey.answer('office-decision', decisionOf('returned'))],
    ['sent back', (journey) => journey.sendBack('letter-of-intent')],
  ])('is still to be found when the stage is %s, and holds nothing up', (_, way) => {
    const journey = way(bounced(new Journey().to('council-approval')));
    expect(openKinds(journey)).toEqual(['bounced-email']);
    expect(journey.answer('bounced-email').open).toEqual([]);
  });

  it.each<[string, (journey: Journey) => Journey]>([
    ['rejected', (journey) => journey.answer('office-decision', decisionOf('rejected'))],
    ['at its end', (journey) => journey.to('construction-start').settle().approve()],
  ])('is no longer needed when the project is %s', (_, way) => {
    expect(way(bounced(new Journey().to('council-approval'))).open).toEqual([]);
  });
});
