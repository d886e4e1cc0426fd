import type { DocumentKind } from './document-kind.ts';
import type { FileRecord, ProjectDocument } from './document.ts';
import type { Aggregate } from '../project/project.ts';
import { identityOf, refOf, type Actor } from '../kernel/actor.ts';
import { addDocument, alreadyThere, mostDocuments } from './add-document.ts';
import { holdOriginals, returnDocument, type Wrong } from './judge-document.ts';
import { nameAs } from './file-type.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { mayUpload, mayDownload, mayReplace, seesName } from './document-rights.ts';
import { isSame } from '../obstacles/obstacle-rights.ts';
import { hasRole, mayView, rules } from '../project/permissions.ts';
import { uploadBudgets } from './upload-budgets.ts';
import type { Limit, UploadForm } from '../kernel/ports.ts';
import {
  announce,
  formOf,
  fromNetwork,
  inspect,
  putFile,
  wrongFile,
  type Announced,
  type FilePorts,
  type Sender,
} from './upload-file.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import { taken } from './file-room.ts';

export type DocumentPorts = ChangePorts & FilePorts;

export interface AtProject {
  readonly projectId: string;
  readonly actor: Actor;
  /** Of somebody who comes by a link: they are counted by their network, too. */
  readonly sourceIp?: string;
  readonly now: number;
}

const uploads: Readonly<Record<'staff' | 'link', Limit>> = {
  staff: { count: 200, seconds: 3600 },
  link: { count: 40, seconds: 3600 },
};

function senderOf(actor: Actor, projectId: string): Sender {
  switch (actor.kind) {
    case 'staff':
      return { sender: `files-${actor.personId}`, limit: uploads.staff, budget: uploadBudgets.staff };
    case 'party':
      return { sender: `files-${actor.assignmentId}`, limit: uploads.link, budget: uploadBudgets.link };
    default:
      return { sender: `files-${projectId}`, limit: uploads.link, budget: uploadBudgets.link };
  }
}

/** A party's documents always belong to the assignment of its link. */
const placed = (actor: Actor, file: Announced): Announced =>
  actor.kind === 'party' ? { ...file, assignmentId: actor.assignmentId } : file;

function placeIn({ documents }: Aggregate, file: Announced): Result<Announced> {
  if (file.documentId === undefined) return ok(file);
  const replaced = documents.findLast(({ documentId, kind }) => documentId === file.documentId && kind === file.kind);
  return replaced ? ok({ ...file, assignmentId: replaced.assignmentId }) : fail({ kind: 'not-found' });
}

/** Whether this actor may bring this file here now. Fails with `not-found`, `forbidden`, `not-allowed`, `invalid`. */
function judge(actor: Actor, aggregate: Aggregate, said: Announced): Result<Announced> {
  const { project, documents } = aggregate;
  const file = placeIn(aggregate, placed(actor, said));
  if (!file.ok) return file;
  if (!hasRole(actor, project, 'add-document')) return fail({ kind: 'forbidden' });
  if (!rules['add-document'].when(project))
    return fail({ kind: 'not-allowed', action: 'add-document', because: project.ending ?? project.phase });
  const { kind, documentId, assignmentId } = file.value;
  const replaced = documents.findLast((one) => one.documentId === documentId);
  const allowed =
    documentId === undefined
      ? mayUpload(actor, aggregate, kind, assignmentId)
      : replaced !== undefined && mayReplace(actor, aggregate, replaced);
  if (!allowed) return fail({ kind: 'forbidden' });
  return documents.length >= mostDocuments ? wrongFile('too-many-documents') : file;
}

async function begin(
  ports: DocumentPorts,
  { projectId, actor, sourceIp, now }: AtProject,
  said: Announced,
): Promise<Result<FileRecord>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const file = judge(actor, aggregate, said);
  if (!file.ok) return file;
  const bringer = {
    owner: { kind: 'project' as const, projectId },
    by: refOf(actor, aggregate.project),
    senders: [senderOf(actor, projectId), ...(sourceIp === undefined ? [] : [fromNetwork(ports, sourceIp)])],
  };
  return announce(ports, bringer, file.value, now);
}

export interface Announcement {
  readonly fileId: string;
  readonly form: UploadForm;
}

/** Announces a file: gives the form by which it goes straight to the store. Fails as `judge` and `announce` do. */
export async function requestUpload(
  ports: DocumentPorts,
  at: AtProject,
  file: Announced,
): Promise<Result<Announcement>> {
  const record = await begin(ports, at, file);
  return record.ok ? ok({ fileId: record.value.fileId, form: await formOf(ports, record.value) }) : record;
}

function documentOf({ documents }: Aggregate, { fileId, sha256, kind }: FileRecord): ProjectDocument | undefined {
  return (
    documents.find((one) => one.fileId === fileId) ??
    documents.findLast((one) => one.sha256 === sha256 && one.kind === kind)
  );
}

/** The document that a file is once more: then no second copy is kept. */
async function sameBefore(
  { projects }: Pick<DocumentPorts, 'projects'>,
  projectId: string,
  actor: Actor,
  record: FileRecord,
): Promise<ProjectDocument | undefined> {
  const aggregate = await projects.load(projectId);
  const isThere =
    aggregate !== undefined && mayView(actor, aggregate.project) && alreadyThere(aggregate, record, record.sha256);
  return isThere ? documentOf(aggregate, record) : undefined;
}

/** Repeatable. Fails with `not-found` (announced by another), `invalid` (another file), as bringing it would now. */
export async function completeUpload(
  ports: DocumentPorts,
  { projectId, actor, now }: AtProject,
  fileId: string,
): Promise<Result<ProjectDocument>> {
  const record = await ports.fileRecords.find(fileId);
  const isHere = actor.kind !== 'party' || record?.assignmentId === actor.assignmentId;
  const own =
    record?.owner.kind === 'project' &&
    record.owner.projectId === projectId &&
    isHere &&
    isSame(record.by, identityOf(actor));
  if (!own) return fail({ kind: 'not-found' });
  const seen = record.attached ? ok(record) : await inspect(ports, record);
  if (!seen.ok) return seen;
  const there = await sameBefore(ports, projectId, actor, record);
  if (there) return ok(there);
  // Before it is in the log: a copy too many does no harm, a document without its file would.
  if (!record.attached && (await ports.files.keep(fileId)) === 'gone') return wrongFile('file-not-there');
  const done = await changeProject(ports, { projectId, now, actor }, async (aggregate, context) => {
    // Anew for each attempt: the scanner may have spoken meanwhile.
    const file = await ports.fileRecords.find(fileId);
    if (file === undefined) return wrongFile('file-not-there');
    if (file.attached || alreadyThere(aggregate, file, file.sha256)) return ok(undefined);
    const allowed = judge(actor, aggregate, { ...file, fileName: '' });
    return allowed.ok ? addDocument(aggregate, context, file, refOf(actor, aggregate.project)) : allowed;
  });
  if (!done.ok) {
    // Refused between the look and the log: the copy goes too.
    if (done.failure.kind === 'invalid') await ports.files.remove(fileId);
    return done;
  }
  await taken(ports, [record]);
  // What found the file attached may have looked at the project a moment earlier.
  const isIn = done.value.documents.some((one) => one.fileId === fileId);
  const document = documentOf(isIn ? done.value : ((await ports.projects.load(projectId)) ?? done.value), record);
  return document ? ok(document) : fail({ kind: 'not-found' });
}

export async function uploadSmall(
  ports: DocumentPorts,
  at: AtProject,
  file: Announced,
  content: Uint8Array,
): Promise<Result<ProjectDocument>> {
  const record = await begin(ports, at, file);
  if (!record.ok) return record;
  await putFile(ports, record.value, content);
  return completeUpload(ports, at, record.value.fileId);
}

/** Where a document's file can be had for a minute. Fails with `not-found` for one that this actor may not see or that does not count. */
export async function downloadDocument(
  ports: Pick<DocumentPorts, 'projects' | 'files' | 'fileRecords'>,
  { projectId, actor }: Omit<AtProject, 'now'>,
  documentId: string,
  version: number,
): Promise<Result<{ readonly url: string }>> {
  const aggregate = await ports.projects.load(projectId);
  const document = aggregate?.documents.find((one) => one.documentId === documentId && one.version === version);
  if (!aggregate || !document || aggregate.project.erased?.documents || !mayDownload(actor, aggregate, document))
    return fail({ kind: 'not-found' });
  const record = await ports.fileRecords.find(document.fileId);
  const fileName = (seesName(actor, document) && record?.fileName) || `${aggregate.project.number}-${documentId}`;
  return ok({
    url: await ports.files.downloadUrl(document.fileId, {
      fileName: nameAs(fileName, document.mediaType),
      type: document.mediaType,
    }),
  });
}

export const holdOriginal = (
  ports: ChangePorts,
  { projectId, actor, now }: AtProject,
  kinds: readonly DocumentKind[] = ['signed-letter'],
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, now, actor }, (aggregate, context) => {
    const { project } = aggregate;
    if (!hasRole(actor, project, 'hold-original')) return fail({ kind: 'forbidden' });
    if (project.signed && kinds.every((kind) => kind === 'signed-letter')) return ok(undefined);
    if (!rules['hold-original'].when(project))
      return fail({ kind: 'not-allowed', action: 'hold-original', because: project.phase });
    return holdOriginals(aggregate, context, kinds, refOf(actor, project));
  });

/** The office says that one document is wrong, and why. Fails with `not-found`, `forbidden`, `not-allowed`, `conflict`. */
export const returnDocumentOf = (
  ports: ChangePorts,
  { projectId, actor, now }: AtProject,
  wrong: Wrong,
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, now, actor }, (aggregate, context) => {
    const { project } = aggregate;
    if (!hasRole(actor, project, 'return-document')) return fail({ kind: 'forbidden' });
    if (!rules['return-document'].when(project))
      return fail({
        kind: 'not-allowed',
        action: 'return-document',
        because: project.pause ? 'suspended' : project.phase,
      });
    return returnDocument(aggregate, context, wrong, refOf(actor, project));
  });
