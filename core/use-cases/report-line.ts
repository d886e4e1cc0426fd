import type { Utility } from '../contracts/common.ts';
import type { LineReport } from '../contracts/project-action.ts';
import type { ZoneLine } from '../contracts/reference.ts';
import { rolesAt, type Actor } from '../domain/actor.ts';
import { today } from '../domain/project/setting.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Ports } from '../ports/index.ts';
import { settingOf } from './setting-of.ts';

export interface ReportLine {
  readonly zoneId: string;
  readonly utility: Utility;
  readonly report: LineReport;
  readonly actor: Actor;
  readonly now: number;
}

/** The zone's office says whether a utility line is ready, or by when: stage 6 of every project that needs it asks. */
export async function reportLine(ports: Pick<Ports, 'reference'>, { zoneId, utility, report, actor, now }: ReportLine): Promise<Result<ZoneLine>> {
  const setting = await settingOf(ports, zoneId, now);
  if (setting === undefined || actor.kind !== 'staff') return fail({ kind: 'not-found' });
  const roles = rolesAt(actor.memberships, setting.zone);
  if (roles.length === 0) return fail({ kind: 'not-found' });
  if (!roles.includes('officer') && !roles.includes('head')) return fail({ kind: 'forbidden' });
  const line: ZoneLine = { zoneId, utility, report, reportedOn: today(setting) };
  await ports.reference.reportLine(line);
  return ok(line);
}
