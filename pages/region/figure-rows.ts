import type { Language } from '#core/kernel/common.ts';
import { unexplainedOf } from '#core/figures/stated.ts';
import type { OverviewView } from '#core/figures/view-overview.ts';
import { textsOf } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import {
  bucketName,
  bucketOrder,
  forumName,
  holderName,
  quarterName,
  sectorName,
  type Sum,
} from '#pages/region/names.ts';
import { tookOf } from '#pages/region/totals.ts';
import type { Cell } from '../kit/csv.ts';

type ZoneFigures = OverviewView['pipeline']['zones'][number];
type Rows = readonly (readonly Cell[])[];

/** One row a currency; the counts stand in the first alone, so that a sum over a column is right. */
function sumRows(
  lead: readonly Cell[],
  { projects, overdue, jobs, investment }: Sum,
  more: readonly number[] = [],
): Rows {
  const [first, ...rest] = investment;
  return [
    [...lead, projects, overdue, jobs, first ? first.amountMinor / 100 : 0, first?.currency ?? '', ...more],
    ...rest.map(({ amountMinor, currency }): Cell[] => [
      ...lead,
      0,
      0,
      0,
      amountMinor / 100,
      currency,
      ...more.map(() => 0),
    ]),
  ];
}

function zoneRows(
  language: Language,
  { zones }: OverviewView['pipeline'],
  rowsOf: (zone: ZoneFigures, name: string) => Rows,
): Rows {
  return zones.flatMap((zone) => rowsOf(zone, zone.names[language]));
}

function memberRows(language: Language, pipeline: OverviewView['pipeline']): Rows {
  const words = regionTexts(language);
  const head = [
    words.projects,
    words.overdueProjects,
    words.jobs,
    words.amount,
    words.currency,
    words.started,
    words.lost,
  ];
  return [
    [words.zone, words.sector, ...head],
    ...zoneRows(language, pipeline, ({ sectors }, zone) =>
      sectors.flatMap(({ sector, started, lost, ...sum }) =>
        sumRows([zone, sectorName(language, sector)], sum, [started, lost]),
      ),
    ),
    [],
    [words.zone, words.forum, ...head],
    ...zoneRows(language, pipeline, ({ forums }, zone) =>
      forums.flatMap(({ forum, started, lost, ...sum }) =>
        sumRows([zone, forumName(language, pipeline.zones, forum)], sum, [started, lost]),
      ),
    ),
  ];
}

function timeRows(language: Language, { pipeline, behind, looks }: OverviewView): Rows {
  const words = regionTexts(language);
  return [
    [words.zone, words.quarter, words.projects, words.behind],
    ...zoneRows(language, pipeline, ({ starts }, zone) =>
      starts.map(({ quarter, projects, behind: late }) => [zone, quarterName(language, quarter), projects, late]),
    ),
    [],
    [words.number, words.plannedStart, words.expectedStart, words.wantedStart, words.slack],
    ...behind.map(({ number, planned, expected, wanted, slack }): Cell[] => [
      number,
      { day: planned },
      { day: expected },
      { day: wanted },
      slack,
    ]),
    [],
    [words.zone, words.stage, words.norm, words.closings, words.mean, words.half, `${words.within}, %`, words.stood],
    ...zoneRows(language, pipeline, (zone, name) =>
      tookOf([zone]).map(({ stage, closings, mean, half, within, stood }) => [
        name,
        textsOf(language).stages[stage],
        looks.find(({ zoneId }) => zoneId === zone.zoneId)?.norms[stage] ?? '',
        closings,
        mean,
        half ?? '',
        within,
        stood,
      ]),
    ),
  ];
}

function lateRows(language: Language, { pipeline, late }: OverviewView): Rows {
  const words = regionTexts(language);
  return [
    [words.zone, words.through, words.assignments, words.projects],
    ...zoneRows(language, pipeline, ({ late: holders }, zone) =>
      holders.map(({ holder, answers, projects }) => [zone, holderName(language, holder), answers, projects]),
    ),
    [],
    [words.longest, words.oldest, words.daysLate],
    ...late.map(({ holder, due, daysLate }): Cell[] => [holderName(language, holder), { day: due }, daysLate]),
  ];
}

function statedRows(language: Language, { pipeline, looks }: OverviewView): Rows {
  const words = regionTexts(language);
  return [
    [words.zone, words.figure, words.statedTotal, words.parts, words.unexplained, words.source],
    ...looks.flatMap(({ zoneId, stated }) =>
      stated.map((one): Cell[] => [
        pipeline.zones.find((zone) => zone.zoneId === zoneId)?.names[language] ?? zoneId,
        `${one.names[language]}, ${String(one.year)}`,
        one.total,
        one.parts.length === 0 ? '' : one.parts.reduce((sum, { amount }) => sum + amount, 0),
        unexplainedOf(one) ?? '',
        one.source[language],
      ]),
    ),
  ];
}

/** Leadership's figures as one sheet, in the order of the page; money in whole units, one row a currency. */
export function figureRows(language: Language, view: OverviewView): Rows {
  const words = regionTexts(language);
  const { on, pipeline, looks } = view;
  return [
    [words.title, { day: on }],
    [],
    [words.zone, words.stage, words.projects, words.overdueProjects, words.jobs, words.amount, words.currency],
    ...zoneRows(language, pipeline, ({ buckets }, zone) =>
      bucketOrder.flatMap((bucket) => {
        const found = buckets.find((one) => one.bucket === bucket);
        return found ? sumRows([zone, bucketName(language, bucket)], found) : [];
      }),
    ),
    [],
    ...lateRows(language, view),
    [],
    ...timeRows(language, view),
    [],
    ...memberRows(language, pipeline),
    [],
    ...statedRows(language, view),
    [],
    [words.uncounted, looks.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0)],
  ];
}
