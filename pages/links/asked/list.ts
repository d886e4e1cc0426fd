import type { AskedRow } from '#core/links/view-party.ts';
import type { Language } from '#core/kernel/common.ts';
import { assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { inOrderOf } from '#core/texts/in-order.ts';
import { textsOf } from '#core/texts/index.ts';

const sorts = ['due', 'number', 'company', 'asked'] as const;
export type Sort = (typeof sorts)[number];

/** What of a party's list is shown, and how: its address says all of it. */
export interface AskedQuery {
  readonly answered: boolean;
  readonly text: string;
  readonly sort: Sort;
  /** Whether the last comes first; of what was answered the latest does unless asked otherwise. */
  readonly backwards: boolean;
  /** From 1. */
  readonly page: number;
}

export const pageLength = 50;

/** What an address asks for; what it cannot mean is left out. */
export function queryIn(query: URLSearchParams): AskedQuery {
  const answered = query.get('state') === 'answered';
  const sort = sorts.find((one) => one === query.get('sort')) ?? 'due';
  const order = query.get('order') ?? (answered && sort === 'due' ? 'down' : 'up');
  const page = Number(query.get('page') ?? 1);
  return {
    answered,
    text: (query.get('q') ?? '').trim().slice(0, 100),
    sort,
    backwards: order === 'down',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The same as the parameters of an address, those left out that say nothing new. */
export const parametersOf = ({ answered, text, sort, backwards, page }: AskedQuery): Record<string, string> => ({
  ...(answered && { state: 'answered' }),
  ...(text !== '' && { q: text }),
  ...(sort !== 'due' && { sort }),
  ...(backwards !== (answered && sort === 'due') && { order: backwards ? 'down' : 'up' }),
  ...(page > 1 && { page: String(page) }),
});

/** What is asked, in words. */
export const askedText = (language: Language, { kind, line }: Pick<AskedRow, 'kind' | 'line'>): string =>
  capital(language, assignmentName(textsOf(language), kind, line));

/** The rows that hold a text, in the order asked for; what is equal there stays by day. */
export function arranged(
  language: Language,
  rows: readonly AskedRow[],
  { text, sort, backwards }: Pick<AskedQuery, 'text' | 'sort' | 'backwards'>,
): readonly AskedRow[] {
  const compare = inOrderOf(language);
  const plain = (words: string) => words.normalize('NFC').toLowerCase();
  const keyOf = (row: AskedRow): string => {
    if (sort === 'due') return row.answered?.on ?? row.due;
    return sort === 'asked' ? askedText(language, row) : row[sort];
  };
  const wanted = plain(text);
  return rows
    .filter((row) => [row.number, row.company, askedText(language, row)].some((part) => plain(part).includes(wanted)))
    .toSorted((one, other) => compare(keyOf(one), keyOf(other)) * (backwards ? -1 : 1));
}
