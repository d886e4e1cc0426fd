import type { OutboxMessage } from '../notices/outbox.ts';
import type { ExternalNumber } from '../project/care-facts.ts';
import { plotWord } from '../plots/plot-word.ts';
import type { Change } from '../project/change-builder.ts';
import type { EventType } from '../project/event.ts';
import type { Letter } from '../project/project-ports.ts';
import { companyNumberKeys, nameKeys, numberKeys } from './search.ts';

export const searchWords = (
  {
    company,
    plotId,
    external = [],
  }: Pick<Letter, 'company' | 'plotId'> & { readonly external?: readonly ExternalNumber[] | undefined },
  ...numbers: readonly (string | undefined)[]
): readonly string[] => [
  ...new Set([
    ...nameKeys(company.name),
    ...companyNumberKeys(company.number),
    ...(plotId === undefined ? [] : [plotWord(plotId)]),
    ...external.flatMap(({ number }) => companyNumberKeys(number)),
    ...numbers.flatMap((number) => (number === undefined ? [] : numberKeys(number))),
  ]),
];

/** Of numbers of other registers that were removed; what else it is found by is written anew behind the answer. */
const removedNumbers = ({ events }: Change): readonly string[] =>
  events.flatMap(({ body }) => (body.type === 'number-removed' ? companyNumberKeys(body.number) : []));

export function lostWords(change: Change): readonly string[] {
  const { after, letter } = change;
  if (letter === undefined) return removedNumbers(change);
  const { number, reference } = after.project;
  const now = searchWords(letter.now, number, reference);
  return searchWords(letter.was, number, reference).filter((word) => !now.includes(word));
}

const foundByMore: readonly EventType[] = ['number-given', 'number-noted', 'number-removed'];

/** Whether a project is to be found by more than before: it is new, its letter names the company anew, or it got its number. */
const isFoundByMore = ({ before, events, letter }: Change): boolean =>
  before === undefined ||
  (letter !== undefined && JSON.stringify(letter.was.company) !== JSON.stringify(letter.now.company)) ||
  events.some(({ body }) => foundByMore.includes(body.type));

export const searchMessages = (change: Change): readonly OutboxMessage[] =>
  isFoundByMore(change) ? [{ kind: 'search' }] : [];
