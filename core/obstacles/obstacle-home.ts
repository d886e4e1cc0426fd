import type { Utility } from '../kernel/common.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import type { ActorRef } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import type { ObstacleBody } from './apply-obstacle.ts';
import type { Obstacle } from './obstacle.ts';

/** Obstacles of one project that are open at the same time, all it ever has, and what is said of one: far more than any needs (ours). A zone has as many. */
export const most = { open: 10, ever: 200, said: 100 } as const;

/** A change of an obstacle being made. */
interface ObstacleChange<Changed> {
  readonly emit: (body: ObstacleBody) => void;
  readonly note: (text: string) => string;
  readonly change: () => Changed;
}

/** Where obstacles lie, a project with its log or a zone: what is decided of one is the same. */
export interface ObstacleHome<Changed> {
  readonly version: number;
  readonly obstacles: readonly Obstacle[];
  readonly isFull: boolean;
  /** What the next one is called. */
  readonly nextId: string;
  /** Kinds of line that it can stand against. */
  readonly lines: readonly Utility[];
  readonly begin: (by: ActorRef) => ObstacleChange<Changed>;
}

export const inProject = (aggregate: Aggregate, { now }: Pick<ZoneContext, 'now'>): ObstacleHome<Change> => {
  const { project, obstacles } = aggregate;
  return {
    version: project.version,
    obstacles,
    isFull: project.openObstacles >= most.open || obstacles.length >= most.ever,
    nextId: `o${String(project.version + 1)}`,
    lines: project.lines,
    begin: (by) => changeBuilder(aggregate, now, by),
  };
};
