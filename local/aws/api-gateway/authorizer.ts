import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Claims } from './event.ts';

export type Authorizer = (authorization: string | undefined) => Promise<Claims | undefined>;

/** The audience is looked for in `aud` or, where a token has none (Cognito's), in `client_id`. `undefined` for 401. */
export function makeAuthorizer({
  issuer,
  audience,
  keys,
}: {
  issuer: string;
  audience: string;
  keys: JWTVerifyGetKey;
}): Authorizer {
  return async (authorization) => {
    const token = /^(?:Bearer )?([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return undefined;
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'], requiredClaims: ['exp'] });
      return [payload.aud ?? payload['client_id']].flat().includes(audience) ? asStrings(payload) : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}

/** A text with a space would be two in a list as API Gateway writes one, a text in brackets a list: neither is handed on. */
const inList = (value: unknown): boolean => !/\s/.test(String(value));
const asString = (value: unknown): string => (/^\[.*\]$/s.test(String(value)) ? '' : String(value));

/** API Gateway hands array claims on as `[a b]`. */
const asStrings = (claims: JWTPayload): Claims =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.filter(inList).join(' ')}]` : asString(value),
    ]),
  );
