import type { Party, Zone, ZoneLine } from '../reference/reference.ts';
import type { Moratorium } from '../moratoria/moratorium.ts';
import type { ZoneObstacle } from '../obstacles/zone-obstacle.ts';
import type { StageDuration } from '../calendar/stage-duration.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import type { TypeOn } from '../calendar/durations.ts';
import { zoneTypeOn } from '../reference/zone-type.ts';

export interface ZoneContext {
  readonly now: number;
  readonly calendar: Calendar;
  readonly zone: Zone;
  readonly parties: readonly Party[];
  readonly lines: readonly ZoneLine[];
  readonly durations: readonly StageDuration[];
  readonly moratoria: readonly Moratorium[];
  /** Open ones that stand in the way of many of its projects, with their report alone. */
  readonly zoneObstacles: readonly ZoneObstacle[];
}

export const today = ({ now, calendar }: Pick<ZoneContext, 'now' | 'calendar'>): LocalDate =>
  localDateOf(now, calendar.offsetMinutes);

export const typeIn =
  ({ zone }: Pick<ZoneContext, 'zone'>): TypeOn =>
  (day) =>
    zoneTypeOn(zone, day);
