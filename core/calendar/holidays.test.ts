import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import type { Language } from '../kernel/common.ts';
import { dayReasonText } from '../texts/areas/holidays.ts';
import { countries, type Country } from './country.ts';
import { fixedHolidaysOf, weekdaysOff, type Holiday } from './holiday-rules.ts';
import { addDays, dayOfWeek, isLocalDate, yearOf } from './local-date.ts';
import { tableOf } from './table-of.ts';

const tableYears = countries.flatMap((country) => [2025, 2026, 2027].map((year) => ({ country, year })));
const isWeekend = (date: string) => dayOfWeek(date) % 6 === 0;
const offOf = (country: Country, year: number) => tableOf(country, year).off.map(({ date }) => date);

/** Where the library and our tables part: days that only we have off, days that only it has off, and why. */
const differences: { at: string; oursOnly: string[]; theirsOnly: string[]; why: string }[] = [
  { at: 'KZ 2025', oursOnly: ['2025-01-03'], theirsOnly: [], why: 'a moved day, by order' },
  {
    at: 'KZ 2026',
    oursOnly: ['2026-03-25'],
    theirsOnly: ['2026-03-16'],
    why: 'two days of Nauryz on a weekend; Constitution Day from 2027',
  },
  {
    at: 'KZ 2027',
    oursOnly: ['2027-03-24'],
    theirsOnly: [],
    why: 'the day instead of Sunday 21 March cannot be the holiday of the 23rd',
  },
  { at: 'UZ 2025', oursOnly: ['2025-01-02', '2025-12-31'], theirsOnly: [], why: "the President's days" },
  {
    at: 'UZ 2026',
    oursOnly: ['2026-01-02', '2026-05-28', '2026-05-29', '2026-08-31', '2026-12-31'],
    theirsOnly: [],
    why: "the President's days",
  },
  { at: 'UZ 2027', oursOnly: [], theirsOnly: [], why: 'no decree yet' },
];

describe('tables of the year', () => {
  it.each(tableYears)(
    '$country $year: dates exist, lie in the year, in order, once, and name their act',
    ({ country, year }) => {
      const { kind, sources, off, working } = tableOf(country, year);
      expect(kind).toBe('table');
      expect(sources.length).toBeGreaterThan(0);
      for (const list of [off, working]) {
        const dates = list.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].toSorted());
        expect(dates.every((date) => isLocalDate(date) && yearOf(date) === year)).toBe(true);
      }
      expect(off.filter(({ date }) => isWeekend(date))).toEqual([]);
      expect(working.filter(({ date }) => !isWeekend(date))).toEqual([]);
    },
  );

  it.each(tableYears)('$country $year differs from the library by the listed days only', ({ country, year }) => {
    const theirs = new Holidays(country, { timezone: 'UTC' })
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10));
    const weekdays = [...new Set(theirs)].filter((date) => !isWeekend(date));
    const ours = offOf(country, year);
    const listed = differences.find(({ at }) => at === `${country} ${year}`);
    expect(ours.filter((date) => !weekdays.includes(date))).toEqual(listed?.oursOnly);
    expect(weekdays.filter((date) => !ours.includes(date))).toEqual(listed?.theirsOnly);
  });

  it.each([
    { country: 'KZ', year: 2025, feasts: ['2025-06-06'], byDecree: ['2025-01-03'] },
    { country: 'KZ', year: 2026, feasts: ['2026-05-27'], byDecree: [] },
    { country: 'KZ', year: 2027, feasts: ['2027-05-16'], byDecree: [] },
    { country: 'UZ', year: 2025, feasts: ['2025-03-30', '2025-06-06'], byDecree: ['2025-01-02', '2025-12-31'] },
    {
      country: 'UZ',
      year: 2026,
      feasts: ['2026-03-20', '2026-05-27'],
      byDecree: ['2026-01-02', '2026-05-28', '2026-05-29', '2026-08-31', '2026-12-31'],
    },
    { country: 'UZ', year: 2027, feasts: ['2027-03-09', '2027-05-16'], byDecree: [] },
  ] as const)(
    '$country $year is what the law gives with the feasts, and the decreed days',
    ({ country, year, feasts, byDecree }) => {
      const moon = feasts.map((date): Holiday => ({ date, name: 'ramadan', moves: country === 'UZ' }));
      const byLaw = weekdaysOff([...fixedHolidaysOf(country, year), ...moon]).map(({ date }) => date);
      expect(offOf(country, year)).toEqual([...byLaw, ...byDecree].toSorted());
    },
  );

  it('works the days that were moved', () => {
    const worked = tableYears.flatMap(({ country, year }) =>
      tableOf(country, year).working.map(({ date }) => `${country} ${date}`),
    );
    expect(worked).toEqual(['KZ 2025-01-05', 'UZ 2025-01-04', 'UZ 2026-12-12']);
  });

  it('says which days are expected only', () => {
    const expected = tableYears.flatMap(({ country, year }) =>
      tableOf(country, year)
        .off.filter(({ forecast }) => forecast)
        .map(({ date }) => date),
    );
    expect(expected).toEqual(['2027-03-09', '2027-05-17']);
  });
});

describe('S18: what is said of a day', () => {
  const notes = countries.flatMap((country) =>
    [2025, 2026, 2027, 2028].flatMap((year) => [...tableOf(country, year).off, ...tableOf(country, year).working]),
  );

  it.each<[Language, string, string]>([
    ['en', 'International Women’s Day (instead of 8 March 2025)', 'moved day off (instead of 5 January 2025)'],
    [
      'ru',
      'Международный женский день (вместо 8 марта 2025 года)',
      'перенесённый выходной день (вместо 5 января 2025 года)',
    ],
    [
      'kk',
      'Халықаралық әйелдер күні (2025 жылғы 8 наурыз күнінің орнына)',
      'ауыстырылған демалыс күні (2025 жылғы 5 қаңтар күнінің орнына)',
    ],
    [
      'uz',
      'Xalqaro xotin-qizlar kuni (2025-yil 8-mart kuni oʻrniga)',
      'koʻchirilgan dam olish kuni (2025-yil 5-yanvar kuni oʻrniga)',
    ],
    [
      'uz-cyrl',
      'Халқаро хотин-қизлар куни (2025 йил 8 март куни ўрнига)',
      'кўчирилган дам олиш куни (2025 йил 5 январь куни ўрнига)',
    ],
  ])('in %s names the holiday and the day it replaces', (language, holiday, moved) => {
    const said = (date: string) =>
      tableOf('KZ', 2025)
        .off.filter((one) => one.date === date)
        .map((one) => dayReasonText(language, one));
    expect([said('2025-03-10'), said('2025-01-03')]).toEqual([[holiday], [moved]]);
    expect(notes.map((one) => dayReasonText(language, one)).filter((text) => /undefined|[{}]/.test(text))).toEqual([]);
  });

  it('replaces a day that a holiday took from a weekend, or that was exchanged', () => {
    expect(
      notes.filter(({ insteadOf, reason }) =>
        insteadOf === undefined
          ? reason === 'moved' || reason === 'worked'
          : reason !== 'worked' && !isWeekend(insteadOf),
      ),
    ).toEqual([]);
  });
});

describe('a year without a table', () => {
  it('says so', () => {
    expect(tableOf('KZ', 2028)).toMatchObject({ kind: 'by-rule', year: 2028, working: [] });
    expect(tableOf('UZ', 2024).kind).toBe('by-rule');
  });

  it('has the fixed days of the law and those that replace weekends', () => {
    // 2028: 1 and 2 January are Saturday and Sunday, 7 January is a Friday, 7 May a Sunday.
    expect(offOf('KZ', 2028)).toEqual([
      '2028-01-03',
      '2028-01-04',
      '2028-01-07',
      '2028-03-08',
      '2028-03-15',
      '2028-03-21',
      '2028-03-22',
      '2028-03-23',
      '2028-05-01',
      '2028-05-08',
      '2028-05-09',
      '2028-07-06',
      '2028-10-25',
      '2028-12-18',
    ]);
    expect(offOf('UZ', 2028)).toEqual([
      '2028-01-03',
      '2028-03-08',
      '2028-03-21',
      '2028-05-09',
      '2028-09-01',
      '2028-10-02',
      '2028-12-08',
    ]);
  });

  it('gives the Kazakh Constitution Day its date of the time, and none in 2026', () => {
    const dates = [2024, 2025, 2026, 2027].map((year) =>
      fixedHolidaysOf('KZ', year)
        .filter(({ name }) => name === 'constitution-day')
        .map(({ date }) => date),
    );
    expect(dates).toEqual([['2024-08-30'], ['2025-08-30'], [], ['2027-03-15']]);
  });

  it('does not move Orthodox Christmas', () => {
    expect(dayOfWeek('2029-01-07')).toBe(0);
    expect(offOf('KZ', 2029)).not.toContain(addDays('2029-01-07', 1));
  });
});
