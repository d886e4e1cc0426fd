import type { Utility } from '../kernel/common.ts';
import type { LineReport } from '../project/project-action.ts';
import type { ZoneLine } from './reference.ts';
import { judgeLine, writeLine } from '../lines/change-line.ts';
import { lineOf } from '../lines/line-of.ts';
import { zoneLineOf } from '../lines/line.ts';
import { refOf, rolesAt, type Actor } from '../kernel/actor.ts';
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

/** Of a line that is kept with its milestones a report is about the last of them. */
async function reportKept(
  ports: Pick<Ports, 'lines'>,
  lineId: string,
  { report, actor, context }: Pick<ReportLine, 'report' | 'actor'> & { readonly context: ZoneContext },
): Promise<Result<ZoneLine>> {
  const found = await ports.lines.find(lineId);
  const { expected, actual: _, ...was } = found?.milestones.energised ?? {};
  const energised = {
    ready: { ...was, ...(expected !== undefined && { expected }), actual: today(context) },
    committed: { ...was, ...(report.state === 'committed' && { expected: report.readyBy }) },
    'not-ready': was,
  }[report.state];
  const request = { milestones: { energised }, why: '', version: found?.version ?? 0 };
  const judged = judgeLine(lineId, found, request, context);
  if (!judged.ok)
    return judged.failure.kind === 'invalid'
      ? fail({ kind: 'invalid', issues: judged.failure.issues.map(({ code }) => ({ path: 'readyBy', code })) })
      : judged;
  const written = await writeLine(ports, found, judged.value, { by: refOf(actor, context.zone), why: '', context });
  return written.ok ? ok(zoneLineOf(written.value, today(context))) : written;
}

/** Stage 6 of every project that needs it asks. Fails with `not-found` (no role there), `forbidden`, `invalid`. */
export async function reportLine(
  ports: Pick<Ports, 'reference' | 'lines'>,
  { zoneId, utility, report, actor, now }: ReportLine,
): Promise<Result<ZoneLine>> {
  const context = await zoneContextOf(ports, zoneId, now);
  if (context === undefined || actor.kind !== 'staff') return fail({ kind: 'not-found' });
  const roles = rolesAt(actor.memberships, context.zone);
  if (roles.length === 0) return fail({ kind: 'not-found' });
  if (!roles.includes('officer') && !roles.includes('head')) return fail({ kind: 'forbidden' });
  const code = readyByIssue(context, report);
  if (code !== undefined) return fail({ kind: 'invalid', issues: [{ path: 'readyBy', code }] });
  const kept = lineOf(context.lines, utility, '')?.lineId;
  if (kept !== undefined) return reportKept(ports, kept, { report, actor, context });
  const line: ZoneLine = { zoneId, utility, report, reportedOn: today(context), reportedBy: actor.personId };
  await ports.reference.reportLine(line, now);
  return ok(line);
}
