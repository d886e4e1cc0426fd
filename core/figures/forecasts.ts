import { workingDaysBetween } from '../calendar/working-days.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { Page, Ports } from '../kernel/ports.ts';
import type { ProjectLine } from '../project/project-ports.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { expectedStart, onItsWay } from '../stages/expected-start.ts';
import { startOfConstruction } from '../stages/stage-id.ts';
import { startRangeOf } from '../stages/start-range.ts';

/** What was expected of the start of one project: the day, by its road map, and the days by which it was to start in half and in four of five cases, where that could be told. */
export interface ForecastStart {
  readonly projectId: string;
  readonly expected: LocalDate;
  readonly planned: LocalDate;
  readonly half?: LocalDate | undefined;
  readonly fourInFive?: LocalDate | undefined;
}

/** What was forecast in a zone when a month ('2026-05') began: on its first working day. */
export interface ForecastMonth {
  readonly zoneId: string;
  readonly month: string;
  readonly on: LocalDate;
  readonly starts: readonly ForecastStart[];
}

export interface Forecasts {
  readonly isKept: (zoneId: string, month: string) => Promise<boolean>;
  /** Those of a zone from a month on, the first first. */
  readonly since: (zoneId: string, month: string) => Promise<readonly ForecastMonth[]>;
  readonly keep: (month: ForecastMonth) => Promise<void>;
}

const pageOf = 100;

/** Every page of a list, one after another, up to so many. */
export async function allPages(
  read: (after: string | undefined) => Promise<Page<ProjectLine>>,
  most = Number.POSITIVE_INFINITY,
): Promise<{ readonly entries: readonly ProjectLine[]; readonly isWhole: boolean }> {
  const entries: ProjectLine[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    entries.push(...page.entries);
    after = page.next;
  } while (after !== undefined && entries.length < most);
  return { entries, isWhole: after === undefined };
}

/** Keeps what is forecast today of every project of a zone that has a road map, once a month: no log could tell it, since it follows from lines and durations too. */
export async function keepForecasts(
  { lists, counts, forecasts }: Pick<Ports, 'lists' | 'counts' | 'forecasts'>,
  context: ZoneContext,
): Promise<void> {
  const { zoneId } = context.zone;
  const on = today(context);
  const month = on.slice(0, 7);
  if (await forecasts.isKept(zoneId, month)) return;
  const took = await counts.of(zoneId);
  const found = await Promise.all(
    (['plan', 'behind'] as const).map((standing) =>
      allPages((after) => lists.list(zoneId, { by: 'start', standing }, { limit: pageOf, ...(after && { after }) })),
    ),
  );
  const starts = found
    .flatMap(({ entries }) => entries)
    .flatMap(({ project }): ForecastStart[] => {
      const planned = project.baseline?.[startOfConstruction];
      if (planned === undefined) return [];
      const range = startRangeOf(context, project, took);
      return [
        {
          projectId: project.projectId,
          expected: expectedStart(context, onItsWay(project)),
          planned,
          ...(range?.half !== undefined && { half: range.half, fourInFive: range.fourInFive }),
        },
      ];
    });
  if (starts.length > 0) await forecasts.keep({ zoneId, month, on, starts });
}

/** How long before the start a forecast was made, in calendar days (ours): up to a quarter, up to half a year, longer. */
export const leads = ['quarter', 'half-year', 'longer'] as const;
export type Lead = (typeof leads)[number];

/** A forecast beside what came: working days by which construction started later than it said, below zero sooner. */
export interface Compared {
  readonly month: string;
  readonly lead: Lead;
  readonly off: number;
  /** Whether it started by the days of its range, where that was told. */
  readonly byHalf?: boolean;
  readonly byFourInFive?: boolean;
}

const leadOf = (on: LocalDate, started: LocalDate): Lead =>
  started <= addDays(on, 91) ? 'quarter' : started <= addDays(on, 182) ? 'half-year' : 'longer';

/** Each forecast of a project that has started since. @param startedOn by project */
export const compared = (
  calendar: Calendar,
  { month, on, starts }: ForecastMonth,
  startedOn: ReadonlyMap<string, LocalDate>,
): readonly Compared[] =>
  starts.flatMap(({ projectId, expected, half, fourInFive }): Compared[] => {
    const started = startedOn.get(projectId);
    if (started === undefined || started < on) return [];
    return [
      {
        month,
        lead: leadOf(on, started),
        off: workingDaysBetween(calendar, expected, started),
        ...(half !== undefined && { byHalf: started <= half }),
        ...(fourInFive !== undefined && { byFourInFive: started <= fourInFive }),
      },
    ];
  });

/** The one in the middle; of an even number the mean of both. Undefined of none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** `error`: working days by which half of the forecasts missed at most; `byHalf`, `byFourInFive`: of those `ranged`, how many started by then. */
export interface Accuracy {
  readonly forecasts: number;
  readonly error?: number | undefined;
  readonly later: number;
  readonly ranged: number;
  readonly byHalf: number;
  readonly byFourInFive: number;
}

export function accuracyOf(all: readonly Compared[]): Accuracy {
  const error = median(all.map(({ off }) => Math.abs(off)));
  return {
    forecasts: all.length,
    ...(error !== undefined && { error }),
    later: all.filter(({ off }) => off > 0).length,
    ranged: all.filter(({ byHalf }) => byHalf !== undefined).length,
    byHalf: all.filter(({ byHalf }) => byHalf === true).length,
    byFourInFive: all.filter(({ byFourInFive }) => byFourInFive === true).length,
  };
}
