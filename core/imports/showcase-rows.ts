import * as z from 'zod/mini';
import { currencies, Identifier, languages } from '../kernel/common.ts';
import { attempts } from '../project/change-project.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { itemIssues, itemOf, kept, newItemId } from '../showcase/keep-item.ts';
import { ItemRequest, units, type Item, type Told } from '../showcase/showcase.ts';
import { frameTexts } from '../texts/areas/frame.ts';
import { showcaseTexts } from '../texts/areas/showcase.ts';
import { languageNames } from '../texts/index.ts';
import { plainWord, type Cells, type RowIssue } from './cells.ts';
import type { ImportRow } from './import.ts';
import { calledBy, eachOf, type Compared, type KindPorts, type KindRules } from './kinds.ts';

/** What a file says of an item; cells that are empty leave what is there. */
const ShowcaseRow = z.object({
  itemId: z.optional(Identifier),
  told: z.extend(z.partial(z.omit(ItemRequest, { zoneId: true, version: true })), {
    names: ItemRequest.shape.names,
    about: ItemRequest.shape.about,
    buyer: z.partial(ItemRequest.shape.buyer),
    order: z.partial(ItemRequest.shape.order),
  }),
});
type ShowcaseRow = z.infer<typeof ShowcaseRow>;

/** Which column shows what is wrong with a part of an item. */
function columnOf(path: string): string {
  const own: Readonly<Record<string, string>> = {
    itemId: 'item',
    names: 'name',
    'price.amount': 'price',
    'price.amountMinor': 'price',
    'price.currency': 'currency',
    'buyer.company': 'buyer',
    'buyer.email': 'buyerEmail',
    'buyer.language': 'buyerLanguage',
    'order.aYear': 'orderAYear',
    'order.years': 'orderYears',
    'order.terms': 'terms',
  };
  const bare = path.replace(/^told\./, '');
  return own[bare] ?? bare.replace(/^names\./, 'name.');
}

const called = () => ({
  unit: calledBy(units, (language) => showcaseTexts(language).units),
  currency: new Map(currencies.map((one) => [plainWord(one), one])),
  language: calledBy(languages, () => languageNames),
  isPublic: calledBy(['true', 'false'], (language) => {
    const { yes, no } = frameTexts(language);
    return { true: yes, false: no };
  }),
});

const known = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const inLanguages = (cells: Cells, field: 'name' | 'about') =>
  known(Object.fromEntries(languages.map((written) => [written, cells.text(`${field}.${written}`)])));

function toldIn(cells: Cells, words: ReturnType<typeof called>): Readonly<Record<string, unknown>> {
  const amountMinor = cells.minor('price');
  const currency = cells.one('currency', words.currency);
  const isPublic = cells.one('pricePublic', words.isPublic);
  return known({
    names: inLanguages(cells, 'name'),
    about: inLanguages(cells, 'about'),
    // Codes are often written in groups.
    hs: cells.text('hs')?.replaceAll(/[\s.\u00a0]/g, ''),
    aYear: cells.number('aYear'),
    unit: cells.one('unit', words.unit),
    price: amountMinor === undefined ? undefined : { amountMinor, currency },
    pricePublic: isPublic === undefined ? undefined : isPublic === 'true',
    buyer: known({
      company: cells.text('buyer'),
      email: cells.text('buyerEmail'),
      language: cells.one('buyerLanguage', words.language),
    }),
    order: known({ aYear: cells.number('orderAYear'), years: cells.number('orderYears'), terms: cells.text('terms') }),
    validUntil: cells.day('validUntil'),
  });
}

const read: KindRules['read'] = ({ rows, zoneOf }) => {
  const words = called();
  return rows.flatMap((cells): ImportRow[] => {
    const zone = zoneOf(cells);
    const value = known({ itemId: cells.text('item')?.toLowerCase(), told: toldIn(cells, words) });
    const row = zone && cells.isRight ? cells.fit(ShowcaseRow, value, columnOf) : undefined;
    return zone && row ? [{ row: cells.row, zoneId: zone.zone.zoneId, value: row }] : [];
  });
};

/** Without a short name an item is known again by its code, its buyer and one of its names. */
function isSame(item: Item, { told: { hs, names, buyer } }: ShowcaseRow): boolean {
  const isNamed = (own: Told): boolean =>
    languages.some(
      (one) => plainWord(own[one] ?? '') !== '' && plainWord(own[one] ?? '') === plainWord(names[one] ?? ''),
    );
  return item.hs === hs && plainWord(item.buyer.email) === plainWord(buyer.email ?? '') && isNamed(item.names);
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, one]) => [name, sorted(one)] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
    : value;
const settled = ({ version: _, ...item }: Item): string => JSON.stringify(sorted(item));

/** The item as a row would have it beside what is there; what was taken off show stays off. */
function judged(
  ports: Pick<KindPorts, 'ids'>,
  { row, value }: ImportRow,
  found: Item | undefined,
  context: ZoneContext,
): Item | readonly RowIssue[] {
  const { itemId, told } = value as ShowcaseRow;
  const {
    itemId: _,
    since: __,
    buyerVersion: ___,
    withdrawn,
    ...was
  } = found ?? { pricePublic: false, itemId: '', since: '', buyerVersion: 0, withdrawn: undefined };
  const request = ItemRequest.safeParse(
    {
      ...was,
      ...told,
      names: { ...found?.names, ...told.names },
      about: { ...found?.about, ...told.about },
      buyer: { language: context.zone.language, ...found?.buyer, ...told.buyer },
      order: { ...found?.order, ...told.order },
      zoneId: context.zone.zoneId,
      version: found?.version ?? 0,
    },
    { reportInput: true },
  );
  if (!request.success)
    return request.error.issues.map(({ path, code, input }) => ({
      row,
      column: columnOf(path.join('.')),
      code: input === undefined ? 'missing' : code,
    }));
  const id = found?.itemId ?? itemId ?? newItemId(ports, request.data);
  const item: Item = { ...itemOf(id, request.data, found, context), ...(withdrawn && { withdrawn }) };
  // What is there already is not wrong because time has passed.
  if (found !== undefined && settled(found) === settled(item)) return item;
  const issues = itemIssues(request.data, context);
  return issues.length === 0 ? item : issues.map(({ path, code }) => ({ row, column: columnOf(path), code }));
}

const isItem = (answer: Item | readonly RowIssue[]): answer is Item => 'itemId' in answer;

async function contextsOf(
  ports: Pick<KindPorts, 'reference'>,
  rows: readonly ImportRow[],
  now: number,
): Promise<ReadonlyMap<string, ZoneContext>> {
  const zoneIds = [...new Set(rows.map(({ zoneId }) => zoneId))];
  const all = await eachOf(zoneIds, 8, (zoneId) => zoneContextOf(ports, zoneId, now));
  return new Map(zoneIds.flatMap((zoneId, at) => (all[at] ? [[zoneId, all[at]] as const] : [])));
}

/** Items of the showcase, a row each. @param now decides what lies in the past */
export const showcaseRows = (now: number): KindRules => ({
  read,
  compare: async (ports, rows, issues) => {
    const contexts = await contextsOf(ports, rows, now);
    const lists = await eachOf([...contexts.keys()], 8, (zoneId) => ports.showcase.list(zoneId));
    const there = lists.flat().map(({ item }) => item);
    const seen = new Map<string, Item>();
    const compared: Compared[] = [];
    for (const row of rows) {
      const context = contexts.get(row.zoneId);
      if (context === undefined) continue;
      const value = ShowcaseRow.parse(row.value);
      const { itemId } = value;
      const own = [...there, ...seen.values()].filter(({ zoneId }) => zoneId === row.zoneId);
      const found = own.find((one) => (itemId === undefined ? isSame(one, value) : one.itemId === itemId));
      const isElsewhere =
        found === undefined && itemId !== undefined && (await ports.showcase.load(itemId)) !== undefined;
      const item = judged(ports, row, found, context);
      if (isElsewhere) issues.push({ row: row.row, column: 'item', code: 'unknown-zone' });
      else if (!isItem(item)) issues.push(...item);
      else if (seen.has(item.itemId)) issues.push({ row: row.row, column: 'item', code: 'twice' });
      else {
        seen.set(item.itemId, item);
        const standing = found === undefined ? 'new' : settled(found) === settled(item) ? 'same' : 'changed';
        compared.push({ row: { ...row, value: { ...value, itemId: item.itemId } }, standing });
      }
    }
    return compared;
  },
  write: async (ports, rows, { by }) => {
    const contexts = await contextsOf(ports, rows, now);
    const write = async (row: ImportRow): Promise<readonly RowIssue[]> => {
      const context = contexts.get(row.zoneId);
      const { itemId = '' } = row.value as ShowcaseRow;
      for (let attempt = 1; context !== undefined && attempt <= attempts; attempt += 1) {
        const found = await ports.showcase.load(itemId);
        if (found !== undefined && found.item.zoneId !== row.zoneId) break;
        const item = judged(ports, row, found?.item, context);
        if (!isItem(item)) return item;
        // What a crash has left behind was written already.
        if (found !== undefined && settled(found.item) === settled(item)) return [];
        const change = kept(found, item, by.kind === 'staff' ? by.personId : '', now);
        if ((await ports.showcase.commit(change)) === 'committed') return [];
      }
      return [{ row: row.row, column: 'item', code: 'not-written' }];
    };
    return (await eachOf(rows, 8, write)).flat();
  },
  rowsAPart: 100,
  partsAtOnce: 2,
});
