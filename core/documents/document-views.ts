import * as z from 'zod/mini';
import { DateText } from '../kernel/common.ts';
import { ReasonCode } from '../stages/decision.ts';
import {
  DocumentId,
  DocumentKind,
  documentStates,
  DocumentState,
  FileBytes,
  FileId,
  MediaType,
  Sha256,
} from './document-kind.ts';
import { FileName } from './document.ts';

export const VersionView = z.object({
  version: z.int(),
  state: DocumentState,
  on: DateText,
  by: z.enum(['investor', 'party', 'staff', 'system']),
  bytes: FileBytes,
  mediaType: MediaType,
  /** Only for the office and for whoever brought it. */
  fileName: z.optional(FileName),
  mayDownload: z.boolean(),
  returned: z.optional(z.object({ on: DateText, reasonCode: ReasonCode })),
  mayReturn: z.boolean(),
});
export type VersionView = z.infer<typeof VersionView>;

export const DocumentView = z.object({
  kind: DocumentKind,
  documentId: z.optional(DocumentId),
  assignmentId: z.optional(z.string()),
  /** returned: the office said that it is wrong; held: it lies with the office on paper. */
  state: z.enum([...documentStates, 'missing', 'returned', 'held']),
  asked: z.boolean(),
  mayBring: z.boolean(),
  /** Oldest first. */
  versions: z.array(VersionView),
});
export type DocumentView = z.infer<typeof DocumentView>;

export const DocumentList = z.object({
  documents: z.array(DocumentView),
  mayAdd: z.array(DocumentKind),
  scanning: z.boolean(),
});
export type DocumentList = z.infer<typeof DocumentList>;

export const UploadRequest = z.object({
  kind: DocumentKind,
  documentId: z.optional(DocumentId),
  assignmentId: z.optional(z.string().check(z.regex(/^[a-z0-9_-]{1,160}$/))),
  fileName: FileName,
  bytes: FileBytes,
  sha256: Sha256,
  mediaType: MediaType,
});

/** POST `fields` in their order as multipart/form-data to `url`, the file last under `file`; then complete. */
export const UploadAnswer = z.object({
  fileId: FileId,
  form: z.object({ url: z.url(), fields: z.record(z.string(), z.string()) }),
});

export const AddedView = z.object({
  documentId: DocumentId,
  kind: DocumentKind,
  version: z.int(),
  state: DocumentState,
});
export const DownloadView = z.object({ url: z.url() });
