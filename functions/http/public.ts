import { environment } from '../adapters/aws/environment.ts';
import { openDataPorts } from '../open-data-ports.ts';
import { linkPorts, plotPorts, showcasePorts, tablePorts, withForums, withLines } from '../ports.ts';
import { httpFunction } from './http-function.ts';
import type { openDataPages } from '#pages/public/open-data/handler.ts';
import { servePage } from '#pages/kit/serve-page.ts';
import type { Reply, Visit } from '#pages/kit/visit.ts';
import { json } from './responses.ts';
import type { HttpEvent } from './api.ts';

const ports = {
  ...withForums(withLines(tablePorts())),
  ...linkPorts(),
  ...openDataPorts(),
  ...plotPorts(),
  ...showcasePorts(),
};
export type PublicPorts = typeof ports;

type Draw = (visit: Visit) => Promise<Reply>;

/** A page's code is loaded by the first request for it. */
const page =
  (load: () => Promise<(ports_: typeof ports, visit: Visit) => Promise<Reply>>) => async (event: HttpEvent) => {
    const draw = await load();
    return servePage(event, (visit) => draw(ports, visit));
  };

let opened: Promise<Readonly<Record<'start' | 'figures' | 'csv' | 'xlsx', Draw>>> | undefined;
/** Pages for everybody share a view that is kept. */
const open = (name: 'start' | 'figures' | 'csv' | 'xlsx') => async (event: HttpEvent) => {
  opened ??= import('#pages/public/figures/handler.ts').then(({ publicPages }) => publicPages(ports));
  return servePage(event, (await opened)[name]);
};

let openData: Promise<ReturnType<typeof openDataPages>> | undefined;
const openDataOf = (name: 'page' | 'file') => async (event: HttpEvent) => {
  openData ??= import('#pages/public/open-data/handler.ts').then((loaded) =>
    loaded.openDataPages(ports, environment('SITE_URL')),
  );
  return (await openData)[name](event);
};

export const handler = httpFunction<'public'>(async () => (await import('./public-api.ts')).publicApi(ports), {
  'GET /': open('start'),
  'POST /letter': page(async () => (await import('#pages/letter/steps/handler.ts')).begin),
  'GET /letter/{draft}': page(async () => (await import('#pages/letter/steps/handler.ts')).goOn),
  'GET /letter/{draft}/save': page(async () => (await import('#pages/letter/save/handler.ts')).save),
  'POST /letter/{draft}/save': page(async () => (await import('#pages/letter/save/handler.ts')).sendLink),
  'GET /letter/{draft}/{step}': page(async () => (await import('#pages/letter/steps/handler.ts')).step),
  'POST /letter/{draft}/{step}': page(async () => (await import('#pages/letter/steps/handler.ts')).post),
  'GET /another-link': page(async () => (await import('#pages/letter/save/handler.ts')).another),
  'POST /another-link': page(async () => (await import('#pages/letter/save/handler.ts')).sendAnother),
  'GET /plots': page(async () => (await import('#pages/public/plots/handler.ts')).plots),
  'GET /showcase': page(async () => (await import('#pages/public/showcase/handler.ts')).showcase),
  'GET /showcase/{itemId}': page(async () => (await import('#pages/public/showcase/handler.ts')).item),
  'GET /showcase/{itemId}/proposal': page(
    async () => (await import('#pages/public/showcase/propose-handler.ts')).propose,
  ),
  'POST /showcase/{itemId}/proposal': page(
    async () => (await import('#pages/public/showcase/propose-handler.ts')).propose,
  ),
  'GET /forums/{forumId}': page(async () => (await import('#pages/public/forums/handler.ts')).publicForum),
  'GET /figures': open('figures'),
  'GET /figures.csv': open('csv'),
  'GET /figures.xlsx': open('xlsx'),
  'GET /open-data': openDataOf('page'),
  'GET /open-data/{file}': openDataOf('file'),
  'GET /assets/{name}': async (event) => (await import('#pages/public/asset.ts')).asset(event),
  'GET /openapi.json': async () =>
    json(200, (await import('./openapi/openapi.json', { with: { type: 'json' } })).default),
});
