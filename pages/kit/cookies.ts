import type { Language } from '#core/kernel/common.ts';

export const cookiesOf = ({ cookies = [] }: { readonly cookies?: string[] }): ReadonlyMap<string, string> =>
  new Map(
    cookies.map((cookie): [string, string] => {
      const mark = cookie.indexOf('=');
      return [cookie.slice(0, mark).trim(), cookie.slice(mark + 1)];
    }),
  );

/** `__Host-`: `Secure`, path `/`, this host alone. Lax: there after a link in an email, not in another site's form. */
export const cookie = (name: string, value: string, maxAgeSeconds: number): string =>
  `__Host-${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${String(maxAgeSeconds)}`;

const yearSeconds = 365 * 86_400;

/** The language that somebody reads pages in. */
export const languageCookie = (language: Language): string => cookie('lang', language, yearSeconds);

/** The name as the browser sends it back. */
export const cookieName = (name: string): string => `__Host-${name}`;

/** The cookie by whose secret a form waits that came when its sender's session was over. */
export const typedName = 'typed';
