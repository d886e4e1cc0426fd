import type { IncomingMessage } from 'node:http';
import type { Held } from './held.ts';
import type { Patience } from '../../kit/patience.ts';

export class BodyTooLarge extends Error {
  /** As far as is known. */
  readonly bytes: number;

  constructor(bytes: number) {
    super('The body is too large.');
    this.bytes = bytes;
  }
}

export class BodyTooSlow extends Error {}
export class NoMemory extends Error {}
export class SenderGone extends Error {}

export interface Reading {
  /** The longest body, in bytes. */
  readonly most: number;
  /** For how long it is waited, ms. */
  readonly wait: number;
  readonly patience: Patience;
  /** Takes account of bytes in memory; what is taken is given back by whoever reads. */
  readonly held: Pick<Held, 'take'>;
}

/** Reads a request's body to its end; rejects with one of the errors above, and listens no further. */
export function readBody(request: IncomingMessage, { most, wait, patience, held }: Reading): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > most) return Promise.reject(new BodyTooLarge(announced));
  if (request.destroyed) return Promise.reject(new SenderGone());
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = 0;
  const onData = (chunk: Buffer): void => {
    size += chunk.length;
    if (size > most) return reject(new BodyTooLarge(size));
    if (!held.take(chunk.length)) return reject(new NoMemory());
    chunks.push(chunk);
  };
  const onEnd = (): void => {
    resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  };
  const onClose = (): void => {
    reject(new SenderGone());
  };
  const forget = patience.after(wait, () => {
    reject(new BodyTooSlow());
  });
  request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  return promise.finally(() => {
    forget();
    request.off('data', onData).off('end', onEnd).off('close', onClose);
    chunks.length = 0;
  });
}

/** A client that still sends when it has its answer is listened to for so many bytes more, so that it can read it. */
const courtesy = 1024 * 1024;

export function letGo(request: IncomingMessage): void {
  let left = courtesy;
  // Whoever read it until now has stopped in the middle.
  request.removeAllListeners('readable');
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
}
