import type { Handling } from '../../project/project-action.ts';
import { en } from '../en/handling.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/handling.ts';
import { ru } from '../ru/handling.ts';
import { uzCyrl } from '../uz-cyrl/handling.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** What can be done, each on a page of its own; taking over from a colleague has other words than taking. */
export type HandlingStep = Handling | 'take-over' | 'tracking-link' | 'contact';

export interface HandlingTexts extends Named<
  | 'more'
  | 'worksOn'
  | 'nobody'
  | 'you'
  | 'formerColleague'
  | 'answeredBy'
  | 'preview'
  | 'confirm'
  | 'check'
  | 'party'
  | 'otherKinds'
  | 'due'
  | 'from'
  | 'reason'
  | 'explanation'
  | 'sentAgain'
  | 'undelivered'
  | 'undeliveredText'
  | 'mendContact'
  | 'partysAddress'
  /** Above the form of the contact, where there is no address yet. */
  | 'firstAddress'
> {
  /** Texts may name `{worker}`, the colleague, and `{due}`, the due date. */
  readonly steps: Readonly<Record<HandlingStep, Named<'title' | 'text' | 'button' | 'done'>>>;
}

export const handlingTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
