import type { OnItsWay } from '../stages/expected-start.ts';
import type { LocalDate } from '../calendar/local-date.ts';

export interface PlannedStart extends OnItsWay {
  readonly number: string;
  readonly planned: LocalDate;
  readonly wanted: LocalDate;
}

/** Where the start of a project stands against its road map: in time, behind it, or not counted yet. */
export type StartStanding = 'plan' | 'behind' | 'unconfirmed';

export interface Starts {
  readonly unconfirmed: (zoneId: string, most: number) => Promise<number>;
}
