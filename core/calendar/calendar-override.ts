import * as z from 'zod/mini';

/** What an administrator says of one day of a country's calendar; it goes before the tables. */
export const CalendarOverride = z.strictObject({
  date: z.iso.date(),
  working: z.boolean(),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  source: z.exactOptional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
});
export type CalendarOverride = z.infer<typeof CalendarOverride>;
