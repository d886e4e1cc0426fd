import * as z from 'zod/mini';
import { Identifier } from '../kernel/common.ts';
import { Names } from '../reference/reference.ts';
import { countries } from './country.ts';
import { stageIds } from '../stages/stage-id.ts';

/** How long a stage may take in a country or one of its zones, by which act, and from which day on. Another day is another version. */
export const StageDuration = z.strictObject({
  country: z.enum(countries),
  /** Only in a zone's own version, which goes before the country's from its day on. */
  zoneId: z.exactOptional(Identifier),
  stage: z.enum(stageIds),
  /** The day of receipt is day 0. The upper limit is ours: about four years. */
  workingDays: z.int().check(z.minimum(1), z.maximum(1000)),
  source: z.strictObject({
    title: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
    /** The title in each language, where it is known; what an administrator types has one language, and so has what was stored before. */
    titles: z.exactOptional(Names),
    url: z.exactOptional(z.url({ protocol: /^https?$/ })),
  }),
  /** Local date, YYYY-MM-DD: stages that begin on it or later have this duration. */
  effectiveFrom: z.iso.date(),
});
export type StageDuration = z.infer<typeof StageDuration>;
