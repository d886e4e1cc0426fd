import * as z from 'zod/mini';
import { isCounted } from '../figures/figures.ts';
import { Identifier, utilities, type Utility } from '../kernel/common.ts';
import type { ActorRef } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';
import { openAssignments } from '../project/standing.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import type { WorkEntry } from '../work/desk-ports.ts';
import { changedObstacle, raisedObstacle } from './apply-obstacle.ts';
import type { ObstacleAbout } from './obstacle-facts.ts';
import { most, type ObstacleHome } from './obstacle-home.ts';
import { Obstacle } from './obstacle.ts';

/** One record of what stands in the way of many projects of a zone, with all that was said of it. */
export const ZoneObstacle = z.object({
  zoneId: Identifier,
  version: z.int(),
  obstacle: Obstacle,
  /** By the ids of what was said. */
  words: z.record(z.string(), z.string()),
});
export type ZoneObstacle = z.infer<typeof ZoneObstacle>;

/** As every project of the zone reads it: open, with the report alone. */
export function reported({ words, obstacle, ...one }: ZoneObstacle): ZoneObstacle {
  const said = obstacle.said.slice(0, 1);
  return {
    ...one,
    obstacle: { ...obstacle, said },
    words: Object.fromEntries(said.flatMap(({ noteId }) => (words[noteId] ? [[noteId, words[noteId]]] : []))),
  };
}

interface Hindered {
  readonly stage: string;
  readonly lines: readonly string[];
  /** Parties that still have to answer something. */
  readonly holders: readonly string[];
}

function isHindered(about: ObstacleAbout, { stage, lines, holders }: Hindered): boolean {
  switch (about.kind) {
    case 'stage':
      return stage === about.stage;
    case 'line':
      return lines.includes(about.line);
    case 'party':
      return holders.includes(about.partyId);
    case 'instruction':
      return true;
  }
}

/** Whether an obstacle of the zone stands in the way of a project: in its stage, on a line it needs, with a party it waits for; an instruction concerns all. */
export const isInTheWay = (about: ObstacleAbout, aggregate: Aggregate): boolean =>
  aggregate.project.phase !== 'ended' &&
  isCounted(aggregate.project) &&
  isHindered(about, {
    stage: aggregate.project.stage,
    lines: aggregate.project.lines,
    holders: openAssignments(aggregate).flatMap(({ holder }) => (holder.kind === 'party' ? [holder.partyId] : [])),
  });

/** The same by its row of the work list. */
export const isInTheWayOf = (about: ObstacleAbout, { row }: Pick<WorkEntry, 'row'>): boolean =>
  row.uncounted !== true &&
  isHindered(about, { stage: row.stage, lines: Object.keys(row.needs ?? {}), holders: row.open.map(({ who }) => who) });

/** Those of a zone that stand in a project's way. */
export const inTheWayOf = (
  { zoneObstacles }: Pick<ZoneContext, 'zoneObstacles'>,
  aggregate: Aggregate,
): readonly ZoneObstacle[] => zoneObstacles.filter(({ obstacle }) => isInTheWay(obstacle.about, aggregate));

const everyLine: readonly Utility[] = utilities;

/** @param before the one that changes; absent: one that is raised beside `all` */
export function inZone(
  { zone: { zoneId }, now }: Pick<ZoneContext, 'zone' | 'now'>,
  all: readonly ZoneObstacle[],
  before?: ZoneObstacle,
): ObstacleHome<ZoneObstacle> {
  const version = before?.version ?? 0;
  const numbers = all.map(({ obstacle }) => Number(obstacle.obstacleId.slice(1)));
  const open = all.filter(({ obstacle }) => obstacle.state === 'open');
  return {
    version,
    obstacles: all.map(({ obstacle }) => obstacle),
    isFull: open.length >= most.open,
    nextId: `z${String(Math.max(0, ...numbers) + 1)}`,
    lines: everyLine,
    begin: (by: ActorRef) => {
      let obstacle = before?.obstacle;
      let words = before?.words ?? {};
      return {
        note: (text) => {
          const noteId = `${obstacle?.obstacleId ?? 'z'}-${String(version + 1)}`;
          words = { ...words, [noteId]: text };
          return noteId;
        },
        emit: (body) => {
          const event = { at: now, actor: by };
          if (body.type === 'obstacle-raised') obstacle = raisedObstacle(event, body);
          else if (obstacle) obstacle = changedObstacle(obstacle, event, body);
        },
        change: () => {
          if (obstacle === undefined) throw new Error('Nothing was raised');
          return { zoneId, version: version + 1, obstacle, words };
        },
      };
    },
  };
}
