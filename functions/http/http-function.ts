import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type { operationsOf } from '#core/api/operations.ts';
import { routeFinder, type PageFunction, type PageRoute } from '#pages/routes.ts';
import { BadPageToken } from '../adapters/table/paging.ts';
import { count, log } from '../observe.ts';
import { operationOf, serveApi, type Api, type Operations, type HttpAnswer, type HttpEvent } from './api.ts';
import { languageOf } from './language.ts';
import { answerOf } from '#pages/kit/serve-page.ts';
import { nothingPosted, visitOf } from '#pages/kit/visit.ts';
import { badPageToken, problemOf, retryAfter, type Trouble } from './problems.ts';
import { json } from './responses.ts';
import { turnedAway } from './turned-away.ts';

export type Page = (event: HttpEvent) => Promise<HttpAnswer>;

export type Pages<Function extends PageFunction> = Readonly<Record<PageRoute<Function>, Page>>;

type OperationsOf<Function extends PageFunction> = Function extends keyof typeof operationsOf
  ? (typeof operationsOf)[Function]
  : Readonly<Record<never, never>>;

/** Its operations with their schemas, and what they do: loaded by the first request for one. */
type LoadApi<Served extends Operations = Operations> = () => Promise<Api<Served>>;

const isOfApi = ({ routeKey }: HttpEvent): boolean => routeKey.includes(' /api/');

const nameOf = async (load: LoadApi, event: HttpEvent): Promise<string> =>
  (isOfApi(event) ? operationOf((await load()).operations, event) : undefined) ?? event.routeKey;

/** Logs each request by its operation, never by its path: paths hold links. */
const observed = (load: LoadApi): middy.MiddlewareObj<HttpEvent, HttpAnswer> => {
  const started = new WeakMap<HttpEvent, number>();
  return {
    before: ({ event }) => {
      started.set(event, performance.now());
    },
    after: async ({ event, response }) => {
      const ms = Math.round(performance.now() - (started.get(event) ?? performance.now()));
      log('request-served', { operation: await nameOf(load, event), status: response?.statusCode ?? 0, ms });
    },
  };
};

/** A page token that is none is the reader's mistake; anything else that is thrown is ours. */
const troubleOf = (error: unknown): Trouble => (error instanceof BadPageToken ? badPageToken : { kind: 'unexpected' });

function refusal(event: HttpEvent, trouble: Trouble): HttpAnswer {
  if (!event.rawPath.startsWith('/api/')) return answerOf(visitOf(event, nothingPosted), { kind: 'problem', trouble });
  const problem = problemOf(trouble, languageOf(event.headers['accept-language']), event.requestContext.requestId);
  return json(problem.status, problem, { 'content-type': 'application/problem+json', ...retryAfter(trouble) });
}

const guarded = (load: LoadApi): middy.MiddlewareObj<HttpEvent, HttpAnswer> => ({
  onError: async (request) => {
    const { event, error } = request;
    const reference = event.requestContext.requestId;
    const trouble = troubleOf(error);
    if (trouble.kind === 'unexpected') {
      log('request-failed', { operation: await nameOf(load, event), reference, error });
      count('UnexpectedFaults');
    }
    request.response = refusal(event, trouble);
  },
});

const asGet = (event: HttpEvent): HttpEvent => ({
  ...event,
  routeKey: event.routeKey.replace(/^HEAD /, 'GET '),
  requestContext: { ...event.requestContext, http: { ...event.requestContext.http, method: 'GET' } },
});

/** By the page's own route where the gateway knows one for many (`GET /office/{rest+}`). */
const routed =
  (find: ReturnType<typeof routeFinder>) =>
  (event: HttpEvent): HttpEvent => {
    if (!event.routeKey.endsWith('+}')) return event;
    const found = find(event.requestContext.http.method, event.rawPath);
    return found ? { ...event, routeKey: found.route, pathParameters: found.parameters } : event;
  };

export function httpFunction<Function extends PageFunction>(
  load: LoadApi<OperationsOf<Function>>,
  pages: Pages<Function>,
) {
  let api: Promise<Api> | undefined;
  const serve = served(() => (api ??= load() as Promise<Api>), pages);
  const byPage = routed(routeFinder(Object.keys(pages)));
  return async (event: HttpEvent, context: Context): Promise<HttpAnswer> => {
    if (event.requestContext.http.method !== 'HEAD') return serve(byPage(event), context);
    const { isBase64Encoded: _, ...answer } = await serve(byPage(asGet(event)), context);
    return { ...answer, body: '' };
  };
}

const served = (load: LoadApi, pages: Readonly<Record<string, Page | undefined>>) =>
  middy<HttpEvent, HttpAnswer, Error, Context>()
    .use(observed(load))
    .use(guarded(load))
    .handler(async (event) => {
      const trouble = turnedAway(event);
      if (trouble) return refusal(event, trouble);
      const page = pages[event.routeKey];
      if (page) return page(event);
      const api = isOfApi(event) ? await load() : undefined;
      const id = api && operationOf(api.operations, event);
      if (id) return serveApi(api, id, event);
      return (await import('#pages/kit/elsewhere.ts')).elsewhere(event);
    });
