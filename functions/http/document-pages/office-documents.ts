import { holdOriginal } from '#core/use-cases/project-documents.ts';
import { holdForm } from '#web/documents/hold-form.tsx';
import { projectAddress } from '#web/office/addresses.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { goTo, problem, type Reply } from '../pages/visit.ts';
import type { DocumentPagePorts } from './ports.ts';
import { bringDocument, documents, download, type At } from './project-documents.ts';

const atOf = ({ params, actor, now }: StaffVisit): At => {
  const projectId = params['projectId'] ?? '';
  const home = projectAddress(projectId);
  const path = `${home}/documents`;
  return { projectId, actor, now, home, within: '/office/', path, reader: 'office', more: (frame, { mayHoldOriginal }) => (mayHoldOriginal ? holdForm(frame, `${home}/original`) : undefined) };
};

/** The office's page of a project's documents: one may also come from the form of an assignment. */
const ofOffice = (act: (ports: DocumentPagePorts, visit: StaffVisit, at: At) => Promise<Reply>) => (ports: DocumentPagePorts) => (visit: StaffVisit): Promise<Reply> => act(ports, visit, atOf(visit));

export const officeDocuments = ofOffice(documents);
export const bringToOffice = ofOffice(bringDocument);
export const downloadAtOffice = ofOffice(download);

/** The signed sheet lies with the office. */
export const noteOriginal = ofOffice(async (ports, _visit, at) => {
  const held = await holdOriginal(ports, at);
  return held.ok ? goTo(`${at.path}?done=held`) : problem(held.failure);
});
