import type { Refusal } from './figures.ts';
import type { StageId } from '../stages/stage-id.ts';
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
  /** Answers of a stage that said no for a reason, the first before the others. */
  readonly refused: (zoneId: string, stage: StageId, what: Refusal, page: PageRequest) => Promise<Page<RefusedEntry>>;
}

export interface RefusedEntry extends Pick<LateEntry, 'projectId' | 'assignmentId'> {
  /** Epoch ms. */
  readonly at: number;
}
