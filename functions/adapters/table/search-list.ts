import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { firstKey, hasWord, rankOf, searchOf, type Named, type Search, type Sought } from '#core/search/search.ts';
import type { Page, PageRequest, ProjectLine, ProjectNarrowing } from '#core/kernel/ports.ts';
import { query, type Where } from './list-queries.ts';
import { fittingLines } from './narrowed-lists.ts';
import { BadPageToken, decodeKey, encodeKey, startKey } from './paging.ts';
import { batch, mostLooked, walk, type Batch } from './walk.ts';

interface Place {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly zoneId: string;
}

const WordKey = z.object({ SK: z.string() });

const entryOf = (item: unknown): { readonly key: string; readonly projectId: string } => {
  const { SK } = WordKey.parse(item);
  const end = SK.lastIndexOf('#');
  return { key: SK.slice(0, end), projectId: SK.slice(end + 1) };
};

const partitionOf = (zoneId: string): string => `WORD#${zoneId}`;
const whereOf = (zoneId: string, prefix: string): Where => ({
  partition: 'PK',
  value: partitionOf(zoneId),
  sort: 'SK',
  prefix,
});

type Found = ReadonlyMap<string, ReadonlySet<string>>;

/** Whose words begin so; undefined when there are more than are looked at. */
async function lookUp({ client, table, zoneId }: Place, prefixes: readonly string[]): Promise<Found | undefined> {
  const answers = await Promise.all(
    prefixes.map((prefix) => query(client, table, whereOf(zoneId, prefix), { limit: mostLooked })),
  );
  if (answers.some(({ LastEvaluatedKey }) => LastEvaluatedKey !== undefined)) return undefined;
  const found = Map.groupBy(answers.flatMap(({ Items = [] }) => Items).map(entryOf), ({ projectId }) => projectId);
  return new Map([...found].map(([projectId, entries]) => [projectId, new Set(entries.map(({ key }) => key))]));
}

export async function havingWord({ client, table, zoneId }: Place, word: string): Promise<readonly string[]> {
  const { Items = [] } = await query(client, table, whereOf(zoneId, `${word}#`), { limit: mostLooked });
  return Items.map((item) => entryOf(item).projectId);
}

const namedOf = ({ project: { number, reference }, company }: ProjectLine): Named => ({ company, number, reference });

/** The words of a search with whom each leads to; undefined for a word that says nothing before the project is read. */
type LookedUp = readonly { readonly word: Sought; readonly found: Found | undefined }[];

const hasAll = (words: LookedUp, line: ProjectLine): boolean =>
  words.every(({ word, found }) => found?.has(line.project.projectId) === true || hasWord(namedOf(line), word));

/** Who has every word of which all that have it are known; undefined when there are too many of each. */
function inAll(words: LookedUp): Found | undefined {
  const known = words.flatMap(({ found }) => (found ? [found] : [])).toSorted((a, b) => a.size - b.size);
  const [rarest, ...others] = known;
  if (rarest === undefined) return undefined;
  return new Map(
    [...rarest.keys()]
      .filter((id) => others.every((one) => one.has(id)))
      .map((id) => [id, new Set(known.flatMap((one) => [...(one.get(id) ?? [])]))]),
  );
}

/** In any order. */
async function linesOf(
  { client, table }: Place,
  ids: readonly string[],
  also: ProjectNarrowing,
): Promise<readonly ProjectLine[]> {
  const lines: ProjectLine[] = [];
  for (let at = 0; at < ids.length; at += batch)
    lines.push(
      ...(await fittingLines(client, table, ids.slice(at, at + batch), also)).filter((line) => line !== undefined),
    );
  return lines;
}

const RankedPlace = z.object({ PK: z.string(), found: z.int().check(z.minimum(1)) });

function ranked(
  zoneId: string,
  search: Search,
  found: Found,
  lines: readonly ProjectLine[],
  { limit, after }: PageRequest,
): Page<ProjectLine> {
  const place = after === undefined ? undefined : decodeKey(RankedPlace, after);
  if (place !== undefined && place.PK !== partitionOf(zoneId)) throw new BadPageToken();
  const best = lines
    .map((line) => ({ line, rank: rankOf(search, namedOf(line), found.get(line.project.projectId) ?? new Set()) }))
    .toSorted((a, b) => a.rank - b.rank || (a.line.project.number < b.line.project.number ? -1 : 1))
    .map(({ line }) => line);
  const end = (place?.found ?? 0) + limit;
  const entries = best.slice(place?.found ?? 0, end);
  return end < best.length ? { entries, next: encodeKey({ PK: partitionOf(zoneId), found: end }) } : { entries };
}

async function readOn(
  { client, table, zoneId }: Place,
  prefixes: readonly string[],
  from: Record<string, unknown> | undefined,
): Promise<Batch> {
  const at = from === undefined ? 0 : prefixes.findIndex((prefix) => String(from['SK']).startsWith(prefix));
  const prefix = prefixes[at];
  if (prefix === undefined) throw new BadPageToken();
  const { Items = [], LastEvaluatedKey } = await query(client, table, whereOf(zoneId, prefix), {
    limit: batch,
    after: from && encodeKey(from),
  });
  const next = prefixes[at + 1];
  // Before all words that begin so: none is this alone.
  const last = LastEvaluatedKey ?? (next === undefined ? undefined : { PK: partitionOf(zoneId), SK: next });
  return { items: Items.map(({ PK, SK }) => ({ PK, SK })), last };
}

/** Every word leads to more than can be put in order: those of one word are walked as they lie, and the others looked for in each. */
function walked(
  place: Place,
  words: LookedUp,
  prefixes: readonly string[],
  { limit, after }: PageRequest,
  also: ProjectNarrowing,
): Promise<Page<ProjectLine>> {
  const { ExclusiveStartKey } = startKey(after, { name: 'PK', value: partitionOf(place.zoneId) });
  return walk(
    { limit, after: ExclusiveStartKey },
    (from) => readOn(place, prefixes, from),
    async (items) => {
      const entries = items.map(entryOf);
      const lines = await fittingLines(
        place.client,
        place.table,
        [...new Set(entries.map(({ projectId }) => projectId))],
        also,
      );
      const byId = new Map(lines.flatMap((line) => (line ? [[line.project.projectId, line]] : [])));
      const seen = new Set<string>();
      return entries.map(({ key, projectId }) => {
        const line = byId.get(projectId);
        // A project comes once, by the first of its words: each page knows which that is.
        if (
          line === undefined ||
          seen.has(projectId) ||
          key !== (firstKey(namedOf(line), prefixes) ?? key) ||
          !hasAll(words, line)
        )
          return undefined;
        seen.add(projectId);
        return line;
      });
    },
  );
}

const isWalk = (after: string | undefined): boolean =>
  after !== undefined && decodeKey(z.looseObject({ PK: z.string() }), after)['SK'] !== undefined;

const isAllNumber = ({ words }: Search): boolean =>
  words.flatMap(({ keys: [key = ''] }) => [...key]).filter((sign) => /\d/.test(sign)).length >= 6;

async function byWords(place: Place, search: Search): Promise<LookedUp> {
  return Promise.all(
    search.words.map(async (word) => ({ word, found: word.isYear ? undefined : await lookUp(place, word.prefixes) })),
  );
}

/** The best first, ties by number. At most 500 entries a beginning (7 read units); beyond, one word is walked. */
export async function searchList(
  place: Place,
  text: string,
  page: PageRequest,
  also: ProjectNarrowing,
): Promise<Page<ProjectLine>> {
  const search = searchOf(text);
  if (search === undefined) return { entries: [] };
  const byNumber = search.number.length > 0 ? await lookUp(place, search.number) : undefined;
  if (byNumber !== undefined && byNumber.size > 0 && isAllNumber(search))
    return ranked(place.zoneId, search, byNumber, await linesOf(place, [...byNumber.keys()], also), page);
  const words = await byWords(place, search);
  const found = isWalk(page.after) ? undefined : inAll(words);
  if (found === undefined) return walked(place, words, longestOf(search).prefixes, page, also);
  const lines = (await linesOf(place, [...found.keys()], also)).filter((line) => hasAll(words, line));
  const more = [...(byNumber?.keys() ?? [])].filter((id) => !lines.some(({ project }) => project.projectId === id));
  return ranked(place.zoneId, search, merged(found, byNumber), [...lines, ...(await linesOf(place, more, also))], page);
}

/** The word that leads to the fewest, as a rule; a year leads to nobody. */
const longestOf = ({ words }: Search): Sought =>
  words
    .filter(({ isYear }) => !isYear)
    .toSorted((a, b) => (b.prefixes[0]?.length ?? 0) - (a.prefixes[0]?.length ?? 0))[0] ?? {
    keys: [],
    prefixes: [],
    isYear: false,
  };

const merged = (found: Found, more: Found | undefined): Found =>
  new Map(
    [...found, ...(more ?? [])].map(([id]) => [id, new Set([...(found.get(id) ?? []), ...(more?.get(id) ?? [])])]),
  );
