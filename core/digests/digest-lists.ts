import type { Digest, DigestItem } from '../notices/outbox.ts';

export type Lists = Pick<
  Digest,
  'overdue' | 'soon' | 'escalated' | 'counts' | 'unspent' | 'instructions' | 'showcase' | 'promises' | 'matters'
>;
type Name = 'overdue' | 'soon' | 'escalated';

/** A digest stays well below what one item of the table holds (ours). */
const longest = 200;

/** How many there are of each, shown or not. */
export const countsOf = ({ overdue, soon, escalated, counts }: Lists): NonNullable<Lists['counts']> =>
  counts ?? { overdue: overdue.length, soon: soon.length, escalated: escalated.length };

/** What is new first, letters that nobody has confirmed last: strangers may send many of those. */
const place = ({ isNew, unconfirmed }: DigestItem): number => (unconfirmed ? 2 : isNew ? 0 : 1);
const byDue = (a: DigestItem, b: DigestItem): number => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);

export function asListed(lists: Lists): Lists {
  const cut = (items: readonly DigestItem[]): DigestItem[] =>
    items.toSorted((a, b) => place(a) - place(b) || byDue(a, b)).slice(0, longest);
  return {
    overdue: cut(lists.overdue),
    soon: cut(lists.soon),
    escalated: cut(lists.escalated),
    counts: countsOf(lists),
    ...(lists.unspent && { unspent: lists.unspent }),
    ...(lists.instructions && { instructions: lists.instructions }),
    ...(lists.showcase && { showcase: lists.showcase.slice(0, longest) }),
    ...(lists.promises && { promises: lists.promises }),
    ...(lists.matters && { matters: lists.matters }),
  };
}

/** Whole lists of several roles as one: each assignment once, in the list that presses most. */
export function joined(lists: readonly Lists[]): Lists {
  const [only, more] = lists;
  if (only && more === undefined) return only;
  const told = new Set<string>();
  const take = (name: Name): DigestItem[] => {
    const all = [
      ...new Map(lists.flatMap((one) => one[name]).map((item) => [item.assignmentId, item])).values(),
    ].filter(({ assignmentId }) => !told.has(assignmentId));
    all.forEach(({ assignmentId }) => told.add(assignmentId));
    return all;
  };
  const unspent = lists.find((one) => one.unspent)?.unspent;
  return { escalated: take('escalated'), overdue: take('overdue'), soon: take('soon'), ...(unspent && { unspent }) };
}

/** Lists of two zones as one. Nothing is in both, so the counts add up though the lists are cut. */
export function together(one: Lists, other: Lists): Lists {
  const both = (name: Name) => [...one[name], ...other[name]];
  const [a, b] = [countsOf(one), countsOf(other)];
  const promises = [...(one.promises ?? []), ...(other.promises ?? [])];
  const counts = { overdue: a.overdue + b.overdue, soon: a.soon + b.soon, escalated: a.escalated + b.escalated };
  const unspent = [...(one.unspent ?? []), ...(other.unspent ?? [])];
  const instructions = [...(one.instructions ?? []), ...(other.instructions ?? [])];
  const showcase = [...(one.showcase ?? []), ...(other.showcase ?? [])];
  const matters = [...(one.matters ?? []), ...(other.matters ?? [])];
  return asListed({
    overdue: both('overdue'),
    soon: both('soon'),
    escalated: both('escalated'),
    counts,
    ...(unspent.length > 0 && { unspent }),
    ...(instructions.length > 0 && { instructions }),
    ...(showcase.length > 0 && { showcase }),
    ...(promises.length > 0 && { promises }),
    ...(matters.length > 0 && { matters }),
  });
}
