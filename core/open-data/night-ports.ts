import * as z from 'zod/mini';
import type { LocalDate } from '../calendar/local-date.ts';
import { DateText } from '../kernel/common.ts';

const NightFile = z.object({ name: z.string(), type: z.string(), bytes: z.int(), sha256: z.string() });
export type NightFile = z.infer<typeof NightFile>;

/** What was published of one day; it never changes. */
export const Night = z.object({ day: DateText, files: z.array(NightFile) });
export type Night = z.infer<typeof Night>;

export interface Nights {
  readonly find: (day: LocalDate) => Promise<Night | undefined>;
  /** The latest first, of all or of those before a day. */
  readonly latest: (most: number, before?: LocalDate) => Promise<readonly Night[]>;
  /** Of a day that has one already it changes nothing. */
  readonly write: (night: Night) => Promise<void>;
}

/** Their contents. */
export interface NightContents {
  readonly put: (day: LocalDate, file: NightFile, text: string) => Promise<void>;
  readonly get: (day: LocalDate, name: string) => Promise<string | undefined>;
}

export interface NightPorts {
  readonly nights: Nights;
  readonly nightContents: NightContents;
}

/** Ids of the projects whose investor lets open data name their company. */
export interface Named {
  readonly all: () => Promise<readonly string[]>;
}
