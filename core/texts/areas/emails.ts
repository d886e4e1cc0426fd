import type { NoticeKind } from '../../notices/notice.ts';
import type { audiences, DigestAudience, NoticeAudience } from '../../notices/notice.ts';
import type { Plural } from '../count-text.ts';
import { en } from '../en/emails.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/emails.ts';
import { ru } from '../ru/emails.ts';
import { uzCyrl } from '../uz-cyrl/emails.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** A notice to one audience. Headings and paragraphs may name `{number}` and `{stage}`; all else stands in rows below. */
export interface NoticeText {
  /** A few words for the subject, in lower case. */
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly action: string;
}

export interface EmailText {
  readonly greeting: Named<NoticeAudience | DigestAudience>;
  /** `{due}`: parts of a subject. */
  readonly answerBy: string;
  readonly dueOn: string;
  readonly rows: Named<
    | 'asked'
    | 'document'
    | 'addressee'
    | 'project'
    | 'investor'
    | 'zone'
    | 'stage'
    | 'next'
    | 'line'
    | 'need'
    | 'answer'
    | 'decision'
    | 'reason'
    | 'from'
    | 'extendedTo'
    | 'pausedUntil'
    | 'wished'
    | 'answerBy'
    | 'receivedOn'
    | 'officeAnswersBy'
    | 'due'
    | 'owner'
    | 'author'
    | 'answeredBy'
    | 'newAddress'
    | 'contract'
    | 'paper'
    | 'startBy'
    | 'cureUntil'
    | 'newStart'
    | 'ground'
    | 'law'
  >;
  readonly quotes: Named<
    'explanation' | 'conditions' | 'appeal' | 'report' | 'answer' | 'resolution' | 'note' | 'refusal' | 'question'
  >;
  readonly documents: string;
  /** The product's name, as the pages carry it: emails are sent by the zone under it. */
  readonly product: string;
  readonly copyAddress: string;
  /** To the investor: `{name}` of somebody of the office. */
  readonly companion: string;
  /** `{noticeNumber}` */
  readonly noticeNumber: string;
  /** On the link to the page of all that a party is asked. */
  readonly everything: string;
  readonly questions: string;
}

export interface DigestText {
  /** `{count}`: parts of the subject; what there is none of is not named. */
  readonly subject: Named<'fresh' | 'overdue' | 'soon' | 'unspent' | 'instructions' | 'promises'>;
  /** `{date}` */
  readonly heading: string;
  /** `instructions`, `promises`: where there is nothing else in it. */
  readonly intro: Named<DigestAudience | 'instructions' | 'promises'>;
  /** `{number}`, `{date}` of the meeting */
  readonly instruction: string;
  readonly stops: string;
  readonly sections: Named<
    | 'fresh'
    | 'escalated'
    | 'overdue'
    | 'soon'
    | 'unspent'
    | 'instructions'
    | 'instructionsReferred'
    | 'promises'
    | 'zone-obstacle'
    | 'nobody-answers'
    | 'stale'
  >;
  /** `{count}` projects */
  readonly stale: string;
  readonly unconfirmed: string;
  /** Of a pause, in the place of what is asked. */
  readonly review: string;
  readonly workList: string;
  /** `{due}` */
  readonly due: string;
  /** `{count}` */
  readonly late: Plural;
  readonly worker: Named<'reader' | 'colleague'>;
  /** `{count}` entries that an email has no room for. */
  readonly more: string;
}

/** Apart in each language's file, so that a function which sends no email does not carry the words of emails. */
export interface EmailTexts {
  readonly notices: {
    readonly [Kind in Exclude<NoticeKind, 'digest'>]: Readonly<Record<(typeof audiences)[Kind][number], NoticeText>>;
  };
  readonly email: EmailText;
  readonly digest: DigestText;
}

export const emailTextsOf = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
