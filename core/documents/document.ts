import * as z from 'zod/mini';
import { Instant, line } from '../kernel/common.ts';
import {
  DocumentId,
  DocumentKind,
  DocumentState,
  FileBytes,
  FileId,
  MediaType,
  scanResults,
  Sha256,
} from './document-kind.ts';
import { ReasonCode } from '../stages/decision.ts';
import { ActorRef } from '../project/event.ts';

const stored = { fileId: FileId, sha256: Sha256, bytes: FileBytes, mediaType: MediaType } as const;

/** One version of a document of a project, as the log has it: nothing personal, so not the file's name. */
export const ProjectDocument = z.object({
  documentId: DocumentId,
  kind: DocumentKind,
  /** From 1; a document that is replaced keeps its earlier versions. */
  version: z.int(),
  ...stored,
  state: DocumentState,
  at: Instant,
  by: ActorRef,
  /** The assignment it belongs to: a party's own, or the one whose answer on paper it shows. */
  assignmentId: z.optional(z.string()),
  returned: z.optional(z.object({ reasonCode: ReasonCode, noteId: z.string(), at: Instant })),
});
export type ProjectDocument = z.infer<typeof ProjectDocument>;

/** A file's name as its owner has it: may name a person, so it lies where it can be erased. */
export const FileName = line(120);

export const DraftDocument = z.object({ kind: DocumentKind, fileName: FileName, ...stored });
export type DraftDocument = z.infer<typeof DraftDocument>;

const FileOwner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft'), draftId: z.string() }),
  z.object({ kind: z.literal('project'), projectId: z.string() }),
  /** A photo of the works of a line. */
  z.object({ kind: z.literal('line'), lineId: z.string() }),
]);
export type FileOwner = z.infer<typeof FileOwner>;

export const FileRecord = z.object({
  ...stored,
  owner: FileOwner,
  kind: DocumentKind,
  documentId: z.optional(DocumentId),
  assignmentId: z.optional(z.string()),
  /** Absent once erased. */
  fileName: z.optional(FileName),
  scan: z.enum(['waiting', ...scanResults, 'not-scanned']),
  at: Instant,
  by: ActorRef,
  /** The version it is; a file becomes one document, once. */
  attached: z.optional(z.object({ projectId: z.string(), documentId: DocumentId, version: z.int() })),
});
export type FileRecord = z.infer<typeof FileRecord>;
