import type { OutboxMessage } from '../notices/outbox.ts';
import type { Change } from '../project/change-builder.ts';
import type { Letter } from '../project/project-ports.ts';
import { companyNumberKeys, nameKeys, numberKeys } from './search.ts';

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

export function lostWords({ after, letter }: Change): readonly string[] {
  if (letter === undefined) return [];
  const { number, reference } = after.project;
  const now = searchWords(letter.now, number, reference);
  return searchWords(letter.was, number, reference).filter((word) => !now.includes(word));
}

/** Whether a project is to be found by more than before: it is new, its letter names the company anew, or it got its number. */
const isFoundByMore = ({ before, events, letter }: Change): boolean =>
  before === undefined ||
  (letter !== undefined && JSON.stringify(letter.was.company) !== JSON.stringify(letter.now.company)) ||
  events.some(({ body }) => body.type === 'number-given');

export const searchMessages = (change: Change): readonly OutboxMessage[] =>
  isFoundByMore(change) ? [{ kind: 'search' }] : [];
