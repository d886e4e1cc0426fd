import type { Language, Utility, UtilityNeed } from '../contracts/common.ts';
import type { Outcome, ReasonCode } from '../contracts/decision.ts';
import type { Ending } from '../contracts/event.ts';
import type { AssignmentKind } from '../contracts/facts.ts';
import type { NoticeKind } from '../contracts/notice.ts';
import type { faults } from '../contracts/project-action.ts';
import type { Assignment, Project } from '../contracts/project.ts';
import type { PartyKind, StaffRole } from '../contracts/reference.ts';
import type { Failure, Missing } from '../domain/result.ts';
import type { StageId } from '../domain/stage-id.ts';
import type { audiences, DigestAudience, NoticeAudience } from '../notices/audiences.ts';

/** What can be wrong with a field: zod's own codes, then ours. */
export const issueCodes = [
  'invalid_type', 'too_small', 'too_big', 'invalid_format', 'invalid_value', 'unrecognized_keys', 'invalid_union', 'custom',
  'not-in-future', 'too-late', 'not-later', 'not-a-working-day', 'not-an-earlier-stage', 'outcome-does-not-fit', 'not-asked', 'not-asked-for',
  'unknown-zone', 'unknown-forum', 'no-such-line', 'unknown-party', 'missing', 'in-future', 'before-letter', 'too-long-ago', 'not-after-beginning', 'before-role', 'after-role', 'taken', 'no-such-project', 'address-rests',
  'not-a-number', 'two-readings', 'is-zero', 'in-the-past',
  'file-too-big', 'file-too-big-here', 'wrong-file-type', 'empty-file', 'word-file', 'heic-file', 'signature-file', 'not-a-signature', 'file-not-there', 'infected-file', 'unreadable-file', 'too-many-documents', 'too-many-emails',
] as const;
export type IssueCode = (typeof issueCodes)[number];

/** Why a request was not fulfilled: failures of use cases, and what is wrong before a use case is reached. */
export type ProblemKind =
  | Failure['kind'] | 'unauthorized' | 'unexpected' | 'payload-too-large' | 'unsupported-media-type' | 'malformed' | 'read-only';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Forms of a counted text by `Intl.PluralRules`; a language writes those it has. */
export interface Plural {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export interface AssignmentText {
  /** What is asked, as a noun phrase in lower case. */
  readonly name: string;
  /** The sentences that ask for it; may name `{stage}` and `{about}`, what was returned or refused. */
  readonly request: string;
}

/** A notice to one audience. Headings and paragraphs may name `{number}` and `{stage}`; all else stands in rows below. */
export interface NoticeText {
  /** A few words for the subject, in lower case. */
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** The words on the link. */
  readonly action: string;
}

/** What every email is framed with. */
export interface EmailText {
  readonly greeting: Named<NoticeAudience | 'headquarters'>;
  /** `{due}`: parts of a subject. */
  readonly answerBy: string;
  readonly dueOn: string;
  /** Labels of the rows. */
  readonly rows: Named<
    | 'asked' | 'document' | 'addressee' | 'project' | 'investor' | 'zone' | 'stage' | 'next' | 'line' | 'need' | 'answer' | 'decision' | 'reason'
    | 'from' | 'extendedTo' | 'pausedUntil' | 'wished' | 'answerBy' | 'receivedOn' | 'officeAnswersBy' | 'due' | 'owner' | 'author' | 'answeredBy' | 'newAddress'>;
  /** Labels of what somebody wrote. */
  readonly quotes: Named<'explanation' | 'conditions' | 'appeal' | 'report' | 'answer' | 'resolution' | 'note' | 'refusal'>;
  /** Above the documents that are asked for. */
  readonly documents: string;
  /** The product's name, as the pages carry it: emails are sent by the zone under it. */
  readonly product: string;
  readonly copyAddress: string;
  /** `{noticeNumber}` */
  readonly noticeNumber: string;
  readonly questions: string;
}

export interface DigestText {
  /** `{count}`: parts of the subject; what there is none of is not named. */
  readonly subject: Named<'fresh' | 'overdue' | 'soon'>;
  /** `{date}` */
  readonly heading: string;
  readonly intro: Named<DigestAudience>;
  /** When reminders come and when they stop. */
  readonly stops: string;
  readonly sections: Named<'fresh' | 'escalated' | 'overdue' | 'soon'>;
  /** Of a letter whose address nobody has confirmed. */
  readonly unconfirmed: string;
  readonly workList: string;
  /** `{due}` */
  readonly due: string;
  /** `{count}` */
  readonly late: Plural;
  /** Who of the office works on an entry. */
  readonly worker: Named<'reader' | 'colleague'>;
  /** `{count}` entries that an email has no room for. */
  readonly more: string;
}

/** The plain page a link opens. */
export type LinkPageText = Named<
  'title' | 'asked' | 'project' | 'stage' | 'askedBy' | 'answerBy' | 'answered' | 'closed' | 'invalid' | 'invalidNext'>;

/** What a refused request says: what is wrong with a field, what went wrong and what to do next. */
export interface ProblemTexts {
  readonly issues: Named<IssueCode>;
  readonly problems: Readonly<Record<ProblemKind, { readonly title: string; readonly next: string }>>;
}

/** Every name and word that pages, answers and emails share, in one language. Templates name their values as `{value}`; see fill.ts. */
export interface Texts {
  /** The language's own name for itself. */
  readonly languageName: string;
  readonly stages: Named<StageId>;
  readonly assignments: Readonly<Record<AssignmentKind, AssignmentText>>;
  readonly utilities: Named<Utility>;
  readonly partyKinds: Named<PartyKind>;
  readonly roles: Named<StaffRole>;
  readonly holders: Named<'office' | 'investor' | 'party'>;
  readonly outcomes: Named<Outcome>;
  readonly reasons: Named<ReasonCode>;
  readonly endings: Named<Ending>;
  readonly phases: Named<Project['phase'] | 'suspended'>;
  readonly assignmentStates: Named<Assignment['state'] | 'overdue'>;
  readonly faults: Named<(typeof faults)[number]>;
  /** Of a line that is needed, instead of an amount. */
  readonly notKnown: string;
  /** `{amount}` with its unit. */
  readonly units: Named<UtilityNeed['unit']>;
  /** `{name}` of the assignment, utility line or document. */
  readonly missing: Named<Missing['what']>;
  readonly linkPage: LinkPageText;
}

/**
 * What emails say beside these names. A value of its own in each language's file, so that a function which sends no email
 * does not carry the words of emails in its bundle.
 */
export interface EmailTexts {
  readonly notices: {
    readonly [Kind in Exclude<NoticeKind, 'digest'>]: Readonly<Record<(typeof audiences)[Kind][number], NoticeText>>;
  };
  readonly email: EmailText;
  readonly digest: DigestText;
}

/** Language tags as HTML and HTTP want them. */
export const languageTags: Readonly<Record<Language, string>> = {
  kk: 'kk', ru: 'ru', en: 'en', uz: 'uz-Latn', 'uz-cyrl': 'uz-Cyrl',
};
