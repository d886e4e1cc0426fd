import { documentKinds, type DocumentKind } from '#core/documents/document-kind.ts';
import { ReturnDocumentRequest } from '#core/project/project-action.ts';
import { holdOriginal, returnDocumentOf } from '#core/documents/project-documents.ts';
import { holdForm } from '#pages/documents/page.tsx';
import { projectAddress } from '#pages/office/addresses.ts';
import { check } from '../kit/check.ts';
import { forgetForm, keepAndGo, keptForm, staffFormName } from '../kit/kept-form.ts';
import type { StaffVisit } from '../kit/staff-page.ts';
import { present, textIn } from '../kit/values.ts';
import { redirect, problem, type Reply } from '../kit/visit.ts';
import type { DocumentPagePorts } from './ports.ts';
import { uploadDocument, documents, documentsAgain, download, type At } from './project-documents.ts';

const atOf = ({ params, actor, now }: StaffVisit): At => {
  const projectId = params['projectId'] ?? '';
  const home = projectAddress(projectId);
  const path = `${home}/documents`;
  return {
    projectId,
    actor,
    now,
    home,
    within: '/office/',
    path,
    reader: 'office',
    returnTo: (documentId, version) => `${path}/${documentId}/${String(version)}/return`,
    more: (frame, { mayHold }) => (mayHold.length > 0 ? holdForm(frame, `${home}/original`, mayHold) : undefined),
  };
};

const ofOffice =
  (act: (ports: DocumentPagePorts, visit: StaffVisit, at: At) => Promise<Reply>) =>
  (ports: DocumentPagePorts) =>
  (visit: StaffVisit): Promise<Reply> =>
    act(ports, visit, atOf(visit));

const returnIn = (fields: URLSearchParams) =>
  check(ReturnDocumentRequest, present({ reasonCode: textIn(fields, 'reasonCode'), reason: textIn(fields, 'reason') }));

export const officeDocuments = ofOffice(async (ports, visit, at) => {
  const typed = visit.query.has('check') ? await keptForm(ports, staffFormName(visit, at.path)) : new URLSearchParams();
  const request = returnIn(typed);
  return typed.size > 0 && !request.ok
    ? documentsAgain(ports, { ...visit, fields: typed }, at, request.issues)
    : documents(ports, visit, at);
});
export const bringToOffice = ofOffice(uploadDocument);
export const downloadAtOffice = ofOffice(download);

const kindsIn = (fields: URLSearchParams): readonly DocumentKind[] =>
  documentKinds.filter((kind) => fields.getAll('kinds').includes(kind));

export const noteOriginal = ofOffice(async (ports, { fields }, at) => {
  const held = await holdOriginal(ports, at, fields.has('kinds') ? kindsIn(fields) : undefined);
  return held.ok
    ? redirect(`${fields.get('back') === 'project' ? at.home : at.path}?done=held`)
    : problem(held.failure);
});

export const returnAtOffice = ofOffice(async (ports, visit, at) => {
  const { params, fields } = visit;
  const request = returnIn(fields);
  const name = staffFormName(visit, at.path);
  if (!request.ok)
    return keepAndGo(ports, name, fields, `${at.path}?check`, () => documentsAgain(ports, visit, at, request.issues));
  const returned = await returnDocumentOf(ports, at, {
    documentId: params['documentId'] ?? '',
    version: Number(params['version']),
    ...request.value,
  });
  if (!returned.ok) return problem(returned.failure);
  await forgetForm(ports, name);
  return redirect(`${at.path}?done=returned`);
});
