import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';
import { readJson, writeWhole } from '../../kit/files.ts';

export interface SignInKeys {
  /** Private. */
  readonly jwk: JWK;
  readonly cookieKey: string;
}

/** The keys that sign tokens and cookies, made at the first start and kept, so that both outlive a restart. */
export async function ensureKeys(file: string): Promise<SignInKeys> {
  const found = readJson(file);
  if (isKeys(found)) return found;
  if (found !== undefined)
    throw new Error(`${file} does not hold the keys of the sign-in: put it back from a backup of this folder.`);
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') };
  const keys = { jwk, cookieKey: randomBytes(32).toString('base64url') };
  writeWhole(file, JSON.stringify(keys), { durable: true, mode: 0o600 });
  return keys;
}

export function publicKeys({ jwk: { kty, n, e, alg, use, kid } }: SignInKeys): JSONWebKeySet {
  if (
    kty !== 'RSA' ||
    n === undefined ||
    e === undefined ||
    alg === undefined ||
    use === undefined ||
    kid === undefined
  )
    throw new Error('The key of the sign-in is not a whole RSA key.');
  return { keys: [{ kty, n, e, alg, use, kid }] };
}

const isKeys = (value: unknown): value is SignInKeys =>
  typeof value === 'object' && value !== null && 'jwk' in value && 'cookieKey' in value;
