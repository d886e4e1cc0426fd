import {
  completeUpload,
  downloadDocument,
  requestUpload,
  uploadSmall,
  type AtProject,
} from '#core/documents/project-documents.ts';
import { viewDocuments, type DocumentsView } from '#core/documents/view-documents.ts';
import { capital } from '#core/texts/capital.ts';
import { documentPageTexts, type DocumentPageTexts } from '#core/texts/areas/document-pages.ts';
import type { Issue } from '#core/kernel/result.ts';
import { formWithErrors } from '../kit/check.ts';
import { formState, type FormState } from '#pages/components/form-state.ts';
import { documentsPage, type DocumentsPageProps } from '#pages/documents/page.tsx';
import { nameOf } from '#pages/office/names.ts';
import type { Frame } from '#pages/frame.ts';
import { redirect, problem, render, type Reply, type Visit } from '../kit/visit.ts';
import { bring } from './upload.ts';
import type { DocumentPagePorts } from './ports.ts';

export interface At extends AtProject {
  readonly reader: Exclude<keyof DocumentPageTexts['lead'], 'draft'>;
  readonly path: string;
  readonly home: string;
  /** Pages that may be gone back to begin so. */
  readonly within: string;
  readonly returnTo?: DocumentsPageProps['returnTo'];
  readonly more?: (frame: Frame, view: DocumentsView) => DocumentsPageProps['children'];
}

/** The page one came from, if it is one of this reader's own; otherwise where the project stands. */
function backOf({ query }: Visit, { home, within }: At): string {
  const back = query.get('back') ?? '';
  return back.startsWith(within) && /^[\w/.?=&-]*$/.test(back) && !back.includes('..') ? back : home;
}

/** The page's address with what it was opened for, so that its forms come back to it. */
function hereOf({ query }: Visit, path: string, done?: string): string {
  const kept = ['assignment', 'back'].flatMap((name): [string, string][] => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  const all = new URLSearchParams([...kept, ...(done === undefined ? [] : [['done', done]])]);
  return all.size === 0 ? path : `${path}?${all.toString()}`;
}

function draw(
  ports: DocumentPagePorts,
  visit: Visit,
  at: At,
  view: DocumentsView,
  form: FormState,
  status = 200,
): Reply {
  const frame = visit.frame(view.language, view.office);
  const assignmentId = visit.query.get('assignment') ?? undefined;
  const done = visit.query.get('done');
  const back = backOf(visit, at);
  const document = documentsPage({
    frame,
    form,
    reader: at.reader,
    foreign: at.reader === 'investor' && view.isForeign,
    list: view.list,
    caption: `${view.number} · ${view.company}`,
    action: hereOf(visit, at.path),
    back,
    answering: back !== at.home && at.reader !== 'office',
    done:
      done !== null && Object.hasOwn(documentPageTexts(frame.language).done, done)
        ? (done as keyof DocumentPageTexts['done'])
        : undefined,
    ...(view.assignments.some((one) => one.assignmentId === assignmentId) && { wanted: { assignmentId } }),
    hrefOf: (documentId, version) => `${at.path}/${documentId}/${String(version)}`,
    assignmentName: (id) => {
      const found = view.assignments.find((one) => one.assignmentId === id);
      return found && capital(frame.language, nameOf(frame, found));
    },
    returnTo: at.returnTo,
    children: at.more?.(frame, view),
  });
  return { ...render(document, status), connects: ports.storeOrigin } as Reply;
}

export async function documents(ports: DocumentPagePorts, visit: Visit, at: At): Promise<Reply> {
  const view = await viewDocuments(ports, at);
  return view.ok ? draw(ports, visit, at, view.value, formState()) : problem(view.failure);
}

export async function documentsAgain(
  ports: DocumentPagePorts,
  visit: Visit,
  at: At,
  issues: readonly Issue[],
): Promise<Reply> {
  const view = await viewDocuments(ports, at);
  if (!view.ok) return problem(view.failure);
  const { language } = visit.frame(view.value.language);
  const { wrong: labels } = documentPageTexts(language);
  return draw(ports, visit, at, view.value, formWithErrors(language, visit.fields, issues, labels), 400);
}

export async function uploadDocument(ports: DocumentPagePorts, visit: Visit, at: At): Promise<Reply> {
  const view = await viewDocuments(ports, at);
  if (!view.ok) return problem(view.failure);
  return bring(
    {
      language: view.value.language,
      request: (file) => requestUpload(ports, at, file),
      complete: (fileId) => completeUpload(ports, at, fileId),
      bringSmall: (file, content) => uploadSmall(ports, at, file, content),
      onward: (count) => hereOf(visit, at.path, count > 1 ? 'several' : 'added'),
      again: async (form) => {
        // What was taken of the same form is there by now.
        const now = await viewDocuments(ports, at);
        return now.ok ? draw(ports, visit, at, now.value, form, 400) : problem(now.failure);
      },
    },
    visit,
  );
}

/** Leads to the file for a minute, after the use case has allowed it. */
export async function download(ports: DocumentPagePorts, { params }: Visit, at: AtProject): Promise<Reply> {
  const found = await downloadDocument(ports, at, params['documentId'] ?? '', Number(params['version']));
  return found.ok ? redirect(found.value.url) : problem(found.failure);
}
