export interface RouteSpec {
  readonly method: string;
  readonly path: string;
}

export const defaultKey = '$default';

export const keyOf = ({ method, path }: RouteSpec): string => (path === defaultKey ? defaultKey : `${method} ${path}`);

export interface Match<Route> {
  readonly route: Route;
  /** Decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** Finds the route of a request as an HTTP API does: an exact path before one with parameters, no route for a trailing slash. */
export function makeRouter<Route extends RouteSpec>(
  routes: readonly Route[],
): (method: string, path: string) => Match<Route> | undefined {
  const known = routes
    .map((route) => ({ route, ...compile(route.path) }))
    .sort((a, b) => a.names.length - b.names.length);
  return (method, path) => {
    for (const { route, form, names } of known) {
      const found = route.method === method ? form.exec(path) : null;
      if (!found) continue;
      const values = found.slice(1).map(decode);
      if (values.includes(undefined)) continue;
      return {
        route,
        pathParameters: Object.fromEntries(names.map((name, position) => [name, values[position] ?? ''])),
      };
    }
    return undefined;
  };
}

function compile(path: string): { form: RegExp; names: string[] } {
  const names: string[] = [];
  const segments = path.split('/').map((segment) => {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    names.push(name);
    return '([^/]+)';
  });
  return { form: new RegExp(`^${segments.join('/')}$`), names };
}

/** `undefined` for what is no percent-encoded UTF-8. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
