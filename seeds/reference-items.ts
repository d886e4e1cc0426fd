import { keys } from '#functions/adapters/table/keys.ts';
import { defaultDurations } from '#seeds/durations.ts';
import { partiesOf } from '#seeds/parties.ts';
import { stated } from '#seeds/stated.ts';
import { zoneLines } from '#seeds/zone-lines.ts';
import { zones } from '#seeds/zones.ts';

export type Item = Readonly<Record<string, unknown>>;

/** Zones with their parties and lines, and durations: what every office needs, whoever works there. */
export const referenceItems = (): readonly Item[] => [
  ...zones.flatMap((zone): Item[] => [
    { ...keys.zone(zone.zoneId), ...zone },
    { ...keys.zoneListed(zone.zoneId), ...zone },
    ...partiesOf(zone).map((party) => ({ ...keys.party(zone.zoneId, party.partyId), ...party })),
  ]),
  ...zoneLines.map((line) => ({ ...keys.line(line.zoneId, line.utility), ...line })),
  ...stated.map((one) => ({ ...keys.stated(one.zoneId, one.statedId), ...one })),
  ...defaultDurations.map((duration) => ({
    ...keys.duration(duration.country, duration.stage, duration.effectiveFrom),
    duration,
  })),
];
