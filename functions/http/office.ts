import { documentClient } from '../adapters/aws/clients.ts';
import { environment } from '../adapters/aws/environment.ts';
import { officeLinks } from '../adapters/aws/office-links.ts';
import { moratoriumStore } from '../adapters/table/moratorium-store.ts';
import { formStore } from '../adapters/table/form-store.ts';
import { usedSessions } from '../adapters/table/session-store.ts';
import { importPorts, tablePorts, withForums, withHeadquarters, withLines, withOfficeWork } from '../ports.ts';
import { httpFunction } from './http-function.ts';
import { officePages } from '#pages/office/index.ts';

const table = withOfficeWork(withForums(withHeadquarters(withLines(tablePorts()))));
const ports = {
  ...table,
  ...importPorts(),
  moratoria: moratoriumStore(documentClient(), environment('TABLE_NAME'), table.reference.forget),
  sessions: usedSessions(documentClient(), environment('TABLE_NAME')),
  forms: formStore(documentClient(), environment('TABLE_NAME')),
  links: officeLinks(environment('SITE_URL')),
};
export type OfficePorts = typeof ports;

export const handler = httpFunction<'office'>(
  async () => (await import('./office-api.ts')).officeApi(ports),
  officePages({ ...ports, undoMs: Number(environment('UNDO_SECONDS')) * 1000 }),
);
