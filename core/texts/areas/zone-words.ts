import type { ZoneType } from '../../reference/zone-type.ts';
import { en } from '../en/zone-words.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/zone-words.ts';
import { ru } from '../ru/zone-words.ts';
import { uzCyrl } from '../uz-cyrl/zone-words.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** What an administrator lets a zone say otherwise. */
export interface ZoneWordsTexts {
  readonly notices: Named<
    | 'title'
    | 'text'
    | 'notice'
    | 'whose'
    | 'since'
    | 'edit'
    | 'editText'
    | 'outgrown'
    | 'latin'
    | 'asked'
    /** `{language}` */
    | 'subject'
    | 'heading'
    | 'opening'
    | 'closing'
    | 'subjectHint'
    /** `{known}` */
    | 'known'
    /** `{needed}` */
    | 'needed'
    | 'paragraphs'
    | 'check'
    | 'review'
    | 'reviewText'
    | 'keep'
    | 'back'
    | 'backText'
    | 'backButton'
    | 'versions'
    | 'when'
    | 'who'
    | 'what'
    | 'start'
    | 'productVersion'
    | 'ownVersion'
  > & {
    readonly readers: Named<'investor' | 'party' | 'office'>;
    readonly states: Named<'product' | 'zone' | 'outgrown'>;
    readonly places: Named<'number' | 'stage' | 'kept'>;
  };
  readonly asked: Named<
    | 'title'
    | 'text'
    | 'without'
    | 'all'
    | 'set'
    | 'setText'
    | 'yes'
    | 'no'
    | 'source'
    | 'sourceHint'
    | 'ahead'
    | 'noneAhead'
    /** `{count}` */
    | 'keep'
  >;
  /** `{type}` in `notStated`. */
  readonly types: Named<'title' | 'text' | 'notStated' | 'set' | 'setText'> & { readonly names: Named<ZoneType> };
  readonly replies: Named<
    | 'title'
    | 'text'
    /** `{language}` */
    | 'appeal'
    | 'appealHint'
    | 'daysToCure'
    /** `{count}` */
    | 'daysHint'
    | 'replyTo'
    /** `{mailbox}` */
    | 'replyHint'
  >;
}

export const zoneWordsTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
