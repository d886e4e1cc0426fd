import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../clock/clock.ts';
import { type InvokeResult, payloadLimit, requestTooLarge } from '../lambda/runtime.ts';
import { type Answer, json, tooLong } from '../http/answer.ts';
import type { Received } from '../http/server.ts';
import type { Authorizer } from './authorizer.ts';
import { httpEvent } from './event.ts';
import { httpAnswer } from './response.ts';
import { defaultKey, keyOf, makeRouter, type Match, type RouteSpec } from './router.ts';

export interface FrontRoute extends RouteSpec {
  readonly function: string;
  readonly auth: 'none' | 'jwt';
}

interface Options {
  readonly routes: readonly FrontRoute[];
  readonly fallback?: string;
  readonly authorize: Authorizer;
  readonly invoke: (functionName: string, event: unknown) => Promise<InvokeResult>;
  readonly clock: Clock;
  /** The longest body that a route (`POST /letter`) reads, in bytes; a function's own limit unless told otherwise. */
  readonly mostBytes?: (routeKey: string, contentType: string | undefined) => number;
  readonly variables?: () => Readonly<Record<string, string>> | undefined;
  /** One line a request: the route, never the path, which may hold a link, nor where it came from. */
  readonly log: (line: string) => void;
}

const notFound = json(404, { message: 'Not Found' });
const unauthorized = json(401, { message: 'Unauthorized' }, { 'www-authenticate': 'Bearer' });

export interface Front {
  readonly answer: (received: Received) => Promise<Answer>;
  /** The longest body that is read for a request, in bytes; one without a route has none. */
  readonly mostBytes: (request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>) => number;
}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '';

export function openFront({
  routes,
  fallback,
  authorize,
  invoke,
  clock,
  log,
  mostBytes = () => payloadLimit,
  variables = () => undefined,
}: Options): Front {
  const known = makeRouter(routes);
  const rest: Match<FrontRoute> | undefined =
    fallback === undefined
      ? undefined
      : { route: { method: '', path: defaultKey, function: fallback, auth: 'none' }, pathParameters: {} };
  const find: typeof known = (method, path) => known(method, path) ?? rest;
  const answer = async (received: Received): Promise<{ answer: Answer; routeKey: string }> => {
    const match = find(received.method, pathOf(received.url));
    if (!match) return { answer: notFound, routeKey: '$none' };
    const { route } = match;
    const routeKey = keyOf(route);
    const claims = route.auth === 'jwt' ? await authorize(received.headers.authorization) : undefined;
    if (route.auth === 'jwt' && !claims) return { answer: unauthorized, routeKey };
    const stageVariables = variables();
    const event = { ...httpEvent(received, match, clock.now(), claims), ...(stageVariables && { stageVariables }) };
    if ((event.body?.length ?? 0) > payloadLimit) return { answer: tooLong, routeKey };
    const result = await invoke(route.function, event);
    // Letters that JSON writes as escapes make a text longer than it is.
    if (result.kind === 'function-error' && result.errorType === requestTooLarge) return { answer: tooLong, routeKey };
    return { answer: httpAnswer(result), routeKey };
  };
  const logged = async (received: Received): Promise<Answer> => {
    const begin = performance.now();
    const { answer: result, routeKey } = await answer(received);
    const milliseconds = Math.round((performance.now() - begin) * 10) / 10;
    log(
      JSON.stringify({
        time: new Date(clock.now()).toISOString(),
        access: routeKey,
        status: result.status,
        milliseconds,
      }),
    );
    return result;
  };
  return {
    answer: logged,
    mostBytes: ({ method = '', url = '', headers }) => {
      const match = find(method, pathOf(url));
      return match ? mostBytes(keyOf(match.route), headers['content-type']) : 0;
    },
  };
}
