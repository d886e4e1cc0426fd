import type { SearchMessage } from '../notices/outbox.ts';
import type { Change } from '../project/change-builder.ts';
import type { Letter, NewProject } from '../project/project-ports.ts';
import { companyNumberKeys, nameKeys, numberKeys } from './search.ts';

/** What a letter's project is found by: the words of its company's name, the company's number, its own number and reference. */
export const searchWords = (
  { company }: Pick<Letter, 'company'>,
  ...numbers: readonly (string | undefined)[]
): readonly string[] => [
  ...new Set([
    ...nameKeys(company.name),
    ...companyNumberKeys(company.number),
    ...numbers.flatMap((number) => (number === undefined ? [] : numberKeys(number))),
  ]),
];

/** A new project is found by its letter, a corrected one by what the letter says now, one that got its number by that and its reference. */
export function searchMessages({ after, events, letter }: Change, begin?: NewProject): readonly SearchMessage[] {
  const { number, reference, zoneId } = after.project;
  const words = (one: Letter | undefined) => (one === undefined ? [] : searchWords(one, number, reference));
  const [was, now] = [words(letter?.was), words(letter?.now ?? begin?.letter)];
  const given = events.flatMap(({ body }) => (body.type === 'number-given' ? numberKeys(body.number) : []));
  const added = [...new Set([...now.filter((word) => !was.includes(word)), ...given])];
  const removed = was.filter((word) => !now.includes(word));
  return added.length + removed.length === 0 ? [] : [{ kind: 'search', zoneId, added, removed }];
}
