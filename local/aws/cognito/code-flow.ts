import { createHash, randomBytes } from 'node:crypto';

interface Options {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly account: string;
}

const mostRedirects = 10;

export interface Tokens {
  readonly access: string;
  readonly id: string | undefined;
}

export const signIn = async (options: Options): Promise<string> => (await signInFor(options)).access;

/** Signs in as a browser would, by the code flow with PKCE. Throws when a step answers otherwise than it should. */
export async function signInFor({ issuer, clientId, redirectUri, account }: Options): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const discovery = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as {
    authorization_endpoint: string;
    token_endpoint: string;
  };
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: redirectUri,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const back = await walk(`${discovery.authorization_endpoint}?${query}`, redirectUri, account);
  const code = back.searchParams.get('code');
  if (code === null || back.searchParams.get('state') !== state)
    throw new Error(
      `The sign-in failed: ${back.searchParams.get('error_description') ?? back.searchParams.get('error') ?? 'it gave no code'}.`,
    );
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: clientId,
    code_verifier: verifier,
  });
  const response = await fetch(discovery.token_endpoint, { method: 'POST', body: form });
  const answer = (await response.json()) as { access_token?: string; id_token?: string; error_description?: string };
  if (answer.access_token === undefined)
    throw new Error(`The issuer gave no token: ${answer.error_description ?? response.status}.`);
  return { access: answer.access_token, id: answer.id_token };
}

async function walk(start: string, redirectUri: string, account: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = start;
  for (let count = 0; count < mostRedirects; count++) {
    const visit = async (init: RequestInit) => {
      const response = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        cookies.set(name, value);
      }
      return response;
    };
    let response = await visit({});
    if (response.status === 200) response = await visit({ method: 'POST', body: new URLSearchParams({ account }) });
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(`The sign-in stopped at ${new URL(url).pathname} with status ${response.status}.`);
    url = new URL(location, url).href;
    if (url.startsWith(`${redirectUri}?`)) return new URL(url);
  }
  throw new Error('The sign-in goes in circles.');
}
