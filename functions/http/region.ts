import { documentClient } from '../adapters/aws/clients.ts';
import { environment } from '../adapters/aws/environment.ts';
import { countStore } from '../adapters/table/count-store.ts';
import { keptForecasts } from '../adapters/table/forecast-store.ts';
import { lateStore } from '../adapters/table/late-store.ts';
import { projectLists } from '../adapters/table/project-lists.ts';
import { referenceStore } from '../adapters/table/reference-store.ts';
import { startStore } from '../adapters/table/start-store.ts';
import { showcaseLists } from '../adapters/table/showcase-lists.ts';
import { sessionStore } from '../adapters/table/session-store.ts';
import type { HttpEvent } from './api.ts';
import { authenticate } from './authenticate.ts';
import { httpFunction } from './http-function.ts';
import { serveStaffPage, type StaffVisit } from '#pages/kit/staff-page.ts';
import type { Reply } from '#pages/kit/visit.ts';

const client = documentClient();
const table = environment('TABLE_NAME');
const ports = {
  reference: referenceStore(client, table),
  counts: countStore(client, table),
  lists: projectLists(client, table),
  late: lateStore(client, table),
  starts: startStore(client, table),
  forecasts: keptForecasts(client, table),
  showcase: showcaseLists(client, table),
  sessions: sessionStore(client, table),
};
const load = () => import('#pages/region/handler.ts');
/** The pages' code is loaded by the first request for one. */
const page =
  (handler: (loaded: Awaited<ReturnType<typeof load>>, visit: StaffVisit) => Promise<Reply>) => (event: HttpEvent) =>
    serveStaffPage(ports, event, async (visit) => handler(await load(), visit));

/** Leadership looks at the pipeline: this function has no right to write. */
export const handler = httpFunction<'region'>(
  async () => {
    const [{ regionOperations: operations }, { viewPipeline }, { viewForecasts }, { listDockets }] = await Promise.all([
      import('#core/api/region-operations.ts'),
      import('#core/figures/view-pipeline.ts'),
      import('#core/figures/view-forecasts.ts'),
      import('#core/docket/list-dockets.ts'),
    ]);
    return {
      operations,
      handlers: {
        viewPipeline: ({ query, actor }) => viewPipeline(ports, { actor, zoneId: query.zone }),
        viewForecasts: ({ query, actor, now }) => viewForecasts(ports, { actor, zoneId: query.zone, now }),
        listDockets: ({ query, actor, now }) => listDockets(ports, { zoneId: query.zone, actor, page: query, now }),
      },
      authenticate: (event) => authenticate(ports, event),
    };
  },
  {
    'GET /region': page(({ regionOverview }, visit) => regionOverview(ports, visit)),
    'GET /region/dockets': page(async (_, visit) =>
      (await import('#pages/region/dockets/handler.ts')).regionDockets(ports, visit),
    ),
    'GET /region/showcase': page(async (_, visit) =>
      (await import('#pages/region/showcase/handler.ts')).regionShowcase(ports, visit),
    ),
    'GET /region/projects': page(({ regionProjects }, visit) => regionProjects(ports, visit)),
    'GET /region/projects.csv': page(({ regionProjectsFile }, visit) => regionProjectsFile(ports, visit, 'csv')),
    'GET /region/projects.xlsx': page(({ regionProjectsFile }, visit) => regionProjectsFile(ports, visit, 'xlsx')),
    'GET /region/figures.csv': page(({ regionFile }, visit) => regionFile(ports, visit, 'csv')),
    'GET /region/figures.xlsx': page(({ regionFile }, visit) => regionFile(ports, visit, 'xlsx')),
  },
);
