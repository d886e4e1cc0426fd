import type { LateHolder } from './late-holders.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Page, PageRequest } from '../project/project-ports.ts';

/** An open assignment whose due date has passed; its id says what it is (assignment-id.ts). */
export interface LateEntry {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly due: LocalDate;
}

export interface LateAssignments {
  /** Open assignments of a zone that were due before a day, the longest late first, at most `most`; `more`: there are others. */
  readonly before: (
    zoneId: string,
    day: LocalDate,
    most: number,
  ) => Promise<{ readonly entries: readonly LateEntry[]; readonly more: boolean }>;
  readonly on: LateAssignments['before'];
  readonly through: (zoneId: string, holder: LateHolder, page: PageRequest) => Promise<Page<LateEntry>>;
}
