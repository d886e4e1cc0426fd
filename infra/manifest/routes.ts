import { operationsOf } from '#core/api/operations.ts';
import { fileRoutes } from '#core/api/request-bodies.ts';
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

/** Below these a function tells its own pages apart: AWS takes 300 routes, which pages would use up. */
const areas: Partial<Record<FunctionName, string>> = {
  links: '/l/{link}',
  office: '/office',
  region: '/region',
  admin: '/admin',
};

/** As the gateway knows it. What takes files has a limit of its own, and so a route of its own. */
function atGateway(route: Route): Route {
  const area = areas[route.function];
  const isOwn = area === undefined || !route.path.startsWith(`${area}/`) || fileRoutes.has(`POST ${route.path}`);
  return isOwn ? route : { ...route, path: `${area}/{rest+}` };
}

/** Scanners of mail and previews ask by HEAD. A sign-in ends by GET alone: what it brings is good once. */
const heads = routes
  .filter(({ method, path, auth }) => method === 'GET' && auth === 'none' && path !== '/sign-in/callback')
  .map((route): Route => ({ ...route, method: 'HEAD' }));

/** What the gateway of either host routes by. */
export const gatewayRoutes: readonly Route[] = [
  ...new Map([...routes, ...heads].map(atGateway).map((route) => [`${route.method} ${route.path}`, route])).values(),
];

export const fallback = { key: '$default', function: 'public' } as const;
