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

export interface HttpServer {
  close(): Promise<void>;
}

interface Options {
  readonly port: number;
  /** By the first segment below `/_local/`; the path a service sees begins after it. */
  readonly local: Readonly<Record<string, Service | RawService>>;
  /** Local services that a browser of another site may lead to, and that a public name may reach: the sign-in. */
  readonly open: ReadonlySet<string>;
  /** Everything else. */
  readonly site: Service;
  readonly onError: (error: unknown) => void;
  /** Told after every answer. */
  readonly onAnswer: () => void;
}

const forbidden = json(403, { message: 'The local services of this host answer to this machine only.' });

/** One HTTP server on 127.0.0.1 for the site, its API and the local services. Rejects when the port is taken. */
export async function serve(options: Options): Promise<HttpServer> {
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
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

async function handle(request: IncomingMessage, response: ServerResponse, options: Options): Promise<void> {
  const { url = '/' } = request;
  const [, name, rest = '/'] = /^\/_local\/([\w-]+)([/?].*)?$/.exec(url) ?? [];
  const isLocal = url.startsWith('/_local/');
  const service = !isLocal ? options.site : name !== undefined && Object.hasOwn(options.local, name) ? options.local[name] : undefined;
  if (!service) return send(response, json(404, { message: 'Not Found' }));
  if (name !== undefined && !options.open.has(name) && !isFromHere(request)) return send(response, forbidden);
  if (typeof service !== 'function') {
    Object.assign(request, { url: rest, originalUrl: url });
    return service.raw(request, response);
  }
  try {
    const body = await readBody(request, bodyLimit);
    const path = rest.startsWith('?') ? `/${rest}` : rest;
    send(response, await service(received(request, isLocal ? path : url, body)));
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    response.setHeader('connection', 'close');
    send(response, tooLong);
  } finally {
    options.onAnswer();
  }
}

/** A page of another site may not move the clock or read the mail, nor may a public name that leads here. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const host = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(headers.host ?? '');
  return host && headers['sec-fetch-site'] !== 'cross-site';
}

const received = (request: IncomingMessage, url: string, body: Buffer): Received => ({
  method: request.method ?? 'GET',
  url,
  headers: request.headers,
  body,
  sourceIp: request.socket.remoteAddress ?? '',
  protocol: `HTTP/${request.httpVersion}`,
});
