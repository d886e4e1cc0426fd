import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../calendar/calendar.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { runDay } from '../digests/run-day.ts';
import { changeLine } from '../lines/change-line.ts';
import { takeOverProject } from '../project/take-over-project.ts';
import { viewProject } from '../project/view-project.ts';
import { Journey } from '#test/support/journey.ts';
import { at, letter, membership, needs, officer, staff } from '#test/support/samples.ts';
import { put, world, type World } from '#test/support/world.ts';
import { accuracyOf, compared, median, type Compared, type ForecastStart } from './forecasts.ts';
import { viewForecasts } from './view-forecasts.ts';

const calendar = calendarOf('KZ');
const start = (more: Partial<ForecastStart> = {}): ForecastStart => ({
  projectId: 'p1',
  expected: '2026-06-01',
  planned: '2026-06-01',
  ...more,
});
const month = (...starts: readonly ForecastStart[]) => ({
  zoneId: 'alpha',
  month: '2026-03',
  on: '2026-03-02',
  starts,
});

describe('a forecast beside what came', () => {
  it.each<[string, ForecastStart, string | undefined, Partial<Compared> | undefined]>([
    ['of a project that has not started', start(), undefined, undefined],
    ['of one that had started before', start(), '2026-02-27', undefined],
    ['that was right', start(), '2026-06-01', { off: 0, lead: 'quarter' }],
    ['that was too early', start(), '2026-06-15', { off: 10, lead: 'half-year' }],
    ['that was too late', start({ expected: '2026-04-20' }), '2026-04-13', { off: -5, lead: 'quarter' }],
    ['made long before', start(), '2026-09-14', { lead: 'longer' }],
    [
      'with its range',
      start({ half: '2026-06-01', fourInFive: '2026-06-30' }),
      '2026-06-15',
      { byHalf: false, byFourInFive: true },
    ],
  ])('%s', (_, one, startedOn, expected) => {
    const found = compared(calendar, month(one), new Map(startedOn === undefined ? [] : [['p1', startedOn]]));
    if (expected === undefined) expect(found).toEqual([]);
    else expect(found).toMatchObject([expected]);
  });

  it.each<[readonly number[], number | undefined]>([
    [[], undefined],
    [[7], 7],
    [[9, 1, 4], 4],
    [[4, 1], 2.5],
  ])('the median of %j is %s', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('half of all miss by the median at most, and half by it at least', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 1 }), (offs) => {
        const {
          error = Number.NaN,
          later,
          forecasts,
        } = accuracyOf(offs.map((off): Compared => ({ month: '2026-03', lead: 'longer', off })));
        expect(offs.filter((off) => Math.abs(off) <= error).length * 2).toBeGreaterThanOrEqual(offs.length);
        expect(offs.filter((off) => Math.abs(off) >= error).length * 2).toBeGreaterThanOrEqual(offs.length);
        expect([later, forecasts]).toEqual([offs.filter((off) => off > 0).length, offs.length]);
      }),
    );
  });

  it('counts those that started by the days of their range among those that had one', () => {
    const all: readonly Compared[] = [
      { month: 'm', lead: 'longer', off: 1 },
      { month: 'm', lead: 'longer', off: 2, byHalf: false, byFourInFive: true },
      { month: 'm', lead: 'longer', off: 3, byHalf: true, byFourInFive: true },
    ];
    expect(accuracyOf(all)).toMatchObject({ forecasts: 3, ranged: 2, byHalf: 1, byFourInFive: 2 });
  });
});

const day = ({ ports }: World, date: string) =>
  runDay(ports, at(date, '06:00'), (_, error) => {
    throw error;
  });
const leader = staff(membership('leadership'));
const seen = async ({ ports }: World, on: string) => {
  const view = await viewForecasts(ports, { actor: leader, now: at(on) });
  if (!view.ok) throw new Error(view.failure.kind);
  return view.value;
};

describe('what is forecast when a month begins', () => {
  it('is kept once, with what follows from lines; the months show how many will be late and by how much', async () => {
    const here = world({ on: '2026-01-12' });
    const taken = await takeOverProject(here.ports, {
      letter: letter({ utilities: needs('power') }),
      stage: 'design-documentation',
      receivedOn: '2025-12-12',
      now: here.now(),
    });
    if (!taken.ok) throw new Error(taken.failure.kind);
    await here.settle();
    const { projectId } = taken.value;
    await day(here, '2026-01-13');
    const first = await here.ports.forecasts.since('alpha', '2026-01');
    await day(here, '2026-01-14');
    expect(await here.ports.forecasts.since('alpha', '2026-01')).toEqual(first);
    const names = { kk: 'L', ru: 'L', en: 'L', 'uz-cyrl': 'Л' };
    await changeLine(here.ports, {
      lineId: 'alpha-l-3',
      request: {
        zoneId: 'alpha',
        utility: 'power',
        names,
        partyId: 'alpha-power',
        milestones: { energised: { expected: '2027-02-01' } },
        why: 'Plan.',
        version: 0,
      },
      actor: officer,
      now: at('2026-01-14'),
    });
    await here.settle();
    await day(here, '2026-02-02');
    const [, second] = await here.ports.forecasts.since('alpha', '2026-01');
    const project = await viewProject(here.ports, { projectId, actor: officer, now: at('2026-02-02') });
    const told = project.ok ? project.value.start : undefined;
    expect(second).toMatchObject({ on: '2026-02-02', starts: [{ projectId, expected: told?.expected }] });
    const { months } = await seen(here, '2026-02-02');
    const planned = second?.starts[0]?.planned ?? '';
    expect(months).toMatchObject([
      { month: '2026-02', projects: 1, behind: 1, slip: workingDaysBetween(calendar, planned, told?.expected ?? '') },
      { month: '2026-01', projects: 1, behind: 0, forecasts: 0 },
    ]);
  });

  it('is compared with the day of the start, by zone, month and time before it', async () => {
    const here = world({ on: '2026-03-02' });
    const journey = new Journey({ on: '2026-03-02' }).to('construction-start');
    await put(here, journey);
    const expected = addWorkingDays(calendar, '2026-04-01', 3);
    await here.ports.forecasts.keep({
      zoneId: 'alpha',
      month: '2026-04',
      on: '2026-04-01',
      starts: [start({ expected, half: expected, fourInFive: '2027-01-04' })],
    });
    expect((await seen(here, '2026-04-01')).zones).toMatchObject([{ zoneId: 'alpha', forecasts: 0 }]);
    const aggregate = await here.load('p1');
    const on = addWorkingDays(calendar, expected, 7);
    here.memory.projects.set('p1', {
      ...here.memory.projects.get('p1')!,
      aggregate: {
        ...aggregate,
        project: {
          ...aggregate.project,
          phase: 'ended',
          ending: 'construction-started',
          actual: { ...aggregate.project.actual, 'construction-start': on },
        },
      },
    });
    const good = { forecasts: 1, error: 7, later: 1, ranged: 1, byHalf: 0, byFourInFive: 1 };
    const view = await seen(here, on);
    expect(view.zones).toMatchObject([good]);
    expect(view.months).toMatchObject([{ month: '2026-04', ...good }]);
    expect(view.leads.map(({ lead, forecasts }) => [lead, forecasts])).toEqual([
      ['quarter', 1],
      ['half-year', 0],
      ['longer', 0],
    ]);
  });

  it('is nobody’s who has no role there', async () => {
    const { ports } = world();
    const asked = await viewForecasts(ports, { actor: leader, zoneId: 'gamma', now: at('2026-03-02') });
    expect(asked).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });
});
