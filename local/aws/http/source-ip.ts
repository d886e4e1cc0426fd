import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { peerAddress } from './server.ts';

/** The last hop of `X-Forwarded-For`, which the proxy has added: what stands before it anybody can have written. */
export function proxiedAddress(request: IncomingMessage): string {
  const hops = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const last = hops.at(-1)?.trim() ?? '';
  return isIP(last) === 0 ? peerAddress(request) : last;
}
