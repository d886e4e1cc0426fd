import { describe, expect, it } from 'vitest';
import { isInConstruction, isRoofed } from '#core/board/board-counts.ts';
import { demoProjects } from './demo-projects.ts';
import { stated } from './stated.ts';

const of = (zoneId: string) => demoProjects.filter(({ letter }) => letter.zoneId === zoneId);
const sum = (zoneId: string, what: (one: (typeof demoProjects)[number]) => number) =>
  of(zoneId).reduce((all, one) => all + what(one), 0);

describe('the demo', () => {
  it('has the 64 projects of Kokand: 16 roofed, 33 in construction, 15 not stated', () => {
    const states = of('kokand').map(({ built }) => built?.rung ?? 'not-stated');
    expect([states.length, states.filter(isRoofed).length, states.filter(isInConstruction).length]).toEqual([
      64, 16, 33,
    ]);
    expect(states.filter((state) => state === 'not-stated')).toHaveLength(15);
  });

  it.each([
    ['turkistan', 82, 120_000_000_000, 6200],
    ['kokand', 64, 266_000_000_000, 2500],
    ['kyzylorda', 11, 128_800_000_000, 1900],
  ])('adds up in %s', (zoneId, projects, investment, jobs) => {
    expect(of(zoneId)).toHaveLength(projects);
    expect(sum(zoneId, ({ letter }) => letter.investment.amountMinor / 100)).toBe(investment);
    expect(sum(zoneId, ({ letter }) => letter.jobs)).toBe(jobs);
  });

  it('has the output of Kyzylorda by year, 0.9 bn less than its source states', () => {
    const by = [2018, 2019, 2020].map((year) => sum('kyzylorda', ({ output }) => output?.[year] ?? 0));
    expect(by).toEqual([1_200_000_000, 9_200_000_000, 12_500_000_000]);
    const one = stated.find(({ zoneId, statedId }) => zoneId === 'kyzylorda' && statedId === 'output');
    expect((one?.total ?? 0) - by.reduce((all, amount) => all + amount, 0)).toBe(900_000_000);
  });

  it('has one contract past its start, whose docket is open', () => {
    expect(demoProjects.filter(({ frozen }) => frozen)).toHaveLength(1);
  });
});
