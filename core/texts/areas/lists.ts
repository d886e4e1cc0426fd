import { en } from '../en/lists.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/lists.ts';
import { ru } from '../ru/lists.ts';
import { uzCyrl } from '../uz-cyrl/lists.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export type ListTexts = Named<
  | 'mine'
  | 'narrow'
  | 'stage'
  | 'forum'
  | 'sector'
  | 'any'
  | 'overdue'
  | 'onlyMine'
  | 'byDue'
  | 'show'
  | 'clear'
  | 'byForum'
  /** A page that holds nothing, with more to look at behind it. */
  | 'goOn'
  | 'nothingSoFar'
  /** Leads on a narrow screen below the list. */
  | 'otherLists'
>;

export const listTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
