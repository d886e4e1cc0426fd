import type { Clock } from '../../clock/clock.ts';
import type { DueWork } from '../../clock/timekeeper.ts';
import type { RawService } from '../http/server.ts';
import type { Signer } from '../signing/signature.ts';
import { objectsForBrowsers } from './browsers.ts';
import { S3Fault } from './faults.ts';
import { objectsService } from './service.ts';
import { openObjectStore, type ObjectStore } from './object-store.ts';

interface Rule {
  /** Below which objects are forgotten. */
  readonly prefix: string;
  readonly days: number;
}

const day = 86_400_000;
const portion = 500;

/** S3 rounds up to the next midnight in UTC. Source: S3 user guide, "Expiring objects". */
const goesAt = (cameAt: number, days: number): number => Math.ceil((cameAt + days * day) / day) * day;

/** Forgets, by the host's clock, what has stayed below a prefix for too long, as a lifecycle rule of the bucket does. */
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
  /** What a new object is told to. */
  onPut: () => void;
}

interface Options {
  /** Of the contents and their index. */
  readonly folder: string;
  readonly bucket: string;
  /** What is forgotten, and after how many days. */
  readonly expires: { readonly prefix: string; readonly days: number };
  readonly signer: Signer;
  /** The site's address as people know it. */
  readonly siteUrl: string;
  readonly clock: Clock;
  /** Whether the disk has room for files from outside. */
  readonly hasRoom: () => boolean;
  readonly log: (line: string) => void;
  readonly onError: (error: unknown) => void;
}

/** How much comes between two looks at the disk. */
const lookAfter = 1_000_000;

/** Takes no bytes while the disk has none to spare, nor any more of what is under way. */
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

/** The store of files: what S3 is on AWS. */
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
