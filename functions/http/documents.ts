import { documentClient } from '../adapters/aws/clients.ts';
import { environment } from '../adapters/aws/environment.ts';
import { filesOnDemand } from '../adapters/aws/files-on-demand.ts';
import { formStore } from '../adapters/table/form-store.ts';
import { usedSessions } from '../adapters/table/session-store.ts';
import { count } from '../observe.ts';
import { nightPorts } from '../night-ports.ts';
import { linkPorts, showcasePorts, tablePorts, withLines } from '../ports.ts';
import type { HttpEvent } from './api.ts';
import { httpFunction } from './http-function.ts';
import { servePage } from '#pages/kit/serve-page.ts';
import { serveStaffPage, type StaffHandler } from '#pages/kit/staff-page.ts';
import type { Reply, Visit } from '#pages/kit/visit.ts';

const filesUrl = environment('FILES_URL');

const ports = {
  ...withLines(tablePorts()),
  ...linkPorts(),
  ...showcasePorts(),
  ...nightPorts(),
  files: filesOnDemand(environment('FILES_BUCKET'), filesUrl),
  scanning: environment('FILE_SCANNING') === 'on',
  // Uploads go to the bucket's own address; a source without a slash at its end is that path alone.
  storeOrigin: `${filesUrl}/${environment('FILES_BUCKET')}`,
  sessions: usedSessions(documentClient(), environment('TABLE_NAME')),
  forms: formStore(documentClient(), environment('TABLE_NAME')),
};
export type DocumentsPorts = typeof ports;

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
export const handler = httpFunction<'documents'>(async () => (await import('./documents-api.ts')).documentsApi(ports), {
  'GET /open-data/{night}/{file}': async (event) =>
    (await import('#pages/public/open-data/night.ts')).fileOfNight(ports, event),
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
  'GET /l/{link}/photo': page(async () => (await import('#pages/documents/photo-handler.ts')).photoByLink),
  'POST /l/{link}/photo': page(async () => (await import('#pages/documents/photo-handler.ts')).photoByLink),
  'GET /office/zones/{zoneId}/lines/{lineId}/photos/{fileId}': staff(
    async () => (await import('#pages/documents/photo-handler.ts')).photoOfLine,
  ),
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
});
