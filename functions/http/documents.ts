import { documentOperations } from '#core/api/document-operations.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { openToAct } from '#core/links/act-by-link.ts';
import {
  completeUpload,
  downloadDocument,
  holdOriginal,
  requestUpload,
  returnDocumentOf,
  type AtProject,
} from '#core/documents/project-documents.ts';
import { changedView } from '#core/project/project-views.ts';
import { viewDocuments } from '#core/documents/view-documents.ts';
import { documentClient } from '../adapters/aws/clients.ts';
import { environment } from '../adapters/aws/environment.ts';
import { fileStore } from '../adapters/aws/file-store.ts';
import { formStore } from '../adapters/table/form-store.ts';
import { usedSessions } from '../adapters/table/session-store.ts';
import { count } from '../observe.ts';
import { linkPorts, tablePorts } from '../ports.ts';
import type { Handlers, HttpEvent } from './api.ts';
import { authenticate } from './authenticate.ts';
import { httpFunction } from './http-function.ts';
import { servePage } from '#pages/kit/serve-page.ts';
import { serveStaffPage, type StaffHandler } from '#pages/kit/staff-page.ts';
import type { Reply, Visit } from '#pages/kit/visit.ts';

const filesUrl = environment('FILES_URL');

const ports = {
  ...tablePorts(),
  ...linkPorts(),
  files: fileStore(environment('FILES_BUCKET'), filesUrl),
  scanning: environment('FILE_SCANNING') === 'on',
  // Uploads go to the bucket's own address; a source without a slash at its end is that path alone.
  storeOrigin: `${filesUrl}/${environment('FILES_BUCKET')}`,
  sessions: usedSessions(documentClient(), environment('TABLE_NAME')),
  forms: formStore(documentClient(), environment('TABLE_NAME')),
};

interface At {
  readonly now: number;
  readonly params: { readonly projectId: string };
  readonly actor: Actor;
}

const atProject = ({ params: { projectId }, actor, now }: At): AtProject => ({ projectId, actor, now });

async function byLink<Value>(
  {
    params: { link },
    sourceIp,
    now,
  }: { readonly params: { readonly link: string }; readonly sourceIp: string; readonly now: number },
  act: (at: AtProject) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const opened = await openToAct(ports, { link, now });
  return opened.ok
    ? act({ projectId: opened.value.target.projectId, actor: opened.value.actor, sourceIp, now })
    : opened;
}

const list = async (at: AtProject) => {
  const view = await viewDocuments(ports, at);
  return view.ok ? ok(view.value.list) : view;
};

const complete = async (at: AtProject, fileId: string) => {
  const done = await completeUpload(ports, at, fileId);
  if (!done.ok) return done;
  const { documentId, kind, version, state } = done.value;
  return ok({ documentId, kind, version, state });
};

const handlers: Handlers<typeof documentOperations> = {
  listDocumentsByLink: (call) => byLink(call, list),
  requestUploadByLink: (call) => byLink(call, (at) => requestUpload(ports, at, call.body)),
  completeUploadByLink: (call) => byLink(call, (at) => complete(at, call.params.fileId)),
  downloadByLink: (call) =>
    byLink(call, (at) => downloadDocument(ports, at, call.params.documentId, call.params.version)),
  listDocuments: (call) => list(atProject(call)),
  requestUpload: (call) => requestUpload(ports, atProject(call), call.body),
  completeUpload: (call) => complete(atProject(call), call.params.fileId),
  downloadDocument: (call) => downloadDocument(ports, atProject(call), call.params.documentId, call.params.version),
  holdOriginal: async (call) => {
    const held = await holdOriginal(ports, atProject(call), call.body.kinds);
    return held.ok ? ok(changedView(held.value)) : held;
  },
  returnDocument: async (call) => {
    const { documentId, version } = call.params;
    const returned = await returnDocumentOf(ports, atProject(call), { documentId, version, ...call.body });
    return returned.ok ? ok(changedView(returned.value)) : returned;
  },
};

/** A page's code is loaded by the first request for it. */
const page =
  (load: () => Promise<(ports_: typeof ports) => (visit: Visit) => Promise<Reply>>) => async (event: HttpEvent) =>
    servePage(event, (await load())(ports));
const staff = (load: () => Promise<(ports_: typeof ports) => StaffHandler>) => async (event: HttpEvent) =>
  serveStaffPage(ports, event, (await load())(ports));

const submitted = () => {
  count('LettersSubmitted');
};

/** Documents: the only function for people that reaches the store of files. It also hands a letter in, which keeps its files. */
export const handler = httpFunction<'documents'>(
  { operations: documentOperations, handlers, authenticate: (event) => authenticate(ports, event) },
  {
    'GET /letter/{draft}/documents': page(
      async () => (await import('#pages/documents/letter-handler.ts')).letterDocuments,
    ),
    'POST /letter/{draft}/documents': page(
      async () => (await import('#pages/documents/letter-handler.ts')).bringToLetter,
    ),
    'POST /letter/{draft}/check': page(async () => {
      const { submitLetterForm } = await import('#pages/letter/check/handler.ts');
      return (on) => (visit) => submitLetterForm({ ...on, submitted }, visit);
    }),
    'GET /l/{link}/documents': page(async () => (await import('#pages/documents/link-handler.ts')).linkDocuments),
    'POST /l/{link}/documents': page(async () => (await import('#pages/documents/link-handler.ts')).uploadByLink),
    'GET /l/{link}/documents/{documentId}/{version}': page(
      async () => (await import('#pages/documents/link-handler.ts')).downloadByLink,
    ),
    'GET /office/projects/{projectId}/documents': staff(
      async () => (await import('#pages/documents/office-handler.ts')).officeDocuments,
    ),
    'POST /office/projects/{projectId}/documents': staff(
      async () => (await import('#pages/documents/office-handler.ts')).bringToOffice,
    ),
    'GET /office/projects/{projectId}/documents/{documentId}/{version}': staff(
      async () => (await import('#pages/documents/office-handler.ts')).downloadAtOffice,
    ),
    'POST /office/projects/{projectId}/documents/{documentId}/{version}/return': staff(
      async () => (await import('#pages/documents/office-handler.ts')).returnAtOffice,
    ),
    'POST /office/projects/{projectId}/original': staff(
      async () => (await import('#pages/documents/office-handler.ts')).noteOriginal,
    ),
  },
);
