import { createHash, createHmac } from 'node:crypto';
import { testSigner } from './signer.ts';

interface ToSign {
  readonly service: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Headers of a request that no client of the SDK would send, signed as one: all that are given, the host and the date. Paths are plain, queries none. */
export function signedHeaders(
  { service, method, url, headers = {}, body = '' }: ToSign,
  { accessKeyId, secret, region } = testSigner,
): Record<string, string> {
  const { host, pathname } = new URL(url);
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const day = date.slice(0, 8);
  const all: Record<string, string> = { host, 'x-amz-content-sha256': sha256(body), 'x-amz-date': date, ...headers };
  const names = Object.keys(all).sort();
  const canonical = [
    method,
    pathname,
    '',
    ...names.map((name) => `${name}:${all[name] ?? ''}`),
    '',
    names.join(';'),
    all['x-amz-content-sha256'] ?? '',
  ].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex');
  const { host: _, ...sent } = all;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
}
