import type { IncomingMessage } from 'node:http';
import { json } from './answer.ts';
import { isLoopback } from './loopback.ts';
import type { Dispatch, RawService, Service } from './server.ts';

interface Options {
  /** By the first segment below `/_local/`; the path a service sees begins after it. */
  readonly services: Readonly<Record<string, Service | RawService>>;
  /** Services that a page of another site may lead to: the sign-in. */
  readonly open?: ReadonlySet<string>;
}

const forbidden = json(403, { message: 'The local services of this host answer to this machine only.' });
const notFound = json(404, { message: 'Not Found' });

/**
 * What answers below `/_local/`. It stands on a port of its own, which no proxy leads to; besides, a page of another site may
 * not move the clock or read the mail, nor may a public name that leads here.
 */
export function localServices({ services, open = new Set() }: Options): Dispatch {
  return (request: IncomingMessage) => {
    const [, name = '', rest = '/'] = /^\/_local\/([\w-]+)([/?].*)?$/.exec(request.url ?? '') ?? [];
    const { host = '', 'sec-fetch-site': from } = request.headers;
    if (!isLoopback(host) || (from === 'cross-site' && !open.has(name))) return forbidden;
    const service = Object.hasOwn(services, name) ? services[name] : undefined;
    return service ? { service, url: rest.startsWith('?') ? `/${rest}` : rest } : notFound;
  };
}
