import { calendarOf } from '../calendar/calendar.ts';
import type { ZoneContext } from './zone-context.ts';
import type { Ports } from '../kernel/ports.ts';

/** What the rules must know about a zone at an instant; undefined for a zone that does not exist. */
export async function zoneContextOf(
  { reference }: Pick<Ports, 'reference'>,
  zoneId: string,
  now: number,
): Promise<ZoneContext | undefined> {
  const found = await reference.setting(zoneId);
  return found && { now, calendar: calendarOf(found.zone.country, found.zone.overrides), ...found };
}
