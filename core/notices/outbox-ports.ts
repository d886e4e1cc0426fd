import type { Company } from '../letter/letter-of-intent.ts';
import type { OutboxMessageState, OutboxRow } from './outbox.ts';

export interface RowKey {
  readonly laneId: string;
  readonly rowId: string;
}

export interface FoundBy {
  readonly zoneId: string;
  readonly company: Company;
  readonly words: readonly string[];
}

export interface Outbox {
  /** Rows of a partition still to be done, in order. A row that cannot be read is set aside and left out. */
  readonly waiting: (laneId: string) => Promise<readonly OutboxRow[]>;
  /** Lanes with rows whose next attempt is due, earliest first, at most `limit`. */
  readonly dueLanes: (now: number, limit: number) => Promise<readonly string[]>;
  /** Takes a row for one attempt until `until`; false when somebody else has it. */
  readonly claim: (row: OutboxRow, now: number, until: number) => Promise<boolean>;
  readonly remove: (row: OutboxRow) => Promise<void>;
  /**
   * Ends the row in the same step, and others that are done. `gone`: it was done already; `later`: somebody else is at it; the others
   * stand then. Throws when the letter names another company.
   */
  readonly index: (row: OutboxRow, found: FoundBy, done: readonly RowKey[]) => Promise<'done' | 'gone' | 'later'>;
  /** The row stays as the record of what became of an email. */
  readonly mark: (row: RowKey, state: OutboxMessageState, because?: string) => Promise<void>;
  /** Makes a row wait, with the attempts that were made of it; `broken`: what is behind it need not wait too. */
  readonly putOff: (row: OutboxRow, nextAttemptAt: number, attempts: number, because?: 'broken') => Promise<void>;
  readonly emails: (laneId: string) => Promise<readonly OutboxRow[]>;
  /** Queues a row; one that is in its place already stays as it is. @param keptUntil epoch seconds; absent: until it is done */
  readonly queue: (row: OutboxRow, keptUntil?: number) => Promise<void>;
}
