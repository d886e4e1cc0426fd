import { operationsOf } from '#core/api/operations.ts';
import { pages } from '#pages/routes.ts';
import type { FunctionName, Route } from './types.ts';

type Named<Value> = readonly (readonly [FunctionName, Value])[];

/** What each function serves of the JSON API. */
const ofOperations: readonly Route[] = (
  Object.entries(operationsOf) as Named<(typeof operationsOf)[keyof typeof operationsOf]>
).flatMap(([name, operations]) =>
  Object.values(operations).map(({ method, path, auth }): Route => ({
    method,
    path,
    function: name,
    auth: auth === 'jwt' ? 'jwt' : 'none',
  })),
);

/** Its pages. The gateway checks nothing there: a browser of staff brings a session, which the function opens itself. */
const ofPages: readonly Route[] = (
  Object.entries(pages) as Named<Readonly<Record<string, readonly ('GET' | 'POST')[]>>>
).flatMap(([name, paths]) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    methods.map((method): Route => ({ method, path, function: name, auth: 'none' })),
  ),
);

/** Every HTTP route, one function a permission boundary: said once with the operation (core/api) or the page (pages/routes.ts). */
export const routes: readonly Route[] = [...ofOperations, ...ofPages];

/**
 * Pages and links are asked for by HEAD too: scanners of mail, previews, checkers of links. Each goes to the function of its GET, which
 * answers as to that, without a body. A sign-in ends by GET alone: what it brings is good once.
 */
export const headRoutes: readonly Route[] = routes
  .filter(({ method, path, auth }) => method === 'GET' && auth === 'none' && path !== '/sign-in/callback')
  .map((route) => ({ ...route, method: 'HEAD' }));

/** Takes every request that no route takes: says so in the reader's words, or leads to the address without a slash at its end. */
export const fallback = { key: '$default', function: 'public' } as const;
