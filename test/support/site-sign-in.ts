import type { TestHost } from './host.ts';
import type { PageReply } from './staff-session.ts';

/** Far more than a sign-in takes. */
const mostSteps = 12;

/** Signs in by the site's own pages and the issuer's, as a browser would, and gives the cookies that stay. */
export async function signedInAt(host: TestHost, account: string): Promise<{ readonly get: (path: string) => Promise<PageReply>; readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<PageReply> }> {
  const cookies = new Map<string, string>();
  const ask = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const { site } = host.endpoints;
  let url = `${site}/sign-in/start`;
  for (let step = 0; step < mostSteps; step += 1) {
    let response = await ask(url);
    if (response.status === 200 && url.includes('/interaction/')) response = await ask(url, { method: 'POST', body: new URLSearchParams({ account }) });
    const location = response.headers.get('location');
    if (location === null) break;
    const isBack = url.startsWith(`${site}/sign-in/callback`);
    url = new URL(location, url).href;
    if (isBack) break;
  }
  const page = async (path: string, init?: RequestInit): Promise<PageReply> => {
    const response = await ask(site + path, init);
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  };
  return {
    get: async (path) => page(path),
    post: async (path, fields) => {
      const token = /name="form-token" value="([^"]+)"/.exec((await page('/office')).text)?.[1] ?? '';
      return page(path, { method: 'POST', body: new URLSearchParams({ ...fields, 'form-token': token }) });
    },
  };
}
