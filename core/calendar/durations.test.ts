import { describe, expect, it } from 'vitest';
import { defaultDurations } from '#seeds/durations.ts';
import { StageDuration } from './stage-duration.ts';
import { stageIds } from '../stages/stage-id.ts';
import { calendarOf } from './calendar.ts';
import { durationFor, durationVersion, planDates, slack } from './durations.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

const kz = calendarOf('KZ');

describe('stage durations', () => {
  const version = (workingDays: number, effectiveFrom: string, country: 'KZ' | 'UZ' = 'KZ'): StageDuration => ({
    country,
    stage: 'expertise',
    workingDays,
    source: { title: 'act' },
    effectiveFrom,
  });
  const versions = [
    version(45, '2026-07-01'),
    version(30, '2021-01-01'),
    version(20, '2026-08-04'),
    version(7, '2021-01-01', 'UZ'),
  ];

  it.each([
    ['KZ', '2021-01-01', 30],
    ['KZ', '2026-06-30', 30],
    ['KZ', '2026-07-01', 45],
    ['KZ', '2026-08-03', 45],
    ['KZ', '2030-01-01', 20],
    ['UZ', '2026-07-01', 7],
  ] as const)('%s on %s: the version in force', (country, onDate, workingDays) => {
    expect(durationFor(versions, country, 'expertise', onDate)).toMatchObject({
      kind: 'found',
      duration: { workingDays },
    });
  });

  it('of a zone go before the country’s from their day on, also before a later one of the country', () => {
    const own = { ...version(60, '2026-07-15'), zoneId: 'alpha' };
    const all = [...versions, own];
    const days = (on: string) => durationFor(all, 'KZ', 'expertise', on);
    expect(['2026-07-14', '2026-07-15', '2026-09-01'].map((on) => days(on))).toMatchObject([
      { duration: { workingDays: 45 } },
      { duration: own },
      { duration: own },
    ]);
    expect(durationVersion(own)).toBe('alpha/expertise/2026-07-15');
  });

  it('say when there is none', () => {
    const none = { kind: 'no-duration', country: 'KZ', stage: 'expertise', onDate: '2020-12-31' };
    expect(durationFor(versions, 'KZ', 'expertise', '2020-12-31')).toEqual(none);
    expect(planDates(kz, defaultDurations, '2020-12-31')).toEqual({ ...none, stage: 'letter-of-intent' });
    expect(
      planDates(
        kz,
        defaultDurations.filter(({ stage }) => stage !== 'expertise'),
        '2025-12-12',
      ),
    ).toEqual({ ...none, onDate: '2026-07-24' });
  });

  it('name their version', () => expect(durationVersion(version(1, '2026-07-01'))).toBe('KZ/expertise/2026-07-01'));

  it.each([
    [{}, true],
    [{ workingDays: 0 }, false],
    [{ workingDays: 1.5 }, false],
    [{ workingDays: 1001 }, false],
    [{ stage: 'lunch' }, false],
    [{ country: 'KG' }, false],
    [{ effectiveFrom: '2026-02-30' }, false],
    [{ source: { title: '' } }, false],
    [{ source: { title: 'act', url: 'javascript:alert(1)' } }, false],
    [{ source: { title: 'act', url: 'https://adilet.zan.kz/rus/docs/Z1900000242' } }, true],
  ])('with %j are taken: %s', (change, taken) => {
    expect(StageDuration.safeParse({ ...version(1, '2026-07-01'), ...change }).success).toBe(taken);
  });
});

describe('the baseline road map', () => {
  it('of the forum runs in series to 18 September 2026 and knows its versions', () => {
    expect(planDates(kz, defaultDurations, '2025-12-12')).toEqual({
      kind: 'planned',
      roadMap: {
        'letter-of-intent': { start: '2025-12-12', due: '2025-12-22', version: 'KZ/letter-of-intent/2021-01-01' },
        'council-approval': { start: '2025-12-22', due: '2026-01-15', version: 'KZ/council-approval/2021-01-01' },
        'contract-and-land': { start: '2026-01-15', due: '2026-02-12', version: 'KZ/contract-and-land/2021-01-01' },
        'technical-conditions': {
          start: '2026-02-12',
          due: '2026-03-10',
          version: 'KZ/technical-conditions/2021-01-01',
        },
        'design-documentation': {
          start: '2026-03-10',
          due: '2026-07-24',
          version: 'KZ/design-documentation/2021-01-01',
        },
        expertise: { start: '2026-07-24', due: '2026-09-04', version: 'KZ/expertise/2026-07-01' },
        'construction-start': { start: '2026-09-04', due: '2026-09-18', version: 'KZ/construction-start/2021-01-01' },
      },
    });
  });

  it.each(['KZ', 'UZ'] as const)('in %s takes 187 working days and leaves the slack to the target day', (country) => {
    const calendar = calendarOf(country);
    const planned = planDates(calendar, defaultDurations, '2025-12-12');
    if (planned.kind !== 'planned') throw new Error(planned.kind);
    const { roadMap } = planned;
    expect(workingDaysBetween(calendar, '2025-12-12', roadMap['construction-start'].due)).toBe(187);
    expect(slack(calendar, roadMap, addWorkingDays(calendar, '2025-12-12', 187 + 50))).toBe(50);
    expect(stageIds.map((stage) => workingDaysBetween(calendar, roadMap[stage].start, roadMap[stage].due))).toEqual([
      5, 15, 20, 17, 90, 30, 10,
    ]);
  });
});
