import type { NumberKind } from '../../project/care-facts.ts';
import { en } from '../en/care.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/care.ts';
import { ru } from '../ru/care.ts';
import { uzCyrl } from '../uz-cyrl/care.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Numbers of other registers, the investor's companion, and when a project was last looked at. */
export interface CareTexts extends Named<
  | 'numbers'
  | 'addNumber'
  | 'kind'
  | 'number'
  | 'numberHint'
  | 'removeNumber'
  | 'companion'
  | 'companionText'
  | 'noCompanion'
  | 'nameCompanion'
  | 'verified'
  | 'never'
  | 'verify'
  /** `{date}`, `{who}` */
  | 'verifiedBy'
  | 'save'
  | 'staleTitle'
  | 'staleText'
  | 'noneStale'
  /** `{date}` */
  | 'staleSince'
  | 'staleNever'
> {
  readonly kinds: Named<NumberKind>;
  readonly done: Named<'note-number' | 'remove-number' | 'name-companion' | 'verify' | 'say-need' | 'remove-need'>;
}

export const careTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
