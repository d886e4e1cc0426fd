import type { PromiseKind } from '../forums/forum-record.ts';
import type { AskKind } from '../showcase/proposal.ts';
import type { DigestItem, Matter, PromiseItem, UnspentItem } from './outbox.ts';
import type { Language, Utility, UtilityNeed } from '../kernel/common.ts';
import type { DocumentKind } from '../documents/document-kind.ts';
import type { Outcome, ReasonCode } from '../stages/decision.ts';
import type { AssignmentKind } from '../stages/facts.ts';
import type { CopySection } from '../letter/letter-copy.ts';
import type { LetterField } from '../letter/letter-correction.ts';
import type { Article } from '../docket/law.ts';
import type { DocketStep } from '../docket/docket-facts.ts';
import type { NoticeKind, ProjectNotice } from './notice.ts';
import type { OwnWords } from './own-words.ts';
import type { Names, Office } from '../reference/reference.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { StageId } from '../stages/stage-id.ts';

/** All that the text of a notice may name. What a stranger typed is not among it: see `note` for the one exception. */
export interface NoticeContent {
  readonly notice: Exclude<NoticeKind, 'digest'>;
  readonly audience: 'investor' | 'party' | 'office';
  readonly language: Language;
  /** The zone's own words, in the reader's language. */
  readonly own?: OwnWords | undefined;
  /** Project number, e.g. 'AQT-2025-0001'. */
  readonly number: string;
  /** Number of this outgoing notice, e.g. 'AQT-2025-0001/17'. */
  readonly noticeNumber: string;
  readonly zone: Names;
  readonly office?: Office | undefined;
  /** The investor's company: for parties and the office, who must know for whom they work; a stranger's words to nobody else. */
  readonly company?: string | undefined;
  readonly stage: StageId;
  readonly due?: LocalDate | undefined;
  /** Of a new letter: the day on which it counts as received. */
  readonly receivedOn?: LocalDate | undefined;
  readonly assignment?: AssignmentKind | undefined;
  /** For `cure` and `refusal`: what was returned or refused. */
  readonly about?: AssignmentKind | undefined;
  readonly document?: DocumentKind | undefined;
  readonly documents?: readonly DocumentKind[] | undefined;
  /** For `copy-sent`: the investor's own words, at an address that was confirmed or whose letter the office accepted. */
  readonly copy?: readonly CopySection[] | undefined;
  readonly fields?: readonly LetterField[] | undefined;
  readonly line?: Utility | undefined;
  readonly need?: UtilityNeed | undefined;
  /** For `merged`: the number under which the project goes on. */
  readonly kept?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly reasonCode?: ReasonCode | undefined;
  /** For `extended`: old and new date; for `suspended`: `to` is the day of review. */
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly report?: string | undefined;
  readonly who?:
    | {
        readonly kind: 'office' | 'investor' | 'party';
        readonly names?: Names | undefined;
        /** The person and company that answered, in the receipt they get of it. */ readonly named?: string | undefined;
      }
    | undefined;
  /** For `address-changed`: the address that is the investor's now, not in full (maskedAddress). */
  readonly newAddress?: string | undefined;
  /** Words of the office or a party (a reason, conditions): never in a receipt. */
  readonly note?: string | undefined;
  readonly appeal?: string | undefined;
  readonly refusal?: string | undefined;
  /** Of a docket: its contract and paper, and on which article of the law it stands. */
  readonly docket?: (NonNullable<ProjectNotice['docket']> & { readonly article?: Article | undefined }) | undefined;
  /** To the investor: who of the office is there for them. */
  readonly companion?: string | undefined;
  /** The one thing to press: an absolute URL. */
  readonly actionUrl?: string | undefined;
  /** For a party: the page of all it is asked. */
  readonly everythingUrl?: string | undefined;
}

export interface DigestEntry {
  readonly number: string;
  /** The investor's company, for everybody but the investor. */
  readonly company?: string | undefined;
  readonly need?: UtilityNeed | undefined;
  readonly isNew?: boolean | undefined;
  readonly unconfirmed?: boolean | undefined;
  readonly stage: StageId;
  readonly assignment?: AssignmentKind | undefined;
  /** In place of an assignment: a step of a docket. */
  readonly docket?: DocketStep | 'reminder' | undefined;
  /** The review of a pause, or an obstacle. */
  readonly review?: true | undefined;
  readonly obstacle?: DigestItem['obstacle'];
  readonly line?: Utility | undefined;
  readonly due: LocalDate;
  /** Working days past the due date; 0 for a reminder. */
  readonly overdueDays: number;
  readonly worker?: 'reader' | 'colleague' | undefined;
  readonly actionUrl?: string | undefined;
}

/** A line whose money will stay unspent, by name and with who builds it. */
export interface UnspentEntry extends Pick<UnspentItem, 'year' | 'unspent' | 'projects'> {
  readonly names: Names;
  readonly party?: Names | undefined;
  readonly url: string;
}

/** What waits on the showcase: a request of a kind, or without one the answer to a proposal. */
export interface ShowcaseEntry {
  readonly item: string;
  readonly company: string;
  readonly kind?: AskKind | undefined;
  readonly due: LocalDate;
  readonly overdueDays: number;
  readonly url: string;
}

export interface InstructionEntry {
  readonly number: number;
  readonly meetingOn: LocalDate;
  readonly text: string;
  readonly due: LocalDate;
  /** Working days. */
  readonly overdueDays: number;
  /** Who answers for it, where that is not the reader. */
  readonly responsible?: string | undefined;
  /** It is told to somebody above whoever answers for it. */
  readonly referred?: boolean | undefined;
  readonly url?: string | undefined;
}

/** What was signed at a forum, with whom; on whose list it is. */
export interface PromiseEntry extends Pick<PromiseItem, 'stale'> {
  readonly forum: Names;
  readonly kind: PromiseKind;
  readonly parties: string;
  readonly url: string;
}

export interface MatterEntry {
  readonly matter: Matter;
  readonly url?: string | undefined;
}

export interface DigestContent {
  readonly audience: 'investor' | 'party' | 'office' | 'headquarters' | 'leadership';
  readonly language: Language;
  readonly zone: Names;
  readonly office?: Office | undefined;
  readonly moreZones: readonly Names[];
  readonly date: LocalDate;
  readonly overdue: readonly DigestEntry[];
  readonly soon: readonly DigestEntry[];
  readonly escalated: readonly DigestEntry[];
  readonly unspent?: readonly UnspentEntry[] | undefined;
  readonly instructions?: readonly InstructionEntry[] | undefined;
  readonly showcase?: readonly ShowcaseEntry[] | undefined;
  readonly promises?: readonly PromiseEntry[] | undefined;
  readonly matters?: readonly MatterEntry[] | undefined;
  /** For an investor: who of the office is there for them. */
  readonly companion?: string | undefined;
  /** How many there are of each, listed here or not. */
  readonly counts: Readonly<Record<'overdue' | 'soon' | 'escalated', number>>;
  readonly listUrl?: string | undefined;
  /** For a party: the page of all it is asked. */
  readonly everythingUrl?: string | undefined;
}

export interface EmailContent {
  readonly sender: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
