import { currencies, type Language } from '#core/kernel/common.ts';
import type { Ending } from '#core/project/event.ts';
import type { PipelineView } from '#core/api/views.ts';
import { sectors } from '#core/letter/sector.ts';
import { refusalParts, type Refusal, type Refuser } from '#core/figures/figures.ts';
import type { LateHolder } from '#core/figures/late-holders.ts';
import { stageIds, type StageId } from '#core/stages/stage-id.ts';
import { fill, textsOf } from '#core/texts/index.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import { regionTexts } from '#core/texts/areas/region.ts';

type Bucket = StageId | Ending;

export const bucketOrder: readonly Bucket[] = [
  ...stageIds,
  'construction-started',
  'rejected',
  'withdrawn',
  'terminated',
];

export const isStage = (bucket: Bucket): bucket is StageId => (stageIds as readonly string[]).includes(bucket);

export const bucketName = (language: Language, bucket: Bucket): string => {
  const { stages, endings } = textsOf(language);
  return isStage(bucket) ? stages[bucket] : endings[bucket];
};

export const holderName = (language: Language, holder: LateHolder): string => {
  const { holders, partyKinds } = textsOf(language);
  return holder === 'office' || holder === 'investor' ? holders[holder] : partyKinds[holder];
};

export const sectorName = (language: Language, sector: string): string => {
  const known = sectors.find((one) => one === sector);
  return known ? sectorTexts(language)[known] : sector;
};

/** A forum by the name its zone gives it; one that is no longer listed keeps its id. */
export const forumName = (language: Language, zones: PipelineView['zones'], forum: string): string =>
  zones.flatMap(({ forums }) => forums).find((one) => one.forum === forum)?.names?.[language] ?? forum;

/** '2026-01' as every reader here writes a month. */
export const monthName = (month: string): string => month.split('-').toReversed().join('.');

/** Who said no, and why. */
export function refusalName(language: Language, what: Refusal): string {
  const { by, reason } = refusalParts(what);
  return `${refuserName(language, by)}, ${textsOf(language).reasons[reason]}`;
}

const refuserName = (language: Language, by: Refuser): string =>
  by === 'office' ? textsOf(language).holders.office : regionTexts(language).parties;

/** '2026-4' in words. */
export const quarterName = (language: Language, quarter: string): string => {
  const [year = '', number = ''] = quarter.split('-');
  return fill(regionTexts(language).quarterName, { year, number });
};

export interface Sum {
  readonly projects: number;
  readonly jobs: number;
  readonly overdue: number;
  readonly investment: PipelineView['total']['investment'];
}

/** Buckets of one kind added up; money by currency, never across. */
export function sumOf(buckets: readonly Sum[]): Sum {
  const money = new Map<PipelineView['total']['investment'][number]['currency'], number>();
  for (const { amountMinor, currency } of buckets.flatMap(({ investment }) => investment))
    money.set(currency, (money.get(currency) ?? 0) + amountMinor);
  const add = (name: 'projects' | 'jobs' | 'overdue') => buckets.reduce((sum, one) => sum + one[name], 0);
  return {
    projects: add('projects'),
    jobs: add('jobs'),
    overdue: add('overdue'),
    investment: currencies.flatMap((currency) => {
      const amountMinor = money.get(currency);
      return amountMinor === undefined ? [] : [{ currency, amountMinor }];
    }),
  };
}
