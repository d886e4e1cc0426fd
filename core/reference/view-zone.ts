import { companiesOnly, statedType } from './zone-type.ts';
import type { Forum, Names, PartyKind, Zone, ZoneLine } from './reference.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { isOver, moratoriumView, type MoratoriumView } from '../moratoria/moratorium.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { ownDays } from '../stages/deadlines.ts';
import { today } from '../project/zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Ports } from '../kernel/ports.ts';
import { deskRoles } from '../work/view-colleagues.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';

export interface ZoneView {
  readonly zoneId: string;
  readonly regionId: string;
  readonly names: Names;
  readonly today: LocalDate;
  readonly offsetMinutes: number;
  readonly parties: readonly {
    readonly partyId: string;
    readonly kind: PartyKind;
    readonly names: Names;
    readonly endedOn?: LocalDate | undefined;
  }[];
  readonly forums: readonly Forum[];
  /** What forms begin with: the route of appeal in each language, where the zone has one, and working days to correct. */
  readonly appeal?: Zone['appeal'];
  readonly daysToCure: number;
  /** What was said of its utility lines; a line nobody reported is not among them. */
  readonly lines: readonly ZoneLine[];
  /** What suppliers hold up in it today. */
  readonly moratoria: readonly MoratoriumView[];
  /** Whether the reader works in its office: reports lines, enters letters. */
  readonly works: boolean;
  /** Whether the reader looks after an office as a whole: has its head's desk. */
  readonly leads: boolean;
  /** Whether the reader may bring in what was kept in a file. */
  readonly imports: boolean;
  /** Whether the reader may read what was said of an obstacle, as they may read notes. */
  readonly readsNotes: boolean;
  /** Persons in business cannot take part in it. */
  readonly companiesOnly: boolean;
}

export async function zonesOf(
  { reference }: Pick<Ports, 'reference'>,
  actor: Actor,
): Promise<readonly { readonly zoneId: string; readonly names: Names }[]> {
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  return (await reference.zones())
    .filter((zone) => rolesAt(memberships, zone).length > 0)
    .map(({ zoneId, names }) => ({ zoneId, names }));
}

/** One zone with its parties and utility lines. For those who have no role there it does not exist (`not-found`). */
export async function viewZone(
  ports: Pick<Ports, 'reference'>,
  { zoneId, actor, now }: { readonly zoneId: string; readonly actor: Actor; readonly now: number },
): Promise<Result<ZoneView>> {
  const context = await zoneContextOf(ports, zoneId, now);
  const roles = context && actor.kind === 'staff' ? rolesAt(actor.memberships, context.zone) : [];
  if (context === undefined || roles.length === 0) return fail({ kind: 'not-found' });
  return ok({
    zoneId,
    regionId: context.zone.regionId,
    names: context.zone.names,
    today: today(context),
    offsetMinutes: context.calendar.offsetMinutes,
    parties: context.parties.map(({ partyId, kind, names, endedOn }) => ({ partyId, kind, names, endedOn })),
    forums: context.zone.forums,
    appeal: context.zone.appeal,
    daysToCure: context.zone.daysToCure ?? ownDays.cure,
    lines: context.lines,
    moratoria: context.moratoria
      .filter((one) => one.from <= today(context) && !isOver(one, today(context)))
      .map(moratoriumView),
    works: roles.includes('officer') || roles.includes('head'),
    leads: roles.some((role) => deskRoles.includes(role)),
    imports: roles.includes('head') || roles.includes('administrator'),
    readsNotes: roles.some((role) => role === 'officer' || role === 'head' || role === 'headquarters'),
    companiesOnly: companiesOnly(statedType(context.zone, today(context))),
  });
}
