import { describe, expect, it } from 'vitest';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { memoryPorts } from '#test/support/memory-ports.ts';
import { groupsOf, overviewOf } from './overview.ts';
import type { Item, ListedItem } from './showcase.ts';

const now = Date.parse('2025-12-12T06:00:00Z');
const item: Item = {
  zoneId: 'alpha',
  itemId: 'a-1',
  names: { en: 'Guide rail' },
  about: {},
  hs: '843131',
  aYear: 100,
  unit: 'piece',
  pricePublic: false,
  price: { amountMinor: 100, currency: 'KZT' },
  buyer: { company: 'Plant', email: 'buyer@example.org', language: 'ru' },
  order: { aYear: 50, years: 1 },
  validUntil: '2026-06-30',
  since: '2025-12-01',
  buyerVersion: 0,
  version: 1,
};

const context = async () => {
  const found = await zoneContextOf(memoryPorts(), 'alpha', now);
  if (found === undefined) throw new Error('No zone');
  return found;
};

describe('what leadership sees', () => {
  const row = (more: Partial<ListedItem['proposals'][number]>) => ({
    proposalId: 'o1',
    company: 'Rails',
    district: 'Sauran',
    state: 'waiting' as const,
    on: '2025-12-05',
    open: [],
    yes: 0,
    no: 0,
    ...more,
  });

  it('groups by district, however it was written', () => {
    const proposals = [
      row({}),
      row({ district: ' sauran ', company: 'RAILS', state: 'accepted', yes: 2 }),
      row({ district: 'Otyrar', company: 'Lids', outcome: 'letter', state: 'accepted' }),
      row({ district: 'Otyrar', company: 'Gone', state: 'left' }),
    ];
    expect(groupsOf([{ proposals }])).toEqual([
      { district: 'Sauran', companies: 1, proposals: 2, accepted: 1, financed: 1, became: 0 },
      { district: 'Otyrar', companies: 1, proposals: 1, accepted: 1, financed: 0, became: 1 },
    ]);
  });

  it('lists parts nobody offers to make, proposals nobody answers, and requests past their day', async () => {
    const open = [
      { askedId: 'r1', kind: 'financing' as const, partyId: 'alpha-bank', openedAt: now, due: '2025-12-10' },
    ];
    const overview = overviewOf(await context(), [
      { item, proposals: [], questions: 0 },
      { item: { ...item, itemId: 'a-2', validUntil: '2025-12-11' }, proposals: [], questions: 0 },
      { item: { ...item, itemId: 'a-3' }, proposals: [row({}), row({ state: 'accepted', open })], questions: 0 },
    ]);
    expect(overview.items).toBe(2);
    expect(overview.withoutProposal.map(({ itemId }) => itemId)).toEqual(['a-1']);
    expect(overview.withoutAnswer).toMatchObject([{ item: { itemId: 'a-3' }, workingDays: 5 }]);
    expect(overview.late).toMatchObject([{ kind: 'financing', overdueDays: 2 }]);
  });
});
