import * as oidc from 'openid-client';
import { groupsInClaim } from '#functions/http/groups.ts';

/** What the browser keeps between leaving for the issuer and coming back. */
export interface Leaving {
  readonly state: string;
  readonly verifier: string;
}

export interface Issuer {
  readonly leave: () => Promise<{ readonly to: string; readonly leaving: Leaving }>;
  /** Who came back; undefined when the issuer refused or the answer is not to this browser's question. @param search the query it came back with */
  readonly arrive: (search: string, leaving: Leaving) => Promise<Arrived | undefined>;
}

export interface Arrived {
  /** The issuer's subject. */
  readonly personId: string;
  readonly groups: string[];
  /** Only an address that the issuer has verified. */
  readonly email: string | undefined;
}

const verifiedEmail = ({ email, email_verified: verified }: oidc.IDToken): string | undefined =>
  typeof email === 'string' && verified === true ? email : undefined;

/** Code flow with PKCE: Cognito on AWS, the host's own provider on one machine. Throws when out of reach. */
export function issuerOf(issuerUrl: string, clientId: string, redirectUri: string): Issuer {
  const url = new URL(issuerUrl);
  // Plain HTTP never leaves a machine: only its own issuer may be asked so.
  const options =
    url.protocol === 'http:' && url.hostname === '127.0.0.1' ? { execute: [oidc.allowInsecureRequests] } : {};
  let found: Promise<oidc.Configuration> | undefined;
  const discovered = (): Promise<oidc.Configuration> => {
    found ??= oidc.discovery(url, clientId, undefined, oidc.None(), options);
    found.catch(() => {
      found = undefined;
    });
    return found;
  };
  return {
    leave: async () => {
      const [state, verifier] = [oidc.randomState(), oidc.randomPKCECodeVerifier()];
      const to = oidc.buildAuthorizationUrl(await discovered(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // Who signed out here is not signed in again by a session that the issuer still has.
        prompt: 'login',
      });
      return { to: to.href, leaving: { state, verifier } };
    },
    arrive: async (search, { state, verifier }) => {
      try {
        const tokens = await oidc.authorizationCodeGrant(await discovered(), new URL(`${redirectUri}?${search}`), {
          expectedState: state,
          pkceCodeVerifier: verifier,
        });
        const claims = tokens.claims();
        return (
          claims && {
            personId: claims.sub,
            groups: [...groupsInClaim(claims['cognito:groups'])],
            email: verifiedEmail(claims),
          }
        );
      } catch (error) {
        if (
          error instanceof oidc.AuthorizationResponseError ||
          error instanceof oidc.ResponseBodyError ||
          error instanceof oidc.ClientError
        )
          return undefined;
        throw error;
      }
    },
  };
}
