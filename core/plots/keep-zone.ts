import { refOf, rolesAt, type Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { toLatin } from '../texts/uzbek-latin.ts';
import type { RegisteredZone, RegisterRequest } from './plot.ts';

/** Who says what a zone of the register is (ours). */
const keeperRoles = ['head', 'administrator'] as const;

export const keepsRegister = (actor: Actor, place: { readonly zoneId: string; readonly regionId: string }): boolean =>
  actor.kind === 'staff' && keeperRoles.some((role) => rolesAt(actor.memberships, place).includes(role));

export interface KeepZone {
  readonly registerId: string;
  readonly request: RegisterRequest;
  readonly actor: Actor;
  readonly now: number;
}

function issuesOf(
  registerId: string,
  { zoneId, since, priorities, box, names }: RegisterRequest,
  found: RegisteredZone | undefined,
  context: ZoneContext,
): readonly Issue[] {
  const issue = (path: string, code: string, holds: boolean): Issue[] => (holds ? [{ path, code }] : []);
  const isOwn = registerId === zoneId || registerId.startsWith(`${zoneId}-`);
  const isBox = (corners: NonNullable<RegisteredZone['box']>): boolean => {
    const [west, south, east, north] = corners;
    return west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90;
  };
  return [
    ...issue('registerId', 'line-id', found === undefined && !isOwn),
    ...Object.entries(names).flatMap(([written, name]) => issue(`names.${written}`, 'missing', name === '')),
    ...issue('since', 'in-future', since > Number(today(context).slice(0, 4))),
    ...issue('priorities.on', 'in-future', priorities !== undefined && priorities.on > today(context)),
    ...issue('box', 'invalid_format', box !== undefined && !isBox(box)),
  ];
}

/**
 * A zone of the register is entered, or what it is is said anew; its office stays whose it was. Fails with `not-found` (no role there),
 * `forbidden`, `invalid`, `conflict`.
 */
export async function keepZone(
  ports: Pick<Ports, 'plots' | 'reference'>,
  { registerId, request, actor, now }: KeepZone,
): Promise<Result<RegisteredZone>> {
  const found = (await ports.plots.register()).find((one) => one.registerId === registerId);
  const context = await zoneContextOf(ports, found?.zoneId ?? request.zoneId, now);
  const roles = context && actor.kind === 'staff' ? rolesAt(actor.memberships, context.zone) : [];
  if (context === undefined || roles.length === 0) return fail({ kind: 'not-found' });
  const { zone } = context;
  if (!keepsRegister(actor, zone)) return fail({ kind: 'forbidden' });
  const version = found?.version ?? 0;
  if (request.version !== version || request.zoneId !== zone.zoneId)
    return fail({ kind: 'conflict', version, state: 'changed' });
  const issues = issuesOf(registerId, request, found, context);
  if (issues.length > 0) return fail({ kind: 'invalid', issues });
  const { reason, ...said } = request;
  const names = { ...request.names, uz: toLatin(request.names['uz-cyrl']) };
  const kept: RegisteredZone = { ...said, registerId, regionId: zone.regionId, names, version: version + 1 };
  const change = { zone: kept, reason, by: refOf(actor, zone, ['head', 'administrator']), at: now };
  const written = await ports.plots.writeZone(kept, found, change);
  return written === 'written' ? ok(kept) : fail({ kind: 'conflict', version, state: 'changed' });
}
