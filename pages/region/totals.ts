import type { PipelineView, StageTimeView } from '#core/api/views.ts';
import type { LateHolder } from '#core/figures/late-holders.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import { isStage, sumOf, type Sum } from './names.ts';

type Zones = PipelineView['zones'];

const merged = <Entry, Key, Whole>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => Key,
  whole: (key: Key, some: readonly Entry[]) => Whole,
): readonly Whole[] => [...Map.groupBy(entries, keyOf)].map(([key, some]) => whole(key, some));

const total = <Entry>(some: readonly Entry[], of: (entry: Entry) => number): number =>
  some.reduce((sum, one) => sum + of(one), 0);

export interface Member extends Sum {
  readonly key: string;
  readonly started: number;
  readonly lost: number;
}

const memberOf = <Entry extends Sum & { readonly started: number; readonly lost: number }>(
  key: string,
  some: readonly Entry[],
): Member => ({
  key,
  ...sumOf(some),
  started: total(some, ({ started }) => started),
  lost: total(some, ({ lost }) => lost),
});

const mostFirst = (a: Member, b: Member): number => b.projects - a.projects || b.started - a.started;

export const sectorsOf = (zones: Zones): readonly Member[] =>
  merged(
    zones.flatMap(({ sectors }) => sectors),
    ({ sector }) => sector,
    memberOf,
  ).toSorted(mostFirst);

export const forumsOf = (zones: Zones): readonly Member[] =>
  merged(
    zones.flatMap(({ forums }) => forums),
    ({ forum }) => forum,
    memberOf,
  ).toSorted(mostFirst);

/** Late answers by kind of holder over zones; who it is in each, the page of the zone tells. */
export const lateOf = (
  zones: Zones,
): readonly { readonly holder: LateHolder; readonly answers: number; readonly projects: number }[] =>
  merged(
    zones.flatMap(({ late }) => late),
    ({ holder }) => holder,
    (holder, some) => ({
      holder,
      answers: total(some, ({ answers }) => answers),
      projects: total(some, ({ projects }) => projects),
    }),
  ).toSorted((a, b) => b.answers - a.answers);

export const startsOf = (
  zones: Zones,
): readonly { readonly quarter: string; readonly projects: number; readonly behind: number }[] =>
  merged(
    zones.flatMap(({ starts }) => starts),
    ({ quarter }) => quarter,
    (quarter, some) => ({
      quarter,
      projects: total(some, ({ projects }) => projects),
      behind: total(some, ({ behind }) => behind),
    }),
  ).toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1));

export interface StageTimeRow {
  readonly stage: StageId;
  readonly closings: number;
  /** Working days on average, on the clock and standing still. */
  readonly mean: number;
  readonly stood: number;
  /** Half of the closings took at most so many days; absent when it is more than the last limit that is counted. */
  readonly half?: number;
  /** Share within the norm, per cent. */
  readonly within: number;
}

function halfOf(upTo: StageTimeView['upTo'], closings: number): number | undefined {
  let sum = 0;
  for (const { days = Infinity, closings: some } of upTo.toSorted(
    (a, b) => (a.days ?? Infinity) - (b.days ?? Infinity),
  )) {
    sum += some;
    if (sum * 2 >= closings) return Number.isFinite(days) ? days : undefined;
  }
  return undefined;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

export const tookOf = (zones: Zones): readonly StageTimeRow[] =>
  merged(
    zones.flatMap(({ took }) => took),
    ({ stage }) => stage,
    (stage, some) => {
      const closings = total(some, (one) => one.closings);
      const half = halfOf(
        some.flatMap(({ upTo }) => upTo),
        closings,
      );
      return {
        stage,
        closings,
        ...(half !== undefined && { half }),
        mean: tenth(total(some, ({ days }) => days) / closings),
        stood: tenth(total(some, ({ stood }) => stood) / closings),
        within: Math.round((total(some, ({ within }) => within) / closings) * 100),
      };
    },
  );

/** Those on their path. */
export const goingOf = (zones: Zones): Sum =>
  sumOf(zones.flatMap(({ buckets }) => buckets).filter(({ bucket }) => isStage(bucket)));

/** Those on their path whose road map is not approved yet. */
export const unplannedOf = (zones: Zones): number =>
  goingOf(zones).projects - startsOf(zones).reduce((sum, { projects }) => sum + projects, 0);
