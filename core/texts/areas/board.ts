import { en } from '../en/board.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/board.ts';
import { ru } from '../ru/board.ts';
import { uzCyrl } from '../uz-cyrl/board.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Words of the board: how far the projects of a zone are built, and what they owe. */
export type BoardTexts = Named<
  | 'title'
  | 'intro'
  /** `{date}` */
  | 'on'
  | 'zones'
  | 'allZones'
  /** `{count}`, `{roofed}`, `{building}`, `{notStated}`, `{before}` */
  | 'summary'
  /** `{promised}`, `{there}`, `{count}` */
  | 'jobsThere'
  | 'missing'
  | 'byRung'
  | 'bySector'
  | 'byYear'
  | 'sector'
  | 'forumYear'
  | 'noForum'
  | 'rung'
  | 'projects'
  | 'confirmed'
  | 'money'
  | 'jobs'
  | 'hectares'
  | 'path'
  | 'notStated'
  | 'inConstruction'
  | 'roofed'
  | 'all'
  | 'land'
  | 'landTaken'
  | 'landBuilt'
  | 'landInConstruction'
  | 'landIdle'
  | 'landNotStated'
  | 'stated'
  | 'statedNote'
  | 'figure'
  | 'statedTotal'
  | 'parts'
  | 'unexplained'
  | 'here'
  /** `{amount}` */
  | 'hereAmount'
  | 'difference'
  | 'source'
  | 'export'
  | 'none'
>;

export const boardTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
