import type { Clock } from '../clock/clock.ts';
import { type InvokeResult, payloadLimit } from '../lambda/runtime.ts';
import { type Answer, json } from './answer.ts';
import type { Authorizer } from './authorizer.ts';
import { httpEvent, type Received } from './event.ts';
import { httpAnswer } from './response.ts';
import { makeRouter, type RouteSpec } from './router.ts';

/** The largest body an HTTP API takes. Source: API Gateway quotas. */
export const bodyLimit = 10 * 1024 * 1024;

export interface FrontRoute extends RouteSpec {
  readonly function: string;
  readonly auth: 'none' | 'jwt';
}

interface Options {
  readonly routes: readonly FrontRoute[];
  readonly authorize: Authorizer;
  readonly invoke: (functionName: string, event: unknown) => Promise<InvokeResult>;
  readonly clock: Clock;
  /** One line a request: the route, never the path, which may hold a link, nor where it came from. */
  readonly log: (line: string) => void;
}

export const tooLong = json(413, { message: 'Request Too Long' });
const notFound = json(404, { message: 'Not Found' });
const unauthorized = json(401, { message: 'Unauthorized' }, { 'www-authenticate': 'Bearer' });

/** API Gateway's HTTP API before the functions of the manifest. */
export function openFront({ routes, authorize, invoke, clock, log }: Options): (received: Received) => Promise<Answer> {
  const find = makeRouter(routes);
  const answer = async (received: Received): Promise<{ answer: Answer; routeKey: string }> => {
    const match = find(received.method, received.url.split('?', 1)[0] ?? '');
    if (!match) return { answer: notFound, routeKey: '$none' };
    const { route } = match;
    const routeKey = `${route.method} ${route.path}`;
    const claims = route.auth === 'jwt' ? await authorize(received.headers.authorization) : undefined;
    if (route.auth === 'jwt' && !claims) return { answer: unauthorized, routeKey };
    const event = httpEvent(received, match, clock.now(), claims);
    if ((event.body?.length ?? 0) > payloadLimit) return { answer: tooLong, routeKey };
    return { answer: httpAnswer(await invoke(route.function, event)), routeKey };
  };
  return async (received) => {
    const begin = performance.now();
    const { answer: result, routeKey } = await answer(received);
    const milliseconds = Math.round((performance.now() - begin) * 10) / 10;
    log(JSON.stringify({ time: new Date(clock.now()).toISOString(), access: routeKey, status: result.status, milliseconds }));
    return result;
  };
}
