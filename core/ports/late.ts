import type { LocalDate } from '../domain/calendar/local-date.ts';

/** An open assignment whose due date has passed; its id says what it is (assignment-id.ts). */
export interface LateEntry {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly due: LocalDate;
}

export interface LateAssignments {
  /** Open assignments of a zone that were due before a day, the longest late first, at most `most`; `more`: there are others. */
  readonly before: (zoneId: string, day: LocalDate, most: number) => Promise<{ readonly entries: readonly LateEntry[]; readonly more: boolean }>;
  /** Open assignments of a zone that are due on one day, late or not, in the same way. */
  readonly on: LateAssignments['before'];
}
