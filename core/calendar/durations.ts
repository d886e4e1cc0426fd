import type { StageDuration } from './stage-duration.ts';
import { stageIds, startOfConstruction, type StageId } from '../stages/stage-id.ts';
import type { Calendar } from './calendar.ts';
import type { ZoneType } from '../reference/zone-type.ts';
import type { Country } from './country.ts';
import { compare, type LocalDate } from './local-date.ts';
import { termEnd } from './term.ts';
import { workingDaysBetween } from './working-days.ts';

export interface NoDuration {
  readonly kind: 'no-duration';
  readonly country: Country;
  readonly stage: StageId;
  readonly onDate: LocalDate;
}

/** The name of a version. A stage that runs keeps it, whatever comes into force later. */
export const durationVersion = ({ country, zoneType, zoneId, stage, effectiveFrom }: StageDuration): string =>
  `${zoneId ?? zoneType ?? country}/${stage}/${effectiveFrom}`;

/** The type that a zone has on a day, where its law matters. */
export type TypeOn = (day: LocalDate) => ZoneType | undefined;
const untyped: TypeOn = () => undefined;

/** A zone's own goes before its type's, that before the country's. */
const rank = ({ zoneId, zoneType }: StageDuration): number =>
  zoneId !== undefined ? 2 : zoneType !== undefined ? 1 : 0;

/** The zone's own duration once it has one, else its type's, else the country's. @param durations of a country and at most one zone */
export const durationFor = (
  durations: readonly StageDuration[],
  country: Country,
  stage: StageId,
  onDate: LocalDate,
  typeOn: TypeOn = untyped,
): { readonly kind: 'found'; readonly duration: StageDuration } | NoDuration => {
  const zoneType = typeOn(onDate);
  const duration = durations
    .filter((each) => each.country === country && each.stage === stage && each.effectiveFrom <= onDate)
    .filter((each) => each.zoneType === undefined || each.zoneType === zoneType)
    .toSorted((a, b) => rank(a) - rank(b) || compare(a.effectiveFrom, b.effectiveFrom))
    .at(-1);
  return duration ? { kind: 'found', duration } : { kind: 'no-duration', country, stage, onDate };
};

/** One stage of a road map. `due` is the end of the term of the `version` in force on `start`. */
export interface PlannedStage {
  readonly start: LocalDate;
  readonly due: LocalDate;
  readonly version: string;
}

/** The seven stages in series: each begins on the due date of the one before. */
export type RoadMap = Readonly<Record<StageId, PlannedStage>>;

/** The baseline road map of a letter received on `startDate` (day 0). The law in force on a stage's planned start counts. */
export const planDates = (
  calendar: Calendar,
  durations: readonly StageDuration[],
  startDate: LocalDate,
  typeOn: TypeOn = untyped,
): { readonly kind: 'planned'; readonly roadMap: RoadMap } | NoDuration => {
  const roadMap: Partial<Record<StageId, PlannedStage>> = {};
  let start = startDate;
  for (const stage of stageIds) {
    const found = durationFor(durations, calendar.country, stage, start, typeOn);
    if (found.kind === 'no-duration') return found;
    const due = termEnd(calendar, start, found.duration);
    roadMap[stage] = { start, due, version: durationVersion(found.duration) };
    start = due;
  }
  return { kind: 'planned', roadMap: roadMap as RoadMap };
};

/** Working days between the end of a path and the day it has to reach; below zero the road map is red. */
export const slack = (
  calendar: Calendar,
  roadMap: Readonly<Record<typeof startOfConstruction, { readonly due: LocalDate }>>,
  targetDay: LocalDate,
): number => workingDaysBetween(calendar, roadMap[startOfConstruction].due, targetDay);
