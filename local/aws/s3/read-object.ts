import type { S3Answer } from './answer.ts';
import { checksumHeader } from './checksums.ts';
import { S3Fault, notImplemented } from './faults.ts';
import type { StoredObject } from './object-index.ts';
import type { Wishes } from './presigned-get.ts';
import type { ObjectStore } from './object-store.ts';

/** First and last byte, counted from 0. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** `undefined` for all. Throws InvalidRange when none is there, NotImplemented for several (S3 has not either). */
function rangeOf(header: string | undefined, bytes: number): ByteRange | undefined {
  if (header === undefined) return undefined;
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header) ?? [];
  if (first === '' && last === '') throw notImplemented(`The range ${header}`);
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (start > end || start >= bytes || (first !== '' && last !== '' && Number(last) < start))
    throw new S3Fault('InvalidRange', 'The requested range is not satisfiable');
  return { start, end };
}

interface Asked {
  readonly key: string;
  readonly range?: string | undefined;
  /** Answers the checksum the object came with; S3 does so for whole objects only. */
  readonly withChecksum: boolean;
  readonly wishes: Wishes;
}

export function found(store: ObjectStore, key: string): StoredObject {
  const object = store.find(key);
  if (!object) throw new S3Fault('NoSuchKey', 'The specified key does not exist.');
  return object;
}

export const entityTag = ({ etag }: Pick<StoredObject, 'etag'>): string => `"${etag}"`;

function headersOf(object: StoredObject, { withChecksum, wishes }: Asked): Record<string, string | number> {
  const { bytes, type, at, checksum } = object;
  return {
    'content-type': wishes.type ?? type,
    'content-length': bytes,
    'accept-ranges': 'bytes',
    'last-modified': new Date(at).toUTCString(),
    etag: entityTag(object),
    ...(wishes.disposition !== undefined && { 'content-disposition': wishes.disposition }),
    ...(withChecksum &&
      checksum && { [checksumHeader(checksum)]: checksum.value, 'x-amz-checksum-type': 'FULL_OBJECT' }),
  };
}

export const headObject = (store: ObjectStore, asked: Asked): S3Answer => ({
  status: 200,
  headers: headersOf(found(store, asked.key), asked),
});

export async function getObject(store: ObjectStore, asked: Asked): Promise<S3Answer> {
  const object = found(store, asked.key);
  const range = rangeOf(asked.range, object.bytes);
  const file = await store.open(object);
  if (!range) return { status: 200, headers: headersOf(object, asked), body: file.createReadStream() };
  return {
    status: 206,
    headers: {
      ...headersOf(object, { ...asked, withChecksum: false }),
      'content-length': range.end - range.start + 1,
      'content-range': `bytes ${String(range.start)}-${String(range.end)}/${String(object.bytes)}`,
    },
    body: file.createReadStream(range),
  };
}
