import { isBesideName, isLegalForm } from './legal-forms.ts';
import { joinedKey, searchKeys, searchPrefixes, wordsOf } from './search-keys.ts';

const mostWords = 12;
const mostSought = 8;

export interface Named {
  readonly company: string;
  readonly number: string;
  readonly reference?: string | undefined;
}

const distinct = (keys: readonly string[]): readonly string[] => [...new Set(keys)].filter((key) => key !== '');

const wordsOfName = (name: string): readonly string[] => {
  const words = wordsOf(name);
  const own = words.filter((word) => !isLegalForm(word));
  return (own.length > 0 ? own : words).slice(0, mostWords);
};

export const nameKeys = (name: string): readonly string[] => distinct(wordsOfName(name).flatMap(searchKeys));

/** What a number or reference is found by: the whole, and what comes last ('0008'). */
export const numberKeys = (number: string): readonly string[] =>
  distinct([joinedKey(number), joinedKey(wordsOf(number).at(-1) ?? '')]);

export const companyNumberKeys = (number: string): readonly string[] => distinct([joinedKey(number)]);

/** Everything by which a line of a list shows that it was found; only the company's number is not in it. */
const keysOf = ({ company, number, reference = number }: Named): readonly string[] =>
  distinct([...nameKeys(company), ...numberKeys(number), ...numberKeys(reference)]);

/** A word that is looked for: every project has one of its prefixes. */
export interface Sought {
  readonly keys: readonly string[];
  readonly prefixes: readonly string[];
  /** The middle of a number: projects have it, and are not found by it. */
  readonly isYear: boolean;
}

export interface Search {
  /** The text as one number: what it may begin with. Tried before the words. */
  readonly number: readonly string[];
  /** All of them are required. */
  readonly words: readonly Sought[];
}

/** A running number has at least four digits, and is typed without its noughts. */
const padded = (words: readonly string[]): string | undefined => {
  const last = words.at(-1) ?? '';
  return /^\d{1,3}$/.test(last) ? joinedKey([...words.slice(0, -1), last.padStart(4, '0')].join(' ')) : undefined;
};

export function searchOf(text: string): Search | undefined {
  const typed = wordsOf(text);
  const own = typed.filter((word) => !isBesideName(word));
  const words = (own.length > 0 ? own : typed).slice(0, mostSought);
  if (words.length === 0) return undefined;
  const isNumber = words.some((word) => /\d/.test(word));
  const sought = words.map((word): Sought => ({
    keys: searchKeys(word),
    prefixes: searchPrefixes(word),
    isYear: words.length > 1 && /^(?:19|20)\d\d$/.test(word),
  }));
  return { number: isNumber ? distinct([padded(words) ?? '', joinedKey(words.join(' '))]) : [], words: sought };
}

const begins = (keys: readonly string[], prefixes: readonly string[]): boolean =>
  keys.some((key) => prefixes.some((prefix) => key.startsWith(prefix)));

/** Whether a project's name or numbers have a word; that its company's number has it does not show. */
export const hasWord = (named: Named, { prefixes }: Pick<Sought, 'prefixes'>): boolean =>
  begins([...keysOf(named), ...[named.number, named.reference ?? ''].flatMap(wordsOf).flatMap(searchKeys)], prefixes);

/** The first of the keys that lead from some beginnings to a project: there it stands in a list by keys. Undefined for its company's number. */
export const firstKey = (named: Named, prefixes: readonly string[]): string | undefined =>
  keysOf(named)
    .filter((key) => begins([key], prefixes))
    .toSorted()[0];

/** How well a project is met: 0 by its number, 1 by its whole name, 2 by whole words, 3 by how its name begins, 4 somehow. */
export function rankOf({ number, words }: Search, named: Named, found: ReadonlySet<string>): number {
  const keys = keysOf(named);
  const isWhole = (sought: readonly string[], own: readonly string[]): boolean =>
    sought.some((key) => own.includes(key));
  if (number.some((key) => found.has(key) && !nameKeys(named.company).includes(key))) return 0;
  const name = wordsOfName(named.company).map(searchKeys);
  if (name.length === words.length && words.every(({ keys: sought }, at) => isWhole(sought, name[at] ?? []))) return 1;
  if (words.every(({ keys: sought }) => isWhole(sought, keys))) return 2;
  return begins(name[0] ?? [], words[0]?.prefixes ?? []) ? 3 : 4;
}
