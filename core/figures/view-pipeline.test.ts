import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/kernel/actor.ts';
import { confirmAddress } from '../letter/confirm-address.ts';
import { viewPipeline } from './view-pipeline.ts';
import { letter, membership, officer, staff } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';

async function begun() {
  const told = world();
  const letters = [
    ['alpha', 'KZT'],
    ['alpha', 'KZT'],
    ['alpha', 'USD'],
    ['beta', 'KZT'],
    ['gamma', 'UZS'],
    ['alpha', 'EUR'],
  ] as const;
  for (const [place, [zoneId, currency]] of letters.entries()) {
    const projectId = await told.submit(
      { zoneId, investment: { ...letter().investment, currency } },
      `key-${String(place)}`,
    );
    // The last one's address stays unconfirmed.
    if (place < 5) await confirmAddress(told.ports, { projectId, now: told.now() });
  }
  return told;
}
const view = async (actor: Actor, zoneId?: string) => {
  const result = await viewPipeline((await begun()).ports, { actor, zoneId });
  return result.ok ? result.value : undefined;
};
const amount = letter().investment.amountMinor;

describe('the pipeline', () => {
  it.each<[string, Actor, string | undefined, string[], number]>([
    ['an officer: the own zone', officer, undefined, ['alpha'], 3],
    [
      'leadership of a region: its zones',
      staff(membership('leadership', 'north', 'region')),
      undefined,
      ['alpha', 'beta'],
      4,
    ],
    ['one of them', staff(membership('leadership', 'north', 'region')), 'beta', ['beta'], 1],
    ['a zone of somebody else', officer, 'gamma', [], 0],
    ['somebody without a role', staff(), undefined, [], 0],
    ['an investor', { kind: 'investor', projectId: 'p1' }, undefined, [], 0],
  ])('shows %s', async (_, actor, zoneId, zones, projects) => {
    const pipeline = await view(actor, zoneId);
    expect(pipeline?.zones.map((zone) => zone.zoneId)).toEqual(zones);
    expect(pipeline?.total).toMatchObject({ projects, jobs: projects * 120, overdue: 0 });
  });

  it('never adds money of two currencies', async () => {
    const pipeline = await view(staff(membership('leadership', 'north', 'region')));
    expect(pipeline?.zones[0]?.buckets).toEqual([
      {
        bucket: 'letter-of-intent',
        projects: 3,
        jobs: 360,
        overdue: 0,
        investment: [
          { amountMinor: 2 * amount, currency: 'KZT' },
          { amountMinor: amount, currency: 'USD' },
        ],
      },
    ]);
    expect(pipeline?.total.investment).toEqual([
      { amountMinor: 3 * amount, currency: 'KZT' },
      { amountMinor: amount, currency: 'USD' },
    ]);
  });

  it('shows the greatest safe integer where the sum would be more', async () => {
    const { ports } = await begun();
    const counts = {
      past: async () => [],
      board: async () => [],
      of: async () =>
        [
          { group: 'stage', member: 'expertise', what: 'projects', amount: 9 },
          { group: 'stage', member: 'expertise', what: 'KZT', amount: Number.MAX_SAFE_INTEGER },
        ] as const,
    };
    const result = await viewPipeline(
      { ...ports, counts },
      { actor: staff(membership('leadership', 'north', 'region')) },
    );
    expect(result).toMatchObject({
      ok: true,
      value: { total: { projects: 18, investment: [{ currency: 'KZT', amountMinor: Number.MAX_SAFE_INTEGER }] } },
    });
  });
});
