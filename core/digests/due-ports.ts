import type { LocalDate } from '../calendar/local-date.ts';
import type { Page } from '../project/project-ports.ts';

/** What is due: open assignments by their due date, suppliers' pauses by their end, suspended projects by their review. */
export interface DueDates {
  /** Ids of projects of a zone with anything due up to and with a day; one may come more than once. */
  readonly projects: (zoneId: string, until: LocalDate, after?: string) => Promise<Page<string>>;
  readonly reminders: (
    zoneId: string,
    days: { readonly from: LocalDate; readonly until: LocalDate },
    after?: string,
  ) => Promise<Page<string>>;
}
