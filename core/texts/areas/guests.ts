import { en } from '../en/guests.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/guests.ts';
import { ru } from '../ru/guests.ts';
import { uzCyrl } from '../uz-cyrl/guests.ts';

type Word =
  /** Of the email: `{forum}`, `{zone}`. */
  | 'subject'
  | 'greeting'
  | 'invited'
  | 'linkText'
  | 'days'
  | 'company'
  | 'owner'
  | 'answer'
  /** Of the page. */
  | 'will'
  | 'accepted'
  | 'declined'
  | 'reason'
  | 'reasonHint'
  | 'send'
  | 'isAccepted'
  | 'isDeclined'
  | 'change'
  | 'over'
  /** Of the public page of a forum: `offerText` with `{zone}`, `lineBy` with `{date}`. */
  | 'offer'
  | 'offerText'
  | 'freePlots'
  | 'where'
  | 'plots'
  | 'hectares'
  | 'lines'
  | 'line'
  | 'state'
  | 'asOf'
  | 'lineReady'
  | 'lineBy'
  | 'lineNot'
  | 'handIn';

export type GuestTexts = Readonly<Record<Word, string>>;

export const guestTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
