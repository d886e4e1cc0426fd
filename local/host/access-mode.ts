import { isLoopback } from '../aws/http/loopback.ts';

export interface OutsideIssuer {
  /** As its tokens name it. */
  readonly url: string;
  readonly clientId: string;
}

export interface AccessMode {
  /** The site's address where it is not the host's own: an origin. */
  readonly siteUrl: string | undefined;
  readonly isPublished: boolean;
  /** Without it demo people sign in at the host's own issuer, with no password. */
  readonly issuer: OutsideIssuer | undefined;
}

/** **Demo people sign in on this machine only**: a published site names another issuer. Throws in plain words. */
export function accessModeOf({
  siteUrl,
  issuer,
}: {
  siteUrl?: string | undefined;
  issuer?: OutsideIssuer | undefined;
}): AccessMode {
  const site = siteUrl === undefined ? undefined : address('SITE_URL', siteUrl);
  const isPublished = site !== undefined && !isLoopback(site.host);
  if (issuer) address('ISSUER_URL', issuer.url);
  if (isPublished && !issuer) {
    throw new Error(
      `SITE_URL publishes this host as ${site.origin}: name the OpenID issuer at which its staff sign in by ISSUER_URL and CLIENT_ID. Its own, which asks for no password, is for this machine only.`,
    );
  }
  return { siteUrl: site?.origin, isPublished, issuer };
}

/** Plain HTTP never leaves this machine. */
function address(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.host))) return url;
  throw new Error(`${name} is "${text}", not an address like https://zholkarta.example.org.`);
}
