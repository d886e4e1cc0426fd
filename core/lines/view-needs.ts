import * as z from 'zod/mini';
import { DateText, Identifier, Utility } from '../kernel/common.ts';
import { later } from '../calendar/local-date.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { LineReport } from '../project/project-action.ts';
import type { Project } from '../project/project.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { Names } from '../reference/reference.ts';
import { StageName } from '../stages/decision.ts';
import { utilityUnits } from '../stages/need-of.ts';
import { neededLines } from './need.ts';

/** A line of the zone that a project needs: by the letter, or as the office has said (`by`). */
export const LineNeedView = z.object({
  utility: Utility,
  unit: z.string(),
  /** Absent where the zone keeps no line of the kind. */
  lineId: z.optional(Identifier),
  names: z.optional(Names),
  stage: StageName,
  capacity: z.optional(z.number()),
  by: z.optional(DateText),
  report: z.optional(LineReport),
  /** Working days for which it comes after the day on which it is needed, as things stand. */
  late: z.optional(z.int()),
});
export type LineNeedView = z.infer<typeof LineNeedView>;

/** What a project needs of the lines of its zone, the first needed first; what is inferred stands last. */
export function lineNeedViews(project: Project, context: ZoneContext): LineNeedView[] {
  const views = neededLines(context.lines, project).map(({ utility, stage, line, said }): LineNeedView => {
    const capacity = said?.capacity ?? project.capacities?.[utility];
    const report = line?.report;
    // One that has no day yet is late once the day has gone by.
    const comes =
      report?.state === 'committed'
        ? later(report.readyBy, today(context))
        : report?.state === 'ready'
          ? undefined
          : today(context);
    const late = said && comes ? workingDaysBetween(context.calendar, said.by, comes) : 0;
    return {
      utility,
      unit: utilityUnits[utility],
      stage,
      ...(line?.lineId !== undefined && { lineId: line.lineId, names: line.names }),
      ...(capacity !== undefined && { capacity }),
      ...(said && { by: said.by }),
      ...(report && { report }),
      ...(late > 0 && { late }),
    };
  });
  return views.toSorted((a, b) => ((a.by ?? '9') < (b.by ?? '9') ? -1 : (a.by ?? '9') > (b.by ?? '9') ? 1 : 0));
}
