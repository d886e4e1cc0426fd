import type { IncomingHttpHeaders } from 'node:http';
import { algorithm, canonicalQuery, encode, instantOf, isSigned, type Signer, textToSign } from './signature.ts';

export interface SignedRequest {
  readonly method: string;
  /** As it was signed: the whole path, with the query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** SHA-256 of the body, hexadecimal, or what stands for it. */
  readonly payload: string;
}

export interface SignatureFault {
  readonly kind: 'missing' | 'malformed' | 'unknown-key' | 'skewed' | 'mismatch';
  readonly message: string;
}

/** How far clocks may differ, ms. Source: S3's RequestTimeTooSkewed; both ends are on one machine, so it costs nobody anything. */
export const skew = 15 * 60_000;

const fault = (kind: SignatureFault['kind'], message: string): SignatureFault => ({ kind, message });
const form = new RegExp(
  `^${algorithm} +Credential=([^\\s,/]+)/(\\d{8})/([^\\s,/]+)/([^\\s,/]+)/aws4_request, *SignedHeaders=([a-z0-9;_-]+), *Signature=([0-9a-f]{64})$`,
);

export const unsigned = fault(
  'missing',
  'Sign this request with the key of the data folder: "credentials" in its endpoints.json.',
);

/** `undefined` when signed with our key, just now, its host and `x-amz-` headers with it. `now`: real ms. */
export function signatureFault(
  request: SignedRequest,
  service: string,
  signer: Signer,
  now: number,
): SignatureFault | undefined {
  const { headers } = request;
  if (headers.authorization === undefined) return unsigned;
  const [, id, day = '', region, named, signedHeaders = '', signature = ''] = form.exec(headers.authorization) ?? [];
  if (id === undefined) return fault('malformed', 'The Authorization header is none of AWS Signature Version 4.');
  if (id !== signer.accessKeyId) return fault('unknown-key', 'The access key id is not the one of the data folder.');
  if (region !== signer.region || named !== service)
    return fault('malformed', `Credential should be scoped to ${signer.region} and the service ${service}.`);
  const date = headers['x-amz-date']?.toString() ?? '';
  const instant = instantOf(date);
  if (instant === undefined || !date.startsWith(day))
    return fault('malformed', 'X-Amz-Date is missing or of another day than the credential.');
  if (Math.abs(now - instant) > skew) return fault('skewed', 'The request was signed too long ago, or in the future.');
  const names = signedHeaders.split(';');
  const left = Object.keys(headers).find(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !names.includes(name),
  );
  if (left !== undefined) return fault('malformed', `The header ${left} has to be signed.`);
  const scope = { day, service };
  const canonical = canonicalRequest(request, names, service === 's3');
  if (canonical !== undefined && isSigned(signer, scope, textToSign(signer, scope, date, canonical), signature))
    return undefined;
  return fault(
    'mismatch',
    'The request signature we calculated does not match the signature you provided. Check the secret access key.',
  );
}

/** `undefined` for a query that is not percent-encoded UTF-8. @param isOnce S3's paths are encoded once, all others' twice */
function canonicalRequest(
  { method, url, headers, payload }: SignedRequest,
  names: readonly string[],
  isOnce: boolean,
): string | undefined {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  try {
    const pairs = query
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const [name = '', value = ''] = pair.split(/=(.*)/s).map(decodeURIComponent);
        return [name, value] as const;
      });
    const canonicalPath = path
      .split('/')
      .map((part) => (isOnce ? encode(decodeURIComponent(part)) : encode(part)))
      .join('/');
    const lines = names.map((name) => `${name}:${(headers[name] ?? '').toString().trim().replace(/\s+/g, ' ')}`);
    return [method, canonicalPath, canonicalQuery(pairs), ...lines, '', names.join(';'), payload].join('\n');
  } catch {
    return undefined;
  }
}
