import { en } from '../en/lists.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/lists.ts';
import { ru } from '../ru/lists.ts';
import { uzCyrl } from '../uz-cyrl/lists.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Words of what narrows a list, and of the order it comes in. */
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

/** Words of what narrows a list. */
export const listTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
