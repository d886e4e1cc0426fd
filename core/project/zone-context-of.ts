import { calendarOf } from '../calendar/calendar.ts';
import type { ZoneContext } from './zone-context.ts';
import type { Ports } from '../kernel/ports.ts';

export async function zoneContextOf(
  { reference }: Pick<Ports, 'reference'>,
  zoneId: string,
  now: number,
): Promise<ZoneContext | undefined> {
  const found = await reference.setting(zoneId);
  return found && { now, calendar: calendarOf(found.zone.country, found.zone.overrides), ...found };
}
