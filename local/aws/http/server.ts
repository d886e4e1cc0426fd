import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer, json, send, tooLong } from './answer.ts';
import { openHeld } from './held.ts';
import { type Patience, realPatience } from '../../kit/patience.ts';
import { BodyTooLarge, BodyTooSlow, letGo, NoMemory, readBody, SenderGone } from './request.ts';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly protocol: string;
}

export type Service = (received: Received) => Promise<Answer> | Answer;
export type RawService = { readonly raw: (request: IncomingMessage, response: ServerResponse) => void };

export interface Found {
  readonly service: Service | RawService;
  readonly url: string;
  /** The longest body, in bytes; 10 MB unless told otherwise. */
  readonly most?: number;
  /** Says no to a body that is longer: it gets the request without its body, with its length in `content-length`. */
  readonly tooLong?: Service;
}
export type Dispatch = (request: IncomingMessage) => Answer | Found;

export interface HttpServer {
  close(): Promise<void>;
}

export interface Share {
  /** Requests under way; those of a service that does it all itself (files, which take minutes) are counted apart. */
  readonly requests: { readonly each: number; readonly all: number };
  readonly bytes: { readonly each: number; readonly all: number };
}

export interface Refusal {
  readonly kind: 'too-many';
  readonly retryAfterSeconds: number;
}

interface Options {
  readonly port: number;
  readonly dispatch: Dispatch;
  /** Where a request came from; the other end of the connection unless told otherwise. */
  readonly sourceIp?: (request: IncomingMessage) => string;
  /** Whom an address stands for, who shares with others; itself unless told otherwise. */
  readonly networkOf?: (address: string) => string;
  /** What somebody is told who has more than a share; a few words of JSON unless told otherwise. */
  readonly refuse?: (request: IncomingMessage, refusal: Refusal) => Answer;
  readonly onError: (error: unknown) => void;
  readonly onAnswer: () => void;
  readonly share?: Share;
  readonly patience?: Patience;
}

/** The largest body an HTTP API takes. Source: API Gateway quotas. */
const bodyLimit = 10 * 1024 * 1024;
/** How long a body may take to come whole, ms. Its head is waited for one minute, too (Node's own limit). */
export const bodyWait = 60_000;
/** A file may take longer, an hour in all, but so many bytes (1 KB/s) must have come in each minute. */
export const leastProgress = 60_000;
const longestRequest = 3_600_000;
/** Open at a time. A browser keeps a few; each waiting one costs some kilobytes. */
const mostConnections = 2_000;

/** Where everybody has the same address, for nobody stands before the host. */
const ownShare: Share = { requests: { each: 512, all: 512 }, bytes: { each: 96 * 1024 * 1024, all: 96 * 1024 * 1024 } };
/** A forum hall or an office behind one address: 32 at a time are hundreds of pages a second. */
export const publicShare: Share = {
  requests: { each: 32, all: 512 },
  bytes: { each: 24 * 1024 * 1024, all: 96 * 1024 * 1024 },
};

type Accounts = Readonly<Record<'requests' | 'files' | 'bytes', ReturnType<typeof openHeld>>>;

const tooMany = (_: IncomingMessage, { retryAfterSeconds }: Refusal): Answer =>
  json(429, { message: 'Too Many Requests' }, { 'retry-after': String(retryAfterSeconds) });

/** An HTTP server on 127.0.0.1. Rejects when the port is taken. */
export async function serve(options: Options): Promise<HttpServer> {
  const { share = ownShare } = options;
  const accounts: Accounts = {
    requests: openHeld(share.requests),
    files: openHeld(share.requests),
    bytes: openHeld(share.bytes),
  };
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: longestRequest }, (request, response) => {
    void handle(request, response, options, accounts).catch((error: unknown) => {
      options.onError(error);
      send(response, json(500, { message: 'Internal Server Error' }));
    });
  });
  server.maxConnections = mostConnections;
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

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  options: Options,
  accounts: Accounts,
): Promise<void> {
  const found = options.dispatch(request);
  if ('status' in found) return send(response, found);
  const {
    sourceIp = peerAddress,
    networkOf = (address) => address,
    refuse = tooMany,
    patience = realPatience,
  } = options;
  const isRaw = typeof found.service !== 'function';
  const sender = networkOf(sourceIp(request));
  const underWay = accounts[isRaw ? 'files' : 'requests'](sender);
  if (!underWay.take(1)) return hangUp(request, response, refuse(request, { kind: 'too-many', retryAfterSeconds: 1 }));
  const closed = new Promise((resolve) => {
    response.once('close', resolve);
  });
  if (!isRaw) {
    const work = answer(
      request,
      response,
      { ...found, service: found.service as Service },
      { ...options, sourceIp, refuse, patience },
      accounts.bytes(sender),
    );
    // Who does not wait for an answer has asked for it all the same.
    void Promise.allSettled([work, closed]).then(underWay.giveBack);
    return work;
  }
  void closed.then(underWay.giveBack);
  watchProgress(request, response, patience);
  Object.assign(request, { url: found.url, originalUrl: request.url });
  return (found.service as RawService).raw(request, response);
}

type Reader = Required<Pick<Options, 'sourceIp' | 'refuse' | 'patience'>> & Pick<Options, 'onAnswer'>;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  found: Found & { readonly service: Service },
  { sourceIp, refuse, patience, onAnswer }: Reader,
  held: ReturnType<Accounts['bytes']>,
): Promise<void> {
  const { service, url, most = bodyLimit } = found;
  const { method = 'GET', headers, httpVersion } = request;
  const received = { method, url, headers, sourceIp: sourceIp(request), protocol: `HTTP/${httpVersion}` };
  try {
    const body = await readBody(request, { most, wait: bodyWait, patience, held });
    send(response, await service({ ...received, body }));
  } catch (error) {
    if (error instanceof SenderGone) return;
    if (error instanceof BodyTooSlow) return hangUp(request, response, json(408, { message: 'Request Timeout' }));
    if (error instanceof NoMemory)
      return hangUp(request, response, refuse(request, { kind: 'too-many', retryAfterSeconds: 5 }));
    if (!(error instanceof BodyTooLarge)) throw error;
    const without = {
      ...received,
      headers: { ...headers, 'content-length': String(error.bytes) },
      body: Buffer.alloc(0),
    };
    hangUp(request, response, (await found.tooLong?.(without)) ?? tooLong);
  } finally {
    held.giveBack();
    onAnswer();
  }
}

function hangUp(request: IncomingMessage, response: ServerResponse, said: Answer): void {
  response.setHeader('connection', 'close');
  letGo(request);
  send(response, said);
}

function watchProgress(request: IncomingMessage, response: ServerResponse, patience: Patience): void {
  const { socket } = request;
  let before = socket.bytesRead;
  const look = (): void => {
    if (request.complete) return;
    if (socket.bytesRead - before < leastProgress) return void socket.destroy();
    before = socket.bytesRead;
    forget = patience.after(bodyWait, look);
  };
  let forget = patience.after(bodyWait, look);
  response.once('close', () => {
    forget();
  });
}

export const peerAddress = ({ socket }: IncomingMessage): string => socket.remoteAddress ?? '';
