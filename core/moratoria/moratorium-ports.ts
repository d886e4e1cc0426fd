import type { OutboxRow } from '../notices/outbox.ts';
import type { Moratorium } from './moratorium.ts';

export interface Moratoria {
  readonly find: (moratoriumId: string) => Promise<Moratorium | undefined>;
  /** With what each zone knows of it, the entry of its log, and what is to follow there; `conflict`: it is not as it was seen. */
  readonly write: (
    moratorium: Moratorium,
    zoneIds: readonly string[],
    rows: readonly OutboxRow[],
  ) => Promise<'written' | 'conflict'>;
}
