import * as z from 'zod/mini';
import { Identifier } from '../kernel/common.ts';
import { Names } from '../reference/reference.ts';
import { countries } from './country.ts';
import { stageIds } from '../stages/stage-id.ts';
import { zoneTypes } from '../reference/zone-type.ts';
import { termUnits, unitsIn, type Term } from './term.ts';

/** The upper limit is ours: about four years. */
const amount = z.exactOptional(z.int().check(z.minimum(1), z.maximum(1000)));

/** One of the three; the day of receipt is day 0. */
export const termAmounts = Object.fromEntries(termUnits.map((unit) => [unit, amount])) as Record<
  (typeof termUnits)[number],
  typeof amount
>;
export const hasOneUnit = z.check<Term>(({ value, issues }) => {
  const [first, second] = unitsIn(value);
  if (first === undefined)
    issues.push({ code: 'invalid_type', expected: 'int', input: undefined, path: ['workingDays'] });
  if (second !== undefined) issues.push({ code: 'custom', input: value[second], path: [second] });
});

/** How long a stage may take in a country, its zones of a type or one zone, by which act, and from which day on. Another day is another version. */
export const StageDuration = z
  .strictObject({
    country: z.enum(countries),
    /** Only in a zone's own version, which goes before those of its type and its country from its day on. */
    zoneId: z.exactOptional(Identifier),
    /** Only where the law tells zones of one type apart; goes before the country's. */
    zoneType: z.exactOptional(z.enum(zoneTypes)),
    stage: z.enum(stageIds),
    ...termAmounts,
    source: z.strictObject({
      title: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
      /** The title in each language, where it is known; what an administrator types has one language, and so has what was stored before. */
      titles: z.exactOptional(Names),
      url: z.exactOptional(z.url({ protocol: /^https?$/ })),
    }),
    /** Local date, YYYY-MM-DD: stages that begin on it or later have this duration. */
    effectiveFrom: z.iso.date(),
  })
  .check(hasOneUnit);
export type StageDuration = z.infer<typeof StageDuration>;
