import type { Signer } from '../signing/signature.ts';
import { json } from './answer.ts';
import { guard, type LocalService } from './guard.ts';
import type { Dispatch } from './server.ts';

interface Options {
  /** By the first segment below `/_local/`, or the first two, which go before; the path a service sees begins after the first. */
  readonly services: Readonly<Record<string, LocalService>>;
  readonly signer: Signer;
}

const notFound = json(404, { message: 'Not Found' });

/** What answers below `/_local/`. It stands on a port of its own, which no proxy leads to; who may ask is each service's own `access`. */
export function localServices({ services, signer }: Options): Dispatch {
  return (request) => {
    const [, name = '', rest = '/'] = /^\/_local\/([\w-]+)([/?].*)?$/.exec(request.url ?? '') ?? [];
    const found = [name + (rest.split('?', 1)[0] ?? ''), name].find((key) => Object.hasOwn(services, key));
    const local = found === undefined ? undefined : services[found];
    // What is not there is told nobody from elsewhere either.
    return guard(
      request,
      local ?? { access: 'handle', service: () => notFound },
      rest.startsWith('?') ? `/${rest}` : rest,
      signer,
    );
  };
}
