import type { Utility } from '../kernel/common.ts';
import { apply } from '../project/apply.ts';
import type { Change } from '../project/change-builder.ts';
import type { ProjectEvent } from '../project/event.ts';
import type { Aggregate, Project } from '../project/project.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { expectedStart, holdingLine, onItsWay } from '../stages/expected-start.ts';
import { startOfConstruction } from '../stages/stage-id.ts';

/** The line of the zone because of which a project is to start later than its road map planned. */
function lateLine(project: Project, context: ZoneContext): { line: string; utility: Utility } | undefined {
  const planned = project.baseline?.[startOfConstruction];
  if (planned === undefined || project.ending !== undefined) return undefined;
  const way = onItsWay(project);
  if (expectedStart(context, way) <= planned) return undefined;
  const holding = holdingLine(context, way);
  return holding && { line: holding.lineId ?? holding.utility, utility: holding.utility };
}

/** What follows for the start of construction, as the last event of a change: a line of the zone keeps it now, or does no longer. */
function moved({ project }: Aggregate, context: ZoneContext): ProjectEvent | undefined {
  const late = lateLine(project, context);
  if (late?.line === project.lateLine) return undefined;
  return {
    projectId: project.projectId,
    sequence: project.version + 1,
    at: context.now,
    actor: { kind: 'system' },
    body: { type: 'start-moved', ...late },
  };
}

export function withStart(change: Change, context: ZoneContext): Change {
  const event = moved(change.after, context);
  return event ? { ...change, after: apply(change.after, event), events: [...change.events, event] } : change;
}

export function startMoves(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  const event = moved(aggregate, context);
  return event && { before: aggregate, after: apply(aggregate, event), events: [event], notes: [] };
}
