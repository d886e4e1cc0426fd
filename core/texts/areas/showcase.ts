import { en } from '../en/showcase.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/showcase.ts';
import { ru } from '../ru/showcase.ts';
import { uzCyrl } from '../uz-cyrl/showcase.ts';
import type { ItemRequest } from '../../showcase/showcase.ts';

/** `otherLanguage`: `{language}`. */
export type ShowcaseTexts = Readonly<
  Record<
    | 'title'
    | 'lead'
    | 'find'
    | 'q'
    | 'hs'
    | 'hsHint'
    | 'hsDigits'
    | 'zone'
    | 'search'
    | 'nothing'
    | 'item'
    | 'about'
    | 'aYear'
    | 'unit'
    | 'price'
    | 'notTold'
    | 'buyer'
    | 'order'
    | 'orderAYear'
    | 'orderYears'
    | 'orderWorth'
    | 'terms'
    | 'until'
    | 'otherLanguage'
    | 'over'
    | 'office'
    | 'state'
    | 'name'
    | 'textHint'
    | 'buyerEmail'
    | 'buyerLanguage'
    | 'pricePublic'
    | 'pricePublicYes'
    | 'save'
    | 'done'
    | 'edit'
    | 'remove'
    | 'reason'
    | 'views'
    | 'none'
    | 'public',
    string
  >
> & {
  readonly view: Readonly<Record<'items' | 'add', string>>;
  readonly standings: Readonly<Record<'shown' | 'over' | 'withdrawn', string>>;
  readonly units: Readonly<Record<ItemRequest['unit'], string>>;
};

export const showcaseTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
