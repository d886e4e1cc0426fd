import { dayNumberOf, type LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { rolesAt } from '../kernel/actor.ts';
import type { PromiseItem } from '../notices/outbox.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { StaffPerson } from '../reference/reference.ts';
import { staleOf, type Promised } from './forum-record.ts';

/** Which week a day is of: they begin on Mondays. */
const weekOf = (day: LocalDate): number => Math.floor((dayNumberOf(day) + 3) / 7);

/**
 * What a zone's digests of today tell of promises that nobody looks after: of each on the first working day on which it is on somebody's
 * list, and once a week as long as it stays there. With its owner, then with the head too, then with leadership. By the reader (`memberName`).
 */
export function staleToday(
  context: ZoneContext,
  promises: readonly Promised[],
  staff: readonly StaffPerson[],
): ReadonlyMap<string, readonly PromiseItem[]> {
  const day = today(context);
  const before = addWorkingDays(context.calendar, day, -1);
  const isWeekly = weekOf(before) < weekOf(day);
  const having = (role: 'head' | 'leadership'): readonly string[] =>
    staff
      .filter(({ memberships }) => rolesAt(memberships, context.zone).includes(role))
      .map(({ personId }) => personId);
  const heads = having('head');
  const leadership = having('leadership');
  const all = new Map<string, readonly PromiseItem[]>();
  for (const one of promises) {
    const stale = staleOf(one, day);
    if (stale === undefined || (!isWeekly && staleOf(one, before) === stale)) continue;
    const { zoneId, forumId, promiseId, owner } = one;
    // Whoever had it is gone: those who lead hear of it at once.
    const isThere = staff.some(({ personId }) => personId === owner);
    const readers = new Set([
      ...(isThere ? [owner] : heads),
      ...(stale === 'owner' ? [] : heads),
      ...(stale === 'leadership' ? leadership : []),
    ]);
    for (const reader of readers)
      all.set(`staff:${reader}`, [...(all.get(`staff:${reader}`) ?? []), { zoneId, forumId, promiseId, stale }]);
  }
  return all;
}
