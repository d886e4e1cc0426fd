import { en } from '../en/link-emails.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/link-emails.ts';
import { ru } from '../ru/link-emails.ts';
import { uzCyrl } from '../uz-cyrl/link-emails.ts';

export interface LinkEmailText {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly action: string;
}

/** To go on with a letter that is not handed in yet, to mend one of whose files was refused, and to a project (`{number}`). */
export interface LinkEmailTexts {
  readonly draft: LinkEmailText;
  /** It is deleted on `{date}`, unless somebody goes on with it. */
  readonly ending: LinkEmailText;
  readonly all: Readonly<Record<'subject' | 'text' | 'projects' | 'drafts', string>>;
  /** What a letter is known by; `pageOf`: `{number}`, `{count}` */
  readonly rows: Readonly<Record<'company' | 'page' | 'pageOf' | 'until', string>>;
  readonly refused: LinkEmailText;
  /** To somebody of the staff whose roles have changed. `from`, `until`: `{date}`; `standsIn`: `{name}`; `region`: `{zones}` */
  readonly roles: Readonly<
    Record<
      | 'greeting'
      | 'action'
      /** Where they are let in at once. */
      | 'open'
      | 'wrong'
      | 'by'
      | 'listGiven'
      | 'listDays'
      | 'listEnded'
      | 'from'
      | 'until'
      | 'standsIn'
      | 'region',
      string
    >
  > &
    Readonly<
      Record<'given' | 'asked' | 'days' | 'ended', { readonly subject: string; readonly paragraphs: readonly string[] }>
    >;
  /** Somebody asks for a role (`{name}`), and is refused it. */
  readonly access: {
    readonly asked: Readonly<Record<'subject' | 'paragraph' | 'role' | 'place' | 'email' | 'text' | 'action', string>>;
    readonly refused: Readonly<Record<'subject' | 'paragraph' | 'reason' | 'action', string>>;
  };
  readonly project: LinkEmailText;
  /** To a party whose address became this one; `action` stands above the list. */
  readonly party: LinkEmailText;
}

export const linkEmailTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
