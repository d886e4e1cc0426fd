import type { Assignment } from '../project/project.ts';
import { receivedOn, workingDaysBetween } from '../calendar/working-days.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';

/** Working days before and after the due date, then once a week, on which holders outside are reminded (ours). */
export const dueReminders = { before: [5, 1], after: 1, every: 5 } as const;

/** Of a holder outside the office; not on the morning after it came: the email that asked for it is not a day old. */
export function isReminded(
  context: ZoneContext,
  { due, openedAt, heldSince }: Pick<Assignment, 'due' | 'openedAt' | 'heldSince'>,
): boolean {
  const { calendar } = context;
  const on = today(context);
  if (receivedOn(calendar, heldSince ?? openedAt) >= on) return false;
  const left = workingDaysBetween(calendar, on, due);
  return left < 0
    ? (-left - dueReminders.after) % dueReminders.every === 0
    : dueReminders.before.some((days) => days === left);
}
