import type { IncomingMessage } from 'node:http';
import { sha256, type Signer } from '../signing/signature.ts';
import { type SignatureFault, signatureFault, unsigned } from '../signing/signed-request.ts';
import { type Answer, json } from './answer.ts';
import { isLoopbackAt } from './loopback.ts';
import type { Dispatch, RawService, Service } from './server.ts';

/** Nobody by a name that is not this machine's, and no page of another site. */
export type LocalService =
  /** A protocol of AWS: programs that have the key of the data folder. `as` is the service's name in signatures. */
  | { readonly access: 'signed'; readonly as: string; readonly service: Service }
  /** The same for a service that does not read its bodies whole: **it checks the signature itself.** */
  | { readonly access: 'signed'; readonly service: RawService }
  /** Whoever is on this machine, by hand or by a page of the service's own. What is posted is JSON, which no form can send. */
  | { readonly access: 'handle'; readonly service: Service }
  /** A page of another site may lead a browser there, and do nothing else. */
  | { readonly access: 'sign-in'; readonly service: RawService };

const forbidden = json(403, {
  message: 'The local services of this host answer to this machine only, and to no page but their own.',
});
const notJson = json(415, { message: 'Post JSON, and say so: content-type: application/json.' });

const codes: Readonly<Record<SignatureFault['kind'], string>> = {
  missing: 'MissingAuthenticationTokenException',
  malformed: 'IncompleteSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  skewed: 'InvalidSignatureException',
  mismatch: 'InvalidSignatureException',
};
const refused = ({ kind, message }: SignatureFault): Answer =>
  json(403, { __type: codes[kind], message }, { 'x-amzn-errortype': codes[kind] });

/** A browser that is led there shows the answer as a page of its own; nothing is fetched, framed or posted. */
const isLedThere = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';

/** Browsers name the page a request comes from: by `Sec-Fetch-Site` all that are from 2023 on, by `Origin` all whenever something is posted or is to be read. */
function isForeign(request: IncomingMessage, access: LocalService['access']): boolean {
  const { host = '', origin, 'sec-fetch-site': from } = request.headers;
  if (!isLoopbackAt(host, request.socket.localPort)) return true;
  if (origin !== undefined && (access === 'signed' || origin !== `http://${host}`)) return true;
  return (
    from !== undefined && from !== 'none' && from !== 'same-origin' && !(access === 'sign-in' && isLedThere(request))
  );
}

export function guard(
  request: IncomingMessage,
  local: LocalService,
  url: string,
  signer: Signer,
): ReturnType<Dispatch> {
  const { method, headers } = request;
  if (method === 'OPTIONS' || isForeign(request, local.access)) return forbidden;
  if (local.access === 'handle') {
    if (method === 'POST' && !/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return notJson;
    return { service: sameOriginOnly(local.service), url };
  }
  if (!('as' in local)) return { service: local.service, url };
  if (headers.authorization === undefined) return refused(unsigned);
  return { service: signedOnly(local.service, request.url ?? '', local.as, signer), url };
}

const signedOnly =
  (service: Service, url: string, as: string, signer: Signer): Service =>
  (received) => {
    const { method, headers, body } = received;
    const fault = signatureFault({ method, url, headers, payload: sha256(body) }, as, signer, Date.now());
    return fault ? refused(fault) : service(received);
  };

/** Of what a browser fetched for a page of another site, which does not say where it comes from, that page sees nothing. */
const sameOriginOnly =
  (service: Service): Service =>
  async (received) => {
    const answer = await service(received);
    return {
      ...answer,
      headers: {
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        ...answer.headers,
      },
    };
  };
