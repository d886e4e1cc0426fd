import { randomUUID } from 'node:crypto';
import { escapeHtml } from '../http/html.ts';
import type { S3Answer } from './answer.ts';

/** S3's error codes, as far as we answer them, with their statuses. Source: S3 API reference, "Error responses". */
const statuses = {
  AccessDenied: 403,
  AuthorizationHeaderMalformed: 400,
  AuthorizationQueryParametersError: 400,
  BadDigest: 400,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  IncompleteBody: 400,
  InternalError: 500,
  InvalidAccessKeyId: 403,
  InvalidArgument: 400,
  InvalidPolicyDocument: 400,
  InvalidRange: 416,
  InvalidRequest: 400,
  InvalidToken: 400,
  InvalidURI: 400,
  KeyTooLongError: 400,
  MalformedPOSTRequest: 400,
  MethodNotAllowed: 405,
  MissingContentLength: 411,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NotImplemented: 501,
  ServiceUnavailable: 503,
  RequestTimeTooSkewed: 403,
  SignatureDoesNotMatch: 403,
  XAmzContentSHA256Mismatch: 400,
} as const;

export type FaultCode = keyof typeof statuses;

export class S3Fault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

export const notImplemented = (what: string): S3Fault =>
  new S3Fault('NotImplemented', `${what} is not implemented by this store.`);

export function faultAnswer(error: unknown): S3Answer {
  const { code, message } =
    error instanceof S3Fault
      ? error
      : new S3Fault('InternalError', 'We encountered an internal error. Please try again.');
  return {
    status: statuses[code],
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escapeHtml(message)}</Message><RequestId>${randomUUID()}</RequestId></Error>`,
  };
}
