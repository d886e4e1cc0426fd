import type { Digest, DigestItem } from '../../contracts/outbox.ts';

export type Lists = Pick<Digest, 'overdue' | 'soon' | 'escalated'>;

/** More lines than this help nobody before the first coffee; and a digest stays well below what one item of the table holds. */
const longest = 200;

/** As a list of a digest shows them: the longest due first, no more than anybody reads. */
export const asListed = (items: readonly DigestItem[]): DigestItem[] =>
  items.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).slice(0, longest);

/** Several lists as one: each assignment once, in the list that presses most. */
export function joined(lists: readonly Lists[]): Lists {
  const [only, more] = lists;
  if (only && more === undefined) return only;
  const told = new Set<string>();
  const take = (name: keyof Lists): DigestItem[] => {
    const all = [...new Map(lists.flatMap((one) => one[name]).map((item) => [item.assignmentId, item])).values()].filter(({ assignmentId }) => !told.has(assignmentId));
    all.forEach(({ assignmentId }) => told.add(assignmentId));
    return asListed(all);
  };
  return { escalated: take('escalated'), overdue: take('overdue'), soon: take('soon') };
}
