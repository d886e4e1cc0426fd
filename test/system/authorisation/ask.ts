import { formTokenField } from '#pages/frame.ts';
import type { TestHost } from '#test/support/host.ts';
import { request } from '#local/kit/request.ts';
import type { Target } from './objects.ts';
import type { Row } from './rows.ts';
import type { Credentials } from './visitors.ts';

export interface Answered {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Headers;
}

/** The head of the object's office; where there is none, somebody who is not there. */
export const personIn = ({ place }: Target): string =>
  ({ here: 'demo-head', elsewhere: 'demo-head-kokand', nowhere: 'demo-nobody' })[place];

/** The path of a row for an object, with the link somebody comes with. */
export function addressOf(
  { route, params = {}, query, kind = 'office-decision' }: Row,
  target: Target,
  link: string,
): string {
  const values: Readonly<Record<string, string>> = {
    projectId: target.projectId,
    zoneId: target.zoneId,
    headquartersId: target.zoneId,
    assignmentId: target.assignment(kind),
    obstacleId: target.obstacleId,
    link,
    draft: link,
    personId: personIn(target),
    partyId: `${target.zoneId}-gas`,
    lineId: target.zoneId === 'kokand' ? 'kokand-g-1' : `${target.zoneId}-l-3`,
    plotId: `${target.zoneId}-001`,
    registerId: target.zoneId,
    forumId: `${target.zoneId}-investment-forum-2025`,
    ...params,
  };
  const path = (route.split(' ')[1] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${route}: no value for {${name}}`);
    return encodeURIComponent(value);
  });
  return query ? `${path}?${new URLSearchParams(query(target)).toString()}` : path;
}

export const isApi = ({ route }: Row): boolean => route.includes(' /api/');
export const isPost = ({ route }: Row): boolean => !route.startsWith('GET');

/** Sends a row's request. @param proof the form token; undefined leaves it out */
export async function send(
  host: TestHost,
  row: Row,
  {
    target,
    link,
    who: { token, cookie },
    proof,
    headers = {},
  }: {
    readonly target: Target;
    readonly link: string;
    readonly who: Credentials;
    readonly proof?: string | undefined;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Answered> {
  const fields = row.body?.(target) ?? {};
  const form = new URLSearchParams({
    ...(fields as Record<string, string>),
    ...(proof !== undefined && { [formTokenField]: proof }),
  });
  const {
    status,
    bytes,
    text,
    headers: answered,
  } = await request(host.endpoints.site + addressOf(row, target, link), {
    ...(isPost(row) && { method: row.route.split(' ')[0] ?? 'POST', body: isApi(row) ? JSON.stringify(fields) : form }),
    headers: {
      ...(isPost(row) && isApi(row) && { 'content-type': 'application/json' }),
      // Who comes by a link tries it at the doors of staff too.
      authorization: `Bearer ${token ?? link}`,
      cookie: cookie ?? `__Host-session=${link}`,
      ...headers,
    },
  });
  return { status, location: answered.get('location'), text, bytes, headers: answered };
}
