import { calendarOf } from '../calendar/calendar.ts';
import { dayNumberOf, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import type { Ports } from '../kernel/ports.ts';
import { lineMilestones, reachedBy, type Line, type LineMilestone } from '../lines/line.ts';
import type { Names, Zone } from '../reference/reference.ts';
import {
  reachedOn,
  type MilestoneDates,
  timetableStanding,
  type TimetableFigures,
  type TimetableMilestone,
  type Timetables,
} from './timetable.ts';

/** What anybody may read of a milestone that missed its baseline. `on`: when it was reached, or is to be. */
export interface LateMilestone {
  readonly zone: Pick<Zone, 'zoneId' | 'names'>;
  readonly of:
    | { readonly line: Names; readonly milestone: LineMilestone }
    | { readonly project: string; readonly milestone: string };
  readonly baseline: LocalDate;
  readonly on: LocalDate;
  readonly isReached: boolean;
  /** Calendar days. */
  readonly days: number;
  /** Absent: none was given. */
  readonly reason?: string | undefined;
}

export interface PublicMilestones {
  readonly figures: TimetableFigures;
  /** Those that slip most come first. */
  readonly late: readonly LateMilestone[];
}

type Dates = MilestoneDates & Pick<TimetableMilestone, 'reason'>;

interface Told {
  readonly zone: Zone;
  readonly today: LocalDate;
  readonly of: LateMilestone['of'];
  readonly dates: Dates;
}

const ofLine = ({ names, milestones }: Line): readonly Pick<Told, 'of' | 'dates'>[] =>
  lineMilestones.flatMap((milestone) => {
    const { baseline, actual, reason } = milestones[milestone] ?? {};
    if (baseline === undefined) return [];
    const target = reachedBy(milestones, milestone);
    const dates = { baseline, ...(target && { target }), ...(actual && { actual }), ...(reason && { reason }) };
    return [{ of: { line: names, milestone }, dates }];
  });

const standingOf = ({ dates, today }: Told) => timetableStanding(dates, today);

function lateOf({ zone, today, of, dates }: Told): LateMilestone {
  const { baseline, actual, reason } = dates;
  const on = reachedOn(dates, today);
  const days = dayNumberOf(on) - dayNumberOf(baseline);
  return { zone, of, baseline, on, isReached: actual !== undefined, days, ...(reason !== undefined && { reason }) };
}

/** Milestones of the zones' lines, and of timetables that are for everybody. Reads all of both. */
export async function viewMilestones(
  { reference, lines, timetables }: Pick<Ports, 'reference' | 'lines'> & { readonly timetables: Timetables },
  now: number,
): Promise<PublicMilestones> {
  const told = await Promise.all(
    (await reference.zones()).map(async (zone): Promise<readonly Told[]> => {
      const [setting, milestones] = await Promise.all([reference.setting(zone.zoneId), timetables.of(zone.zoneId)]);
      const kept = await lines.all((setting?.lines ?? []).flatMap(({ lineId }) => lineId ?? []));
      const today = localDateOf(now, calendarOf(zone.country).offsetMinutes);
      return [
        ...kept.flatMap(ofLine),
        ...milestones
          .filter(({ isPublic }) => isPublic)
          .map(({ project, milestone, ...dates }) => ({ of: { project, milestone }, dates })),
      ].map((one) => ({ ...one, zone, today }));
    }),
  );
  const all = told.flat();
  const late = all.filter((one) => standingOf(one) === 'late').map(lateOf);
  return {
    figures: {
      milestones: all.length,
      late: late.length,
      onTime: all.filter((one) => standingOf(one) === 'on-time').length,
      ahead: all.filter((one) => standingOf(one) === 'ahead').length,
      unexplained: late.filter(({ reason }) => reason === undefined).length,
    },
    late: late.toSorted((a, b) => b.days - a.days),
  };
}
