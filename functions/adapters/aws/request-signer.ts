import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import type {
  AwsCredentialIdentity,
  HttpRequest,
  RequestSigner as Signer,
  RequestSigningArguments,
} from '@smithy/types';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string): string => hash('sha256', text);

interface Options {
  readonly credentials: AwsCredentialIdentity | (() => Promise<AwsCredentialIdentity>);
  readonly region: string | (() => Promise<string>);
  /** By its name in signatures. */
  readonly service: string;
}

/** `20261122T091731Z`. */
const instant = (date: Date): string => `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const hostOf = ({ hostname, port }: HttpRequest): string =>
  port === undefined ? hostname : `${hostname}:${String(port)}`;

/** The key of a day and a service, made once: the SDK's own signer makes a signature to look for it, each time. */
const keys = new Map<string, KeyObject>();
/** More than what one function asks in a day. */
const mostKeys = 8;

function keyOf(secret: string, scope: readonly string[]): KeyObject {
  const of = [secret, ...scope].join(' ');
  const known = keys.get(of);
  if (known) return known;
  const key = createSecretKey(scope.reduce<string | Buffer>(hmac, `AWS4${secret}`) as Buffer);
  if (keys.size === mostKeys) keys.clear();
  keys.set(of, key);
  return key;
}

/**
 * Signature Version 4 of a request without a query whose body is text, as the JSON protocols have it. The SDK makes one for each request.
 * Signed are the host, the type and all that begins with `x-amz-`. Source: IAM user guide, "Create a signed AWS API request".
 */
export class RequestSigner implements Signer {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async sign(request: HttpRequest, { signingDate = new Date() }: RequestSigningArguments = {}): Promise<HttpRequest> {
    const { credentials, region, service } = this.#options;
    const { accessKeyId, secretAccessKey, sessionToken } =
      typeof credentials === 'function' ? await credentials() : credentials;
    const date = instant(new Date(signingDate));
    const scope = [date.slice(0, 8), typeof region === 'function' ? await region() : region, service, 'aws4_request'];
    const { headers } = request;
    headers['host'] ??= hostOf(request);
    headers['x-amz-date'] = date;
    if (sessionToken !== undefined) headers['x-amz-security-token'] = sessionToken;
    const signed = Object.keys(headers)
      .filter((name) => name === 'host' || name === 'content-type' || name.startsWith('x-amz-'))
      .sort();
    const canonical = [
      request.method,
      request.path,
      '',
      ...signed.map((name) => `${name}:${String(headers[name])}`),
      '',
      signed.join(';'),
      sha256(request.body as string),
    ].join('\n');
    const signature = createHmac('sha256', keyOf(secretAccessKey, scope))
      .update(['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(canonical)].join('\n'))
      .digest('hex');
    headers['authorization'] =
      `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope.join('/')}, SignedHeaders=${signed.join(';')}, Signature=${signature}`;
    return request;
  }
}
