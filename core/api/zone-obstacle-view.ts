import * as z from 'zod/mini';
import { Identifier } from '../kernel/common.ts';
import { ObstacleView } from './views.ts';

/** One obstacle of a whole zone, with the projects in whose way it stands today. */
export const ZoneObstacleView = z.extend(ObstacleView, {
  zoneId: Identifier,
  projects: z.array(z.object({ projectId: z.string(), number: z.string(), company: z.string() })),
});
export type ZoneObstacleView = z.infer<typeof ZoneObstacleView>;
