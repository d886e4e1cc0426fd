import type { DueWork } from '../../clock/timekeeper.ts';
import type { Disk } from '../../host/disk.ts';
import type { Ground } from '../../host/ground.ts';
import type { RawService } from '../http/server.ts';
import type { Signer } from '../signing/signature.ts';
import { filesBucket } from './address.ts';
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

/** How much comes between two looks at the disk. */
const lookAfter = 1_000_000;

/** Takes no bytes while the disk has none to spare, nor any more of what is under way. */
function withReserve(shelf: Shelf, { intake }: Pick<Disk, 'intake'>): Shelf {
  return { ...shelf, receive: (source, most) => shelf.receive(watched(source, intake), most) };
}

async function* watched(source: AsyncIterable<Buffer>, intake: Disk['intake']): AsyncGenerator<Buffer> {
  let unlooked = lookAfter;
  for await (const chunk of source) {
    unlooked += chunk.length;
    if (unlooked >= lookAfter && intake() !== 'all') throw new S3Fault('ServiceUnavailable', 'Please try again later.');
    if (unlooked >= lookAfter) unlooked = 0;
    yield chunk;
  }
}

/** The store of files: what S3 is on AWS. @param settings.siteUrl the site's address as people know it */
export function openObjects({ clock, disk, file, log, report }: Ground, { signer, siteUrl }: { readonly signer: Signer; readonly siteUrl: string }): Objects {
  const shelf = openShelf(file('objects'), () => clock.now(), () => { objects.onPut(); });
  const shared = { shelf, bucket: filesBucket, signer, onError: report };
  const objects: Objects = {
    shelf,
    service: objectsService(shared),
    browsers: objectsForBrowsers({ ...shared, shelf: withReserve(shelf, disk), siteUrl, clock, log: log.write }),
    expiry: expiry(shelf, () => clock.now()),
    onPut: () => undefined,
  };
  return objects;
}
