import { describe, expect, it } from 'vitest';
import { contribution } from '#core/figures/figures.ts';
import { messagesOf } from '#core/notices/outbox-messages.ts';
import { rebuild } from '#core/project/apply.ts';
import { listedAssignments, listingOf } from '#core/project/listing.ts';
import { reopen } from '#core/project/reopen.ts';
import { isAllowed } from '#core/project/permissions.ts';
import { suspend } from '#core/project/suspend.ts';
import type { ZoneType } from '#core/reference/zone-type.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { goodAnswer } from '#test/support/samples.ts';
import { closeDocket, openDocket, takeStep } from './change-docket.ts';
import type { DocketRequest, DocketStep } from './docket-facts.ts';
import { groundsOf, lawOf, nextSteps, untilOf } from './steps.ts';

type StepRequest = Exclude<DocketRequest, { step: 'open' | 'close' }>;

const signed = (startBy: string) => ({
  outcome: 'done' as const,
  facts: {
    ...('facts' in goodAnswer('contract') ? (goodAnswer('contract') as { facts: object }).facts : {}),
    contractDate: '2026-01-12',
    contractUntil: '2050-01-01',
    startBy,
  },
});

/** A contract that is signed, whose construction is to begin by a day. */
const underContract = (startBy = '2026-08-20'): Journey =>
  new Journey({ lines: ['power'] }).to('contract-and-land').answer('contract', signed(startBy)).answer('plot');

/** In a docket that opened by itself on the day after. */
const frozen = (startBy = '2026-08-20', on = '2026-08-31'): Journey => underContract(startBy).passDay(on);

const paper = (step: DocketStep, on: string, more: object = {}): StepRequest =>
  ({ step, number: `12-07/${step}`, on, ...more }) as StepRequest;
const act = (on: string, cureDays = 60) => paper('act-of-breach', on, { cureDays, words: 'Nothing was built.' });
const decided = (on: string, ground: 'late' | 'not-cured') => paper('decision', on, { ground, words: 'No start.' });

const take = (journey: Journey, request: StepRequest): Journey =>
  journey.did(takeStep(journey.state, journey.setting, request, officeRef));
const failure = (journey: Journey, request: StepRequest) => {
  const result = takeStep(journey.state, journey.setting, request, officeRef);
  return result.ok ? undefined : result.failure;
};

/** The breach was not cured, and the end is decided. */
const toEnd = (): Journey => {
  const journey = take(frozen(), act('2026-08-31')).on('2026-11-02');
  return take(journey, decided('2026-11-02', 'not-cured'));
};
/** The contract has ended. */
const ended = (more: object = {}): Journey =>
  take(toEnd().on('2026-11-03'), paper('contract-ended', '2026-11-03', more));

const inZone = (journey: Journey, zoneType: ZoneType): Journey => {
  journey.zone = {
    ...journey.zone,
    zone: { ...journey.zone.zone, types: [{ zoneType, effectiveFrom: '2020-01-01' }] },
  };
  return journey;
};

/** The day on which the daily run next looks at the contract. */
const comesUp = ({ state }: Journey) =>
  listedAssignments(state).find(({ assignment }) => assignment.kind === 'contract')?.listing?.comesUpOn;

const notices = ({ changes }: Journey) =>
  changes.flatMap((change) =>
    messagesOf(change).flatMap((message) => (message.kind === 'email' ? [message.notice.notice] : [])),
  );

describe('what time brings', () => {
  it('a reminder at half of the term, once, on a working day; it comes up on that day', () => {
    const journey = underContract('2026-08-21');
    expect(comesUp(journey)).toBe('2026-05-02');
    // A Saturday and a Sunday.
    journey.passDay('2026-05-02').passDay('2026-05-03');
    expect(journey.project.startReminded).toBeUndefined();
    journey.passDay('2026-05-04').passDay('2026-05-05');
    expect(journey.project.startReminded).toEqual({ startBy: '2026-08-21', on: '2026-05-04' });
    expect(notices(journey).filter((one) => one === 'start-reminder')).toHaveLength(1);
    expect(comesUp(journey)).toBe('2026-08-22');
  });

  it('a docket on the day after the term, with the plot counted as frozen since then', () => {
    const journey = underContract().passDay('2026-08-20');
    expect(journey.project.docket).toBeUndefined();
    journey.passDay('2026-08-21');
    expect(journey.project.docket).toMatchObject({ state: 'open', openedBy: { kind: 'system' }, until: '2026-09-04' });
    expect(contribution(journey.state).filter(({ group }) => group === 'frozen')).toEqual([
      { group: 'frozen', member: '2026-08', what: 'projects', amount: 1 },
      { group: 'frozen', member: '2026-08', what: 'area', amount: 45_000 },
    ]);
    expect([listingOf(journey.state).frozenSince, comesUp(journey)]).toEqual(['2026-08-21', '2026-09-04']);
    expect(rebuild(journey.events)).toEqual(journey.state);
  });

  it('nothing while the project stands still, or once it has ended', () => {
    const still = underContract();
    still.did(
      suspend(
        still.state,
        still.setting,
        { reasonCode: 'weather', reason: 'Floods.', fault: 'force-majeure', reviewOn: '2026-04-10' },
        officeRef,
      ),
    );
    expect(still.on('2026-04-09', '06:00').passDay('2026-04-09').project.startReminded).toBeUndefined();
  });
});

describe('terms', () => {
  it('the act: 60 calendar days from 2026-08-31 end on 2026-10-30', () => {
    expect(take(frozen(), act('2026-08-31')).project.docket?.steps[0]?.cureUntil).toBe('2026-10-30');
  });

  it('six calendar months after 2026-08-31 end on 2027-02-28: the ground holds from the day after', () => {
    const journey = frozen('2026-08-31', '2026-09-01');
    expect(groundsOf(journey.project, lawOf(journey.setting))).toEqual([{ ground: 'late', from: '2027-03-01' }]);
  });

  it.each<readonly [ZoneType, readonly string[]]>([
    ['kz-sez', ['not-cured', 'late']],
    ['kz-industrial', ['not-cured']],
    ['uz-sez', ['not-cured', 'late']],
  ])('grounds of a %s: %j', (zoneType, grounds) => {
    const journey = inZone(take(frozen(), act('2026-08-31')), zoneType);
    expect(groundsOf(journey.project, lawOf(journey.setting)).map(({ ground }) => ground)).toEqual(grounds);
  });

  it('no ground while it stands still through no fault of the investor’s', () => {
    const journey = take(frozen(), act('2026-08-31'));
    const pause = { fault: 'third-party' } as const;
    const project = { ...journey.project, pause: { ...pause, on: '', reviewOn: '', reasonCode: 'other', noteId: '' } };
    expect(groundsOf(project as typeof journey.project, lawOf(journey.setting))).toEqual([]);
  });

  it('an industrial zone ends the contract ten working days after the notice at the earliest', () => {
    const journey = inZone(toEnd(), 'kz-industrial').on('2026-11-30');
    expect(failure(journey, paper('contract-ended', '2026-11-13'))).toMatchObject({
      issues: [{ path: 'on', code: 'before-step' }],
    });
    expect(failure(journey, paper('contract-ended', '2026-11-16'))).toBeUndefined();
  });

  it('the bodies are told within two working days, then the pledgee, the cadastre, the plot', () => {
    const journey = ended({ pledgee: 'Bank' });
    expect(journey.project.docket?.until).toBe('2026-11-05');
    expect(untilOf(journey.project, journey.setting)).toBe('2026-11-05');
  });
});

describe('order', () => {
  const steps: readonly [string, () => Journey, StepRequest, object][] = [
    ['a decision before the act', frozen, decided('2026-08-31', 'late'), { because: 'step-before' }],
    ['the end before a decision', frozen, paper('contract-ended', '2026-08-31'), { because: 'step-before' }],
    ['the cadastre before the bodies', ended, paper('entry-annulled', '2026-11-03'), { because: 'step-before' }],
    [
      'the pledgee of a right that is not pledged',
      ended,
      paper('pledgee-told', '2026-11-03'),
      { because: 'step-before' },
    ],
    ['an act without a docket', underContract, act('2026-01-20'), { because: 'no-docket' }],
    ['an act of the future', frozen, act('2026-09-01'), { issues: [{ path: 'on', code: 'in-future' }] }],
    ['an act before the term has passed', frozen, act('2026-08-20'), { issues: [{ path: 'on', code: 'before-step' }] }],
    [
      'a decision before the ground holds',
      () => take(frozen(), act('2026-08-31')).on('2026-10-30'),
      decided('2026-10-30', 'not-cured'),
      { issues: [{ path: 'ground', code: 'not-yet' }] },
    ],
    [
      'a decision before the act in date',
      () => take(frozen(), act('2026-08-31')).on('2026-11-02'),
      decided('2026-08-28', 'not-cured'),
      {
        issues: [
          { path: 'on', code: 'before-step' },
          { path: 'ground', code: 'not-yet' },
        ],
      },
    ],
    [
      'a decision of neither',
      () => take(frozen(), act('2026-08-31')),
      paper('decision', '2026-08-31', { words: 'Later.' }),
      { issues: [{ path: 'startBy', code: 'missing' }] },
    ],
    ['another act', () => take(frozen(), act('2026-08-31')), act('2026-08-28'), { kind: 'conflict' }],
  ];
  it.each(steps)('refused: %s', (_, journey, request, told) => {
    expect(failure(journey(), request)).toMatchObject(told);
  });

  it('once more is done already', () => {
    const journey = take(frozen(), act('2026-08-31'));
    expect(takeStep(journey.state, journey.setting, act('2026-08-31'), officeRef)).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it('opened by hand only once the term has passed', () => {
    const open = (journey: Journey) => openDocket(journey.state, journey.setting, 'Nothing was built.', officeRef);
    expect(open(underContract())).toMatchObject({ failure: { because: 'not-late' } });
    expect(open(new Journey().to('contract-and-land'))).toMatchObject({ failure: { because: 'no-contract' } });
    const late = underContract().on('2026-08-24');
    expect(late.did(open(late)).project.docket).toMatchObject({ openedBy: officeRef });
    expect(late.project.startReminded).toEqual({ startBy: '2026-08-20', on: '2026-08-24' });
  });
});

describe('from the end to a free plot', () => {
  it('ends the project, tells the investor once, and stays frozen until the plot is free', () => {
    const journey = ended();
    expect(journey.project).toMatchObject({ phase: 'ended', ending: 'terminated' });
    expect(notices(journey).filter((one) => one === 'contract-ended' || one === 'terminated')).toEqual([
      'contract-ended',
    ]);
    for (const step of ['akimat-told', 'tax-body-told', 'centre-told'] as const)
      take(journey, paper(step, '2026-11-03'));
    expect(journey.project.docket && nextSteps(journey.project.docket)).toEqual(['entry-annulled']);
    take(journey, paper('entry-annulled', '2026-11-03'));
    expect(listingOf(journey.state).frozenSince).toBe('2026-08-21');
    take(journey, paper('plot-free', '2026-11-03'));
    expect(journey.project.docket?.state).toBe('done');
    expect(listingOf(journey.state).frozenSince).toBeUndefined();
    expect(contribution(journey.state).filter(({ group }) => group === 'frozen')).toEqual([]);
    expect(rebuild(journey.events)).toEqual(journey.state);
  });

  it('taken back before the cadastre leaves the decision standing; after it, it is not taken back', () => {
    const journey = take(ended(), paper('tax-body-told', '2026-11-03'));
    journey.take(reopen(journey.state, journey.setting, { reason: 'By mistake.' }, officeRef));
    expect(journey.project.docket).toMatchObject({ state: 'open' });
    expect(journey.project.docket && nextSteps(journey.project.docket)).toEqual(['contract-ended']);
    const gone = ended();
    for (const step of ['akimat-told', 'tax-body-told', 'centre-told', 'entry-annulled'] as const)
      take(gone, paper(step, '2026-11-03'));
    const membership = { personId: 'h', scope: 'zone', scopeId: gone.project.zoneId, role: 'head' } as const;
    expect(isAllowed({ kind: 'staff', personId: 'h', memberships: [membership] }, gone.project, 'reopen')).toBe(false);
  });
});

describe('closed early', () => {
  it('cured: the start has another day, from which the term runs anew', () => {
    const journey = take(frozen(), act('2026-08-31')).on('2026-09-14');
    journey.did(
      closeDocket(
        journey.state,
        journey.setting,
        {
          step: 'close',
          because: 'cured',
          number: '7',
          on: '2026-09-14',
          startBy: '2026-12-01',
          words: 'Money is there.',
        },
        officeRef,
      ),
    );
    expect(journey.project).toMatchObject({
      docket: { state: 'closed', closed: { because: 'cured' } },
      startTerm: { startBy: '2026-12-01', from: '2026-09-14' },
    });
    expect(journey.passDay('2026-10-23').project.startReminded).toEqual({ startBy: '2026-12-01', on: '2026-10-23' });
    expect(journey.passDay('2026-12-02').project.docket).toMatchObject({
      state: 'open',
      contract: { startBy: '2026-12-01' },
      steps: [],
    });
  });

  it('by a new schedule', () => {
    const journey = take(frozen(), act('2026-08-31'));
    take(journey, paper('decision', '2026-08-31', { startBy: '2027-01-11', words: 'Agreed.' }));
    expect(journey.project).toMatchObject({
      phase: 'open',
      docket: { state: 'closed', closed: { because: 'new-schedule' } },
      startTerm: { startBy: '2027-01-11' },
    });
  });

  it('construction begins meanwhile', () => {
    const journey = underContract().settle().approve().arrive().to('construction-start').passDay('2026-08-31');
    expect(journey.project.docket?.state).toBe('open');
    journey.settle().approve();
    expect(journey.project).toMatchObject({
      ending: 'construction-started',
      docket: { state: 'closed', closed: { because: 'started' } },
    });
  });
});
