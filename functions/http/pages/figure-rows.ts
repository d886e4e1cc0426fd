import type { Language } from '#core/contracts/common.ts';
import type { OverviewView } from '#core/use-cases/view-overview.ts';
import { regionTexts } from '#core/texts/pages/region/index.ts';
import { bucketName, bucketOrder, holderName, quarterName } from '#web/region/names.ts';
import type { Cell } from './csv.ts';

/** Leadership's figures as one sheet: stages of each zone by currency, then what is late through whom, then starts. */
export function figureRows(language: Language, { on, pipeline, late, starts, zones }: OverviewView): readonly (readonly Cell[])[] {
  const words = regionTexts(language);
  const zoneName = (zoneId: string) => zones.find((zone) => zone.zoneId === zoneId)?.names[language] ?? zoneId;
  const stages = pipeline.zones.flatMap(({ zoneId, buckets }) => bucketOrder.flatMap((bucket): Cell[][] => {
    const found = buckets.find((one) => one.bucket === bucket);
    if (!found) return [];
    const [first, ...rest] = found.investment;
    const lead: Cell[] = [zoneName(zoneId), bucketName(language, bucket)];
    // One row a currency; the counts stand in the first alone, so that a sum over the column is right.
    return [
      [...lead, found.projects, found.overdue, found.jobs, first ? first.amountMinor / 100 : 0, first?.currency ?? ''],
      ...rest.map(({ amountMinor, currency }): Cell[] => [...lead, 0, 0, 0, amountMinor / 100, currency]),
    ];
  }));
  return [
    [words.title, on],
    [],
    [words.zone, words.stage, words.projects, words.overdueProjects, words.jobs, words.amount, words.currency],
    ...stages,
    [],
    [words.zone, words.through, words.assignments, words.projects, words.oldest],
    ...late.map(({ zoneId, holder, assignments, projects, oldest }): Cell[] => [zoneName(zoneId), holderName(language, holder), assignments, projects, oldest]),
    [],
    [words.quarter, words.planned, words.expected],
    ...starts.rows.map(({ quarter, planned, expected }): Cell[] => [quarterName(language, quarter), planned, expected]),
    [],
    [words.uncounted, starts.uncounted],
    [words.withoutPlan, starts.withoutPlan],
    [words.notLookedAt, starts.notLookedAt],
  ];
}
