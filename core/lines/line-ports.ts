import type { LocalDate } from '../calendar/local-date.ts';
import type { OutboxRow } from '../notices/outbox.ts';
import type { ZoneLine } from '../reference/reference.ts';
import type { Line, LineChange } from './line.ts';
import type { LinePhoto } from './line-photo.ts';

export interface Lines {
  readonly find: (lineId: string) => Promise<Line | undefined>;
  /** Those of a zone by their ids, as they are now. */
  readonly all: (lineIds: readonly string[]) => Promise<readonly Line[]>;
  /** Its latest changes, newest first. */
  readonly changes: (lineId: string, most: number) => Promise<readonly LineChange[]>;
  /** Photos of its works, the newest first. */
  readonly photos: (lineId: string, most: number) => Promise<readonly LinePhoto[]>;
  readonly photo: (lineId: string, fileId: string) => Promise<LinePhoto | undefined>;
  /** Its file is kept from then on. Repeatable. */
  readonly keepPhoto: (lineId: string, photo: LinePhoto) => Promise<void>;
  /** It was told on a day that its money will stay unspent. */
  readonly alarm: (lineId: string, on: LocalDate) => Promise<void>;
  /** The line, what its zone knows of it, the entry of its log, and what is to follow; `conflict`: it is not as it was seen. */
  readonly write: (
    line: Line,
    known: ZoneLine,
    change: LineChange,
    row: OutboxRow | undefined,
  ) => Promise<'written' | 'conflict'>;
}
