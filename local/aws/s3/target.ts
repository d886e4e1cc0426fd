import { S3Fault } from './faults.ts';

/** The longest key. Source: S3 user guide, "Naming Amazon S3 objects". */
const longestKey = 1_024;

/** Throws for what cannot be a key. */
export function checkKey(key: string): string {
  if (key === '') throw new S3Fault('InvalidArgument', 'A key is never empty.');
  if (Buffer.byteLength(key) > longestKey) throw new S3Fault('KeyTooLongError', 'Your key is too long');
  return key;
}

/** The object that `/{bucket}/{key}` leads to; without a key it is the bucket itself. Throws for another bucket than ours. */
export function targetOf(path: string, ours: string): { readonly key?: string } {
  const [, bucket = '', rest] = /^\/([^/]*)(?:\/(.*))?$/s.exec(path) ?? [];
  if (bucket !== ours) throw new S3Fault('NoSuchBucket', 'The specified bucket does not exist');
  if (rest === undefined || rest === '') return {};
  try {
    return { key: checkKey(decodeURIComponent(rest)) };
  } catch (error) {
    throw error instanceof S3Fault ? error : new S3Fault('InvalidURI', "Couldn't parse the specified URI.");
  }
}
