import type { FileRecord } from './document.ts';
import { largestBytes, type MediaType } from './document-kind.ts';
import type { Place } from './add-document.ts';
import { plainName, refusalOf, typeOf, typesOf } from './file-type.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { untaken, uploadBudgets } from './upload-budgets.ts';
import { network, secondsLeft } from '../kernel/window.ts';
import type { Budget, Limit, NewFile, Ports, UploadForm } from '../kernel/ports.ts';
import { isCounted } from './file-room.ts';

export type FilePorts = Pick<Ports, 'files' | 'fileRecords' | 'limits' | 'ids'> & { readonly scanning: boolean };

export interface Announced extends Place {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly mediaType: MediaType | undefined;
}

export interface Sender {
  readonly sender: string;
  readonly limit: Limit;
  readonly budget: Budget;
}

export interface Uploader extends Pick<FileRecord, 'owner' | 'by'> {
  readonly senders: readonly Sender[];
}

const networkLimit = { count: 300, seconds: 3600 } as const;

export const fromNetwork = ({ ids }: Pick<Ports, 'ids'>, sourceIp: string): Sender => ({
  sender: `files-ip-${ids.hash(network(sourceIp))}`,
  limit: networkLimit,
  budget: uploadBudgets.network,
});

export const wrongFile = (
  code: string,
): {
  readonly ok: false;
  readonly failure: {
    readonly kind: 'invalid';
    readonly issues: readonly { readonly path: string; readonly code: string }[];
  };
} => ({ ok: false, failure: { kind: 'invalid', issues: [{ path: 'file', code }] } });

const newFile = ({
  fileId,
  bytes,
  mediaType,
  sha256,
}: Pick<FileRecord, 'fileId' | 'bytes' | 'mediaType' | 'sha256'>): NewFile => ({
  fileId,
  bytes,
  type: mediaType,
  sha256,
});

/** Counts a file against all who bring it; the same file once more counts again: it is another one in the store. */
async function count(
  { limits, ids }: FilePorts,
  { by, senders }: Uploader,
  fileId: string,
  bytes: number,
  now: number,
): Promise<Result<undefined>> {
  for (const { sender, limit, budget } of senders) {
    if (!(await limits.allow(sender, ids.hash(fileId), limit, now)))
      return fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(now, limit.seconds) });
    if (!(await limits.spend(`bytes-${sender}`, bytes, budget, now)))
      return fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(now, budget.seconds) });
  }
  const hasPlace = !isCounted({ by }) || (await limits.spend(untaken, bytes, uploadBudgets.untaken, now));
  return hasPlace ? ok(undefined) : fail({ kind: 'no-room', retryAfterSeconds: 3600 });
}

/** Fails with `invalid` (`file`: too big, empty, unknown kind), `too-many` (files or bytes), `no-room` (strangers). */
export async function announce(
  ports: FilePorts,
  bringer: Uploader,
  file: Announced,
  now: number,
): Promise<Result<FileRecord>> {
  const { owner, by } = bringer;
  const { kind, documentId, assignmentId, bytes, sha256, mediaType } = file;
  if (bytes > largestBytes) return wrongFile('file-too-big');
  if (mediaType === undefined || bytes < 1 || !typesOf(kind).includes(mediaType)) return wrongFile(refusalOf(file));
  const fileId = ports.ids.fileId();
  const counted = await count(ports, bringer, fileId, bytes, now);
  if (!counted.ok) return counted;
  const record: FileRecord = {
    fileId,
    owner,
    by,
    kind,
    bytes,
    sha256,
    mediaType,
    at: now,
    fileName: plainName(file.fileName),
    scan: ports.scanning ? 'waiting' : 'not-scanned',
    ...(documentId !== undefined && { documentId }),
    ...(assignmentId !== undefined && { assignmentId }),
  };
  await ports.fileRecords.begin(record);
  return ok(record);
}

export const formOf = (ports: Pick<Ports, 'files'>, record: FileRecord): Promise<UploadForm> =>
  ports.files.uploadForm(newFile(record));

export const putFile = (ports: Pick<Ports, 'files'>, record: FileRecord, content: Uint8Array): Promise<void> =>
  ports.files.put(newFile(record), content);

/** Keeps a stored file that is what was announced; any other is removed: `invalid` (absent, bytes, kind). */
export async function inspect({ files }: Pick<Ports, 'files'>, record: FileRecord): Promise<Result<FileRecord>> {
  const { fileId, sha256, bytes, mediaType, scan } = record;
  if (scan === 'infected' || scan === 'unreadable') return wrongFile(`${scan}-file`);
  const found = await files.look(fileId);
  if (found === undefined) return wrongFile('file-not-there');
  const isSame = found.sha256 === sha256 && found.bytes === bytes;
  if (isSame && typeOf(found.beginning) === mediaType) return ok(record);
  await files.remove(fileId);
  return wrongFile(isSame ? 'wrong-file-type' : 'file-not-there');
}
