import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utilities } from '../kernel/common.ts';
import { addDays } from '../calendar/local-date.ts';
import { defaultDurations } from '#seeds/durations.ts';
import type { ZoneLine } from '../reference/reference.ts';
import { stageViews } from '../project/project-views.ts';
import { addWorkingDays, workingDayFrom } from '../calendar/working-days.ts';
import { stageIds, stageIndex } from './stage-id.ts';
import { expectedStart, lateReason, onItsWay, slackOf, type OnItsWay } from './expected-start.ts';
import { isBehind } from '../project/standing.ts';
import { Journey } from '#test/support/journey.ts';
import { at, contextAt, zoneSetting } from '#test/support/samples.ts';

const forecastOf = ({ state, setting: context }: Journey) =>
  stageViews(state, context).find(({ stage }) => stage === 'construction-start')?.target;
const expectedOf = ({ project, setting: context }: Journey) => expectedStart(context, onItsWay(project));

describe('the expected start', () => {
  it.each(stageIds)('is the day that the whole forecast gives, in %s, in time and late', (stage) => {
    const journey = new Journey().to(stage);
    expect(expectedOf(journey)).toBe(forecastOf(journey));
    for (const day of ['2026-02-16', '2026-05-04', '2026-09-14'])
      expect(expectedOf(journey.passDay(day)), day).toBe(forecastOf(journey));
  });

  it('moves with the day once the running stage is late, and then the project is behind', () => {
    const journey = new Journey().to('council-approval');
    expect(isBehind(journey.state)).toBe(false);
    const before = expectedOf(journey);
    journey.passDay('2026-03-16');
    expect([expectedOf(journey) > before, isBehind(journey.state)]).toEqual([true, true]);
  });

  it('of the forum leaves 50 working days before the end of November, and 55 days on the power line turn it red', () => {
    const context = contextAt(at('2025-12-12'));
    const due = addWorkingDays(context.calendar, '2025-12-12', 5 + 15 + 20 + 17);
    const slackWith = (days: number) => {
      const expected = expectedStart(context, {
        projectId: 'p1',
        receivedOn: '2025-12-12',
        stage: 'technical-conditions',
        lines: ['power'],
        endsOn: addWorkingDays(context.calendar, due, days),
      });
      return slackOf(context, expected, '2026-11-30');
    };
    expect([slackWith(0), slackWith(55)]).toEqual([50, -5]);
  });
});

const zoneId = 'alpha';
const kept = (lineId: string, readyBy: string, more: Partial<ZoneLine> = {}): ZoneLine => ({
  zoneId,
  utility: 'power',
  report: { state: 'committed', readyBy },
  reportedOn: '2025-12-12',
  lineId,
  names: { kk: lineId, ru: lineId, en: lineId, uz: lineId, 'uz-cyrl': lineId },
  partyId: 'alpha-power',
  planned: '2026-09-01',
  ...more,
});

describe('what a late start waits for', () => {
  const way: OnItsWay = { projectId: 'p1', receivedOn: '2025-12-12', stage: 'letter-of-intent', lines: ['power'] };
  const reasonWith = (lines: readonly ZoneLine[], also: Partial<OnItsWay> = {}) =>
    lateReason(
      contextAt(at('2025-12-12'), zoneSetting(undefined, { lines })),
      { ...way, ...also },
      { planned: '2026-09-18', wanted: '2026-11-30' },
    );

  it('is the line that comes 55 working days after its plan, by name and with its builder', () => {
    expect(reasonWith([kept('alpha-l-3', '2026-11-18')])).toMatchObject({
      by: 'line',
      lineId: 'alpha-l-3',
      days: 55,
      party: { en: 'power' },
    });
  });

  it.each<[string, readonly ZoneLine[], Partial<OnItsWay>, string | undefined]>([
    ['nothing while it fits', [kept('alpha-l-3', '2026-09-01')], {}, undefined],
    ['no line that it does not need', [kept('alpha-l-3', '2026-11-18')], { lines: ['gas'] }, undefined],
    [
      'the line that is for it',
      [kept('alpha-l-3', '2026-09-01'), kept('alpha-l-4', '2026-11-18', { serves: ['p1'] })],
      {},
      'alpha-l-4',
    ],
    [
      'not the line that is for others',
      [kept('alpha-l-3', '2026-09-01'), kept('alpha-l-2', '2026-11-18', { serves: ['p2'] })],
      {},
      undefined,
    ],
    [
      'the last of several kinds',
      [kept('alpha-l-3', '2026-10-01'), kept('alpha-g-1', '2026-11-18', { utility: 'gas' })],
      { lines: ['power', 'gas'] },
      'alpha-g-1',
    ],
    [
      'what was only reported',
      [{ zoneId, utility: 'power', report: { state: 'committed', readyBy: '2026-12-01' }, reportedOn: '2025-12-12' }],
      {},
      'power',
    ],
    [
      'the stage that runs, when the line is not what holds it',
      [kept('alpha-l-3', '2026-09-02')],
      { endsOn: '2026-03-02' },
      'letter-of-intent',
    ],
  ])('%s', (_, lines, also, wanted) => {
    const reason = reasonWith(lines, also);
    expect(reason?.by === 'line' ? (reason.lineId ?? reason.utility) : reason?.stage).toBe(wanted);
  });
});

/** The start told another way: day after day is lived through, and asked whether the stage can end on it. */
function lived(
  { calendar, lines, now }: ReturnType<typeof contextAt>,
  { receivedOn, stage, endsOn, lines: needed, projectId }: OnItsWay,
): string {
  const today = new Date(now + 5 * 3_600_000).toISOString().slice(0, 10);
  const daysOf = (one: (typeof stageIds)[number]): number =>
    defaultDurations
      .filter((version) => version.country === 'KZ' && version.stage === one && version.effectiveFrom <= receivedOn)
      .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]?.workingDays ?? 0;
  const promised = (): readonly string[] => {
    const days: string[] = [];
    for (const kind of needed) {
      const own = lines.filter((line) => line.utility === kind && line.serves?.includes(projectId));
      const common = lines.filter((line) => line.utility === kind && line.serves === undefined);
      const first = (own.length > 0 ? own : common).toSorted((a, b) =>
        (a.lineId ?? '~') < (b.lineId ?? '~') ? -1 : 1,
      )[0];
      if (first?.report.state === 'committed') days.push(first.report.readyBy);
    }
    return days;
  };
  let day = receivedOn;
  for (const one of stageIds) {
    const isDone = stageIndex(one) < stageIndex(stage);
    const own = one === stage ? endsOn : undefined;
    let worked = 0;
    const isFree = (): boolean => {
      if (isDone) return worked >= daysOf(one);
      if (!calendar.isWorkingDay(day)) return false;
      if (one === 'expertise' && promised().some((ready) => ready > day)) return false;
      if (one === stage) return day >= today && (own === undefined ? worked >= daysOf(one) : day >= own);
      return worked >= daysOf(one);
    };
    // The running stage is counted from today: stages before it may have ended sooner than planned.
    if (one === stage) day = today;
    while (!isFree()) {
      day = addDays(day, 1);
      if (calendar.isWorkingDay(day)) worked += 1;
    }
  }
  return day;
}

describe('the forecast, lived day by day', () => {
  const day = (from: string, most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(from, days));
  const line = fc.record({
    utility: fc.constantFrom(...utilities.slice(0, 3)),
    readyBy: day('2026-01-05', 700),
    isReady: fc.boolean(),
    serves: fc.option(fc.subarray(['p1', 'p2'], { minLength: 1 }), { nil: undefined }),
  });

  it('is the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stageIds),
        day('2026-01-05', 500),
        fc.option(day('2026-01-05', 500), { nil: undefined }),
        fc.array(line, { maxLength: 6 }),
        fc.subarray([...utilities.slice(0, 3)]),
        (stage, today, endsOn, told, lines) => {
          const built = told.map(({ utility, readyBy, isReady, serves }, at) =>
            kept(`alpha-${String(at)}`, readyBy, {
              utility,
              ...(isReady && { report: { state: 'ready' } }),
              ...(serves && { serves }),
            }),
          );
          const context = contextAt(at(today), zoneSetting(undefined, { lines: built }));
          const receivedOn = '2025-12-12';
          // A date that holds is a working day. A stage begins when the one before has ended: no day of its own lies before that.
          const ends = endsOn === undefined ? {} : { endsOn: workingDayFrom(context.calendar, endsOn) };
          const plan = { projectId: 'p1', receivedOn, stage, lines, ...ends };
          expect(expectedStart(context, plan)).toBe(lived(context, plan));
        },
      ),
      { numRuns: 300 },
    );
  });
});
