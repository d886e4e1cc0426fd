import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { S3Fault } from './faults.ts';

/** Whose signatures are believed. */
export interface Signer {
  readonly accessKeyId: string;
  readonly secret: string;
  readonly region: string;
}

export const algorithm = 'AWS4-HMAC-SHA256';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** A signature of version 4, hexadecimal. Source: IAM user guide, "Create a signed AWS API request". @param day YYYYMMDD */
const signatureOf = ({ secret, region }: Signer, day: string, text: string): string =>
  hmac(hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), 's3'), 'aws4_request'), text).toString('hex');

/** Throws SignatureDoesNotMatch unless a text was signed with our secret on a day. */
export function checkSignature(signer: Signer, day: string, text: string, signature: string): void {
  const [ours, theirs] = [Buffer.from(signatureOf(signer, day, text)), Buffer.from(signature)];
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) {
    throw new S3Fault('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.');
  }
}

/** The day of a credential's scope; throws for a scope that is not ours or another day than the date's. */
export function dayOf({ accessKeyId, region }: Signer, credential: string, date: string): string {
  const [id, day = '', place, service, end, ...rest] = credential.split('/');
  const isScope = /^\d{8}$/.test(day) && place === region && service === 's3' && end === 'aws4_request' && rest.length === 0;
  if (!isScope || !date.startsWith(`${day}T`)) throw new S3Fault('AuthorizationQueryParametersError', 'Error parsing the X-Amz-Credential parameter.');
  if (id !== accessKeyId) throw new S3Fault('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  return day;
}

/** `20261122T091731Z` as ms. */
export function instantOf(date: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)?.slice(1).map(Number);
  if (!parts) throw new S3Fault('AuthorizationQueryParametersError', 'X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd\'T\'HHmmss\'Z\'".');
  const [year = 0, month = 0, ...rest] = parts;
  return Date.UTC(year, month - 1, ...rest);
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
