import type { LinkView } from '../api/views.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { DocketView } from '../docket/docket.ts';
import type { Names, Zone } from '../reference/reference.ts';
import type { LadderInShort } from '../ladder/ladder.ts';
import type { RoadMapInShort } from '../road-map/road-map-in-short.ts';
import type { Answerer } from '../stages/answerer.ts';
import type { ReasonCode } from '../stages/decision.ts';
import type { Ending, EventBody } from './event.ts';
import type { Assignment } from './project.ts';
import type { Timeline } from './timeline.ts';

export interface Asked {
  readonly assignment: LinkView['assignments'][number];
  readonly reasonCode?: ReasonCode | undefined;
  readonly note?: string | undefined;
}

export interface TrackedLine {
  readonly assignment: LinkView['assignments'][number];
  readonly names?: Names | undefined;
  readonly pausedUntil?: LocalDate | undefined;
  readonly note?: string | undefined;
  readonly answeredBy?: Answerer | undefined;
  readonly decidedBy?: LocalDate | undefined;
}

export interface TrackedEnding {
  readonly as: Ending;
  readonly on: LocalDate;
  readonly reasonCode?: ReasonCode | undefined;
  readonly note?: string | undefined;
  readonly appeal?: string | undefined;
  /** The zone's own route of appeal, where the decision names none. */
  readonly route?: Zone['appeal'];
}

/** Where an investor's project stands, for them alone. Days are the zone's. */
export interface TrackingView {
  readonly link: LinkView;
  readonly asked: readonly Asked[];
  /** `late`: working days since the due date. */
  readonly holders: readonly {
    readonly kind: 'office' | 'investor' | 'party';
    readonly names?: Names | undefined;
    readonly since: LocalDate;
    readonly due: LocalDate;
    readonly pausedUntil?: LocalDate | undefined;
    /** Its clock stands, and nobody knows until when. */ readonly endless?: true | undefined;
    readonly late: number;
  }[];
  /** Working days since the date of the running stage, or of the correction; 0 while it is not late. */
  readonly late: number;
  /** Stages and utility lines; absent before the address is confirmed. */
  readonly timeline?: Timeline | undefined;
  readonly lines: readonly TrackedLine[];
  readonly ending?: TrackedEnding | undefined;
  /** Latest first. */
  readonly events: readonly {
    readonly on: LocalDate;
    readonly body: EventBody;
    /** Of the party an obstacle was handed over to. */ readonly names?: Names | undefined;
    /** The stage whose date went by, and that date. */ readonly passed?: Pick<Assignment, 'stage' | 'due'> | undefined;
    readonly answeredBy?: Answerer | undefined;
    /** A colleague of the contact who did it. */ readonly by?: string | undefined;
  }[];
  /** Notes that the office shares, latest first; what was erased is not among them. */
  readonly notes: readonly { readonly on: LocalDate; readonly text: string }[];
  /** What the investor asked the office, latest first. Words that were erased are absent. */
  readonly questions: readonly {
    readonly assignmentId: string;
    readonly on: LocalDate;
    readonly due: LocalDate;
    readonly late: boolean;
    readonly text?: string | undefined;
    readonly answered?: { readonly on: LocalDate; readonly text?: string | undefined } | undefined;
    /** The project ended before it was answered. */
    readonly closed: boolean;
  }[];
  readonly suspendedUntil?: LocalDate | undefined;
  /** Since half of the term until the start has gone by without one. */
  readonly docket?: DocketView | undefined;
  /** In short, once it is approved: of each stage the day that holds, and whose work it is. */
  readonly ladder?: LadderInShort | undefined;
  readonly roadMap?: RoadMapInShort | undefined;
  /** Nothing can be done, and no more is shown, before the address is confirmed. */
  readonly unproven: boolean;
}
