import { expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { actOnShowcase } from '../showcase/act-on-showcase.ts';
import { world } from '#test/support/world.ts';
import type { ImportRows } from './csv.ts';
import { confirmImport, lookAtTable, viewImport } from './import-table.ts';

const head: Actor = {
  kind: 'staff',
  personId: 'head',
  memberships: [{ scope: 'zone', scopeId: 'alpha', personId: 'head', role: 'head' }],
};

function office() {
  const here = world({ on: '2026-01-12' });
  const look = (rows: ImportRows) =>
    lookAtTable(here.ports, { kind: 'showcase', zoneId: 'alpha', isPublic: false, rows, actor: head, now: here.now() });
  const bring = async (rows: ImportRows) => {
    const one = await look(rows);
    if (!one.ok) throw new Error(one.failure.kind);
    const { importId } = one.value;
    await confirmImport(here.ports, { importId, actor: head, now: here.now() });
    await here.settle();
    return viewImport(here.ports, { importId, actor: head, now: here.now() });
  };
  const items = async () => (await here.ports.showcase.list('alpha')).map(({ item }) => item);
  return { ...here, look, bring, items };
}

const heads = [
  'Название (Русский)',
  'Код ТН ВЭД',
  'Нужно в год',
  'Единица',
  'Цена сейчас, за единицу',
  'Валюта',
  'Цену видят все',
  'Покупатель',
  'Эл. почта покупателя',
  'Заказ в год',
  'На сколько лет',
  'На витрине до',
];
const buyer = ['Завод лифтов', 'purchasing@lifts.example.org'];
const rail = ['Рельс', '8431 31 000 0', '12 000', 'шт.', '42 000,50', 'KZT', 'да', ...buyer, '6000', '3', '31.12.2026'];
const seal = ['Уплотнитель', '4016', '900', 'm', '', '', '', ...buyer, '900', '1', '2026-06-30'];
const rows: ImportRows = [heads, rail, seal];

it('items come in, a row each; again they change nothing, and empty cells leave what is there', async () => {
  const { look, bring, items } = office();
  expect(await look(rows)).toMatchObject({ value: { counts: { new: 2, refused: 0 }, issues: [], unknown: [] } });
  expect(await items()).toEqual([]);
  expect(await bring(rows)).toMatchObject({ value: { state: 'done', failed: [] } });
  expect((await items()).toSorted((a, b) => (a.hs > b.hs ? -1 : 1))).toMatchObject([
    {
      names: { ru: 'Рельс' },
      hs: '8431310000',
      aYear: 12_000,
      unit: 'piece',
      price: { amountMinor: 4_200_050, currency: 'KZT' },
      pricePublic: true,
      buyer: { company: 'Завод лифтов', email: 'purchasing@lifts.example.org' },
      order: { aYear: 6000, years: 3 },
      validUntil: '2026-12-31',
      version: 1,
    },
    { hs: '4016', unit: 'metre', pricePublic: false },
  ]);
  expect(await bring(rows)).toMatchObject({ value: { counts: { new: 0, changed: 0, same: 2 } } });
  const sparse = ['Рельс', '8431310000', '', '', '43 000', 'KZT', '', '', buyer[1] ?? '', '', '', ''];
  expect(await bring([heads, sparse])).toMatchObject({ value: { counts: { new: 0, changed: 1 } } });
  expect((await items()).find(({ hs }) => hs.startsWith('8431'))).toMatchObject({
    price: { amountMinor: 4_300_000 },
    aYear: 12_000,
    order: { years: 3 },
    version: 2,
  });
});

it('an item with a short name is known by it, may have another name, code and buyer, and stands once in a file', async () => {
  const { look, bring, items } = office();
  const named = (...cells: readonly string[]): ImportRows => [['item', ...heads], cells];
  await bring(named('guide-rail', ...rail));
  const other = ['Шина', '843131', ...rail.slice(2, 8), 'other@lifts.example.org', ...rail.slice(9)];
  expect(await bring(named('guide-rail', ...other))).toMatchObject({ value: { counts: { changed: 1 } } });
  expect(await items()).toMatchObject([{ itemId: 'guide-rail', hs: '843131', names: { ru: 'Шина' }, buyerVersion: 1 }]);
  expect(
    await look([
      ['item', ...heads],
      ['guide-rail', ...rail],
      ['guide-rail', ...rail],
    ]),
  ).toMatchObject({ value: { issues: [{ row: 3, column: 'item', code: 'twice' }] } });
});

it('what was taken off show stays off when its row comes again', async () => {
  const { ports, bring, items, now } = office();
  await bring(rows);
  const itemId = (await items()).find(({ hs }) => hs === '4016')?.itemId ?? '';
  const officer: Actor = {
    kind: 'staff',
    personId: 'officer',
    memberships: [{ scope: 'zone', scopeId: 'alpha', personId: 'officer', role: 'officer' }],
  };
  await actOnShowcase(ports, {
    itemId,
    actor: officer,
    now: now(),
    request: { action: 'withdraw', reason: 'Bought.' },
  });
  await bring([heads, seal.with(2, '950')]);
  expect((await items()).find((one) => one.itemId === itemId)).toMatchObject({
    aYear: 950,
    withdrawn: { reason: 'Bought.' },
  });
});

const without = (at: number, cell: string): ImportRows => [heads, rail.with(at, cell)];

it.each<[string, ImportRows, string, string]>([
  ['no name', without(0, ''), 'name', 'missing'],
  ['no code', without(1, ''), 'hs', 'missing'],
  ['a code of five digits', without(1, '84313'), 'hs', 'invalid_format'],
  ['a need that is no number', without(2, 'много'), 'aYear', 'not-a-number'],
  ['a word that is no unit', without(3, 'вагон'), 'unit', 'unknown-word'],
  ['money without a currency', without(5, ''), 'currency', 'missing'],
  ['a price for all that is not there', without(4, ''), 'price', 'missing'],
  ['no address of the buyer', without(8, ''), 'buyerEmail', 'missing'],
  ['a larger order than the need', without(9, '12001'), 'orderAYear', 'too_big'],
  ['half a year', without(10, '0,5'), 'orderYears', 'invalid_type'],
  ['a last day that has passed', without(11, '2026-01-11'), 'validUntil', 'in-the-past'],
])('a row is refused with %s', async (_, table, column, code) => {
  expect(await office().look(table)).toMatchObject({ value: { issues: [{ row: 2, column, code }], parts: 0 } });
});
