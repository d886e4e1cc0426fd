import { companyNumberKeys, nameKeys, numberKeys } from '#core/search/search.ts';
import type { Letter } from '#core/kernel/ports.ts';
import type { Item } from './items.ts';
import { keys } from './keys.ts';

/** What a letter's project is found by: the words of its company's name, the company's number, its own number or reference. */
export const searchWords = ({ company }: Pick<Letter, 'company'>, ...numbers: readonly string[]): readonly string[] => [
  ...new Set([...nameKeys(company.name), ...companyNumberKeys(company.number), ...numbers.flatMap(numberKeys)]),
];

/** The items by which searches find a project; the only place where they are made. */
export const wordItems = (
  { zoneId, projectId }: { readonly zoneId: string; readonly projectId: string },
  words: readonly string[],
): readonly Item[] => words.map((word) => ({ ...keys.word(zoneId, word, projectId), projectId }));
