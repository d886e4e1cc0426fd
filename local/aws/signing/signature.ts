import { createHmac, hash, timingSafeEqual } from 'node:crypto';

export interface Signer {
  readonly accessKeyId: string;
  readonly secret: string;
  readonly region: string;
}

export interface Scope {
  /** YYYYMMDD */
  readonly day: string;
  /** By its name in signatures: `states`, `s3`, … */
  readonly service: string;
}

export const algorithm = 'AWS4-HMAC-SHA256';

export const sha256 = (content: string | Buffer): string => hash('sha256', content);
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The last key of each service: the same for all requests of a day. */
const keys = new WeakMap<Signer, Map<string, { readonly day: string; readonly key: Buffer }>>();

function keyOf(signer: Signer, { day, service }: Scope): Buffer {
  const known = keys.get(signer) ?? new Map<string, { readonly day: string; readonly key: Buffer }>();
  keys.set(signer, known);
  const last = known.get(service);
  if (last?.day === day) return last.key;
  const key = hmac(hmac(hmac(hmac(`AWS4${signer.secret}`, day), signer.region), service), 'aws4_request');
  known.set(service, { day, key });
  return key;
}

/** Whether a text was signed with our secret, version 4, hexadecimal. Source: IAM user guide, "Create a signed AWS API request". */
export function isSigned(signer: Signer, scope: Scope, text: string, signature: string): boolean {
  const [ours, theirs] = [Buffer.from(hmac(keyOf(signer, scope), text).toString('hex')), Buffer.from(signature)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

export const textToSign = (
  { region }: Pick<Signer, 'region'>,
  { day, service }: Scope,
  date: string,
  canonical: string,
): string => [algorithm, date, `${day}/${region}/${service}/aws4_request`, sha256(canonical)].join('\n');

export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** @param parameters names and values, decoded */
export const canonicalQuery = (parameters: Iterable<readonly [string, string]>): string =>
  [...parameters]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map((pair) => pair.join('='))
    .join('&');

/** `20261122T091731Z` as ms; `undefined` for anything else. */
export function instantOf(date: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, ...rest] = parts;
  return Date.UTC(year, month - 1, ...rest);
}
