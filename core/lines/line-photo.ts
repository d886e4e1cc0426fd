import * as z from 'zod/mini';
import { Identifier, Instant } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { stateAfter } from '../documents/apply-document.ts';
import { FileName, type FileRecord } from '../documents/document.ts';
import { DocumentState, FileBytes, FileId, MediaType, Sha256 } from '../documents/document-kind.ts';
import { nameAs } from '../documents/file-type.ts';
import type { Announcement } from '../documents/project-documents.ts';
import { uploadBudgets } from '../documents/upload-budgets.ts';
import {
  announce,
  formOf,
  fromNetwork,
  inspect,
  putFile,
  wrongFile,
  type Announced,
  type FilePorts,
} from '../documents/upload-file.ts';
import type { ByLink } from '../links/act-by-link.ts';
import { openParty } from '../links/view-party.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { Line } from './line.ts';

/** A photo of the works of a line, from whoever builds it. What a scanner says of it stands with its file. */
export const LinePhoto = z.object({ fileId: FileId, at: Instant, partyId: Identifier });
export type LinePhoto = z.infer<typeof LinePhoto>;

export const LinePhotoView = z.object({ ...LinePhoto.shape, bytes: FileBytes, state: DocumentState });
export type LinePhotoView = z.infer<typeof LinePhotoView>;

/** A picture and nothing else, of at most so many bytes (ours). */
const pictures: readonly MediaType[] = ['image/jpeg', 'image/png'];
export const largestPhoto = 10_000_000;

/** From one party, of one line (ours). */
const aDay = { count: 30, seconds: 86_400 } as const;

/** Body of `POST /api/links/{link}/lines/{lineId}/photos`. */
export const PhotoRequest = z.object({ fileName: FileName, bytes: FileBytes, sha256: Sha256, mediaType: MediaType });

export type BroughtPhoto = Omit<Announced, 'kind' | 'documentId' | 'assignmentId'>;

type PhotoPorts = FilePorts & Pick<Ports, 'links' | 'reference' | 'lines'>;

export interface OfLine extends ByLink {
  readonly lineId: string;
  readonly sourceIp: string;
}

/** The line of a link's party. Fails as the link does, `not-found` for a line of others. */
async function ownLine(
  ports: Pick<PhotoPorts, 'links' | 'reference' | 'lines'>,
  { lineId, ...by }: ByLink & { readonly lineId: string },
): Promise<Result<Line>> {
  const [opened, line] = await Promise.all([openParty(ports, by), ports.lines.find(lineId)]);
  if (!opened.ok) return opened;
  const { party, context } = opened.value;
  const isOwn = line?.zoneId === context.zone.zoneId && line.partyId === party.partyId;
  return isOwn ? ok(line) : fail({ kind: 'not-found' });
}

async function begin(ports: PhotoPorts, of: OfLine, photo: BroughtPhoto): Promise<Result<FileRecord>> {
  const line = await ownLine(ports, of);
  if (!line.ok) return line;
  if (photo.mediaType === undefined || !pictures.includes(photo.mediaType)) return wrongFile('not-a-photo');
  if (photo.bytes > largestPhoto) return wrongFile('photo-too-big');
  const { lineId, partyId } = line.value;
  const bringer = {
    owner: { kind: 'line' as const, lineId },
    by: { kind: 'party' as const, partyId },
    senders: [
      { sender: `photos-${lineId}-${partyId}`, limit: aDay, budget: uploadBudgets.link },
      fromNetwork(ports, of.sourceIp),
    ],
  };
  // Its own name may be a person's: it is not kept.
  return announce(ports, bringer, { ...photo, kind: 'other', fileName: nameAs(lineId, photo.mediaType) }, of.now);
}

/** Announces a photo: gives the form by which it goes straight to the store. Fails as the link does, `not-found`, `invalid`, `too-many`. */
export async function requestPhoto(ports: PhotoPorts, of: OfLine, photo: BroughtPhoto): Promise<Result<Announcement>> {
  const record = await begin(ports, of, photo);
  return record.ok ? ok({ fileId: record.value.fileId, form: await formOf(ports, record.value) }) : record;
}

/** It lies in the store and is kept with the line. Repeatable. Fails with `not-found` (announced by another), `invalid` (another file). */
export async function completePhoto(ports: PhotoPorts, of: OfLine, fileId: string): Promise<Result<LinePhotoView>> {
  const [line, record] = await Promise.all([ownLine(ports, of), ports.fileRecords.find(fileId)]);
  if (!line.ok) return line;
  const { lineId, partyId } = line.value;
  const isOwn =
    record?.owner.kind === 'line' &&
    record.owner.lineId === lineId &&
    record.by.kind === 'party' &&
    record.by.partyId === partyId;
  if (!isOwn) return fail({ kind: 'not-found' });
  const photo: LinePhoto = { fileId, at: record.at, partyId };
  if ((await ports.lines.photo(lineId, fileId)) === undefined) {
    const seen = await inspect(ports, record);
    if (!seen.ok) return seen;
    if ((await ports.files.keep(fileId)) === 'gone') return wrongFile('file-not-there');
    await ports.lines.keepPhoto(lineId, photo);
  }
  const now = (await ports.fileRecords.find(fileId)) ?? record;
  // The scanner may have spoken between the look and the keeping.
  if (stateOf(now) === 'refused') {
    await ports.files.remove(fileId);
    return wrongFile('infected-file');
  }
  return ok(viewOf(photo, now));
}

export async function bringPhoto(
  ports: PhotoPorts,
  of: OfLine,
  photo: BroughtPhoto,
  content: Uint8Array,
): Promise<Result<LinePhotoView>> {
  const record = await begin(ports, of, photo);
  if (!record.ok) return record;
  await putFile(ports, record.value, content);
  return completePhoto(ports, of, record.value.fileId);
}

const stateOf = ({ scan }: Pick<FileRecord, 'scan'>): DocumentState =>
  scan === 'waiting' || scan === 'not-scanned' ? scan : stateAfter[scan];

const viewOf = (photo: LinePhoto, record: FileRecord): LinePhotoView => ({
  ...photo,
  bytes: record.bytes,
  state: stateOf(record),
});

/** The latest photos of a line, the newest first, without those that a scanner refused. */
export async function photosOf(
  { lines, fileRecords }: Pick<Ports, 'lines' | 'fileRecords'>,
  lineId: string,
  most: number,
): Promise<LinePhotoView[]> {
  const photos = await lines.photos(lineId, most);
  const records = new Map(
    (await fileRecords.findAll(photos.map(({ fileId }) => fileId))).map((one) => [one.fileId, one]),
  );
  return photos
    .flatMap((photo) => {
      const record = records.get(photo.fileId);
      return record ? [viewOf(photo, record)] : [];
    })
    .filter(({ state }) => state !== 'refused');
}

/** Where a photo can be had for a minute: by staff of the line's zone alone, since it can say where and when it was taken. Fails with `not-found`, also before it was looked through. */
export async function downloadPhoto(
  ports: Pick<Ports, 'lines' | 'reference' | 'files' | 'fileRecords'>,
  {
    lineId,
    fileId,
    actor,
    now,
  }: { readonly lineId: string; readonly fileId: string; readonly actor: Actor; readonly now: number },
): Promise<Result<{ readonly url: string }>> {
  const [line, photo, record] = await Promise.all([
    ports.lines.find(lineId),
    ports.lines.photo(lineId, fileId),
    ports.fileRecords.find(fileId),
  ]);
  const context = line && (await zoneContextOf(ports, line.zoneId, now));
  const isStaff = context && actor.kind === 'staff' && rolesAt(actor.memberships, context.zone).length > 0;
  if (!isStaff || photo === undefined || record === undefined) return fail({ kind: 'not-found' });
  if (stateOf(record) === 'waiting' || stateOf(record) === 'refused') return fail({ kind: 'not-found' });
  const url = await ports.files.downloadUrl(fileId, {
    fileName: nameAs(`${lineId}-${fileId.slice(0, 6)}`, record.mediaType),
    type: record.mediaType,
  });
  return ok({ url });
}
