import { en } from '../en/moratoria.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/moratoria.ts';
import { ru } from '../ru/moratoria.ts';
import { uzCyrl } from '../uz-cyrl/moratoria.ts';

/** `heldUntil`: `{line}`, `{from}`, `{date}`; `held`: `{line}`, `{from}`. */
export type MoratoriumTexts = Readonly<
  Record<
    | 'title'
    | 'text'
    | 'none'
    | 'enter'
    | 'enterText'
    | 'change'
    | 'changeText'
    | 'place'
    | 'zone'
    | 'region'
    | 'line'
    | 'from'
    | 'until'
    | 'untilHint'
    | 'reason'
    | 'reasonHint'
    | 'preview'
    | 'check'
    | 'save'
    | 'done'
    | 'state'
    | 'holds'
    | 'ahead'
    | 'over'
    | 'endless'
    | 'held'
    | 'heldUntil',
    string
  >
>;

export const moratoriumTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
