import * as z from 'zod/mini';

/** What an administrator says of one day of a country's calendar; it goes before the tables. */
export const CalendarOverride = z.strictObject({
  /** Local date, YYYY-MM-DD. */
  date: z.iso.date(),
  working: z.boolean(),
  /** The act that moves the day, or why the office is closed. */
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  /** The act, where there is one. */
  source: z.exactOptional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
});
export type CalendarOverride = z.infer<typeof CalendarOverride>;
