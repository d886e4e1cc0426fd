import { operationsOf } from '#core/api/operations.ts';
import { pages } from '#pages/routes.ts';
import type { FunctionName, Route } from './types.ts';

type Named<Value> = readonly (readonly [FunctionName, Value])[];

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

/** The gateway checks nothing at pages: a browser of staff brings a session, which the function opens itself. */
const ofPages: readonly Route[] = (
  Object.entries(pages) as Named<Readonly<Record<string, readonly ('GET' | 'POST')[]>>>
).flatMap(([name, paths]) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    methods.map((method): Route => ({ method, path, function: name, auth: 'none' })),
  ),
);

export const routes: readonly Route[] = [...ofOperations, ...ofPages];

/** Where nobody's email leads: files of a page, and what an administrator keeps. AWS takes 300 routes. */
const isNeverSent = /^\/(office|region)\/.*\.(csv|xlsx|ics)$|^\/admin\/(zones|person|people|changes)/;

/** Scanners of mail and previews ask by HEAD. A sign-in ends by GET alone: what it brings is good once. */
export const headRoutes: readonly Route[] = routes
  .filter(
    ({ method, path, auth }) =>
      method === 'GET' && auth === 'none' && path !== '/sign-in/callback' && !isNeverSent.test(path),
  )
  .map((route) => ({ ...route, method: 'HEAD' }));

export const fallback = { key: '$default', function: 'public' } as const;
