import { addDays, later, type LocalDate } from '../calendar/local-date.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { waitingRow } from '../notices/outbox.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { Scope, Zone } from '../reference/reference.ts';
import { isTooFar } from '../stages/farthest-dates.ts';
import { isOver, type Moratorium, type MoratoriumRequest } from './moratorium.ts';

export interface SetMoratorium {
  readonly moratoriumId: string;
  readonly request: MoratoriumRequest;
  readonly actor: Actor;
  readonly now: number;
}

export type MoratoriumPorts = Pick<Ports, 'reference' | 'moratoria'>;

/** Calendar days before and after today on which a moratorium may begin (ours): a letter that lay, one that tells ahead. */
const farthest = { back: 90, ahead: 90 } as const;

/** A project's pause is its head's; what holds for all zones of a region is said by whoever has that right in the region itself. */
function mayHold(actor: Actor, { scope, scopeId }: Scope): boolean {
  const roles: readonly string[] = scope === 'zone' ? ['head'] : ['head', 'headquarters'];
  return (
    actor.kind === 'staff' &&
    actor.memberships.some((one) => one.scope === scope && one.scopeId === scopeId && roles.includes(one.role))
  );
}

const zonesIn = (zones: readonly Zone[], { scope, scopeId }: Scope): readonly Zone[] =>
  zones.filter((zone) => (scope === 'zone' ? zone.zoneId : zone.regionId) === scopeId);

const sees = (actor: Actor, zones: readonly Zone[]): boolean =>
  actor.kind === 'staff' && zones.some((zone) => rolesAt(actor.memberships, zone).length > 0);

function issuesOf(
  { utility, from, until }: MoratoriumRequest,
  found: Moratorium | undefined,
  context: ZoneContext,
): readonly Issue[] {
  const day = today(context);
  const earliest = later(from, day);
  const issue = (path: string, code: string, holds: boolean): Issue[] => (holds ? [{ path, code }] : []);
  return [
    ...(found === undefined
      ? [
          ...issue('from', 'in-the-past', from < addDays(day, -farthest.back)),
          ...issue('from', 'too-late', from > addDays(day, farthest.ahead)),
        ]
      : [
          ...issue('from', 'invalid_value', from !== found.from),
          ...issue('utility', 'invalid_value', utility !== found.utility),
        ]),
    ...issue('until', 'in-the-past', until !== undefined && until !== found?.until && until < earliest),
    ...issue('until', 'too-late', until !== undefined && isTooFar(context, until)),
  ];
}

/** Without its version and who entered it: what the same form, sent twice, says twice. */
const saysTheSame = (found: Moratorium, request: MoratoriumRequest): boolean =>
  found.utility === request.utility &&
  found.from === request.from &&
  found.until === request.until &&
  found.reason === request.reason;

/**
 * A moratorium begins, changes in its end or reason, or ends; sent twice it is one. What it touches follows behind the answer, zone by zone. Fails with
 * `not-found` (no role there), `forbidden`, `invalid`, `conflict` (of another place, over, changed meanwhile).
 */
export async function setMoratorium(
  ports: MoratoriumPorts,
  { moratoriumId, request, actor, now }: SetMoratorium,
): Promise<Result<Moratorium>> {
  const [found, all] = await Promise.all([ports.moratoria.find(moratoriumId), ports.reference.zones()]);
  const place: Scope = found ?? request;
  const zones = zonesIn(all, place);
  const context = zones[0] && (await zoneContextOf(ports, zones[0].zoneId, now));
  if (context === undefined || !sees(actor, zones)) return fail({ kind: 'not-found' });
  if (actor.kind !== 'staff' || !mayHold(actor, place)) return fail({ kind: 'forbidden' });
  if (found && (found.scope !== request.scope || found.scopeId !== request.scopeId))
    return fail({ kind: 'conflict', version: found.version, state: 'changed' });
  if (found && saysTheSame(found, request)) return ok(found);
  if (found && isOver(found, today(context)))
    return fail({ kind: 'conflict', version: found.version, state: 'closed' });
  const issues = issuesOf(request, found, context);
  if (issues.length > 0) return fail({ kind: 'invalid', issues: [...issues] });
  const version = (found?.version ?? 0) + 1;
  const moratorium: Moratorium = { ...request, moratoriumId, by: actor.personId, at: now, version };
  const rows = zones.map(({ zoneId }) =>
    waitingRow(
      { laneId: `moratorium-${zoneId}-${moratoriumId}`, rowId: String(version).padStart(6, '0') },
      { kind: 'moratorium', zoneId },
      now,
    ),
  );
  const written = await ports.moratoria.write(
    moratorium,
    zones.map(({ zoneId }) => zoneId),
    rows,
  );
  return written === 'written' ? ok(moratorium) : fail({ kind: 'conflict', version, state: 'changed' });
}

export interface ZoneMoratoria {
  readonly zone: Pick<Zone, 'zoneId' | 'regionId' | 'names'>;
  readonly today: LocalDate;
  /** Of the zone and of its region: those that hold or are to come first, then the others; each the latest first. */
  readonly moratoria: readonly Moratorium[];
  /** Where this reader may enter one. */
  readonly mayHold: { readonly zone: boolean; readonly region: boolean };
}

/** What suppliers hold up in a zone, for whoever has a role there. Fails with `not-found`. */
export async function listMoratoria(
  ports: Pick<Ports, 'reference'>,
  { zoneId, actor, now }: { readonly zoneId: string; readonly actor: Actor; readonly now: number },
): Promise<Result<ZoneMoratoria>> {
  const context = await zoneContextOf(ports, zoneId, now);
  if (context === undefined || !sees(actor, [context.zone])) return fail({ kind: 'not-found' });
  const { regionId, names } = context.zone;
  const day = today(context);
  const rank = (one: Moratorium): string => `${isOver(one, day) ? '0' : '1'}${one.from}`;
  return ok({
    zone: { zoneId, regionId, names },
    today: day,
    moratoria: context.moratoria.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1)),
    mayHold: {
      zone: mayHold(actor, { scope: 'zone', scopeId: zoneId }),
      region: mayHold(actor, { scope: 'region', scopeId: regionId }),
    },
  });
}
