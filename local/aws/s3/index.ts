import type { Clock } from '../../clock/clock.ts';
import type { DueWork } from '../../clock/timekeeper.ts';
import type { RawService } from '../http/server.ts';
import type { Signer } from '../signing/signature.ts';
import { objectsForBrowsers } from './browsers.ts';
import { expiry } from './expiry.ts';
import { S3Fault } from './faults.ts';
import { objectsService } from './service.ts';
import { openShelf, type Shelf } from './shelf.ts';

export interface Objects {
  readonly shelf: Shelf;
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
function withReserve(shelf: Shelf, hasRoom: Options['hasRoom']): Shelf {
  return { ...shelf, receive: (source, most) => shelf.receive(watched(source, hasRoom), most) };
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
export function openObjects({ folder, bucket, expires, signer, siteUrl, clock, hasRoom, log, onError }: Options): Objects {
  const now = () => clock.now();
  const shelf = openShelf(folder, now, () => { objects.onPut(); });
  const shared = { shelf, bucket, signer, onError };
  const objects: Objects = {
    shelf,
    service: objectsService(shared),
    browsers: objectsForBrowsers({ ...shared, shelf: withReserve(shelf, hasRoom), siteUrl, clock, log }),
    expiry: expiry(shelf, expires, now),
    onPut: () => undefined,
  };
  return objects;
}
