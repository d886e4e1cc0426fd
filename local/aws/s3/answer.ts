import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { letGo } from '../http/request.ts';
import { faultAnswer, S3Fault } from './faults.ts';

export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  /** A stream's length is told in its headers. */
  readonly body?: string | Readable;
}

interface Settings {
  readonly always?: Readonly<Record<string, string>>;
  readonly onError: (error: unknown) => void;
}

/** Sends what `work` answers or, when it throws, the fault as S3 tells it. Never rejects. Resolves with the status. */
export async function answerWith(
  request: IncomingMessage,
  response: ServerResponse,
  work: () => Promise<S3Answer>,
  { always, onError }: Settings,
): Promise<number> {
  const answer = await work().catch((error: unknown) => {
    if (!(error instanceof S3Fault) && !request.destroyed) onError(error);
    return faultAnswer(error);
  });
  const { status, headers = {}, body = '' } = answer;
  if (!request.readableEnded) letGo(request);
  try {
    const isText = typeof body === 'string' && request.method !== 'HEAD' && status !== 204;
    response.writeHead(status, { ...headers, ...(isText && { 'content-length': Buffer.byteLength(body) }), ...always });
    if (typeof body === 'string') response.end(isText ? body : undefined);
    else await pipeline(body, response);
  } catch (error) {
    // Whoever goes away in the middle of a download is no fault of ours.
    if (!response.destroyed) onError(error);
    response.destroy();
  }
  return status;
}
