import { en } from '../en/region.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/region.ts';
import { ru } from '../ru/region.ts';
import { uzCyrl } from '../uz-cyrl/region.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Words of leadership's pages, and of the public page with the counts. */
export type RegionTexts = Named<
  | 'title'
  /** `{date}` */
  | 'on'
  | 'allZones' | 'zones' | 'zone' | 'stage' | 'projects' | 'worth' | 'jobs' | 'overdueProjects' | 'going' | 'total'
  | 'byStage' | 'chart'
  /** `{caption}`: what a chart shows; the table beside it has the figures. */
  | 'chartOf'
  | 'lateThrough' | 'through' | 'assignments' | 'oldest' | 'nothingLate' | 'lateNote'
  | 'starts' | 'quarter' | 'noStarts' | 'behind' | 'inTime' | 'startsNote' | 'behindList' | 'plannedStart' | 'expectedStart' | 'wantedStart' | 'slack' | 'slackNote' | 'tooLate'
  | 'took' | 'norm' | 'closings' | 'mean' | 'half' | 'within' | 'stood' | 'tookNote' | 'noTook' | 'days'
  | 'longest' | 'asked' | 'daysLate' | 'longestLate'
  | 'bySector' | 'sector' | 'byForum' | 'forum' | 'noForum' | 'started' | 'lost'
  | 'stated' | 'statedNote' | 'figure' | 'statedTotal' | 'parts' | 'unexplained' | 'inTable' | 'source'
  /** `{amount}` */
  | 'moreThan' | 'hectares'
  /** `{count}` */
  | 'orMore'
  /** `{number}`, `{year}` */
  | 'quarterName'
  | 'remainder' | 'withoutPlan' | 'uncounted' | 'allCovered' | 'endedNote'
  | 'takeAway' | 'csv' | 'xlsx' | 'print'
  | 'listTitle' | 'number' | 'company' | 'due' | 'notCounted' | 'suspended' | 'none' | 'more' | 'currency' | 'amount' | 'all'
  | 'publicTitle' | 'publicText' | 'publicCounted'
>;

/** Words of leadership's pages and of the public figures. */
export const regionTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
