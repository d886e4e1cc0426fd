import { documentClient } from '../adapters/aws/clients.ts';
import { environment } from '../adapters/aws/environment.ts';
import { ids } from '../adapters/ids.ts';
import { administrationStore } from '../adapters/table/administration-store.ts';
import { limitStore } from '../adapters/table/count-store.ts';
import { formStore } from '../adapters/table/form-store.ts';
import { lateStore } from '../adapters/table/late-store.ts';
import { projectLists } from '../adapters/table/project-lists.ts';
import { referenceStore } from '../adapters/table/reference-store.ts';
import { usedSessions } from '../adapters/table/session-store.ts';
import { adminPages } from '#pages/admin/index.ts';
import { httpFunction } from './http-function.ts';

const client = documentClient();
const table = environment('TABLE_NAME');
/** No store of letters, contacts, notes or files is here (test/template/admin-bundle.test.ts). */
const ports = {
  administration: administrationStore(client, table),
  lists: projectLists(client, table),
  due: lateStore(client, table),
  reference: referenceStore(client, table),
  sessions: usedSessions(client, table),
  ids,
  forms: formStore(client, table),
  limits: limitStore(client, table),
};
export type AdminPorts = typeof ports;

export const handler = httpFunction<'admin'>(
  async () => (await import('./admin-api.ts')).adminApi(ports),
  adminPages(ports),
);
