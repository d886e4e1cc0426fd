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
import { completePhoto, downloadPhoto, requestPhoto } from '#core/lines/line-photo.ts';
import { changedView } from '#core/project/project-views.ts';
import { viewDocuments } from '#core/documents/view-documents.ts';
import { authenticate } from './authenticate.ts';
import type { Api, Handlers } from './api.ts';
import type { DocumentsPorts } from './documents.ts';

interface At {
  readonly now: number;
  readonly params: { readonly projectId: string };
  readonly actor: Actor;
}

const atProject = ({ params: { projectId }, actor, now }: At): AtProject => ({ projectId, actor, now });

export function documentsApi(ports: DocumentsPorts): Api<typeof documentOperations> {
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
    requestPhotoByLink: ({ params, body, sourceIp, now }) => requestPhoto(ports, { ...params, sourceIp, now }, body),
    completePhotoByLink: ({ params: { fileId, ...of }, sourceIp, now }) =>
      completePhoto(ports, { ...of, sourceIp, now }, fileId),
    downloadPhoto: ({ params, actor, now }) => downloadPhoto(ports, { ...params, actor, now }),
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

  return { operations: documentOperations, handlers, authenticate: (event) => authenticate(ports, event) };
}
