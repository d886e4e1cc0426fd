import * as z from 'zod/mini';
import { Identifier, Instant } from '../kernel/common.ts';
import { ActorRef } from '../project/event.ts';
import { TimetableFigures } from '../timetable/timetable.ts';

export const importKinds = ['projects', 'milestones', 'lines', 'plots', 'showcase'] as const;
export const ImportKind = z.enum(importKinds);
export type ImportKind = z.infer<typeof ImportKind>;

const Issue = z.object({ row: z.int(), column: z.string(), code: z.string() });

/** What was looked at says otherwise of a project that is here; of a long cell the beginning. */
const FieldChange = z.object({ row: z.int(), column: z.string(), was: z.string(), now: z.string() });
export type FieldChange = z.infer<typeof FieldChange>;

const ImportCounts = z.object({ new: z.int(), changed: z.int(), same: z.int(), refused: z.int() });

/** What was looked at and is written once it is confirmed. `next`: the part that is to be written; `issues`: the first of them. */
export const Import = z.object({
  importId: z.string(),
  kind: ImportKind,
  zoneIds: z.array(Identifier),
  by: ActorRef,
  at: Instant,
  state: z.enum(['looked-at', 'running', 'done']),
  counts: ImportCounts,
  issues: z.array(Issue),
  /** Before it is confirmed: the first of them. */
  changes: z.optional(z.array(FieldChange)),
  unknown: z.array(z.string()),
  parts: z.int(),
  next: z.int(),
  /** Rows that could not be written in the end: others were faster. */
  failed: z.array(Issue),
});
export type Import = z.infer<typeof Import>;

/** What is to be written of a row, or of several that are about one thing. */
export const ImportRow = z.object({ row: z.int(), zoneId: Identifier, value: z.unknown() });
export type ImportRow = z.infer<typeof ImportRow>;

/** Running numbers of a part's rows, by the row of the file. */
export const Serials = z.record(z.string(), z.int());
export type Serials = z.infer<typeof Serials>;

/** The running numbers of a zone and year that follow `last`, up to `upTo`. */
export interface NumberBlock {
  readonly zoneId: string;
  readonly year: number;
  readonly last: number;
  readonly upTo: number;
}

export interface ImportPart {
  readonly rows: readonly ImportRow[];
  readonly serials?: Serials | undefined;
}

export interface Imports {
  readonly find: (importId: string) => Promise<Import | undefined>;
  /** The import and the rows to be written, in parts; both are forgotten two weeks later, the rows once they are written. */
  readonly begin: (one: Import, parts: readonly (readonly ImportRow[])[]) => Promise<void>;
  readonly part: (importId: string, part: number) => Promise<ImportPart>;
  /** Takes blocks of numbers and keeps with the part which row has which, in one transaction. `false`: others took some meanwhile, or the part has its numbers. */
  readonly reserve: (
    place: { readonly importId: string; readonly part: number },
    serials: Serials,
    blocks: readonly NumberBlock[],
  ) => Promise<boolean>;
  /** `false`: it was in another state, or another part was next. */
  readonly go: (one: Import, seen: Pick<Import, 'state' | 'next'>) => Promise<boolean>;
  readonly forget: (importId: string, part: number) => Promise<void>;
}

export const ImportView = z.object({
  importId: z.string(),
  kind: ImportKind,
  state: Import.shape.state,
  counts: ImportCounts,
  /** Of the rows that are new or changed: how many parts of hundred are written. */
  written: z.number(),
  issues: z.array(Issue),
  changes: z.optional(z.array(FieldChange)),
  unknown: z.array(z.string()),
  failed: z.array(Issue),
  /** Of milestones, when it is done: those of the zones. */
  timetable: z.optional(TimetableFigures),
});
export type ImportView = z.infer<typeof ImportView>;

const NewImport = z.object({
  kind: ImportKind,
  zoneId: Identifier,
  /** Anybody may read the milestones. */
  isPublic: z.optional(z.boolean()),
  /** A CSV file as text, or any file of a spreadsheet in base64; one of both. */
  text: z.optional(z.string()),
  file: z.optional(z.base64()),
});
export const ImportRequest = z.union([
  NewImport,
  z.object({ importId: z.string().check(z.regex(/^p[a-z0-9]{1,40}$/)), confirm: z.literal(true) }),
]);
