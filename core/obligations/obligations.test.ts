import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticesOf } from '#core/notices/notices-of.ts';
import { Journey } from '#test/support/journey.ts';
import { at as instant, headquarters, membership, staff } from '#test/support/samples.ts';
import { put, world, type World } from '#test/support/world.ts';
import { viewBoard } from '../board/view-board.ts';
import { addDays, dayNumberOf } from '../calendar/local-date.ts';
import type { Actor } from '../kernel/actor.ts';
import { complete } from '../project/complete-change.ts';
import { actOnObligations, passObligationsDay } from './change-obligations.ts';
import type { ObligationRequest, ObligationsView, OwedFigures } from './obligation-facts.ts';
import { addedFigures, daysOf, obligationsDayOf, periodsOf, restOf } from './obligations.ts';
import { viewObligations } from './view-obligations.ts';

const of = (personId: string, ...roles: readonly ('officer' | 'head')[]): Actor =>
  staff(...roles.map((role) => ({ ...membership(role), personId })));
const olga = of('olga', 'officer');
const hana = of('hana', 'head');
const investor: Actor = { kind: 'investor', projectId: 'p1' };

async function started(before = false): Promise<World> {
  const at = world();
  const journey = new Journey({ lines: ['power'] }).to('construction-start');
  if (!before) journey.settle().approve();
  await put(at, journey);
  at.moveTo(instant('2027-01-04'));
  return at;
}

const kzt = (tenge: number) => ({ amountMinor: tenge * 100, currency: 'KZT' as const });
const planOf = (year: number, figures: OwedFigures = { output: kzt(400), jobs: 50 }): ObligationRequest => ({
  act: 'plan',
  every: 'quarter',
  year,
  figures,
});
const report = (period: string, figures: OwedFigures = { output: kzt(90), jobs: 40 }): ObligationRequest => ({
  act: 'report',
  period,
  figures,
});

const act = (at: World, request: ObligationRequest, actor = olga) =>
  actOnObligations(at.ports, { projectId: 'p1', actor, now: at.now(), request });
async function view(at: World, actor = olga): Promise<ObligationsView> {
  const found = await viewObligations(at.ports, { projectId: 'p1', actor, now: at.now() });
  if (!found.ok) throw new Error(found.failure.kind);
  return found.value;
}
async function outcome(result: ReturnType<typeof act>): Promise<string> {
  const done = await result;
  if (done.ok) return 'done';
  const { failure } = done;
  if (failure.kind === 'invalid') return failure.issues.map(({ path, code }) => `${path} ${code}`).join();
  return failure.kind === 'not-allowed' ? failure.because : failure.kind;
}

/** One day after another, as the daily run has it; what was told on which. */
async function pass(at: World, until: string): Promise<readonly string[]> {
  const told: string[] = [];
  for (let day = addDays(new Date(at.now()).toISOString().slice(0, 10), 1); day <= until; day = addDays(day, 1)) {
    at.moveTo(instant(day));
    const aggregate = await at.ports.projects.load('p1');
    if (aggregate === undefined) throw new Error('There is no project');
    const change = passObligationsDay(aggregate, new Journey({ on: day }).setting);
    if (change === undefined) continue;
    told.push(
      ...noticesOf(change).map(({ notice, recipient, kept = '' }) => `${day} ${notice} ${recipient.to} ${kept}`),
    );
    await at.ports.projects.commit(complete(change));
  }
  return told;
}

describe('what a contract promises', () => {
  it('is planned by the office, reported by the investor, confirmed by the office, and the rest is shown', async () => {
    const at = await started();
    expect(await outcome(act(at, planOf(2027), investor))).toBe('forbidden');
    expect(await outcome(act(at, planOf(2027)))).toBe('done');
    at.moveTo(instant('2027-07-05'));
    expect(await outcome(act(at, report('2027-1'), investor))).toBe('done');
    expect(await outcome(act(at, report('2027-2', { output: kzt(110) }), investor))).toBe('done');
    expect(await outcome(act(at, { act: 'confirm', period: '2027-1', figures: { output: kzt(90), jobs: 40 } }))).toBe(
      'done',
    );
    const { years, periods } = await view(at);
    expect(years).toEqual([
      {
        year: 2027,
        planned: { output: kzt(400), jobs: 50 },
        reported: { output: kzt(200), jobs: 40 },
        confirmed: { output: kzt(90), jobs: 40 },
        rest: { output: kzt(310), jobs: 10 },
        notReported: [],
      },
    ]);
    expect(periods.map(({ period, state }) => `${period} ${state}`)).toEqual([
      '2027-1 confirmed',
      '2027-2 reported',
      '2027-3 to-come',
      '2027-4 to-come',
    ]);
  });

  it('stands beside the same period of the year before, and reaches the board', async () => {
    const at = await started();
    await act(at, planOf(2027));
    await act(at, planOf(2028));
    at.moveTo(instant('2028-04-04'));
    await act(at, report('2027-1'), investor);
    await act(at, report('2028-1', { output: kzt(120), jobs: 60 }), investor);
    const { periods } = await view(at);
    expect(periods.find(({ period }) => period === '2028-1')?.yearBefore).toEqual({ output: kzt(90), jobs: 40 });
    const board = await viewBoard(at.ports, { actor: olga, now: at.now(), zoneId: 'alpha' });
    expect(board).toMatchObject({
      ok: true,
      value: {
        jobs: { there: 60, notReported: 0 },
        obligations: [
          { year: 2027, planned: { output: [kzt(400)] }, reported: { output: [kzt(90)] }, confirmed: { output: [] } },
          { year: 2028, reported: { output: [kzt(120)], jobs: 60 } },
        ],
      },
    });
  });

  it.each<[string, ObligationRequest, Actor, string]>([
    ['a period that is not over', report('2027-2'), investor, 'period not-yet'],
    ['a period that nobody planned', report('2029-1'), investor, 'period invalid_value'],
    ['a report of nothing', report('2027-1', {}), investor, 'figures missing'],
    ['a confirmation of what is not reported', { act: 'confirm', period: '2027-1', figures: {} }, olga, 'not-reported'],
    ['a confirmation by its investor', { act: 'confirm', period: '2027-1', figures: {} }, investor, 'forbidden'],
    ['a visit that nobody opened', { act: 'visit', on: '2027-04-02', words: 'Seen.' }, olga, 'no-visit'],
    [
      'an act of breach without a visit',
      { act: 'breach', number: '7', on: '2027-04-02', cureDays: 30, words: 'None.' },
      olga,
      'no-visit',
    ],
    ['a proof of tomorrow', { act: 'prove', number: '7', on: '2030-01-01' }, olga, 'on in-future'],
    ['anything by somebody of the headquarters', report('2027-1'), headquarters, 'forbidden'],
    ['anything by somebody of elsewhere', report('2027-1'), of('adam'), 'not-found'],
  ])('refuses %s', async (_, request, actor, expected) => {
    const at = await started();
    await act(at, planOf(2027));
    at.moveTo(instant('2027-04-05'));
    expect(await outcome(act(at, request, actor))).toBe(expected);
  });

  it('is confirmed by a second person, with other figures for a reason alone, and is not changed after that', async () => {
    const at = await started();
    await act(at, planOf(2027));
    at.moveTo(instant('2027-04-05'));
    await act(at, report('2027-1'), olga);
    const figures = { output: kzt(80), jobs: 40 };
    const confirm = { act: 'confirm', period: '2027-1', figures, words: 'By the tax return.' } as const;
    expect(await outcome(act(at, confirm, olga))).toBe('forbidden');
    expect(await outcome(act(at, { act: 'confirm', period: '2027-1', figures }, hana))).toBe('words missing');
    expect(await outcome(act(at, confirm, hana))).toBe('done');
    expect(await outcome(act(at, report('2027-1', { jobs: 1 }), investor))).toBe('confirmed');
  });

  it('is nothing before the start of construction', async () => {
    const at = await started(true);
    expect(await outcome(act(at, planOf(2027)))).toBe('not-started');
    expect(await view(at)).toMatchObject({ isOpen: false, years: [], actions: [] });
  });
});

describe('a report that is missing', () => {
  it('is asked for, missed by the investor and the office; two open a visit, then an act of breach', async () => {
    const at = await started();
    await act(at, planOf(2027));
    expect(await pass(at, '2027-08-31')).toEqual([
      '2027-04-01 report-asked investor 2027/I',
      '2027-04-22 report-missing investor 2027/I',
      '2027-04-29 report-missing investor 2027/I',
      '2027-04-29 report-missing office 2027/I',
      '2027-05-11 report-missing office 2027/I',
      '2027-07-01 report-asked investor 2027/II',
      '2027-07-23 report-missing investor 2027/II',
      '2027-07-23 report-visit office 2027/I',
      '2027-07-30 report-missing investor 2027/II',
      '2027-07-30 report-missing office 2027/II',
      '2027-08-06 report-missing office 2027/II',
    ]);
    const breach = { act: 'breach', number: '12', on: '2027-08-31', cureDays: 30, words: 'No reports.' } as const;
    expect(await view(at)).toMatchObject({ behind: 2, visit: { period: '2027-1' } });
    expect(await outcome(act(at, breach))).toBe('no-visit');
    expect(await outcome(act(at, { act: 'visit', on: '2027-08-30', words: 'Nobody there.' }))).toBe('done');
    expect(await outcome(act(at, breach))).toBe('done');
    expect((await view(at)).breach).toEqual({ number: '12', on: '2027-08-31', cureUntil: '2027-09-30' });
    await act(at, report('2027-1'), investor);
    await act(at, report('2027-2'), investor);
    expect((await view(at)).behind).toBe(0);
  });

  it('is looked after from the day after its period, until it is reported', async () => {
    const at = await started();
    await act(at, planOf(2027));
    const day = async () => {
      const found = await at.ports.projects.load('p1');
      return found && obligationsDayOf(found.project);
    };
    expect(await day()).toBe('2027-04-01');
    at.moveTo(instant('2027-04-05'));
    await act(at, report('2027-1'), investor);
    expect(await day()).toBe('2027-07-01');
  });
});

describe('periods', () => {
  it('are whole years without a gap', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 2000, max: 2090 }), { minLength: 1 }), (years) => {
        const sorted = years.toSorted((a, b) => a - b);
        const plans = sorted.map((year) => ({ year, planned: {} }));
        const days = (every: 'quarter' | 'year') =>
          periodsOf({ every, years: plans })
            .map(daysOf)
            .reduce((sum, { from, to }) => sum + dayNumberOf(to) - dayNumberOf(from) + 1, 0);
        expect(days('quarter')).toBe(days('year'));
      }),
    );
  });

  it('add up, and what is planned less that is the rest', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 10 ** 9 }), (parts, promised) => {
        const whole = addedFigures(parts.map((one) => ({ output: kzt(one) }))) ?? {};
        const sum = parts.reduce((all, one) => all + one, 0);
        expect(whole).toEqual({ output: kzt(sum) });
        expect(restOf({ output: kzt(promised), jobs: 3 }, whole)).toEqual({ output: kzt(promised - sum) });
      }),
    );
  });
});
