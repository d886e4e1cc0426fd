import { addDays, later, type LocalDate } from '../calendar/local-date.ts';
import type { Ports } from '../kernel/ports.ts';
import { ok } from '../kernel/result.ts';
import { needing } from '../lines/waiting.ts';
import { changeBuilder, together, type Change, type ChangeBuilder } from '../project/change-builder.ts';
import { changeProject } from '../project/change-project.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { openAssignments } from '../project/standing.ts';
import { awaitedUntil } from '../project/standstill.ts';
import { endPause } from '../project/suspend.ts';
import { dayOf } from '../project/with.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { assignmentOf } from '../stages/assignment-id.ts';
import type { WorkEntry } from '../work/desk-ports.ts';
import { isOver, moratoriumOn, type Moratorium } from './moratorium.ts';

/** Its clock stands from the moratorium's first day on, but only for days on which it ran. */
function stopsOn(
  { project }: Aggregate,
  { pausedOn, openedAt, resumedOn }: Assignment,
  { from }: Moratorium,
): LocalDate {
  if (pausedOn !== undefined) return pausedOn;
  const first = project.pause !== undefined && project.pause.on < from ? project.pause.on : from;
  return later(later(first, dayOf(project, openedAt)), resumedOn ?? first);
}

function stop(change: ChangeBuilder, context: ZoneContext, one: Assignment, found: Moratorium): void {
  const { moratorium: known, assignmentId } = one;
  if (known?.moratoriumId === found.moratoriumId && known.until === found.until) return;
  const on = stopsOn(change.state(), one, found);
  const own = known === undefined ? one.pausedUntil : known.ownUntil;
  const until = found.until === undefined ? undefined : later(found.until, own ?? found.until);
  const awaited =
    until === undefined
      ? undefined
      : awaitedUntil(context, change.state().project.pause, { ...one, pausedOn: on, pausedUntil: until });
  change.emit({
    type: 'moratorium-applied',
    assignmentId,
    moratoriumId: found.moratoriumId,
    on,
    ...(found.until !== undefined && { until: found.until }),
    ...(awaited !== undefined && { awaitedUntil: awaited }),
  });
}

/** Its supplier's own pause, or that of the project, goes on; else its clock does. */
function goOn(change: ChangeBuilder, context: ZoneContext, one: Assignment): void {
  const { moratorium: known, assignmentId } = one;
  if (known === undefined) return;
  const { pause } = change.state().project;
  const day = today(context);
  const ended = context.moratoria.find(({ moratoriumId }) => moratoriumId === known.moratoriumId)?.until ?? day;
  const over = ended < day ? ended : day;
  const until = later(over, known.ownUntil ?? over);
  if (until <= day && pause === undefined) {
    endPause(change, context, one, until);
    return;
  }
  const { awaitedUntil: _, ...rest } = one;
  const awaited = awaitedUntil(context, pause, { ...rest, pausedUntil: until });
  change.emit({
    type: 'moratorium-lifted',
    assignmentId,
    until,
    ...(awaited !== undefined && { awaitedUntil: awaited }),
  });
}

/** What moratoria of its zone change in a project today: asked again, nothing. */
export function followMoratoria(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  if (aggregate.project.phase === 'ended') return undefined;
  const change = changeBuilder(aggregate, context.now, { kind: 'system' });
  for (const one of openAssignments(aggregate)) {
    if (one.kind !== 'technical-condition') continue;
    const found = moratoriumOn(context.moratoria, one.line, today(context));
    if (found) stop(change, context, one, found);
    else goOn(change, context, one);
  }
  return change.change().events.length > 0 ? change.change() : undefined;
}

/** A change with what moratoria bring to what it opens. */
export function withMoratoria(change: Change, context: ZoneContext): Change {
  const follows = followMoratoria(change.after, context);
  return follows ? together(change, follows) : change;
}

/** By its row in the work list: something asked in it stands still because of another moratorium than holds now, or of none. */
const isTouched =
  ({ moratoria }: Pick<ZoneContext, 'moratoria'>, day: LocalDate) =>
  ({ projectId, row }: WorkEntry): boolean =>
    row.open.some(({ id, moratorium, pausedUntil }) => {
      const asked = assignmentOf(`${projectId}_${id}`);
      if (asked?.kind !== 'technical-condition') return false;
      const found = moratoriumOn(moratoria, asked.line, day);
      if (found?.moratoriumId !== moratorium) return true;
      return found !== undefined && found.until !== pausedUntil;
    });

/** A moratorium that ended longer ago has been followed by every project. */
const followedDays = 60;

/** Projects of a zone that moratoria touch; one read of its open work, and none where there is no moratorium. */
export async function touchedByMoratoria(
  ports: Pick<Ports, 'lists'>,
  context: ZoneContext,
): Promise<readonly string[]> {
  const day = today(context);
  const held = context.moratoria.some((one) => one.from <= day && !isOver(one, addDays(day, -followedDays)));
  if (!held) return [];
  return (await needing(ports, context.zone.zoneId, isTouched(context, day))).map(({ projectId }) => projectId);
}

/** Takes a few round trips to the table a project. */
const atOnce = 8;

/** A moratorium of a zone began, changed or ended: what it touches there stands still, or goes on. */
export async function followInZone(
  ports: Pick<Ports, 'lists' | 'projects' | 'reference'>,
  context: ZoneContext,
): Promise<void> {
  const ahead = (await touchedByMoratoria(ports, context)).values();
  const worker = async (): Promise<void> => {
    for (const projectId of ahead)
      await changeProject(ports, { projectId, now: context.now, actor: { kind: 'system' } }, (aggregate, own) =>
        ok(followMoratoria(aggregate, own)),
      );
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
