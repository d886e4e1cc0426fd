import type { Recipient } from '../notices/notice.ts';
import type { EventType, ProjectEvent } from './event.ts';

export const historyKinds = [
  'decisions',
  'assignments',
  'dates',
  'documents',
  'obstacles',
  'notes',
  'emails',
  'letter',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

const kindOf: Readonly<Record<EventType, HistoryKind>> = {
  'letter-submitted': 'letter',
  'taken-over': 'letter',
  'address-confirmed': 'letter',
  'confirmation-reminded': 'letter',
  'number-given': 'letter',
  'merged-into': 'letter',
  'letter-merged': 'letter',
  'link-renewed': 'letter',
  'contact-corrected': 'letter',
  'letter-changed': 'letter',
  'delegate-asked': 'letter',
  'delegate-confirmed': 'letter',
  'delegate-removed': 'letter',
  'copy-sent': 'letter',
  'naming-agreed': 'letter',
  'naming-taken-back': 'letter',
  'personal-data-erased': 'letter',
  'stage-decided': 'decisions',
  'road-map-approved': 'decisions',
  'road-map-filled': 'dates',
  'road-map-change-asked': 'dates',
  'road-map-change-answered': 'decisions',
  'rung-said': 'decisions',
  'rung-confirmed': 'decisions',
  'rung-disputed': 'decisions',
  'rung-taken-back': 'decisions',
  'obligations-planned': 'decisions',
  'obligations-asked': 'decisions',
  'obligations-missed': 'decisions',
  'obligations-reported': 'decisions',
  'obligations-confirmed': 'decisions',
  'obligations-proven': 'decisions',
  'obligations-visit-opened': 'decisions',
  'obligations-visited': 'decisions',
  'obligations-breach': 'decisions',
  suspended: 'decisions',
  'pause-renewed': 'decisions',
  resumed: 'decisions',
  ended: 'decisions',
  reopened: 'decisions',
  'taken-back': 'decisions',
  'assignment-opened': 'assignments',
  'assignment-answered': 'assignments',
  'assignment-closed': 'assignments',
  'assignment-paused': 'assignments',
  'assignment-unpaused': 'assignments',
  'moratorium-applied': 'assignments',
  'moratorium-lifted': 'assignments',
  'assignment-sent-again': 'assignments',
  'assignment-handed-over': 'assignments',
  'assignment-taken': 'assignments',
  'assignment-given-back': 'assignments',
  'stage-opened': 'dates',
  extended: 'dates',
  'time-asked': 'dates',
  'time-refused': 'dates',
  'became-overdue': 'dates',
  'fell-behind': 'dates',
  'start-moved': 'dates',
  'document-added': 'documents',
  'document-scanned': 'documents',
  'document-returned': 'documents',
  'original-held': 'documents',
  'start-reminded': 'dates',
  'docket-opened': 'decisions',
  'docket-step': 'decisions',
  'docket-closed': 'decisions',
  'obstacle-raised': 'obstacles',
  'obstacle-handed-over': 'obstacles',
  'obstacle-answered': 'obstacles',
  'obstacle-referred': 'obstacles',
  'obstacle-referral-answered': 'obstacles',
  'obstacle-escalated': 'obstacles',
  'obstacle-resolved': 'obstacles',
  'number-noted': 'letter',
  'number-removed': 'letter',
  'companion-named': 'letter',
  verified: 'decisions',
  'need-said': 'dates',
  'need-removed': 'dates',
  'note-added': 'notes',
};

/** `of`: `office` (anybody of it), `investor`, `system`, a party's id, or `by:` with the sequence of an event: whoever of the staff did that. */
export interface HistoryFilter {
  readonly kind?: HistoryKind | undefined;
  readonly of?: string | undefined;
}

/** The event that a filter names somebody of the staff by: addresses hold no ids of people. */
export const eventOf = ({ of }: HistoryFilter): number | undefined =>
  of !== undefined && /^by:\d{1,6}$/.test(of) ? Number(of.slice(3)) : undefined;

function isBy({ actor }: ProjectEvent, of: string, personId?: string): boolean {
  switch (actor.kind) {
    case 'staff':
      return of === 'office' || actor.personId === personId;
    case 'party':
      return of === actor.partyId;
    default:
      return of === actor.kind;
  }
}

/** @param personId whom the filter names by an event */
export const showsEvent = (event: ProjectEvent, { kind, of }: HistoryFilter, personId?: string): boolean =>
  (kind === undefined || kindOf[event.body.type] === kind) && (of === undefined || isBy(event, of, personId));

/** Emails stand with whom they went to. */
export const showsEmail = (recipient: Recipient, { kind, of }: HistoryFilter): boolean =>
  (kind === undefined || kind === 'emails') &&
  (of === undefined ||
    of ===
      (recipient.to === 'party' ? recipient.partyId : recipient.to === 'former-investor' ? 'investor' : recipient.to));
