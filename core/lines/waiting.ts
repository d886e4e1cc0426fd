import type { Utility } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import type { WorkEntry } from '../work/desk-ports.ts';
import type { Line } from './line.ts';
import { lineOf } from './line-of.ts';

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

const needs = (context: ZoneContext, { lineId }: Pick<Line, 'lineId'>, { projectId, row }: WorkEntry): boolean =>
  Object.keys(row.needs ?? {}).some((kind) => lineOf(context.lines, kind as Utility, projectId)?.lineId === lineId);

/** Letters that count, and whose line is not there yet. */
export function waitingFor(context: ZoneContext, line: Line, work: readonly WorkEntry[]): readonly WorkEntry[] {
  if (line.milestones.energised?.actual !== undefined) return [];
  return work.filter((entry) => entry.row.uncounted !== true && needs(context, line, entry));
}
