import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { Ports } from '../kernel/ports.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { lineMilestones, reachedBy, type Line, type LineChange } from './line.ts';

/** Changes of a line that are looked at: it has no more between two meetings. */
const mostChanges = 20;

/** The milestones as they were before some changes, the newest first. */
function before(milestones: Line['milestones'], changes: readonly LineChange[]): Line['milestones'] {
  const was = new Map(changes.flatMap((one) => one.changes.map(({ field, before: value }) => [field, value] as const)));
  const day = (field: string, now: LocalDate | undefined) => (was.has(field) ? was.get(field) : now);
  return Object.fromEntries(
    lineMilestones.map((one) => {
      const { expected, actual, after } = milestones[one] ?? {};
      const [expectedThen, actualThen] = [day(`${one}.expected`, expected), day(`${one}.actual`, actual)];
      return [
        one,
        {
          ...(expectedThen !== undefined && { expected: expectedThen }),
          ...(actualThen !== undefined && { actual: actualThen }),
          ...(after !== undefined && { after }),
        },
      ];
    }),
  );
}

export interface Slipped {
  readonly line: Line;
  readonly from: LocalDate;
  readonly due: LocalDate;
}

/** Lines that will be put into operation later than it stood on a day; those that moved furthest first. A query for each line. */
export async function slippedSince(
  { lines: store }: Pick<Ports, 'lines'>,
  { calendar }: ZoneContext,
  lines: readonly Line[],
  since: LocalDate,
): Promise<readonly Slipped[]> {
  const found = await Promise.all(
    lines.map(async (line) => {
      const changes = (await store.changes(line.lineId, mostChanges)).filter(
        ({ at }) => localDateOf(at, calendar.offsetMinutes) >= since,
      );
      const from = reachedBy(before(line.milestones, changes), 'energised');
      const due = reachedBy(line.milestones, 'energised');
      const days = from === undefined || due === undefined ? 0 : workingDaysBetween(calendar, from, due);
      return from !== undefined && due !== undefined && days > 0 ? [{ line, from, due, days }] : [];
    }),
  );
  return found.flat().toSorted((a, b) => b.days - a.days);
}
