import { en } from '../en/follow-ups.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/follow-ups.ts';
import { ru } from '../ru/follow-ups.ts';
import { uzCyrl } from '../uz-cyrl/follow-ups.ts';

/** What somebody of an office does about a project on a day. */
export type FollowUpTexts = Readonly<
  Record<
    | 'title'
    | 'mine'
    | 'text'
    | 'none'
    | 'make'
    | 'what'
    | 'on'
    | 'who'
    | 'save'
    | 'change'
    | 'act'
    | 'isDone'
    | 'isMoved'
    | 'movedTo'
    | 'saved',
    string
  >
>;

export const followUpTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
