import type { Ports } from '../kernel/ports.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import type { WorkEntry } from '../work/desk-ports.ts';
import type { Line } from './line.ts';
import { neededLines, type LineNeed } from './need.ts';
import { kindsOf } from '../work/work-row.ts';

/** The open work of a zone that needs a kind of line, whole: a query for each thousand projects. */
export async function needing(
  { lists }: Pick<Ports, 'lists'>,
  zoneId: string,
  isNeeded: (entry: WorkEntry) => boolean,
): Promise<readonly WorkEntry[]> {
  const found: WorkEntry[] = [];
  let after: string | undefined;
  do {
    const page = await lists.work(zoneId, after);
    found.push(...page.entries.filter(isNeeded));
    after = page.next;
  } while (after !== undefined);
  return found;
}

/** A project that waits for a line: what was said of its need, else how much its letter asks for; absent where nobody says. */
export interface Waiter {
  readonly entry: WorkEntry;
  readonly said?: LineNeed | undefined;
  readonly capacity?: number | undefined;
}

/** Letters that count, and whose line is not there yet. */
export function waitingFor(context: ZoneContext, line: Line, work: readonly WorkEntry[]): readonly Waiter[] {
  if (line.milestones.energised?.actual !== undefined) return [];
  return work.flatMap((entry): Waiter[] => {
    const { projectId, row } = entry;
    if (row.uncounted === true) return [];
    const needed = neededLines(context.lines, { projectId, lines: kindsOf(row), needs: row.said });
    const found = needed.find((one) => one.line?.lineId === line.lineId);
    if (found === undefined) return [];
    return [{ entry, said: found.said, capacity: found.said?.capacity ?? row.needs?.[line.utility] ?? undefined }];
  });
}
