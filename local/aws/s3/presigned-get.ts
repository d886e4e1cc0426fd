import { algorithm, canonicalQuery, encode, type Signer, textToSign } from '../signing/signature.ts';
import { skew } from '../signing/signed-request.ts';
import { notImplemented, S3Fault } from './faults.ts';
import { checkSignature, dayOf, instantOf, service } from './signature.ts';

export interface Wishes {
  readonly type?: string | undefined;
  readonly disposition?: string | undefined;
}

interface Presigned {
  /** As it was signed: with the folder the store stands in, percent-encoded. */
  readonly path: string;
  readonly query: string;
  /** Of the address under which browsers reach the store, with its port where it names one. */
  readonly host: string;
}

const known = new Set([
  'X-Amz-Algorithm',
  'X-Amz-Content-Sha256',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-Signature',
  'X-Amz-SignedHeaders',
  'response-content-disposition',
  'response-content-type',
  'x-amz-checksum-mode',
  'x-id',
]);
const week = 7 * 86_400;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Fault('InvalidURI', "Couldn't parse the specified URI.");
  }
}

function parametersOf(query: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split(/=(.*)/s).map(decode);
    if (!known.has(name))
      throw name === 'X-Amz-Security-Token'
        ? new S3Fault('InvalidToken', 'The provided token is malformed or otherwise invalid.')
        : notImplemented(`The parameter ${name}`);
    if (parameters.has(name)) throw new S3Fault('InvalidArgument', `The parameter ${name} is there twice.`);
    parameters.set(name, value);
  }
  return parameters;
}

/** Throws AccessDenied (unsigned, ended), SignatureDoesNotMatch, AuthorizationQueryParametersError. `now`: real ms. */
export function checkPresignedGet({ path, query, host }: Presigned, signer: Signer, now: number): Wishes {
  const parameters = parametersOf(query);
  const [credential, date, expires, signature] = [
    'X-Amz-Credential',
    'X-Amz-Date',
    'X-Amz-Expires',
    'X-Amz-Signature',
  ].map((name) => parameters.get(name));
  if (signature === undefined) throw new S3Fault('AccessDenied', 'Access Denied');
  if (
    parameters.get('X-Amz-Algorithm') !== algorithm ||
    parameters.get('X-Amz-SignedHeaders') !== 'host' ||
    credential === undefined ||
    date === undefined ||
    !/^\d{1,6}$/.test(expires ?? '')
  ) {
    throw new S3Fault(
      'AuthorizationQueryParametersError',
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders (host), and X-Amz-Expires parameters.',
    );
  }
  const [day, begin, seconds] = [dayOf(signer, credential, date), instantOf(date), Number(expires)];
  if (seconds < 1 || seconds > week)
    throw new S3Fault('AuthorizationQueryParametersError', 'X-Amz-Expires must be between 1 and 604800 seconds');
  checkSignature(
    signer,
    day,
    textToSign(signer, { day, service }, date, canonicalRequest({ path, host }, parameters)),
    signature,
  );
  if (begin > now + skew) throw new S3Fault('AccessDenied', 'Request is not valid yet');
  if (begin + seconds * 1_000 < now) throw new S3Fault('AccessDenied', 'Request has expired');
  return { type: parameters.get('response-content-type'), disposition: parameters.get('response-content-disposition') };
}

/** Source: S3 API reference, "Authenticating requests: using query parameters". */
function canonicalRequest({ path, host }: Omit<Presigned, 'query'>, parameters: ReadonlyMap<string, string>): string {
  const canonicalPath = path
    .split('/')
    .map((part) => encode(decode(part)))
    .join('/');
  const query = canonicalQuery([...parameters].filter(([name]) => name !== 'X-Amz-Signature'));
  return ['GET', canonicalPath, query, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
}
