import { keys } from '#functions/adapters/table/keys.ts';
import { defaultDurations } from '#seeds/durations.ts';
import { partiesOf } from '#seeds/parties.ts';
import { demoPeople } from '#seeds/people.ts';
import { zoneLines } from '#seeds/zone-lines.ts';
import { zones } from '#seeds/zones.ts';

type Item = Readonly<Record<string, unknown>>;

/** A membership lies with the person (what may they do?) and with the place (who is there?). */
function membershipItems(): readonly Item[] {
  return demoPeople.flatMap(({ id, email, language, memberships }) => memberships.flatMap((membership) => {
    const scope = 'zone' in membership ? 'zone' : 'region';
    const scopeId = 'zone' in membership ? membership.zone : membership.region;
    const item = { personId: id, scope, scopeId, role: membership.role };
    return [
      { ...keys.membership(id, scope, scopeId, membership.role), ...item },
      { ...keys.staff(scope, scopeId, id, membership.role), ...item, email, language },
    ];
  }));
}

/** Zones with their parties and lines, durations, memberships: everything that is not a project. */
export const referenceItems = (): readonly Item[] => [
  ...zones.flatMap((zone): Item[] => [
    { ...keys.zone(zone.zoneId), ...zone },
    { ...keys.zoneListed(zone.zoneId), ...zone },
    ...partiesOf(zone).map((party) => ({ ...keys.party(zone.zoneId, party.partyId), ...party })),
  ]),
  ...zoneLines.map((line) => ({ ...keys.line(line.zoneId, line.utility), ...line })),
  ...defaultDurations.map((duration) => ({ ...keys.duration(duration.country, duration.stage, duration.effectiveFrom), duration })),
  ...membershipItems(),
];
