import { type Configuration, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Answer } from '../http/answer.ts';
import type { Account } from './accounts.ts';
import type { SignInKeys } from './keys.ts';
import { plainPage, signOutPage } from './pages.ts';
import type { SessionStore } from './session-store.ts';

/** Public, so PKCE is required. */
export const clientId = 'zholkarta';
export const redirectPaths = { site: '/sign-in/callback', token: '/token-callback' } as const;
const hour = 3_600;

interface Options {
  /** Also the path below which it is mounted. */
  readonly issuer: string;
  readonly sites: readonly string[];
  readonly accounts: readonly Account[];
  readonly keys: SignInKeys;
  readonly sessions: SessionStore;
}

/** Access tokens like Cognito's, but with `aud` (the client id), which this provider needs. */
export function makeProvider({ issuer, sites, accounts, keys, sessions }: Options): Provider {
  const bySub = new Map(accounts.map((account) => [account.sub, account]));
  const claimsOf = (sub: string) => {
    const account = bySub.get(sub);
    return (
      account && {
        sub,
        email: account.email,
        email_verified: true,
        'cognito:groups': account.roles,
        'cognito:username': account.account,
      }
    );
  };
  const configuration: Configuration = {
    adapter: sessions.adapter,
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: sites.flatMap((site) => Object.values(redirectPaths).map((path) => site + path)),
        post_logout_redirect_uris: sites.map((site) => `${site}/`),
      },
    ],
    jwks: { keys: [keys.jwk] },
    cookies: { keys: [keys.cookieKey] },
    scopes: ['openid', 'email', 'offline_access'],
    claims: { openid: ['sub', 'cognito:groups', 'cognito:username'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: {
      AccessToken: hour,
      IdToken: hour,
      AuthorizationCode: 60,
      Interaction: hour,
      Session: 12 * hour,
      Grant: 14 * 24 * hour,
      RefreshToken: 14 * 24 * hour,
    },
    findAccount: (_, sub) => {
      const claims = claimsOf(sub);
      return claims && { accountId: sub, claims: () => claims };
    },
    interactions: { url: (_, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}` },
    loadExistingGrant: grantAll,
    extraTokenClaims: (_, token) => {
      const account = 'accountId' in token ? bySub.get(token.accountId) : undefined;
      return account && { token_use: 'access', username: account.account, 'cognito:groups': account.roles };
    },
    renderError: (ctx, out) =>
      show(ctx, plainPage(ctx.status, 'Sign in did not work', out.error_description ?? out.error)),
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(form)),
        postLogoutSuccessSource: (ctx) => show(ctx, plainPage(200, 'Signed out', 'You are signed out.')),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `${new URL(issuer).origin}/api`,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid email',
          audience: clientId,
          accessTokenFormat: 'jwt',
          accessTokenTTL: hour,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
  return new Provider(issuer, configuration);
}

function show(ctx: KoaContextWithOIDC, { status, headers = {}, body = '' }: Answer): void {
  ctx.status = status;
  for (const [name, value] of Object.entries(headers)) ctx.set(name, typeof value === 'string' ? value : [...value]);
  ctx.body = body;
}

async function grantAll(ctx: KoaContextWithOIDC) {
  const { client, provider, session, params } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  const scope = String(params?.['scope'] ?? 'openid');
  grant.addOIDCScope(scope);
  for (const resource of [params?.['resource'] ?? []].flat()) grant.addResourceScope(String(resource), scope);
  await grant.save();
  return grant;
}
