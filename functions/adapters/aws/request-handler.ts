import { Agent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { HttpResponse } from '@smithy/core/protocols';
import type { HttpHandlerOptions, HttpRequest, RequestHandler } from '@smithy/types';

/** ms that a connection may say nothing, longer than any call of ours takes. The SDK asks again. */
const silence = 15_000;
const agents = {
  'http:': new Agent({ keepAlive: true, timeout: silence }),
  'https:': new SecureAgent({ keepAlive: true, maxSockets: 50, timeout: silence }),
};

const whole = (parts: readonly Buffer[]): Buffer => (parts.length === 1 && parts[0]) || Buffer.concat(parts);

/** Sends over a kept connection what is small and has no stream; the answer's body comes whole. */
export const requestHandler: RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions> = {
  metadata: { handlerProtocol: 'http/1.1' },
  handle: ({ protocol, hostname, port, method, path, headers, body }) => {
    const { promise, resolve, reject } = Promise.withResolvers<{ response: HttpResponse }>();
    const isSecure = protocol === 'https:';
    const sent = (isSecure ? secureRequest : plainRequest)(
      { host: hostname, port, method, path, headers, agent: agents[isSecure ? 'https:' : 'http:'], timeout: silence },
      (answer) => {
        const parts: Buffer[] = [];
        answer
          .on('data', (part: Buffer) => parts.push(part))
          .on('error', reject)
          .on('end', () => {
            const response = new HttpResponse({
              statusCode: answer.statusCode ?? 0,
              headers: answer.headers as Record<string, string>,
              body: whole(parts),
            });
            resolve({ response });
          });
      },
    );
    sent
      .on('error', reject)
      .on('timeout', () => sent.destroy(Object.assign(new Error('No answer in time'), { name: 'TimeoutError' })))
      .end(body as string | Uint8Array | undefined);
    return promise;
  },
};
