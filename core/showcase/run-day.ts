import { overdueDays } from '../calendar/clock-pause.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Ports } from '../kernel/ports.ts';
import { isReminded } from '../notices/due-reminders.ts';
import type { OutboxRow, ShowcaseItem } from '../notices/outbox.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { tellRow } from './change-item.ts';

/** Working days within which a proposal is answered (ours). */
const answerWithin = 5;

export interface DayOfShowcase {
  /** What is past its day, for those of the office and above it. */
  readonly late: readonly ShowcaseItem[];
  /** What parties are reminded of, by their ids. */
  readonly parties: ReadonlyMap<string, readonly ShowcaseItem[]>;
  /** Reminders of proposers, who read no digest; the same day again is the same. */
  readonly rows: readonly OutboxRow[];
}

export const nothingShown: DayOfShowcase = { late: [], parties: new Map(), rows: [] };

/** What the showcase of a zone tells today: as assignments do, by working days. Reads its rows alone. */
export async function dayOfShowcase(
  { showcase }: Pick<Ports, 'showcase'>,
  context: ZoneContext,
): Promise<DayOfShowcase> {
  const { zoneId } = context.zone;
  const on = today(context);
  const late: ShowcaseItem[] = [];
  const parties = new Map<string, ShowcaseItem[]>();
  const rows: OutboxRow[] = [];
  for (const { item, proposals } of await showcase.list(zoneId)) {
    for (const { proposalId, state, on: since, open } of proposals) {
      const of = { zoneId, itemId: item.itemId, proposalId };
      const told = (due: string, askedId?: string): ShowcaseItem => ({
        ...of,
        ...(askedId !== undefined && { askedId }),
        due,
        overdueDays: overdueDays(context.calendar, due, on),
      });
      const all = [
        ...(state === 'waiting' ? [told(addWorkingDays(context.calendar, since, answerWithin))] : []),
        ...open.map(({ due, askedId }) => told(due, askedId)),
      ];
      late.push(...all.filter((one) => one.overdueDays > 0));
      for (const { askedId, partyId, due, openedAt } of open.filter((one) => isReminded(context, one))) {
        if (partyId !== undefined) parties.set(partyId, [...(parties.get(partyId) ?? []), told(due, askedId)]);
        else rows.push(tellRow({ tell: 'due', ...of, askedId }, `${on}-${String(openedAt)}`, context.now));
      }
    }
  }
  return { late, parties, rows };
}
