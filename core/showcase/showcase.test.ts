import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryPorts } from '#test/support/memory-ports.ts';
import { languages, type Language } from '../kernel/common.ts';
import { actOnShowcase } from './act-on-showcase.ts';
import { keepItem } from './keep-item.ts';
import type { ItemRequest, ShowcaseWish, Told } from './showcase.ts';
import { toldIn } from './told-text.ts';
import { listShowcase } from './view-showcase.ts';

const now = Date.parse('2025-12-12T06:00:00Z');
const days = (count: number) => now + count * 86_400_000;
const request: ItemRequest = {
  zoneId: 'alpha',
  names: { ru: 'Направляющая лифта', 'uz-cyrl': 'Лифт йўналтирувчиси' },
  about: {},
  hs: '843131',
  aYear: 12_000,
  unit: 'piece',
  price: { amountMinor: 4_200_000, currency: 'KZT' },
  pricePublic: true,
  buyer: { company: 'Lift plant', email: 'buyer@example.org', language: 'ru' },
  order: { aYear: 6000, years: 3 },
  validUntil: '2026-01-31',
  version: 0,
};
const staff = (role: 'officer' | 'leadership', zoneId = 'alpha') => ({
  kind: 'staff' as const,
  personId: 'demo',
  memberships: [{ personId: 'demo', scope: 'zone' as const, scopeId: zoneId, role, from: '2025-01-01' }],
});
const officer = staff('officer');

async function shown(more: Partial<ItemRequest> = {}) {
  const ports = memoryPorts();
  const kept = await keepItem(ports, { itemId: 'a-1', request: { ...request, ...more }, actor: officer, now });
  const list = async (wish: ShowcaseWish = {}, at = now) => (await listShowcase(ports, wish, at)).items;
  return { ports, kept, list };
}

describe('an item', () => {
  it.each<[string, Partial<ItemRequest>, string]>([
    ['without a name', { names: {} }, 'names'],
    ['whose day has passed', { validUntil: '2025-12-11' }, 'validUntil'],
    ['of which more is ordered than needed', { order: { aYear: 12_001, years: 1 } }, 'order.aYear'],
    ['whose price everybody sees, and there is none', { price: undefined }, 'price.amount'],
  ])('%s is refused', async (_, more, path) => {
    const { kept } = await shown(more);
    expect(kept).toMatchObject({ ok: false, failure: { kind: 'invalid', issues: [{ path }] } });
  });

  it.each([
    ['leadership', staff('leadership'), 'forbidden'],
    ['an officer of another zone', staff('officer', 'beta'), 'not-found'],
  ])('is not kept by %s', async (_, actor, kind) => {
    const ports = memoryPorts();
    expect(await keepItem(ports, { itemId: 'a-1', request, actor, now })).toMatchObject({ failure: { kind } });
  });

  it('goes to no other zone, and is not changed over what another has changed', async () => {
    const { ports } = await shown();
    const keep = (more: Partial<ItemRequest>) =>
      keepItem(ports, { itemId: 'a-1', request: { ...request, ...more }, actor: officer, now });
    expect(await keep({ version: 1, zoneId: 'beta' })).toMatchObject({ failure: { kind: 'conflict' } });
    expect(await keep({ version: 0 })).toMatchObject({ failure: { kind: 'conflict', version: 1 } });
    expect(await keep({ version: 1 })).toMatchObject({ value: { version: 2, buyerVersion: 0 } });
    const moved = { ...request.buyer, email: 'other@example.org' };
    expect(await keep({ version: 2, buyer: moved })).toMatchObject({ value: { version: 3, buyerVersion: 1 } });
  });

  it('tells everybody no address of its buyer, and its price only where that is wanted', async () => {
    const open = await shown();
    expect((await open.list())[0]).toMatchObject({ buyer: 'Lift plant', price: request.price });
    const hidden = await shown({ pricePublic: false });
    const [item] = await hidden.list();
    expect(item).toMatchObject({ buyer: 'Lift plant' });
    expect(JSON.stringify(item)).not.toMatch(/example\.org|4200000/);
  });

  it('is on show until the end of its last day, by itself', async () => {
    const { list } = await shown();
    // 31 January in zone time (+5).
    expect(await list({}, Date.parse('2026-01-31T18:59:00Z'))).toHaveLength(1);
    expect(await list({}, Date.parse('2026-01-31T19:00:00Z'))).toHaveLength(0);
  });

  it('is taken off once, with a reason', async () => {
    const { ports, list } = await shown();
    const remove = () =>
      actOnShowcase(ports, {
        itemId: 'a-1',
        actor: officer,
        now: days(1),
        request: { action: 'withdraw', reason: 'Bought.' },
      });
    expect(await remove()).toMatchObject({ value: { item: { withdrawn: { on: '2025-12-13', reason: 'Bought.' } } } });
    expect(await remove()).toMatchObject({ failure: { kind: 'not-allowed' } });
    expect(await list()).toHaveLength(0);
  });

  it.each<[ShowcaseWish, number]>([
    [{}, 1],
    [{ zone: 'alpha' }, 1],
    [{ zone: 'beta' }, 0],
    [{ hs: '8431' }, 1],
    [{ hs: '31' }, 0],
    [{ q: 'НАПРАВЛЯЮЩАЯ' }, 1],
    [{ q: 'lift' }, 1],
    [{ q: 'yoʻnaltiruvchisi' }, 1],
    [{ q: 'pump' }, 0],
  ])('is found by %j: %i', async (wish, count) => {
    const { list } = await shown();
    expect(await list(wish)).toHaveLength(count);
  });
});

describe('a text', () => {
  it.each<[string, Told, Language, string, Language]>([
    ['of the reader’s language', { kk: 'a', ru: 'b' }, 'kk', 'a', 'kk'],
    ['in Latin, made of the Cyrillic', { 'uz-cyrl': 'Қопқоқ', ru: 'b' }, 'uz', 'Qopqoq', 'uz'],
    ['of a neighbour', { ru: 'b', en: 'c' }, 'kk', 'b', 'ru'],
    ['of the other alphabet, as it is', { uz: 'Qopqoq', ru: 'b' }, 'uz-cyrl', 'Qopqoq', 'uz'],
  ])('%s', (_, told, reader, text, language) => {
    expect(toldIn(told, reader)).toEqual({ text, language });
  });

  it('is told to every reader where there is one in any language, and is one that was typed or made of one', () => {
    const told = fc.dictionary(fc.constantFrom(...languages), fc.constantFrom('Том', 'Бур', 'Сим'), { minKeys: 1 });
    fc.assert(
      fc.property(told, fc.constantFrom(...languages), (texts: Told, reader) => {
        const found = toldIn(texts, reader);
        expect(found).toBeDefined();
        if (texts[reader] !== undefined) expect(found).toEqual({ text: texts[reader], language: reader });
        else if (found && found.language !== 'uz') expect(found.text).toBe(texts[found.language]);
      }),
    );
  });
});
