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

/** Finds the route of a request as an HTTP API does: an exact path, one with parameters, one whose last takes all that is left (`{rest+}`). */
export function makeRouter<Route extends RouteSpec>(
  routes: readonly Route[],
): (method: string, path: string) => Match<Route> | undefined {
  const known = routes
    .map((route) => ({ route, ...compile(route.path) }))
    .sort((a, b) => Number(a.greedy) - Number(b.greedy) || a.names.length - b.names.length);
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

function compile(path: string): { form: RegExp; names: string[]; greedy: boolean } {
  const names: string[] = [];
  const segments = path.split('/').map((segment) => {
    const [, name, greedy] = /^\{(\w+)(\+?)\}$/.exec(segment) ?? [];
    if (name === undefined) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    names.push(name);
    return greedy === '+' ? '(.+)' : '([^/]+)';
  });
  return { form: new RegExp(`^${segments.join('/')}$`), names, greedy: path.endsWith('+}') };
}

/** `undefined` for what is no percent-encoded UTF-8. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
