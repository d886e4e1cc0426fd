import type { Utility } from '../kernel/common.ts';
import type { LineReport } from '../project/project-action.ts';
import type { ZoneLine } from './reference.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { isTooFar } from '../stages/farthest-dates.ts';
import type { Ports } from '../kernel/ports.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';

export interface ReportLine {
  readonly zoneId: string;
  readonly utility: Utility;
  readonly report: LineReport;
  readonly actor: Actor;
  readonly now: number;
}

/** A committed day lies ahead and within five years: it opens the gate of stage 6. */
function readyByIssue(context: ZoneContext, report: LineReport): string | undefined {
  if (report.state !== 'committed') return undefined;
  if (report.readyBy < today(context)) return 'not-in-future';
  return isTooFar(context, report.readyBy) ? 'too-late' : undefined;
}

/** Stage 6 of every project that needs it asks. Fails with `not-found` (no role there), `forbidden`, `invalid`. */
export async function reportLine(
  ports: Pick<Ports, 'reference'>,
  { zoneId, utility, report, actor, now }: ReportLine,
): Promise<Result<ZoneLine>> {
  const context = await zoneContextOf(ports, zoneId, now);
  if (context === undefined || actor.kind !== 'staff') return fail({ kind: 'not-found' });
  const roles = rolesAt(actor.memberships, context.zone);
  if (roles.length === 0) return fail({ kind: 'not-found' });
  if (!roles.includes('officer') && !roles.includes('head')) return fail({ kind: 'forbidden' });
  const code = readyByIssue(context, report);
  if (code !== undefined) return fail({ kind: 'invalid', issues: [{ path: 'readyBy', code }] });
  const line: ZoneLine = { zoneId, utility, report, reportedOn: today(context), reportedBy: actor.personId };
  await ports.reference.reportLine(line, now);
  return ok(line);
}
