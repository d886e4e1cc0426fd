import { describe, expect, it } from 'vitest';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';
import type { AssignmentKind } from '../stages/facts.ts';
import type { StageId } from '../stages/stage-id.ts';
import { end } from './end.ts';
import { extend } from './extend.ts';
import { stageViews } from './project-views.ts';
import { resume, suspend } from './suspend.ts';
import { timelineOf, type TimelineRow, type TimelineRun } from './timeline.ts';

const why = { reasonCode: 'supplier-late', reason: 'The substation is under repair.' } as const;

const drawn = (journey: Journey, shows?: Parameters<typeof timelineOf>[4]) =>
  timelineOf(journey.state, journey.events, stageViews(journey.state, journey.setting), journey.setting, shows);

const rowOf = (journey: Journey, stage: StageId, kind?: AssignmentKind): TimelineRow => {
  const row = drawn(journey).rows.find((one) => one.stage === stage && one.assignment?.kind === kind);
  if (row === undefined) throw new Error(`No row of ${stage}`);
  return row;
};

const told = ({ from, to, outcome, closed, late, pauses }: TimelineRun): string =>
  [
    `${from.slice(5)}..${to?.slice(5) ?? ''}`,
    outcome,
    closed === true ? 'closed' : closed,
    late && `late ${late.from.slice(5)}..${late.to.slice(5)}:${String(late.days)}`,
    ...pauses.map(({ from: since, to: until, open }) => `stood ${since.slice(5)}..${until.slice(5)}${open ? '+' : ''}`),
  ]
    .filter((one) => one !== undefined)
    .join(' ');

const conditions = () => new Journey({ on: '2026-01-12', lines: ['power'] }).to('technical-conditions');
const suspended = (journey: Journey, reviewOn: string) =>
  journey.did(suspend(journey.state, journey.setting, { ...why, fault: 'third-party', reviewOn }, officeRef));
const withdrawal = (journey: Journey) =>
  end(journey.state, journey.setting, { as: 'withdrawn', by: officeRef, reasonCode: 'other' });
const pausing = decisionOf('suspended', 'technical-condition', { until: '2026-02-20' });

describe('the turns of a stage and of what was asked in it', () => {
  it.each<[string, () => Journey, StageId, AssignmentKind | undefined, readonly string[], string | undefined]>([
    [
      'running in time: since when, and until when it is expected',
      () => conditions().on('2026-01-20'),
      'technical-conditions',
      undefined,
      ['01-12..'],
      '2026-01-20..2026-02-04',
    ],
    [
      'late: from the day after its date until today',
      () => conditions().passDay('2026-02-09'),
      'technical-conditions',
      undefined,
      ['01-12.. late 02-05..02-09:3'],
      '2026-02-09..2026-02-09',
    ],
    [
      'a late answer of somebody else: nothing is expected by a day that has passed',
      () => conditions().passDay('2026-02-09'),
      'technical-conditions',
      'technical-condition',
      ['01-12.. late 02-05..02-09:3'],
      undefined,
    ],
    [
      'suspended: until the day of review, then the days that were left',
      () => suspended(conditions().on('2026-01-19'), '2026-03-02').on('2026-01-26'),
      'technical-conditions',
      undefined,
      ['01-12.. stood 01-19..03-02+'],
      '2026-01-26..2026-03-19',
    ],
    [
      'late when it was suspended: as late as it was then',
      () => suspended(conditions().passDay('2026-02-09'), '2026-03-02').on('2026-02-20'),
      'technical-conditions',
      undefined,
      ['01-12.. late 02-05..02-09:3 stood 02-09..03-02+'],
      '2026-02-20..2026-03-02',
    ],
    [
      'resumed: what stood still is over, and the date has moved',
      () => {
        const journey = suspended(conditions().on('2026-01-19'), '2026-03-02').on('2026-02-16');
        return journey.take(resume(journey.state, journey.setting, officeRef)).on('2026-02-17');
      },
      'technical-conditions',
      'technical-condition',
      ['01-12.. stood 01-19..02-16'],
      '2026-02-17..2026-03-04',
    ],
    [
      'paused by its supplier',
      () => conditions().on('2026-01-19').answer('technical-condition', pausing).on('2026-01-21'),
      'technical-conditions',
      'technical-condition',
      ['01-12.. stood 01-19..02-20+'],
      '2026-01-21..2026-03-11',
    ],
    [
      'paused by its supplier, and going on again',
      () => conditions().on('2026-01-19').answer('technical-condition', pausing).passDay('2026-02-20'),
      'technical-conditions',
      'technical-condition',
      ['01-12.. stood 01-19..02-20'],
      '2026-02-20..2026-03-11',
    ],
    [
      'answered late',
      () => conditions().passDay('2026-02-09').answer('technical-condition'),
      'technical-conditions',
      'technical-condition',
      ['01-12..02-09 issued late 02-05..02-09:3'],
      undefined,
    ],
    [
      'returned and corrected: both turns',
      () =>
        new Journey({ on: '2026-01-12' })
          .arrive()
          .on('2026-01-14')
          .answer('office-decision', decisionOf('returned'))
          .arrive()
          .on('2026-01-16')
          .answer('correction', decisionOf('done', 'correction'))
          .arrive()
          .on('2026-01-19'),
      'letter-of-intent',
      undefined,
      ['01-12..01-14 returned', '01-16..'],
      '2026-01-19..2026-01-21',
    ],
    [
      'sent back: the turn that was left, and that it comes once more',
      () => conditions().on('2026-01-20').sendBack('council-approval').arrive().on('2026-01-22'),
      'technical-conditions',
      undefined,
      ['01-12..01-20 sent-back'],
      '2026-03-11..2026-04-08',
    ],
    [
      'entered once more: both turns',
      () => conditions().on('2026-01-20').sendBack('council-approval').arrive().on('2026-01-22'),
      'council-approval',
      undefined,
      ['01-12..01-12 approved', '01-20..'],
      '2026-01-22..2026-02-10',
    ],
    [
      'rejected: nothing is expected',
      () =>
        new Journey({ on: '2026-01-12' })
          .arrive()
          .on('2026-01-14')
          .answer('office-decision', decisionOf('rejected'))
          .on('2026-06-01'),
      'letter-of-intent',
      undefined,
      ['01-12..01-14 rejected'],
      undefined,
    ],
    [
      'ended while it stood still: it stood until then and was not late',
      () => {
        const journey = suspended(conditions().on('2026-01-19'), '2026-03-02').on('2026-02-20');
        return journey.take(withdrawal(journey)).on('2026-06-01');
      },
      'technical-conditions',
      'technical-condition',
      ['01-12..02-20 closed stood 01-19..02-20'],
      undefined,
    ],
  ])('%s', (_, make, stage, kind, turns, expected) => {
    const row = rowOf(make(), stage, kind);
    expect(row.runs.map(told)).toEqual(turns);
    expect(row.expected && `${row.expected.from}..${row.expected.to}`).toBe(expected);
  });

  it('an extended stage is late by its new date alone', () => {
    const journey = conditions().passDay('2026-02-09');
    const to = '2026-03-04';
    const { assignmentId } = journey.find('technical-condition');
    journey.did(extend(journey.state, journey.setting, { ...why, assignmentId, to }, officeRef));
    expect(rowOf(journey, 'technical-conditions', 'technical-condition').runs.map(told)).toEqual(['01-12..']);
  });
});

describe('the days of a project', () => {
  it('a stage that was never reached is neither planned nor expected once the project has ended', () => {
    const journey = conditions();
    journey.take(withdrawal(journey)).on('2026-06-01');
    const { rows, endedOn, to } = drawn(journey);
    expect(endedOn).toBe('2026-01-12');
    expect(rows.filter(({ expected }) => expected !== undefined)).toEqual([]);
    expect(rows.filter(({ state, planned }) => state === 'ahead' && planned !== undefined)).toEqual([]);
    // The running stage's plan is still a fact.
    expect(to).toBe(rows.find(({ state }) => state === 'running')?.planned?.to);
  });

  it('the plan of a stage begins where that of the one before ends', () => {
    const planned = drawn(conditions()).rows.flatMap((row) => (row.planned ? [row.planned] : []));
    expect(planned).toHaveLength(7);
    expect(planned.slice(1).map(({ from }) => from)).toEqual(planned.slice(0, -1).map(({ to }) => to));
  });

  it('whoever may see no more than the lines sees no other assignment', () => {
    const { rows } = drawn(conditions(), ({ kind }) => kind === 'technical-condition');
    expect(rows.flatMap(({ assignment }) => assignment?.kind ?? [])).toEqual(['technical-condition']);
  });
});
