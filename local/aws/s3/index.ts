import type { Clock } from '../../clock/clock.ts';
import type { DueWork } from '../../clock/timekeeper.ts';
import type { RawService } from '../http/server.ts';
import type { Signer } from '../signing/signature.ts';
import { objectsForBrowsers } from './browsers.ts';
import { S3Fault } from './faults.ts';
import { objectsService } from './service.ts';
import { openObjectStore, type ObjectStore } from './object-store.ts';

interface Rule {
  readonly prefix: string;
  readonly days: number;
}

const day = 86_400_000;
const portion = 500;

/** S3 rounds up to the next midnight in UTC. Source: S3 user guide, "Expiring objects". */
const goesAt = (cameAt: number, days: number): number => Math.ceil((cameAt + days * day) / day) * day;

export function expiry(
  store: Pick<ObjectStore, 'list' | 'remove'>,
  { prefix, days }: Rule,
  now: () => number,
): DueWork {
  return {
    makesRoom: true,
    nextAt: () => {
      const [oldest] = store.list(prefix, { limit: 1 });
      return oldest && goesAt(oldest.at, days);
    },
    run: () => {
      for (;;) {
        const gone = store.list(prefix, { limit: portion }).filter(({ at }) => goesAt(at, days) <= now());
        for (const { key } of gone) store.remove(key);
        if (gone.length < portion) return Promise.resolve();
      }
    },
  };
}

export interface Objects {
  readonly store: ObjectStore;
  /** For the functions, on the local port. */
  readonly service: RawService;
  /** For everybody, below `/store/` of the site. */
  readonly browsers: RawService;
  readonly expiry: DueWork;
  onPut: () => void;
}

interface Options {
  readonly folder: string;
  readonly bucket: string;
  readonly expires: { readonly prefix: string; readonly days: number };
  readonly signer: Signer;
  readonly siteUrl: string;
  readonly clock: Clock;
  readonly hasRoom: () => boolean;
  readonly log: (line: string) => void;
  readonly onError: (error: unknown) => void;
}

/** Bytes between two looks at the disk. */
const lookAfter = 1_000_000;

function withReserve(store: ObjectStore, hasRoom: Options['hasRoom']): ObjectStore {
  return { ...store, receive: (source, most) => store.receive(watched(source, hasRoom), most) };
}

async function* watched(source: AsyncIterable<Buffer>, hasRoom: Options['hasRoom']): AsyncGenerator<Buffer> {
  let unlooked = lookAfter;
  for await (const chunk of source) {
    unlooked += chunk.length;
    if (unlooked >= lookAfter && !hasRoom()) throw new S3Fault('ServiceUnavailable', 'Please try again later.');
    if (unlooked >= lookAfter) unlooked = 0;
    yield chunk;
  }
}

export function openObjects({
  folder,
  bucket,
  expires,
  signer,
  siteUrl,
  clock,
  hasRoom,
  log,
  onError,
}: Options): Objects {
  const now = () => clock.now();
  const store = openObjectStore(folder, now, () => {
    objects.onPut();
  });
  const shared = { store, bucket, signer, onError };
  const objects: Objects = {
    store,
    service: objectsService(shared),
    browsers: objectsForBrowsers({ ...shared, store: withReserve(store, hasRoom), siteUrl, clock, log }),
    expiry: expiry(store, expires, now),
    onPut: () => undefined,
  };
  return objects;
}
