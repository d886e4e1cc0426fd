import type { ZoneObstacle } from './zone-obstacle.ts';

export interface ZoneObstacles {
  /** The last hundred of a zone, the latest first, open or not. */
  readonly all: (zoneId: string) => Promise<readonly ZoneObstacle[]>;
  readonly find: (zoneId: string, obstacleId: string) => Promise<ZoneObstacle | undefined>;
  /** With what each project of the zone reads of it, and the entry of its log; `conflict`: it is not as it was seen. */
  readonly write: (one: ZoneObstacle) => Promise<'written' | 'conflict'>;
}
