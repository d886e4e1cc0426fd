import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperAnswer } from './decision.ts';
import { stageIds, stageIndex, type StageId } from './stage-id.ts';
import { durationFor } from '../calendar/durations.ts';
import { defaultDurations } from '#seeds/durations.ts';
import { projectView, stageViews, startView } from '../project/project-views.ts';
import { addWorkingDays, receivedOn, workingDayFrom } from '../calendar/working-days.ts';
import { extend } from '../project/extend.ts';
import { handOver } from '../work/hand-over.ts';
import { suspend } from '../project/suspend.ts';
import { rebuild } from '../project/apply.ts';
import { today } from '../project/zone-context.ts';
import { expectedStart, onItsWay } from './expected-start.ts';
import { isBehind, stageEnd } from '../project/standing.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { at, decisionOf, facts, head, readyLines, zones, zoneSetting } from '#test/support/samples.ts';

const why = { reasonCode: 'supplier-late', reason: 'The substation is under repair.' } as const;
const start = ({ state, setting: context }: Journey) => startView(state.project, context)?.expected;
const targets = ({ state, setting: context }: Journey) =>
  Object.fromEntries(stageViews(state, context).map(({ stage, target }) => [stage, target]));
/** Working days of the stages that follow. */
const daysAfter = (stage: StageId): number =>
  stageIds
    .slice(stageIndex(stage) + 1)
    .map((one) => durationFor(defaultDurations, 'KZ', one, '2026-11-02'))
    .reduce((sum, found) => sum + (found.kind === 'found' ? (found.duration.workingDays ?? 0) : 0), 0);
const extendLine = (journey: Journey, to: string) =>
  journey.did(
    extend(
      journey.state,
      journey.setting,
      { ...why, assignmentId: journey.find('technical-condition', 'power').assignmentId, to },
      officeRef,
    ),
  );
const pauseUntil = (journey: Journey, reviewOn: string) =>
  journey.did(suspend(journey.state, journey.setting, { ...why, fault: 'third-party', reviewOn }, officeRef));
const paper = (date: string, receivedAt?: string): PaperAnswer => ({
  number: '3',
  date,
  ...(receivedAt !== undefined && { receivedOn: receivedAt }),
});

describe('D6: what arrives after hours or on a day off counts from the next working day', () => {
  const returned = () =>
    new Journey({ on: '2026-03-16' })
      .arrive()
      .on('2026-03-19')
      .answer('office-decision', decisionOf('returned'))
      .arrive();
  const cal = new Journey().setting.calendar;

  it.each([
    ['D6: on Thursday at noon', '2026-03-19', '12:00'],
    ['D6: on Friday evening before Nauryz', '2026-03-20', '20:10'],
    ['D6: on Nauryz itself', '2026-03-23', '11:00'],
    ['D6: on a Saturday', '2026-03-28', '09:00'],
  ])('%s: the round after a correction', (_, day, time) => {
    const journey = returned();
    const left = journey.project.stages['letter-of-intent']?.daysLeft ?? 1;
    journey.on(day, time).answer('correction').arrive();
    expect(journey.project.due).toBe(addWorkingDays(cal, receivedOn(cal, at(day, time)), Math.max(1, left)));
  });

  it('D6: a correction at 20:10 and one on the day off after it give the same due date, one working day later than at noon', () => {
    const due = (day: string, time: string) => returned().on(day, time).answer('correction').arrive().project.due;
    expect(due('2026-03-20', '20:10')).toBe(due('2026-03-23', '11:00'));
    expect(due('2026-03-20', '20:10')).toBe(addWorkingDays(cal, due('2026-03-20', '12:00') ?? '', 1));
  });

  it('D6: a step that opens by an answer at night, a cure, a refusal and the days of a correction', () => {
    const steps = new Journey().to('council-approval').on('2026-01-16', '21:00').answer('document-check');
    expect(steps.find('council-protocol').due).toBe(addWorkingDays(cal, '2026-01-19', 10));
    const lines = () => new Journey().to('technical-conditions').on('2026-01-16', '21:00');
    expect(lines().answer('technical-condition', decisionOf('returned'), 'power').find('cure').due).toBe(
      addWorkingDays(cal, '2026-01-19', 7),
    );
    expect(lines().answer('technical-condition', decisionOf('refused'), 'power').find('refusal').due).toBe(
      addWorkingDays(cal, '2026-01-19', 3),
    );
    const correction = new Journey()
      .to('council-approval')
      .on('2026-01-16', '21:00')
      .answer('office-decision', decisionOf('returned'))
      .arrive();
    expect(correction.find('correction').due).toBe(addWorkingDays(cal, '2026-01-19', 7));
  });
});

describe('D17: an answer on paper counts from the day on which it came in', () => {
  const returned = () =>
    new Journey({ on: '2026-01-12' })
      .arrive()
      .on('2026-01-13')
      .answer('office-decision', decisionOf('returned'))
      .arrive();
  const typed = (journey: Journey, onBehalf: PaperAnswer) =>
    journey.did(journey.try('correction', undefined, { onBehalf }));

  it('D17: the office’s days run from then, and the investor’s stop', () => {
    const inTime = returned().on('2026-01-19').answer('correction').arrive();
    const onPaper = typed(returned().on('2026-01-22'), paper('2026-01-16', '2026-01-19')).arrive();
    expect([onPaper.project.due, onPaper.project.stages['letter-of-intent']?.stood]).toEqual([
      inTime.project.due,
      inTime.project.stages['letter-of-intent']?.stood,
    ]);
    expect(typed(returned().on('2026-01-22'), paper('2026-01-16')).arrive().project.due).not.toBe(inTime.project.due);
  });

  it.each([
    ['D17: tomorrow', '2026-01-16', '2026-01-23', 'in-future'],
    ['D17: before it was written', '2026-01-16', '2026-01-15', 'before-letter'],
  ])('%s it cannot have come in', (_, date, day, code) => {
    const result = returned()
      .on('2026-01-22')
      .try('correction', undefined, { onBehalf: paper(date, day) });
    expect(result).toEqual({
      ok: false,
      failure: { kind: 'invalid', issues: [{ path: 'onBehalf.receivedOn', code }] },
    });
  });

  it('D17: a supplier’s pause on paper begins when the letter came, not when it was typed', () => {
    const journey = new Journey().to('technical-conditions').on('2026-01-22');
    journey.did(
      journey.try('technical-condition', decisionOf('suspended', 'technical-condition'), {
        line: 'power',
        onBehalf: paper('2026-01-16', '2026-01-19'),
      }),
    );
    expect(journey.find('technical-condition', 'power').pausedOn).toBe('2026-01-19');
  });
});

describe('B2: one forecast', () => {
  it('B2: an extended line moves the start, the table and the standing at once', () => {
    const journey = new Journey().to('technical-conditions');
    const before = start(journey) ?? '';
    const to = addWorkingDays(journey.setting.calendar, journey.project.due ?? '', 55);
    extendLine(journey, to);
    expect([start(journey), targets(journey)['technical-conditions'], isBehind(journey.state)]).toEqual([
      addWorkingDays(journey.setting.calendar, before, 55),
      to,
      true,
    ]);
    // The office cannot lengthen its own term by lengthening that of another.
    expect(journey.project.due).not.toBe(to);
  });

  it('B2: promised lines of the zone count in stage 6 and before it; those that the project does not need do not', () => {
    const committed = (utility: 'power' | 'rail') =>
      readyLines('alpha').map((one) =>
        one.utility === utility ? { ...one, report: { state: 'committed', readyBy: '2026-11-02' } as const } : one,
      );
    for (const stage of ['council-approval', 'expertise'] as const) {
      const journey = new Journey().to(stage);
      const before = start(journey);
      journey.zone = zoneSetting(zones.alpha, { lines: committed('rail') });
      expect(start(journey)).toBe(before);
      journey.zone = zoneSetting(zones.alpha, { lines: committed('power') });
      expect([targets(journey)['expertise'], start(journey)]).toEqual([
        '2026-11-02',
        addWorkingDays(journey.setting.calendar, '2026-11-02', daysAfter('expertise')),
      ]);
    }
  });

  it('B2: a day off in the calendar changes the head of the page and its table alike', () => {
    const journey = new Journey().to('council-approval');
    const { due } = journey.project;
    journey.zone = zoneSetting({
      ...zones.alpha,
      overrides: [{ date: '2026-01-28', working: false, reason: 'storm' }] as never,
    });
    expect([targets(journey)['council-approval'], targets(journey)['construction-start']]).toEqual([
      due,
      start(journey),
    ]);
  });

  it('B2: a suspension moves the start at once, to the day on which it stands when it has run', () => {
    const journey = new Journey({ lines: ['power'] }).to('technical-conditions').on('2026-01-19');
    pauseUntil(journey, '2026-03-02');
    const told = start(journey);
    const { awaitedUntil } = journey.find('technical-condition', 'power');
    journey.passDay('2026-03-02');
    expect([start(journey), journey.find('technical-condition', 'power').due]).toEqual([told, awaitedUntil]);
  });

  it('B2: a supplier’s pause moves it at once, too', () => {
    const journey = new Journey({ lines: ['power'] })
      .to('technical-conditions')
      .on('2026-01-19')
      .answer('technical-condition', decisionOf('suspended', 'technical-condition'), 'power');
    const told = [start(journey), journey.find('technical-condition', 'power').awaitedUntil];
    expect([start(journey.passDay('2026-04-01')), journey.find('technical-condition', 'power').due]).toEqual(told);
  });

  const deed = fc.oneof(
    fc.record({ what: fc.constant('extend' as const), days: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ what: fc.constant('pause' as const), days: fc.integer({ min: 1, max: 90 }) }),
    fc.record({ what: fc.constant('return' as const), days: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ what: fc.constant('cure' as const), days: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ what: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 30 }) }),
  );

  it('B2: page, table and list agree whatever happens, never before what is open, and the log alone leads there', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 8 }), (deeds) => {
        const journey = new Journey({ lines: ['power', 'gas'] }).to('technical-conditions');
        for (const { what, days } of deeds) {
          const cal = journey.setting.calendar;
          const day = addWorkingDays(cal, today(journey.setting), 1);
          journey.passDay(day).on(day);
          const isReady =
            journey.project.pause === undefined && journey.find('technical-condition', 'power').state !== 'answered';
          if (what === 'extend' && isReady)
            extendLine(
              journey,
              addWorkingDays(
                cal,
                [journey.find('technical-condition', 'power').due, day].toSorted().at(-1) ?? day,
                days,
              ),
            );
          if (what === 'pause' && journey.project.pause === undefined)
            pauseUntil(journey, workingDayFrom(cal, addWorkingDays(cal, day, Math.max(1, Math.floor(days / 2)))));
          if (what === 'return' && isReady) journey.answer('technical-condition', decisionOf('returned'), 'power');
          if (what === 'cure' && journey.open.some(({ kind }) => kind === 'cure'))
            journey.answer('cure', undefined, 'power');
          if (what === 'wait') journey.passDay(addWorkingDays(cal, day, days));
          const { project, state, setting: context } = journey;
          expect(project.stageEndsOn).toBe(stageEnd(state));
          expect(expectedStart(context, onItsWay(project))).toBe(targets(journey)['construction-start']);
          for (const one of journey.open)
            expect((targets(journey)['technical-conditions'] ?? '') >= one.due, one.kind).toBe(true);
          expect(rebuild(journey.events)?.project).toEqual(project);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('Y1: a stage is not late by days that belong to others', () => {
  const begun = () => new Journey({ lines: ['power'] }).to('technical-conditions');

  it('Y1: it is due no sooner than the line that is asked again after the investor has mended', () => {
    const journey = begun()
      .answer('architectural-planning')
      .on('2026-01-30')
      .answer('technical-condition', decisionOf('returned'), 'power')
      .on('2026-02-10')
      .answer('cure', undefined, 'power');
    const { due } = journey.find('technical-condition', 'power');
    expect([journey.project.due, journey.find('office-decision').due]).toEqual([due, due]);
    expect(due > '2026-02-10').toBe(true);
  });

  it('Y1: while the investor mends or a supplier pauses, the office’s decision does not become overdue', () => {
    const late = (journey: Journey) => journey.passDay('2026-02-16').find('office-decision').overdue;
    expect(late(begun().answer('architectural-planning'))).toBe(true);
    expect(
      late(begun().answer('architectural-planning').answer('technical-condition', decisionOf('returned'), 'power')),
    ).toBe(false);
    expect(
      late(
        begun()
          .answer('architectural-planning')
          .answer('technical-condition', decisionOf('suspended', 'technical-condition'), 'power'),
      ),
    ).toBe(false);
  });
});

it('Y1: answered before its pause is over, it leaves the office the days that were left when it began', () => {
  const journey = new Journey({ lines: ['power'] })
    .to('technical-conditions')
    .answer('architectural-planning')
    .on('2026-01-19')
    .answer('technical-condition', decisionOf('suspended', 'technical-condition'), 'power')
    .passDay('2026-03-02')
    .on('2026-03-02')
    .answer('technical-condition', undefined, 'power');
  const due = addWorkingDays(journey.setting.calendar, '2026-03-02', 12);
  expect([journey.project.due, journey.find('office-decision').due]).toEqual([due, due]);
  expect(journey.passDay('2026-03-03').find('office-decision').overdue).toBe(false);
});

describe('S15: the stage of the start follows the contract', () => {
  it('S15: it is due on the contract’s day, and notice of the start before it, but never sooner than the norm', () => {
    const journey = new Journey().to('construction-start');
    const startBy = workingDayFrom(journey.setting.calendar, String(facts.contract['startBy']));
    expect([journey.project.due, journey.find('start-notification').due]).toEqual([
      startBy,
      addWorkingDays(journey.setting.calendar, startBy, -5),
    ]);
    expect(journey.passDay('2026-02-16').find('start-notification').overdue).toBe(false);
    const late = new Journey({ on: '2027-03-01' }).to('construction-start');
    expect(late.project.due).toBe(addWorkingDays(late.setting.calendar, '2027-03-01', 10));
  });
});

describe('X48: who holds it, since when', () => {
  const since = ({ state, setting: context }: Journey) =>
    projectView(head, state, 'Plant', context).holders.map((one) => one.since);

  it('X48: a party since it was handed over, the office since the last answer arrived', () => {
    const journey = new Journey({ lines: ['power'] })
      .to('technical-conditions')
      .on('2026-01-16')
      .answer('architectural-planning')
      .on('2026-01-20');
    journey.did(
      handOver(
        journey.state,
        journey.setting,
        journey.find('technical-condition', 'power'),
        { partyId: 'alpha-gas', reasonCode: 'other-party', reason: 'Theirs.' },
        officeRef,
      ),
    );
    expect(since(journey)).toEqual([at('2026-01-20')]);
    journey.on('2026-01-27').answer('technical-condition', undefined, 'power');
    expect(since(journey)).toEqual([at('2026-01-27')]);
  });
});

describe('S1, S2, S6, S17: what a page says', () => {
  const view = ({ state, setting: context }: Journey) => projectView(head, state, 'Plant', context);
  const running = (journey: Journey) => view(journey).stages.find(({ state }) => state === 'running');

  it('S1: a late stage keeps the day on which it was due, and says by how many working days it is late', () => {
    const journey = new Journey().to('council-approval').passDay('2026-02-09');
    expect(running(journey)?.late).toEqual({ due: '2026-02-02', days: 5 });
    expect(running(journey.passDay('2026-02-10'))?.late).toEqual({ due: '2026-02-02', days: 6 });
  });

  it('S2, S6: what stands still says until when, everywhere', () => {
    const paused = new Journey({ lines: ['power'] })
      .to('technical-conditions')
      .answer('technical-condition', decisionOf('suspended', 'technical-condition'), 'power');
    expect(
      view(paused).holders.find(({ assignmentId }) => assignmentId === paused.find('technical-condition').assignmentId)
        ?.pausedUntil,
    ).toBe('2026-04-01');
    expect(view(paused).assignments.find(({ kind }) => kind === 'technical-condition')).toMatchObject({
      state: 'paused',
      pausedUntil: '2026-04-01',
    });
    const suspended = pauseUntil(new Journey().to('council-approval'), '2026-03-02');
    expect([
      view(suspended).suspendedUntil,
      running(suspended)?.suspendedUntil,
      running(suspended)?.late,
      view(suspended).holders[0]?.pausedUntil,
    ]).toEqual(['2026-03-02', '2026-03-02', undefined, '2026-03-02']);
  });

  it('S17: while the next stage opens, the due date of the one before is not told', () => {
    const moving = new Journey().arrive().approve();
    expect([view(moving).phase, view(moving).due, view(moving).endsOn]).toEqual(['entering', undefined, undefined]);
  });
});
