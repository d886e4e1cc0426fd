import { regionOperations } from '#core/api/region-operations.ts';
import { listDockets } from '#core/docket/list-dockets.ts';
import { viewPipeline } from '#core/figures/view-pipeline.ts';
import { documentClient } from '../adapters/aws/clients.ts';
import { environment } from '../adapters/aws/environment.ts';
import { countStore } from '../adapters/table/count-store.ts';
import { lateStore } from '../adapters/table/late-store.ts';
import { projectLists } from '../adapters/table/project-lists.ts';
import { referenceStore } from '../adapters/table/reference-store.ts';
import { startStore } from '../adapters/table/start-store.ts';
import { sessionStore } from '../adapters/table/session-store.ts';
import type { HttpEvent } from './api.ts';
import { authenticate } from './authenticate.ts';
import { httpFunction } from './http-function.ts';
import { regionFile, regionOverview, regionProjects, regionProjectsFile } from '#pages/region/handler.ts';
import { regionDockets } from '#pages/region/dockets/handler.ts';
import { serveStaffPage, type StaffHandler } from '#pages/kit/staff-page.ts';

const client = documentClient();
const table = environment('TABLE_NAME');
const ports = {
  reference: referenceStore(client, table),
  counts: countStore(client, table),
  lists: projectLists(client, table),
  late: lateStore(client, table),
  starts: startStore(client, table),
  sessions: sessionStore(client, table),
};
const page = (handler: StaffHandler) => (event: HttpEvent) => serveStaffPage(ports, event, handler);

/** Leadership looks at the pipeline: this function has no right to write. */
export const handler = httpFunction<'region'>(
  {
    operations: regionOperations,
    handlers: {
      viewPipeline: ({ query, actor }) => viewPipeline(ports, { actor, zoneId: query.zone }),
      listDockets: ({ query, actor, now }) => listDockets(ports, { zoneId: query.zone, actor, page: query, now }),
    },
    authenticate: (event) => authenticate(ports, event),
  },
  {
    'GET /region': page((visit) => regionOverview(ports, visit)),
    'GET /region/dockets': page((visit) => regionDockets(ports, visit)),
    'GET /region/projects': page((visit) => regionProjects(ports, visit)),
    'GET /region/projects.csv': page((visit) => regionProjectsFile(ports, visit, 'csv')),
    'GET /region/projects.xlsx': page((visit) => regionProjectsFile(ports, visit, 'xlsx')),
    'GET /region/figures.csv': page((visit) => regionFile(ports, visit, 'csv')),
    'GET /region/figures.xlsx': page((visit) => regionFile(ports, visit, 'xlsx')),
  },
);
