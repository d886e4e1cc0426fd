import type { OnItsWay } from '../stages/expected-start.ts';
import type { LocalDate } from '../calendar/local-date.ts';

export interface PlannedStart extends OnItsWay {
  readonly projectId: string;
  readonly number: string;
  readonly planned: LocalDate;
  readonly wanted: LocalDate;
}

/** Where the start of a project stands against its road map: in time, behind it, or not counted yet. */
export type StartStanding = 'plan' | 'behind' | 'unconfirmed';

export interface Starts {
  /** Starts of a zone by the day planned, soonest first, at most `most`; `more`: there are others. */
  readonly of: (
    zoneId: string,
    standing: Exclude<StartStanding, 'unconfirmed'>,
    most: number,
  ) => Promise<{ readonly entries: readonly PlannedStart[]; readonly more: boolean }>;
  readonly unconfirmed: (zoneId: string, most: number) => Promise<number>;
}
