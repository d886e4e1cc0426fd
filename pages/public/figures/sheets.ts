import { currencies } from '#core/kernel/common.ts';
import { fewest, type PublicRow, type Told } from '#core/figures/public-figures.ts';
import type { PublicView } from '#core/figures/view-public.ts';
import { publicTexts } from '#core/texts/areas/public.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import type { PublicMilestones } from '#core/timetable/late-milestones.ts';
import { fill } from '#core/texts/index.ts';
import type { Frame } from '../../frame.ts';
import type { Cell, Sheet } from '../../kit/csv.ts';
import { bucketName, holderName, sectorName } from '../../region/names.ts';
import { asOf, lateMilestone, lateName, lateReason, membersText, spanText, zoneNamed } from './page.tsx';

function lateSheet(language: Frame['language'], { late }: PublicMilestones): Sheet {
  const { milestones: words } = publicTexts(language);
  return {
    name: words.lateTitle,
    rows: [
      [regionTexts(language).zone, words.what, words.milestone, words.planned, words.when, words.days, words.reason],
      ...late.map((one): readonly Cell[] => [
        one.zone.names[language],
        lateName(language, one),
        lateMilestone(language, one),
        { day: one.baseline },
        { day: one.on },
        one.days,
        lateReason(language, one),
      ]),
    ],
  };
}

/** The tables of the page, with the same figures. */
export function publicSheets({ language }: Frame, view: PublicView, milestones: PublicMilestones): readonly Sheet[] {
  const { figures: words } = publicTexts(language);
  const region = regionTexts(language);
  const { figures } = view;
  const few = fill(words.fewer, { fewest });
  const told = (count: Told): Cell => count ?? few;
  const used = currencies.filter((one) => figures.total?.investment.some(({ currency }) => currency === one));
  const sums = ({ projects, late, jobs, investment }: NonNullable<typeof figures.total>): readonly Cell[] => [
    projects,
    jobs,
    late ?? '–',
    ...used.map((one) => {
      const found = investment.find(({ currency }) => currency === one);
      return found === undefined ? '–' : found.amountMinor / 100;
    }),
  ];
  const head = [region.projects, region.jobs, words.late, ...used.map((currency) => `${region.amount}, ${currency}`)];
  const rowsOf = <Member extends string>(
    name: string,
    of: string,
    rows: readonly PublicRow<Member>[],
    nameOf: (member: Member) => string,
  ): Sheet => ({
    name,
    rows: [[of, ...head], ...rows.map((row) => [membersText(row.members.map(nameOf)), ...sums(row)])],
  });
  return [
    {
      name: words.title,
      rows: [
        [asOf(language, view), ...head, words.started],
        [
          region.going,
          ...(figures.total === undefined ? [few, ...head.slice(1).map(() => '–')] : sums(figures.total)),
          told(figures.started),
        ],
      ],
    },
    rowsOf(words.byZone, region.zone, figures.zones, (zoneId) => zoneNamed(language, view, zoneId)),
    rowsOf(region.bySector, region.sector, figures.sectors, (sector) => sectorName(language, sector)),
    rowsOf(region.byStage, region.stage, figures.stages, (stage) => bucketName(language, stage)),
    {
      name: words.late,
      rows: [
        [region.through, words.lateWhy],
        ...figures.late.map(({ holder, projects }) => [holderName(language, holder), projects]),
        ...figures.lateFew.map((holder) => [holderName(language, holder), few]),
      ],
    },
    {
      name: words.starts,
      rows: [
        [region.quarter, words.planned, words.behind],
        ...figures.starts.map((one) => [spanText(language, one), one.projects, told(one.behind)]),
      ],
    },
    lateSheet(language, milestones),
  ].filter(({ rows }) => rows.length > 1);
}
