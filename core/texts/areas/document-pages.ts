import { en } from '../en/document-pages.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/document-pages.ts';
import { ru } from '../ru/document-pages.ts';
import { uzCyrl } from '../uz-cyrl/document-pages.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface DocumentPageTexts {
  readonly title: string;
  readonly lead: Named<'draft' | 'investor' | 'party' | 'office'>;
  readonly headings: Named<'asked' | 'there' | 'others' | 'another'>;
  /** To an investor from another country. */
  readonly foreign: string;
  readonly none: string;
  readonly scanning: Named<'on' | 'off'>;
  readonly form: Named<'file' | 'hint' | 'send' | 'kind' | 'replace' | 'replaceText'>;
  /** Several files in one form. `{number}`, `{name}`, `{done}`, `{there}`, `{all}`, `{count}` */
  readonly several: Named<
    | 'row'
    | 'more'
    | 'choose'
    | 'replaces'
    | 'twice'
    | 'partly'
    | 'count'
    | 'together'
    | 'which'
    | 'chosen'
    | 'going'
    | 'uploaded'
    | 'remove'
  >;
  /** Of a file of an electronic signature: what goes with it, and who checks it. */
  readonly signature: Named<'how' | 'unchecked'>;
  readonly version: Named<'earlier' | 'download'> & {
    /** `{version}`, `{date}`, `{size}`, `{by}` */
    readonly line: string;
  };
  readonly by: Named<'investor' | 'party' | 'staff' | 'system'>;
  /** `{size}` each. */
  readonly sizes: Named<'megabytes' | 'kilobytes'>;
  /** `{assignment}` */
  readonly belongsTo: string;
  readonly done: Named<'added' | 'several' | 'held' | 'returned'>;
  /** The office returns one document. `said`: `{date}`, `{reason}` */
  readonly wrong: Named<'title' | 'text' | 'reasonCode' | 'reason' | 'button' | 'said'>;
  readonly original: Named<'kinds' | 'title' | 'text' | 'button'>;
  readonly goOn: string;
  /** What the script says while a file is on its way; `sending` names `{percent}`. */
  readonly way: Named<'reading' | 'sending' | 'checking' | 'cancel' | 'cancelled' | 'failed' | 'tooBig' | 'missing'>;
  readonly link: string;
  /** On the pages of answers, which lead here and back. */
  readonly beside: Named<'text' | 'kept' | 'add' | 'back' | 'scan'>;
}

export const documentPageTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
