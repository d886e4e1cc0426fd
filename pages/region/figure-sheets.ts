import { currencies } from '#core/kernel/common.ts';
import type { Behind, BehindView } from '#core/figures/list-behind.ts';
import type { OverviewView } from '#core/figures/view-overview.ts';
import type { PastView } from '#core/figures/view-past.ts';
import { unexplainedOf } from '#core/figures/stated.ts';
import { textsOf } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import type { Frame } from '../frame.ts';
import type { Cell, Sheet } from '../kit/csv.ts';
import { assignmentText, waitingHolder } from './figure.tsx';
import { columnsOf } from './list-columns.tsx';
import {
  bucketName,
  bucketOrder,
  forumName,
  holderName,
  monthName,
  quarterName,
  refusalName,
  sectorName,
  type Sum,
} from './names.ts';
import { tookOf } from './totals.ts';

type ZoneFigures = OverviewView['pipeline']['zones'][number];
type Rows = Sheet['rows'];

/** What projects are worth, a column for each currency that any of them has: there is no sum across currencies. */
function sumColumns({ language }: Frame, { zones }: OverviewView['pipeline']) {
  const words = regionTexts(language);
  const used = currencies.filter((currency) =>
    zones.some(({ buckets }) => buckets.some(({ investment }) => investment.some((one) => one.currency === currency))),
  );
  return {
    names: [
      words.projects,
      words.overdueProjects,
      words.jobs,
      ...used.map((currency) => `${words.amount}, ${currency}`),
    ],
    cells: ({ projects, overdue, jobs, investment }: Sum): readonly Cell[] => [
      projects,
      overdue,
      jobs,
      ...used.map((currency) => (investment.find((one) => one.currency === currency)?.amountMinor ?? 0) / 100),
    ],
  };
}

function memberSheets(frame: Frame, pipeline: OverviewView['pipeline']): readonly Sheet[] {
  const { language } = frame;
  const words = regionTexts(language);
  const { names, cells } = sumColumns(frame, pipeline);
  const byZone = (rowsOf: (zone: ZoneFigures, name: string) => Rows): Rows =>
    pipeline.zones.flatMap((zone) => rowsOf(zone, zone.names[language]));
  return [
    {
      name: words.byStage,
      rows: [
        [words.zone, words.stage, ...names],
        ...byZone(({ buckets }, zone) =>
          bucketOrder.flatMap((bucket) => {
            const found = buckets.find((one) => one.bucket === bucket);
            return found ? [[zone, bucketName(language, bucket), ...cells(found)]] : [];
          }),
        ),
      ],
    },
    {
      name: words.bySector,
      rows: [
        [words.zone, words.sector, ...names, words.started, words.lost],
        ...byZone(({ sectors }, zone) =>
          sectors
            .toSorted((a, b) => b.projects - a.projects)
            .map(({ sector, started, lost, ...sum }) => [
              zone,
              sectorName(language, sector),
              ...cells(sum),
              started,
              lost,
            ]),
        ),
      ],
    },
    {
      name: words.byForum,
      rows: [
        [words.zone, words.forum, ...names, words.started, words.lost],
        ...byZone(({ forums }, zone) =>
          forums.map(({ forum, started, lost, ...sum }) => [
            zone,
            forumName(language, pipeline.zones, forum),
            ...cells(sum),
            started,
            lost,
          ]),
        ),
      ],
    },
  ];
}

function lateSheets(frame: Frame, { pipeline, late, behind }: OverviewView, zoneName: (id: string) => string): Sheet[] {
  const { language } = frame;
  const words = regionTexts(language);
  return [
    {
      name: words.lateThrough,
      rows: [
        [words.zone, words.through, words.assignments, words.projects],
        ...pipeline.zones.flatMap(({ zoneId, late: holders }) =>
          holders
            .toSorted((a, b) => b.answers - a.answers)
            .map(({ holder, answers, projects }) => [
              zoneName(zoneId),
              holderName(language, holder),
              answers,
              projects,
            ]),
        ),
      ],
    },
    {
      name: words.longest,
      rows: [
        [words.zone, words.company, words.number, words.asked, words.through, words.oldest, words.daysLate],
        ...late.map((one): readonly Cell[] => [
          zoneName(one.zoneId),
          one.company,
          one.number,
          assignmentText(frame, one),
          waitingHolder(language, one),
          { day: one.due },
          one.daysLate,
        ]),
      ],
    },
    {
      name: words.starts,
      rows: [
        [words.zone, words.quarter, words.projects, words.behind],
        ...pipeline.zones.flatMap(({ zoneId, starts }) =>
          starts
            .toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1))
            .map((one) => [zoneName(zoneId), quarterName(language, one.quarter), one.projects, one.behind]),
        ),
      ],
    },
    {
      name: words.behindList,
      rows: [
        [
          words.zone,
          words.company,
          words.number,
          words.plannedStart,
          words.expectedStart,
          words.slips,
          words.wantedStart,
          words.slack,
        ],
        ...behind.map((one): readonly Cell[] => [
          zoneName(one.zoneId),
          one.company,
          one.number,
          { day: one.planned },
          { day: one.expected },
          one.slips,
          { day: one.wanted },
          one.slack,
        ]),
      ],
    },
  ];
}

function pastSheets({ language }: Frame, view: PastView, zoneName: (id: string) => string): Sheet[] {
  const words = regionTexts(language);
  const { stages } = textsOf(language);
  return [
    {
      name: words.months,
      rows: [
        [words.month, words.received, words.accepted, words.startedIn],
        ...view.months.map(({ month, received, accepted, started }) => [monthName(month), received, accepted, started]),
      ],
    },
    {
      name: words.refused,
      rows: [
        [words.stage, words.refusedWhy, words.answers],
        ...view.refused.map(({ stage, what, answers }) => [stages[stage], refusalName(language, what), answers]),
      ],
    },
    {
      name: words.held,
      rows: [
        [words.through, words.holdings, words.mean, words.median, words.worst, words.longestHeld],
        ...view.held.map(({ holder, holdings, mean, median, worst }) => [
          holderName(language, holder),
          holdings,
          mean,
          median,
          worst[0]?.daysHeld ?? 0,
          worst.map(({ company, daysHeld }) => `${company} ${String(daysHeld)}`).join('; '),
        ]),
      ],
    },
    {
      name: words.took,
      rows: [
        [
          words.zone,
          words.stage,
          words.norm,
          words.closings,
          words.mean,
          words.half,
          `${words.within}, %`,
          words.stood,
        ],
        ...view.pipeline.zones.flatMap((zone) =>
          tookOf([zone]).map(({ stage, closings, mean, half, within, stood }): readonly Cell[] => [
            zoneName(zone.zoneId),
            stages[stage],
            view.looks.find(({ zoneId }) => zoneId === zone.zoneId)?.norms[stage] ?? '',
            closings,
            mean,
            half ?? '',
            within,
            stood,
          ]),
        ),
      ],
    },
  ];
}

function statedSheet({ language }: Frame, { looks }: OverviewView, zoneName: (id: string) => string): Sheet {
  const words = regionTexts(language);
  return {
    name: words.stated,
    rows: [
      [words.zone, words.figure, words.statedTotal, words.parts, words.unexplained, words.source],
      ...looks.flatMap(({ zoneId, stated }) =>
        stated.map((one): readonly Cell[] => [
          zoneName(zoneId),
          `${one.names[language]}, ${String(one.year)}`,
          one.total,
          one.parts.length === 0 ? '' : one.parts.reduce((sum, { amount }) => sum + amount, 0),
          unexplainedOf(one) ?? '',
          one.source[language],
        ]),
      ),
    ],
  };
}

/** Leadership's figures, a table each in the order of the pages; those without a row are left out. Money in whole units. */
export function figureSheets(frame: Frame, now: OverviewView, past: PastView): readonly Sheet[] {
  const { language } = frame;
  const words = regionTexts(language);
  const zoneName = (id: string) => now.zones.find(({ zoneId }) => zoneId === id)?.names[language] ?? id;
  const uncounted = now.looks.map(({ zoneId, unconfirmed }) => [zoneName(zoneId), { day: now.on }, unconfirmed]);
  return [
    ...memberSheets(frame, now.pipeline).slice(0, 1),
    ...lateSheets(frame, now, zoneName),
    ...memberSheets(frame, now.pipeline).slice(1),
    ...pastSheets(frame, past, zoneName),
    statedSheet(frame, now, zoneName),
    { name: words.uncounted, rows: [[words.zone, words.day, words.uncounted], ...uncounted] },
  ].filter(({ rows }) => rows.length > 1);
}

/** A list as tables of a file, a zone each. */
export function listSheets(frame: Frame, view: BehindView, filter: Behind): readonly Sheet[] {
  const columns = columnsOf(frame, filter).flatMap(({ text, cells }) =>
    cells.map(({ name = text, of }) => ({ name, of })),
  );
  return view.zones.map(({ names, page }) => ({
    name: names[frame.language],
    rows: [columns.map(({ name }) => name), ...page.entries.map((line) => columns.map(({ of }) => of(line)))],
  }));
}
