import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** Found by discovery at the first token. Rejects when the issuer cannot be asked; the next token asks again. */
export function outsideKeys(issuer: string): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    found ??= discover(issuer);
    try {
      return await (
        await found
      )(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      found = undefined;
      throw new Error(`The keys of ${issuer} cannot be read.`, { cause: error });
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5_000),
  });
  const { issuer: named, jwks_uri: keys } = (await response.json()) as { issuer?: string; jwks_uri?: string };
  if (!response.ok || named !== issuer || keys === undefined)
    throw new Error(`It answers ${response.status} and calls itself ${named}.`);
  return createRemoteJWKSet(new URL(keys));
}
