import * as z from 'zod/mini';
import { addDays, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { DateText } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { needing } from '../lines/waiting.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { WorkEntry } from './desk-ports.ts';

/** Calendar days after which somebody should look whether all is as it stands (ours). */
const staleAfter = 30;

/** `since`: when somebody last said that all is as it stands; of one nobody has looked at, when its letter came. */
const StaleProject = z.object({
  projectId: z.string(),
  number: z.string(),
  company: z.string(),
  since: DateText,
  never: z.optional(z.literal(true)),
});
export type StaleProject = z.infer<typeof StaleProject>;
export const StaleView = z.object({ projects: z.array(StaleProject) });

type Days = Pick<ZoneContext, 'now' | 'calendar'>;

const sinceOf = ({ calendar }: Pick<Days, 'calendar'>, { row }: Pick<WorkEntry, 'row'>): LocalDate =>
  row.verified === undefined ? row.received : localDateOf(row.verified, calendar.offsetMinutes);

export const isStale = (context: Days, entry: Pick<WorkEntry, 'row'>): boolean =>
  entry.row.uncounted !== true && addDays(sinceOf(context, entry), staleAfter) <= today(context);

/** Under way and not verified for so long, the longest first; one read of the open work of the zone. */
export async function staleIn(ports: Pick<Ports, 'lists'>, context: ZoneContext): Promise<readonly StaleProject[]> {
  const found = await needing(ports, context.zone.zoneId, (entry) => isStale(context, entry));
  return found
    .map((entry) => {
      const { projectId, company, row } = entry;
      const never = row.verified === undefined && { never: true as const };
      return { projectId, number: row.number, company, since: sinceOf(context, entry), ...never };
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.number < b.number ? -1 : 1));
}

/** For whoever may say that all is as it stands. Fails with `not-found`, `forbidden`. */
export async function listStale(
  ports: Pick<Ports, 'lists' | 'reference'>,
  { zoneId, actor, now }: { readonly zoneId: string; readonly actor: Actor; readonly now: number },
): Promise<Result<{ readonly context: ZoneContext; readonly projects: readonly StaleProject[] }>> {
  const context = await zoneContextOf(ports, zoneId, now);
  const roles = context && actor.kind === 'staff' ? rolesAt(actor.memberships, context.zone) : [];
  if (context === undefined || roles.length === 0) return fail({ kind: 'not-found' });
  if (!roles.some((role) => role === 'officer' || role === 'head')) return fail({ kind: 'forbidden' });
  return ok({ context, projects: await staleIn(ports, context) });
}
