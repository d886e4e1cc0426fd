import { isLoopback } from '../http/loopback.ts';

/**
 * What lets a page send to the store from the site's origin, as the bucket's CORS rule does on AWS: `undefined` for any other
 * page. On this machine the site has two names, `127.0.0.1` and `localhost`, of which its address names one.
 */
export function corsOf(origin: string | undefined, siteUrl: string): Readonly<Record<string, string>> | undefined {
  if (origin === undefined || !URL.canParse(origin)) return undefined;
  const [theirs, ours] = [new URL(origin), new URL(siteUrl)];
  const isAlias = isLoopback(theirs.host) && isLoopback(ours.host) && theirs.port === ours.port;
  if (theirs.origin !== ours.origin && !isAlias) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'POST, GET',
    'access-control-max-age': '3600',
    vary: 'origin',
  };
}
