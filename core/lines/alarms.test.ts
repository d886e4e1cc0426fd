import { describe, expect, it } from 'vitest';
import { runDay } from '../digests/run-day.ts';
import { takeOverProject } from '../project/take-over-project.ts';
import { at, letter, needs, officer, person, membership } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import { changeLine } from './change-line.ts';

const lineId = 'alpha-g-1';
const staff = [
  person(membership('head')),
  person(membership('officer')),
  person(membership('headquarters', 'north', 'region')),
];

async function started(spent: number) {
  const here = world({ staff, on: '2026-01-12' });
  const now = here.now();
  await changeLine(here.ports, {
    lineId,
    request: {
      zoneId: 'alpha',
      utility: 'gas',
      names: { kk: 'G-1', ru: 'G-1', en: 'G-1', 'uz-cyrl': 'Г-1' },
      partyId: 'alpha-gas',
      money: [{ year: 2026, currency: 'KZT', allocated: 100_000_000, committed: 0, spent }],
      why: 'Budget.',
      version: 0,
    },
    actor: officer,
    now,
  });
  await takeOverProject(here.ports, {
    letter: letter({ utilities: needs('gas') }),
    stage: 'design-documentation',
    receivedOn: '2026-01-12',
    now,
  });
  await here.settle();
  const tellOn = async (day: string) => {
    here.moveTo(at(day, '09:00'));
    await runDay(here.ports, here.now(), (_, error) => {
      throw error;
    });
    await here.settle();
    const sent = here.memory.sent.splice(0).filter(({ text }) => text.includes('G-1'));
    return sent.map(({ to }) => to).toSorted();
  };
  return { here, tellOn };
}

describe('money of a line that will stay unspent', () => {
  const leading = ['head-alpha@example.org', 'headquarters-north@example.org'];

  it('is told to those who lead, once a quarter, from the day on which the pace is known', async () => {
    const { tellOn } = await started(0);
    expect(await tellOn('2026-01-30')).toEqual([]);
    expect(await tellOn('2026-03-16')).toEqual(leading);
    expect(await tellOn('2026-03-16')).toEqual([]);
    expect(await tellOn('2026-03-17')).toEqual([]);
    expect(await tellOn('2026-04-01')).toEqual(leading);
    expect(await tellOn('2026-06-30')).toEqual([]);
  });

  it('is not told where it is spent in time', async () => {
    const { tellOn } = await started(90_000_000);
    for (const day of ['2026-03-16', '2026-06-15', '2026-09-15']) expect(await tellOn(day), day).toEqual([]);
  });

  it('names the amount, the party and how many projects wait', async () => {
    const { here } = await started(0);
    here.moveTo(at('2026-03-16', '09:00'));
    await runDay(here.ports, here.now(), () => undefined);
    const rows = [...here.memory.rows.values()].flatMap(({ errand }) =>
      errand.kind === 'digest' && errand.digest.unspent ? [errand.digest] : [],
    );
    expect(rows.map(({ role, unspent }) => [role, unspent])).toEqual(
      ['head', 'headquarters'].map((role) => [
        role,
        [{ zoneId: 'alpha', lineId, year: 2026, unspent: { amountMinor: 100_000_000, currency: 'KZT' }, projects: 1 }],
      ]),
    );
  });
});
