const get = ['GET'] as const;
const post = ['POST'] as const;
const both = ['GET', 'POST'] as const;

/**
 * The one place in which a path and its methods are said: routes of both hosts, addresses in pages, keys of handlers,
 * of the authorisation matrix and of the browser's list of pages follow. `{name}` is one segment of the path.
 */
export const pages = {
  public: {
    '/openapi.json': get,
    '/': get,
    '/letter': post,
    '/letter/{draft}': get,
    '/letter/{draft}/save': both,
    '/letter/{draft}/{step}': both,
    '/another-link': both,
    '/plots': get,
    '/showcase': get,
    '/showcase/{itemId}': get,
    '/showcase/{itemId}/proposal': both,
    '/forums/{forumId}': get,
    '/figures': get,
    '/figures.csv': get,
    '/figures.xlsx': get,
    '/open-data': get,
    '/open-data/{file}': get,
    '/assets/{name}': get,
  },
  documents: {
    '/l/{link}/photo': both,
    '/office/zones/{zoneId}/lines/{lineId}/photos/{fileId}': get,
    '/l/{link}/documents': both,
    '/l/{link}/documents/{documentId}/{version}': get,
    '/office/projects/{projectId}/documents': both,
    '/office/projects/{projectId}/documents/{documentId}/{version}': get,
    '/office/projects/{projectId}/original': post,
    '/office/projects/{projectId}/documents/{documentId}/{version}/return': post,
    '/letter/{draft}/documents': both,
    '/letter/{draft}/check': post,
    '/open-data/{night}/{file}': get,
  },
  links: {
    '/l/{link}': both,
    '/l/{link}/asked.csv': get,
    '/l/{link}/asked.xlsx': get,
    '/l/{link}/calendar.ics': get,
    '/l/{link}/copy': both,
    '/l/{link}/naming': both,
    '/l/{link}/confirm': post,
    '/l/{link}/answer/{assignmentId}': both,
    '/l/{link}/questions': both,
    '/l/{link}/people': get,
    '/l/{link}/people/new': both,
    '/l/{link}/people/own': both,
    '/l/{link}/people/{delegate}': both,
    '/l/{link}/obstacles': both,
    '/l/{link}/obstacles/{obstacleId}': both,
    '/l/{link}/ladder': both,
    '/l/{link}/obligations': both,
    '/l/{link}/withdraw': both,
  },
  office: {
    '/office': get,
    '/office/desk': get,
    '/office/bulk': both,
    '/office/filters': post,
    '/office/work.csv': get,
    '/office/work.xlsx': get,
    '/office/projects/{projectId}': get,
    '/office/projects/{projectId}/print': get,
    '/office/projects/{projectId}/history': get,
    '/office/projects/{projectId}/undo': post,
    '/office/projects/{projectId}/emails/{rowId}': get,
    '/office/assignments/{assignmentId}': both,
    '/office/projects/{projectId}/actions/{action}': both,
    '/office/assignments/{assignmentId}/{handling}': both,
    '/office/projects/{projectId}/contact': both,
    '/office/projects/{projectId}/renew-link': both,
    '/office/calendar.ics': get,
    '/office/projects/{projectId}/calendar.ics': get,
    '/office/projects/{projectId}/obstacles': both,
    '/office/projects/{projectId}/obstacles/{obstacleId}': get,
    '/office/projects/{projectId}/obstacles/{obstacleId}/{action}': both,
    '/office/projects/{projectId}/notes': both,
    '/office/projects/{projectId}/docket': both,
    '/office/projects/{projectId}/road-map': both,
    '/office/projects/{projectId}/ladder': both,
    '/office/projects/{projectId}/obligations': both,
    '/office/projects/{projectId}/care': both,
    '/office/letters': both,
    '/office/zones/{zoneId}/lines': both,
    '/office/zones/{zoneId}/lines/{lineId}': both,
    '/office/zones/{zoneId}/moratoria': both,
    '/office/zones/{zoneId}/plots': both,
    '/office/zones/{zoneId}/plots/{plotId}': both,
    '/office/projects/{projectId}/follow-ups': both,
    '/office/zones/{zoneId}/follow-ups': get,
    '/office/zones/{zoneId}/stale': both,
    '/office/zones/{zoneId}/obstacles': both,
    '/office/zones/{zoneId}/obstacles/{obstacleId}': get,
    '/office/zones/{zoneId}/obstacles/{obstacleId}/{action}': both,
    '/office/headquarters': both,
    '/office/forums': both,
    '/office/board': get,
    '/office/board.csv': get,
    '/office/board.xlsx': get,
    '/office/showcase': both,
    '/office/import': both,
  },
  region: {
    '/region': get,
    '/region/dockets': get,
    '/region/showcase': get,
    '/region/projects': get,
    '/region/projects.csv': get,
    '/region/projects.xlsx': get,
    '/region/figures.csv': get,
    '/region/figures.xlsx': get,
  },
  admin: {
    '/admin': get,
    '/office/access': both,
    '/admin/access': get,
    '/admin/access/answer': both,
    '/admin/people': get,
    '/admin/people/new': both,
    '/admin/person': get,
    '/admin/person/edit': both,
    '/admin/person/role': both,
    '/admin/person/end': both,
    '/admin/person/deputy': both,
    '/admin/zones/{zoneId}': get,
    '/admin/zones/{zoneId}/edit': both,
    '/admin/zones/{zoneId}/party': both,
    '/admin/zones/{zoneId}/party/end': both,
    '/admin/zones/{zoneId}/day': both,
    '/admin/zones/{zoneId}/duration': both,
    '/admin/zones/{zoneId}/parties': get,
    '/admin/zones/{zoneId}/forums': get,
    '/admin/zones/{zoneId}/forum': both,
    '/admin/zones/{zoneId}/calendar': get,
    '/admin/zones/{zoneId}/durations': get,
    '/admin/zones/{zoneId}/asked': get,
    '/admin/zones/{zoneId}/stage': both,
    '/admin/zones/{zoneId}/replies': both,
    '/admin/zones/{zoneId}/notices': get,
    '/admin/zones/{zoneId}/notice': both,
    '/admin/changes': get,
  },
  'sign-in': {
    '/sign-in': get,
    '/sign-in/start': get,
    '/sign-in/callback': get,
    '/sign-in/stay': get,
    '/sign-out': post,
    '/sign-out/everywhere': post,
  },
} as const;

export type PageFunction = keyof typeof pages;
type Paths<Function extends PageFunction> = (typeof pages)[Function];
type KeysOf<Each> = {
  readonly [Path in keyof Each & string]: Each[Path] extends readonly (infer Method extends string)[]
    ? `${Method} ${Path}`
    : never;
}[keyof Each & string];

/** A route of a function as API Gateway names it: `GET /office/projects/{projectId}`. */
export type PageRoute<Function extends PageFunction = PageFunction> = Function extends PageFunction
  ? KeysOf<Paths<Function>>
  : never;

export type PagePath = PageRoute extends infer Route ? (Route extends `${string} ${infer Path}` ? Path : never) : never;

type ParametersOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParametersOf<Rest>
  : never;

/** The address of a page: its path with each parameter filled in. A query may follow. */
export const addressOf = <Path extends PagePath>(
  path: Path,
  parameters: Readonly<Record<ParametersOf<Path>, string>>,
  query: Readonly<Record<string, string | undefined>> = {},
): string => {
  const given = parameters as Readonly<Record<string, string>>;
  const formState = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given[name] ?? ''));
  const asked = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return asked.length === 0 ? formState : `${formState}?${new URLSearchParams(asked).toString()}`;
};

/**
 * The inverse: which of these routes (`GET /office/projects/{projectId}`) a request is for, and with what parameters. As at
 * the gateway, a path that is written out goes before one with a parameter. `path` is decoded, as Lambda is given it.
 */
export function routeFinder(routes: readonly string[]) {
  const known = routes
    .map((route) => {
      const [method = '', path = ''] = route.split(' ');
      return { route, method, segments: path.split('/') };
    })
    .toSorted((a, b) => parametersIn(a.segments) - parametersIn(b.segments));
  return (method: string, path: string) => {
    const asked = path.split('/');
    for (const { route, method: own, segments } of known) {
      if (own !== method || segments.length !== asked.length) continue;
      const parameters = parametersOf(segments, asked);
      if (parameters) return { route, parameters };
    }
    return undefined;
  };
}

const isParameter = (segment: string): boolean => segment.startsWith('{');
const parametersIn = (segments: readonly string[]): number => segments.filter(isParameter).length;

function parametersOf(segments: readonly string[], asked: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [place, segment] of segments.entries()) {
    const given = asked[place] ?? '';
    if (isParameter(segment) && given !== '') parameters[segment.slice(1, -1)] = given;
    else if (segment !== given) return undefined;
  }
  return parameters;
}
