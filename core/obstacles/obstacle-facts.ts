import * as z from 'zod/mini';
import { Utility } from '../kernel/common.ts';
import { StageName } from '../stages/decision.ts';

/** Of one project: 'o' and the number of the event that raised it. */
export const ObstacleId = z.string().check(z.regex(/^o\d{1,6}$/));

export const ObstacleAbout = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage'), stage: StageName }),
  z.object({ kind: z.literal('line'), line: Utility }),
]);
export type ObstacleAbout = z.infer<typeof ObstacleAbout>;
