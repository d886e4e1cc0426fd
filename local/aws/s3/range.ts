import { notImplemented, S3Fault } from './faults.ts';

/** First and last byte, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The bytes a `Range` header asks for; `undefined` for all of them.
 *
 * @throws InvalidRange when none of them is there; NotImplemented for several ranges, which S3 has not either
 */
export function rangeOf(header: string | undefined, bytes: number): ByteRange | undefined {
  if (header === undefined) return undefined;
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header) ?? [];
  if (first === '' && last === '') throw notImplemented(`The range ${header}`);
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (start > end || start >= bytes || (first !== '' && last !== '' && Number(last) < start))
    throw new S3Fault('InvalidRange', 'The requested range is not satisfiable');
  return { start, end };
}
