import type { IncomingMessage } from 'node:http';
import { isSigned, instantOf as instant, type Signer } from '../signing/signature.ts';
import { signatureFault, type SignatureFault } from '../signing/signed-request.ts';
import { type FaultCode, S3Fault } from './faults.ts';

export const service = 's3';

const mismatch = 'The request signature we calculated does not match the signature you provided.';

/** Throws SignatureDoesNotMatch unless a text was signed with our secret on a day. @param day YYYYMMDD */
export function checkSignature(signer: Signer, day: string, text: string, signature: string): void {
  if (!isSigned(signer, { day, service }, text, signature)) throw new S3Fault('SignatureDoesNotMatch', mismatch);
}

/** The day of a credential's scope; throws for a scope that is not ours or another day than the date's. */
export function dayOf({ accessKeyId, region }: Signer, credential: string, date: string): string {
  const [id, day = '', place, named, end, ...rest] = credential.split('/');
  const isScope =
    /^\d{8}$/.test(day) && place === region && named === service && end === 'aws4_request' && rest.length === 0;
  if (!isScope || !date.startsWith(`${day}T`))
    throw new S3Fault('AuthorizationQueryParametersError', 'Error parsing the X-Amz-Credential parameter.');
  if (id !== accessKeyId)
    throw new S3Fault('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  return day;
}

/** `20261122T091731Z` as ms. */
export function instantOf(date: string): number {
  const found = instant(date);
  if (found === undefined)
    throw new S3Fault(
      'AuthorizationQueryParametersError',
      "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\".",
    );
  return found;
}

const codes: Readonly<Record<SignatureFault['kind'], FaultCode>> = {
  missing: 'AccessDenied',
  malformed: 'AuthorizationHeaderMalformed',
  'unknown-key': 'InvalidAccessKeyId',
  skewed: 'RequestTimeTooSkewed',
  mismatch: 'SignatureDoesNotMatch',
};

/** The body's reader checks `x-amz-content-sha256`. `url`: the whole path, with the query, as it came. */
export function checkSignedRequest({ method = '', headers }: IncomingMessage, url: string, signer: Signer): void {
  const payload = headers['x-amz-content-sha256']?.toString() ?? '';
  const fault = signatureFault({ method, url, headers, payload }, service, signer, Date.now());
  if (fault) throw new S3Fault(codes[fault.kind], fault.message);
}
