import type { LocalDate } from '../calendar/local-date.ts';
import type { ZoneLine } from '../reference/reference.ts';
import type { Line, LineChange } from './line.ts';

export interface Lines {
  readonly find: (lineId: string) => Promise<Line | undefined>;
  /** Those of a zone by their ids, as they are now. */
  readonly all: (lineIds: readonly string[]) => Promise<readonly Line[]>;
  /** Its latest changes, newest first. */
  readonly changes: (lineId: string, most: number) => Promise<readonly LineChange[]>;
  /** It was told on a day that its money will stay unspent. */
  readonly alarm: (lineId: string, on: LocalDate) => Promise<void>;
  /** The line, what its zone knows of it, the entry of its log, and where it moved (epoch ms) the message that starts are to follow; `conflict`: it is not as it was seen. */
  readonly write: (
    line: Line,
    known: ZoneLine,
    change: LineChange,
    movedAt: number | undefined,
  ) => Promise<'written' | 'conflict'>;
}
