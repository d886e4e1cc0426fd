import type { ActorRef } from '../project/event.ts';
import type { Obstacle } from './obstacle.ts';
import type { Aggregate } from '../project/project.ts';
import type { ObstacleView } from '../api/views.ts';
import type { Actor } from '../kernel/actor.ts';
import { overdueDays } from '../calendar/clock-pause.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { obstacleActions, seesObstacle, type ObstacleAction } from './obstacle-rights.ts';
import { inTheWayOf, type ZoneObstacle } from './zone-obstacle.ts';
import type { Ports } from '../kernel/ports.ts';

/** Who it was as a reader may know it: staff by their subject for staff alone, parties by name. */
function authorOf(actor: Actor, by: ActorRef, { parties }: ZoneContext): ObstacleView['said'][number]['by'] {
  const names = by.kind === 'party' ? parties.find(({ partyId }) => partyId === by.partyId)?.names : undefined;
  return {
    kind: by.kind === 'staff' || by.kind === 'system' ? 'office' : by.kind,
    ...(names && { names }),
    ...(by.kind === 'staff' && actor.kind === 'staff' && { personId: by.personId }),
  };
}

function dueOf(
  { due, state }: Pick<Obstacle, 'due' | 'state'>,
  context: Pick<ZoneContext, 'now' | 'calendar'>,
): Pick<ObstacleView, 'due' | 'late'> {
  if (due === undefined) return {};
  const late = state === 'open' ? overdueDays(context.calendar, due, today(context)) : 0;
  return { due, ...(late > 0 && { late }) };
}

/** Where it lies outside, and for how many working days; an answered one with the day of its answer. */
const referralsOf = (
  { referrals = [] }: Pick<Obstacle, 'referrals'>,
  context: Pick<ZoneContext, 'now' | 'calendar'>,
): Pick<ObstacleView, 'referrals'> =>
  referrals.length === 0
    ? {}
    : {
        referrals: referrals.map((one) => ({
          ...one,
          days: workingDaysBetween(context.calendar, one.on, one.answeredOn ?? today(context)),
        })),
      };

/** @param actions what this reader may do about it */
export function obstacleView(
  actor: Actor,
  obstacle: Obstacle,
  context: ZoneContext,
  actions: readonly ObstacleAction[],
): ObstacleView {
  const { obstacleId, about, owner, ownedSince, state, raisedAt, resolvedAt, said } = obstacle;
  const names =
    owner.kind === 'party' ? context.parties.find(({ partyId }) => partyId === owner.partyId)?.names : undefined;
  return {
    obstacleId,
    about,
    state,
    raisedAt,
    owner: { ...owner, ...(names && { names }) },
    ownedSince,
    ...dueOf(obstacle, context),
    ...referralsOf(obstacle, context),
    ...(obstacle.told && { toldTo: obstacle.told.rung }),
    ...(obstacle.person !== undefined && actor.kind === 'staff' && { person: obstacle.person }),
    ...(resolvedAt !== undefined && { resolvedAt }),
    said: said.map(({ noteId, as, at, by }) => ({ noteId, as, at, by: authorOf(actor, by, context) })),
    actions: [...actions],
  };
}

/** Of the whole zone, with the words that are known here. */
export function zoneObstacleView(
  actor: Actor,
  { obstacle, words }: ZoneObstacle,
  context: ZoneContext,
  actions: readonly ObstacleAction[] = [],
): ObstacleView {
  const view = obstacleView(actor, obstacle, context, actions);
  return {
    ...view,
    zoneWide: true,
    said: view.said.map((one) => {
      const text = words[one.noteId];
      return text === undefined ? one : { ...one, text };
    }),
  };
}

const withoutWords = (view: ObstacleView): ObstacleView => ({
  ...view,
  said: view.said.map(({ text: _, ...one }) => one),
});

/** What stands in a project's way: its own obstacles, and those of the zone. */
export const obstacleViews = (actor: Actor, aggregate: Aggregate, context: ZoneContext): ObstacleView[] => [
  ...aggregate.obstacles
    .filter((one) => seesObstacle(actor, aggregate.project, one))
    .map((one) => obstacleView(actor, one, context, obstacleActions(actor, aggregate.project, one))),
  ...inTheWayOf(context, aggregate)
    .filter(({ obstacle }) => seesObstacle(actor, aggregate.project, obstacle))
    .map((one) => withoutWords(zoneObstacleView(actor, one, context))),
];

export async function withWords(
  { projects }: Pick<Ports, 'projects'>,
  projectId: string,
  view: ObstacleView,
): Promise<ObstacleView> {
  const said = await Promise.all(
    view.said.map(async (one) => {
      const text = await projects.note(projectId, one.noteId);
      return text === undefined ? one : { ...one, text };
    }),
  );
  return { ...view, said };
}
