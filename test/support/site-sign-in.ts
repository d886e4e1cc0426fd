import type { Endpoints } from '#local/host/endpoints.ts';
import type { TestHost } from './host.ts';
import { visitorWith, type PageVisitor } from './staff-session.ts';

/** Where a browser arrived, and the cookies it holds then. */
export interface Arrived {
  readonly status: number;
  /** As the site's last redirect said it, word for word. */
  readonly location: string | null;
  readonly cookies: ReadonlyMap<string, string>;
}

/** More steps than a sign-in has. */
const mostSteps = 12;

/**
 * Signs in at the site as a browser would, from `/sign-in/start` to the answer of `/sign-in/callback`.
 * @param start the path and query to begin at
 * @param held cookies of the site that the browser holds already
 */
export async function walkSignIn(
  { site }: Pick<Endpoints, 'site'>,
  start: string,
  account: string,
  held: Readonly<Record<string, string>> = {},
): Promise<Arrived> {
  const jars = new Map<string, Map<string, string>>([[site, new Map(Object.entries(held))]]);
  let url = new URL(start, site);
  for (let step = 0; step < mostSteps; step += 1) {
    const jar = jars.get(url.origin) ?? new Map<string, string>();
    jars.set(url.origin, jar);
    const visit = async (init: RequestInit) => {
      const response = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        jar.set(name, value);
      }
      return response;
    };
    const isCallback = url.origin === new URL(site).origin && url.pathname === '/sign-in/callback';
    let response = await visit({});
    if (isCallback) return { status: response.status, location: response.headers.get('location'), cookies: jar };
    if (response.status === 200) response = await visit({ method: 'POST', body: new URLSearchParams({ account }) });
    const location = response.headers.get('location');
    if (location === null) throw new Error(`The sign-in stopped at ${url.pathname} with ${String(response.status)}`);
    url = new URL(location, url);
  }
  throw new Error('The sign-in goes in circles');
}

/** Somebody who signed in by the site's own pages and the issuer's. */
export async function signedInAt(host: TestHost, account: string): Promise<PageVisitor> {
  const { cookies } = await walkSignIn(host.endpoints, '/sign-in/start', account);
  return visitorWith(host, [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
}
