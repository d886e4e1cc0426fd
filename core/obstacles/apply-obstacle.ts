import type { ActorRef, EventBody, ProjectEvent } from '../project/event.ts';
import type { Obstacle, Said } from './obstacle.ts';
import type { Aggregate } from '../project/project.ts';

export type ObstacleBody = Extract<EventBody, { type: `obstacle-${string}` }>;

export const isOfObstacle = (body: EventBody): body is ObstacleBody => body.type.startsWith('obstacle-');

/** The project counts its open obstacles, so that a list need not read them. */
const withObstacles = (aggregate: Aggregate, obstacles: readonly Obstacle[]): Aggregate => ({
  ...aggregate,
  project: { ...aggregate.project, openObstacles: obstacles.filter(({ state }) => state === 'open').length },
  obstacles,
});

export function raisedObstacle(
  { at, actor }: Pick<ProjectEvent, 'at' | 'actor'>,
  { obstacleId, about, noteId, due }: Extract<ObstacleBody, { type: 'obstacle-raised' }>,
): Obstacle {
  const report: Said = { noteId, as: 'report', at, by: actor };
  return {
    obstacleId,
    about,
    owner: { kind: 'office' },
    ownedSince: at,
    ...(due !== undefined && { due }),
    state: 'open',
    raisedBy: actor,
    raisedAt: at,
    said: [report],
  };
}

const withoutPerson = ({ person: _, ...obstacle }: Obstacle): Obstacle => obstacle;

/** With another day whoever was told is told again when that has gone by. */
function dueAnew(obstacle: Obstacle, due: string | undefined): Obstacle {
  const { told: _, ...before } = obstacle;
  return due === undefined || due === obstacle.due ? obstacle : { ...before, due };
}

const saying = (noteId: string | undefined, as: Said['as'], at: number, by: ActorRef): readonly Said[] =>
  noteId === undefined ? [] : [{ noteId, as, at, by }];

export function changedObstacle(
  obstacle: Obstacle,
  { at, actor }: Pick<ProjectEvent, 'at' | 'actor'>,
  body: Exclude<ObstacleBody, { type: 'obstacle-raised' }>,
): Obstacle {
  switch (body.type) {
    case 'obstacle-handed-over':
      return {
        ...withoutPerson(dueAnew(obstacle, body.due)),
        owner: body.to,
        ownedSince: at,
        ...(body.person !== undefined && { person: body.person }),
        said: [...obstacle.said, ...saying(body.noteId, 'hand-over', at, actor)],
      };
    case 'obstacle-answered':
      return { ...dueAnew(obstacle, body.due), said: [...obstacle.said, ...saying(body.noteId, 'answer', at, actor)] };
    case 'obstacle-referred':
      return {
        ...obstacle,
        referrals: [...(obstacle.referrals ?? []), { to: body.body, on: body.on }],
        said: [...obstacle.said, ...saying(body.noteId, 'referral', at, actor)],
      };
    case 'obstacle-referral-answered':
      return {
        ...obstacle,
        referrals: (obstacle.referrals ?? []).map((one) =>
          one.to === body.body && one.answeredOn === undefined ? { ...one, answeredOn: body.on } : one,
        ),
        said: [...obstacle.said, ...saying(body.noteId, 'referral-answer', at, actor)],
      };
    case 'obstacle-escalated':
      return { ...obstacle, told: { rung: body.rung, on: body.on } };
    case 'obstacle-resolved':
      return {
        ...obstacle,
        state: 'resolved',
        resolvedAt: at,
        said: [...obstacle.said, ...saying(body.noteId, 'resolution', at, actor)],
      };
  }
}

export function applyObstacle(aggregate: Aggregate, event: ProjectEvent, body: ObstacleBody): Aggregate {
  const { obstacles } = aggregate;
  if (body.type === 'obstacle-raised') return withObstacles(aggregate, [...obstacles, raisedObstacle(event, body)]);
  return withObstacles(
    aggregate,
    obstacles.map((one) => (one.obstacleId === body.obstacleId ? changedObstacle(one, event, body) : one)),
  );
}

export const reopenObstacles = (aggregate: Aggregate): Aggregate =>
  withObstacles(
    aggregate,
    aggregate.obstacles.map((one) => (one.state === 'closed' ? { ...one, state: 'open' } : one)),
  );

export const closeObstacles = (aggregate: Aggregate): Aggregate =>
  withObstacles(
    aggregate,
    aggregate.obstacles.map((one) => (one.state === 'open' ? { ...one, state: 'closed' } : one)),
  );
