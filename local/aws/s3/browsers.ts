import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../clock/clock.ts';
import type { RawService } from '../http/server.ts';
import type { Signer } from '../signing/signature.ts';
import { storePath } from './address.ts';
import { answerWith, type S3Answer } from './answer.ts';
import { S3Fault } from './faults.ts';
import { postObject } from './post-object.ts';
import { checkPresignedGet } from './presigned-get.ts';
import { getObject } from './read-object.ts';
import type { ObjectStore } from './object-store.ts';
import { targetOf } from './target.ts';
import { isLoopback } from '../http/loopback.ts';

/** As the bucket's CORS rule; `undefined` for other pages. The site has two names here, `127.0.0.1` and `localhost`. */
function corsOf(origin: string | undefined, siteUrl: string): Readonly<Record<string, string>> | undefined {
  if (origin === undefined || !URL.canParse(origin)) return undefined;
  const [theirs, ours] = [new URL(origin), new URL(siteUrl)];
  const isAlias = isLoopback(theirs.host) && isLoopback(ours.host) && theirs.port === ours.port;
  if (theirs.origin !== ours.origin && !isAlias) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'POST, GET',
    'access-control-max-age': '3600',
    vary: 'origin',
  };
}

interface Options {
  readonly store: ObjectStore;
  readonly bucket: string;
  readonly signer: Signer;
  /** The site's address as people know it, which presigned addresses were signed for, whatever a proxy says. */
  readonly siteUrl: string;
  /** Stamps the log; whether something has ended is asked of real time. */
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly onError: (error: unknown) => void;
}

/** The store has the site's own origin: a file must never run or be shown there, whatever it says it is. */
const guard = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
};

/** What is reached from outside, below `/store/` of the site: presigned POST and presigned GET, and everything in them is checked. */
export function objectsForBrowsers(options: Options): RawService {
  const { clock, log, onError } = options;
  return {
    raw: (request, response) =>
      void (async () => {
        const begin = performance.now();
        const status = await answerWith(request, response, () => answerTo(request, options), {
          always: { ...guard, ...corsOf(request.headers.origin, options.siteUrl) },
          onError,
        });
        const milliseconds = Math.round((performance.now() - begin) * 10) / 10;
        log(
          JSON.stringify({
            time: new Date(clock.now()).toISOString(),
            access: `${request.method ?? ''} ${storePath}`,
            status,
            milliseconds,
          }),
        );
      })(),
  };
}

async function answerTo(request: IncomingMessage, { store, bucket, signer, siteUrl }: Options): Promise<S3Answer> {
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
  const { key } = targetOf(path.slice(storePath.length), bucket);
  if (request.method === 'OPTIONS') {
    if (corsOf(request.headers.origin, siteUrl)) return { status: 204 };
    throw new S3Fault('AccessDenied', 'CORSResponse: This CORS request is not allowed.');
  }
  if (request.method === 'POST' && key === undefined)
    return postObject(request, { store, bucket, signer, now: Date.now() });
  if (request.method !== 'GET' || key === undefined)
    throw new S3Fault('MethodNotAllowed', 'The specified method is not allowed against this resource.');
  const { type, disposition } = checkPresignedGet({ path, query, host: new URL(siteUrl).host }, signer, Date.now());
  const isAttachment = /^attachment(;|$)/i.test(disposition ?? '');
  if (![type, disposition].every((value = '') => /^[ -~]*$/.test(value)))
    throw new S3Fault('InvalidArgument', 'A header holds only printable ASCII.');
  return getObject(store, {
    key,
    range: request.headers.range,
    withChecksum: false,
    wishes: { type, disposition: isAttachment ? disposition : 'attachment' },
  });
}
