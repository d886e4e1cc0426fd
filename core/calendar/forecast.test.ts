import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultDurations } from '#seeds/durations.ts';
import { stageIds, stageIndex, type StageId } from '../stages/stage-id.ts';
import { calendarOf } from './calendar.ts';
import { planDates, slack, type RoadMap } from './durations.ts';
import { forecast } from './forecast.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

const kz = calendarOf('KZ');
const target = '2026-11-30';

const planFrom = (start: string): RoadMap => {
  const planned = planDates(kz, defaultDurations, start);
  if (planned.kind !== 'planned') throw new Error(planned.kind);
  return planned.roadMap;
};
const plan = planFrom('2025-12-12');
const firstThree = {
  'letter-of-intent': { finishedOn: '2025-12-22' },
  'council-approval': { finishedOn: '2026-01-15' },
  'contract-and-land': { finishedOn: '2026-02-12' },
};
/** Nothing before a stage, so many days from it on. */
const from = (first: StageId, days: number, before = 0) =>
  stageIds.map((stage) => (stageIndex(stage) < stageIndex(first) ? before : days));
const delays = (result: ReturnType<typeof forecast>) => stageIds.map((stage) => result[stage].delay);

describe('forecast', () => {
  it('is the plan while everything runs to it', () => {
    const result = forecast(kz, plan, firstThree, '2026-02-20');
    expect(delays(result)).toEqual(from('letter-of-intent', 0));
    expect(result['construction-start']).toEqual({ start: '2026-09-04', due: '2026-09-18', delay: 0 });
    expect(slack(kz, result, target)).toBe(50);
  });

  it.each([
    [49, 1],
    [50, 0],
    [51, -1],
    [55, -5],
  ])('with a power line %i working days late leaves a slack of %i', (lateBy, left) => {
    const expectedOn = addWorkingDays(kz, plan['technical-conditions'].due, lateBy);
    const result = forecast(kz, plan, { ...firstThree, 'technical-conditions': { expectedOn } }, '2026-02-20');
    expect(delays(result)).toEqual(from('technical-conditions', lateBy));
    expect(slack(kz, result, target)).toBe(left);
  });

  it('reaches 7 December with the line 55 days late', () => {
    const expectedOn = addWorkingDays(kz, plan['technical-conditions'].due, 55);
    expect(
      forecast(kz, plan, { ...firstThree, 'technical-conditions': { expectedOn } }, '2026-02-20')['construction-start']
        .due,
    ).toBe('2026-12-07');
  });

  it('moves by an overdue stage day by day, without anybody saying so', () => {
    expect(delays(forecast(kz, plan, firstThree, '2026-03-10'))).toEqual(from('letter-of-intent', 0));
    expect(delays(forecast(kz, plan, firstThree, '2026-03-13'))).toEqual(from('technical-conditions', 3));
    // Sunday: what is still open cannot end before Monday.
    expect(forecast(kz, plan, firstThree, '2026-03-15')['technical-conditions'].due).toBe('2026-03-16');
  });

  it('carries a late or early end to the stages after it', () => {
    const late = forecast(kz, plan, { 'letter-of-intent': { finishedOn: '2025-12-24' } }, '2025-12-24');
    expect(delays(late)).toEqual(from('letter-of-intent', 2));
    const early = forecast(kz, plan, { 'letter-of-intent': { finishedOn: '2025-12-19' } }, '2025-12-19');
    expect(delays(early)).toEqual(from('letter-of-intent', -1));
  });

  it('lets a wait in a later stage swallow an earlier delay', () => {
    const expectedOn = addWorkingDays(kz, plan.expertise.due, 10);
    const result = forecast(
      kz,
      plan,
      { 'letter-of-intent': { finishedOn: '2025-12-24' }, expertise: { expectedOn } },
      '2025-12-24',
    );
    expect(delays(result)).toEqual(from('expertise', 10, 2));
  });

  it('of a finished path is what happened', () => {
    const actuals = Object.fromEntries(stageIds.map((stage) => [stage, { finishedOn: plan[stage].due }]));
    expect(delays(forecast(kz, plan, actuals, '2027-06-01'))).toEqual(from('letter-of-intent', 0));
  });

  it('is late by exactly the delay of the running stage, from any start', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 300 }),
        (offset, running, lateBy) => {
          const roadMap = planFrom(addWorkingDays(kz, '2024-01-03', offset));
          const actuals = Object.fromEntries(
            stageIds.slice(0, running).map((stage) => [stage, { finishedOn: roadMap[stage].due }]),
          );
          const stage = stageIds[running] ?? 'construction-start';
          const today = addWorkingDays(kz, roadMap[stage].due, lateBy);
          const result = forecast(kz, roadMap, actuals, today);
          expect(delays(result)).toEqual(stageIds.map((_, i) => (i < running ? 0 : lateBy)));
          expect(workingDaysBetween(kz, roadMap['construction-start'].due, result['construction-start'].due)).toBe(
            lateBy,
          );
          expect(stageIds.every((id) => kz.isWorkingDay(result[id].due))).toBe(true);
        },
      ),
    );
  });
});
