import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer, json, send } from './answer.ts';
import type { Received } from './event.ts';
import { bodyLimit, tooLong } from './front.ts';
import { BodyTooLarge, readBody } from './request.ts';

/** Answers what was received whole. */
export type Service = (received: Received) => Promise<Answer> | Answer;
/** Does it all itself, on Node's own objects. */
export type RawService = { readonly raw: (request: IncomingMessage, response: ServerResponse) => void };
/** Who answers a request, and the path and query as the service is to see them; or at once the answer. */
export type Dispatch = (request: IncomingMessage) => Answer | { readonly service: Service | RawService; readonly url: string };

export interface HttpServer {
  close(): Promise<void>;
}

interface Options {
  readonly port: number;
  readonly dispatch: Dispatch;
  /** Where a request came from; the other end of the connection unless told otherwise. */
  readonly sourceIp?: (request: IncomingMessage) => string;
  readonly onError: (error: unknown) => void;
  /** Told after every answer of a `Service`. */
  readonly onAnswer: () => void;
}

/** How long a request may take to come whole, ms: the largest file on a slow phone takes half an hour. Its head is waited for one minute (Node's own limit). */
const requestTimeout = 3_600_000;

/** An HTTP server on 127.0.0.1. Rejects when the port is taken. */
export async function serve(options: Options): Promise<HttpServer> {
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout }, (request, response) => {
    void handle(request, response, options).catch((error: unknown) => {
      options.onError(error);
      send(response, json(500, { message: 'Internal Server Error' }));
    });
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(patience);
    },
  };
}

async function handle(request: IncomingMessage, response: ServerResponse, { dispatch, sourceIp = peerAddress, onAnswer }: Options): Promise<void> {
  const found = dispatch(request);
  if ('status' in found) return send(response, found);
  const { service, url } = found;
  if (typeof service !== 'function') {
    Object.assign(request, { url, originalUrl: request.url });
    return service.raw(request, response);
  }
  try {
    const { method = 'GET', headers, httpVersion } = request;
    const body = await readBody(request, bodyLimit);
    send(response, await service({ method, url, headers, body, sourceIp: sourceIp(request), protocol: `HTTP/${httpVersion}` }));
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    response.setHeader('connection', 'close');
    send(response, tooLong);
  } finally {
    onAnswer();
  }
}

export const peerAddress = ({ socket }: IncomingMessage): string => socket.remoteAddress ?? '';
