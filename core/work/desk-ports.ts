import type { WorkRow } from './work-row.ts';
import type { Page } from '../kernel/ports.ts';

/** One project of a zone's open work. */
export interface WorkEntry {
  readonly projectId: string;
  readonly company: string;
  readonly row: WorkRow;
}

/** A list that somebody named for themselves: the query of its address. */
export interface SavedFilter {
  readonly filterId: string;
  readonly name: string;
  readonly query: string;
}

/** When somebody looked at a zone's work last, and what is marked as new to them now (epoch ms). */
export interface Look {
  readonly at: number;
  readonly since: number;
}

/** What a person keeps of their own beside the work itself. */
export interface Desks {
  readonly find: (
    personId: string,
    zoneId: string,
  ) => Promise<{ readonly look?: Look; readonly filters: readonly SavedFilter[] }>;
  readonly look: (personId: string, zoneId: string, look: Look) => Promise<void>;
  /** A filter of the same id is replaced. */
  readonly save: (personId: string, filter: SavedFilter) => Promise<void>;
  readonly forget: (personId: string, filterId: string) => Promise<void>;
}

/** @returns the open work of a zone by the first answer that is awaited, at most `most` (else `mostRows`) projects after a place */
export type OpenWork = (zoneId: string, after?: string, most?: number) => Promise<Page<WorkEntry>>;
