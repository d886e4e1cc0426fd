import * as z from 'zod/mini';
import type { LocalDate } from '../calendar/local-date.ts';
import { DateText, Identifier, Instant, paragraph, Utility } from '../kernel/common.ts';
import { Scope } from '../reference/reference.ts';

/** A supplier of a kind of line issues nothing in a zone, or in the zones of a region: the clocks of what it is asked there stand. */
export const Moratorium = z.object({
  moratoriumId: Identifier,
  ...Scope.shape,
  utility: Utility,
  /** The day on which clocks stop, and the one on which they go on; without it nobody knows yet. */
  from: DateText,
  until: z.optional(DateText),
  /** Told to everybody whom it concerns. */
  reason: z.string(),
  /** Who of the staff entered it, and when. */
  by: z.string(),
  at: Instant,
  version: z.int(),
});
export type Moratorium = z.infer<typeof Moratorium>;

/** Body of `PUT /api/moratoria/{moratoriumId}`. One that is there changes in its end and its reason alone; one whose end has come, no more. */
export const MoratoriumRequest = z.object({
  ...Scope.shape,
  utility: Utility,
  from: DateText,
  until: z.optional(DateText),
  reason: paragraph(1000),
});
export type MoratoriumRequest = z.infer<typeof MoratoriumRequest>;

/** As those read of it whom it concerns. */
export const MoratoriumView = z.pick(Moratorium, {
  moratoriumId: true,
  utility: true,
  from: true,
  until: true,
  reason: true,
});
export type MoratoriumView = z.infer<typeof MoratoriumView>;

export const MoratoriaView = z.object({ moratoria: z.array(Moratorium) });

export const moratoriumView = ({ moratoriumId, utility, from, until, reason }: Moratorium): MoratoriumView => ({
  moratoriumId,
  utility,
  from,
  ...(until !== undefined && { until }),
  reason,
});

export const isOver = ({ until }: Pick<Moratorium, 'until'>, day: LocalDate): boolean =>
  until !== undefined && until <= day;

const beyond = '9999-12-31';

/** The one that holds for a kind of line on a day: of several that which ends last. */
export const moratoriumOn = (
  moratoria: readonly Moratorium[],
  line: Utility | undefined,
  day: LocalDate,
): Moratorium | undefined =>
  moratoria
    .filter((one) => one.utility === line && one.from <= day && !isOver(one, day))
    .toSorted((a, b) => ((a.until ?? beyond) < (b.until ?? beyond) ? 1 : -1))[0];
