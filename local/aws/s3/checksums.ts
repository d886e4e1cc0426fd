import type { Draft } from './draft.ts';
import { notImplemented, S3Fault } from './faults.ts';
import type { Checksum } from './object-index.ts';

const known: readonly Checksum['algorithm'][] = ['SHA256', 'CRC32'];
const prefix = 'x-amz-checksum-';
const others = new Set(['x-amz-checksum-mode', 'x-amz-checksum-algorithm', 'x-amz-checksum-type']);

export const checksumHeader = ({ algorithm }: Checksum): string => prefix + algorithm.toLowerCase();

export const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');

/** The algorithm a request names; throws NotImplemented for one we do not reckon. */
export function algorithmNamed(name: string | undefined): Checksum['algorithm'] | undefined {
  if (name === undefined) return undefined;
  const found = known.find((one) => one === name.toUpperCase());
  if (!found) throw notImplemented(`The checksum ${name}`);
  return found;
}

/** The checksum that came with a request's headers, a form's fields or a body's trailers, names in lower case. */
export function checksumIn(given: Iterable<readonly [name: string, value: unknown]>): Checksum | undefined {
  const found = [...given].filter(([name]) => name.startsWith(prefix) && !others.has(name));
  const [first, second] = found;
  if (second) throw new S3Fault('InvalidRequest', 'Expecting a single x-amz-checksum- header');
  if (!first) return undefined;
  const algorithm = algorithmNamed(first[0].slice(prefix.length));
  return algorithm && { algorithm, value: String(first[1]) };
}

export const checksumOf = (algorithm: Checksum['algorithm'], draft: Pick<Draft, 'sha256' | 'crc32'>): Checksum => ({
  algorithm,
  value: algorithm === 'SHA256' ? base64(draft.sha256) : draft.crc32,
});

/** Throws BadDigest when what came is not what was announced. */
export function checkContent(draft: Draft, announced: Checksum | undefined): void {
  if (announced && checksumOf(announced.algorithm, draft).value !== announced.value) {
    throw new S3Fault('BadDigest', `The ${announced.algorithm} you specified did not match the calculated checksum.`);
  }
}
