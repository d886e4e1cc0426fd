import { expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
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
    lookAtTable(here.ports, { kind: 'plots', zoneId: 'alpha', isPublic: false, rows, actor: head, now: here.now() });
  const bring = async (rows: ImportRows) => {
    const one = await look(rows);
    if (!one.ok) throw new Error(one.failure.kind);
    const { importId } = one.value;
    await confirmImport(here.ports, { importId, actor: head, now: here.now() });
    await here.settle();
    return viewImport(here.ports, { importId, actor: head, now: here.now() });
  };
  return { ...here, look, bring };
}

const heads = [
  'Кадастровый номер',
  'Площадь, га',
  'Форма собственности',
  'Состояние',
  'Удерживается до',
  'Почему заблокирован',
  'Аренда в год',
  'Валюта',
  'Вид сети',
  'Расстояние, м',
  'Свободная мощность',
  'Точка подключения',
  'Доступен с',
  'Поставщик сообщил',
];
const first = ['02-036-098-123', '3,5', 'государственная', 'свободен', '', '', '420 000', 'KZT'];
const rows: ImportRows = [
  heads,
  [...first, 'электроснабжение', '120', '4 000', 'L-3', '01.11.2025', '01.12.2025'],
  ['02-036-098-123', '3,5', '', '', '', '', '', '', 'газоснабжение', '', '', '', '', '01.12.2025'],
  ['02-036-098-124', '2', 'частная', 'заблокирован', '', 'Охранная зона', '', '', '', '', '', '', '', ''],
];

it('plots come in with their lines, several rows about one; again they change nothing, and empty cells leave what is there', async () => {
  const { ports, look, bring } = office();
  expect(await look(rows)).toMatchObject({ value: { counts: { new: 2, refused: 0 }, issues: [], unknown: [] } });
  expect(await ports.plots.find('alpha-02-036-098-123')).toBeUndefined();
  expect(await bring(rows)).toMatchObject({ value: { state: 'done', failed: [] } });
  expect(await ports.plots.find('alpha-02-036-098-123')).toMatchObject({
    hectares: 3.5,
    typed: { state: 'free' },
    rentAYear: { amountMinor: 42_000_000, currency: 'KZT' },
    lines: {
      power: { distanceMetres: 120, spare: 4000, point: 'L-3', from: '2025-11-01', asOf: '2025-12-01' },
      gas: { asOf: '2025-12-01' },
    },
  });
  expect(await look(rows)).toMatchObject({ value: { counts: { new: 0, changed: 0, same: 2 } } });
  const water = [heads, ['02-036-098-123', '3,5', '', '', '', '', '', '', 'water', '', '9', '', '', '01.12.2025']];
  expect(await bring(water)).toMatchObject({ value: { counts: { changed: 1 } } });
  const [change] = await ports.plots.changes('alpha-02-036-098-123', 1);
  expect(Object.keys(change?.plot.lines ?? {}).toSorted()).toEqual(['gas', 'power', 'water']);
  expect(change?.reason).toBeDefined();
});

const without = (at: number, cell: string): ImportRows => [heads, [...first, '', '', '', '', '', ''].with(at, cell)];
const gas = (...cells: readonly string[]): ImportRows => [heads, [...first, ...cells]];

it.each<[string, ImportRows, string, string]>([
  ['no number and no name', without(0, ''), 'cadastre', 'missing'],
  ['another country’s number', without(0, '10:01:01:02:03:0001'), 'cadastre', 'invalid_format'],
  ['no form', without(2, ''), 'ownership', 'missing'],
  ['a word that is no state', without(3, 'своб'), 'state', 'unknown-word'],
  ['a hold without an end', without(3, 'удерживается'), 'until', 'missing'],
  ['blocked, and nobody says why', without(3, 'заблокирован'), 'why', 'missing'],
  ['money without a currency', without(7, ''), 'currency', 'missing'],
  ['a line without a kind', gas('', '120', '', '', '', '01.12.2025'), 'utility', 'missing'],
  ['a line without a date', gas('gas', '120', '', '', '', ''), 'asOf', 'missing'],
  ['a word of tomorrow', gas('gas', '', '', '', '', '13.01.2026'), 'asOf', 'in-future'],
])('a row is refused with %s', async (_, table, column, code) => {
  expect(await office().look(table)).toMatchObject({ value: { issues: [{ row: 2, column, code }], parts: 0 } });
});
