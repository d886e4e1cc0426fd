import type { Country, Utility } from '../../kernel/common.ts';
import type { financingSources } from '../../letter/letter-of-intent.ts';
import { en } from '../en/letter.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/letter.ts';
import { ru } from '../ru/letter.ts';
import { uzCyrl } from '../uz-cyrl/letter.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface LetterTexts {
  readonly start: Named<
    'title' | 'lead' | 'what' | 'need' | 'time' | 'button' | 'goOn' | 'track' | 'trackLink' | 'path' | 'offices'
  > & { readonly needs: readonly string[] };
  readonly steps: Named<'company' | 'production' | 'utilities' | 'land' | 'contact' | 'documents' | 'check'>;
  /** `{number}` of `{count}` */
  readonly step: string;
  readonly labels: Named<
    | 'zoneId'
    | 'country'
    | 'name'
    | 'number'
    | 'registeredIn'
    | 'production'
    | 'sector'
    | 'investment'
    | 'jobs'
    | 'exportShare'
    | 'financing'
    | 'landHectares'
    | 'wantedStart'
    | 'contactName'
    | 'email'
    | 'phone'
    | 'language'
    | 'forum'
    | 'file'
    | 'consent'
  >;
  readonly hints: Named<
    | 'number'
    | 'registeredIn'
    | 'production'
    | 'investment'
    | 'exportShare'
    | 'utilities'
    | 'email'
    | 'phone'
    | 'language'
    | 'forum'
    | 'file'
  >;
  /** What to enter, in a sentence for each field; `digitsKZ`, `digitsUZ`: `{count}`; `email`: `{example}`. */
  readonly errors: Named<
    | 'zoneId'
    | 'country'
    | 'registeredIn'
    | 'name'
    | 'number'
    | 'onlyDigits'
    | 'production'
    | 'sector'
    | 'investment'
    | 'jobs'
    | 'exportShare'
    | 'financing'
    | 'utility'
    | 'landHectares'
    | 'wantedStart'
    | 'contactName'
    | 'email'
    | 'phone'
    | 'language'
    | 'consent'
    | 'digitsKZ'
    | 'digitsUZ'
  >;
  readonly unknownNeed: string;
  readonly doubtfulNumber: string;
  readonly entrepreneurInSez: string;
  readonly noForum: string;
  readonly countries: Named<Country | 'other'>;
  readonly needs: Named<Utility>;
  readonly noNeeds: string;
  readonly financing: Named<(typeof financingSources)[number]>;
  /** `sentTo`: `{address}`; `until`: `{date}` */
  readonly save: Named<'link' | 'title' | 'text' | 'button' | 'done' | 'sentTo' | 'until' | 'again' | 'wrong'>;
  /** A letter that was not handed in for so long; `title`: `{date}` */
  readonly deleted: Named<'title' | 'text' | 'button'>;
  /** `forgotten`: `{days}`, `{name}`; `days`: `{days}` */
  readonly file: Named<'kept' | 'replace' | 'forgotten' | 'days'>;
  readonly check: Named<'changed' | 'text' | 'button' | 'consent'>;
  /** The letter as a sheet to sign; `to`: `{zone}` */
  readonly print: Named<'link' | 'title' | 'how' | 'to' | 'intro' | 'signer' | 'signature' | 'stamp' | 'date'>;
  readonly receipt: Named<
    | 'title'
    | 'number'
    | 'next'
    | 'confirm'
    | 'check'
    | 'byLink'
    | 'again'
    | 'sent'
    | 'missing'
    | 'documents'
    | 'documentsText'
  >;
  readonly another: Named<'title' | 'text' | 'number' | 'email' | 'button' | 'done' | 'doneText'>;
}

export const letterTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
