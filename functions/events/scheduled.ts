import * as z from 'zod/mini';

/** What the scheduler hands over: the time it meant, so that a host can move the clock. */
const Scheduled = z.object({ time: z.iso.datetime({ offset: true }) });

/** Epoch ms. Throws for anything else than a schedule's event. */
export const scheduledAt = (event: unknown): number => Date.parse(Scheduled.parse(event).time);
