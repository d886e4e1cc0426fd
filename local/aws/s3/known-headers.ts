import type { IncomingHttpHeaders } from 'node:http';
import { notImplemented } from './faults.ts';

/** A signature is not looked at on the local port. */
const common = ['x-amz-content-sha256', 'x-amz-date', 'x-amz-security-token', 'x-amz-user-agent'];
const ofPut = [
  'x-amz-decoded-content-length',
  'x-amz-trailer',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-checksum-sha256',
  'x-amz-checksum-crc32',
];
const ofCopy = ['x-amz-copy-source', 'x-amz-checksum-algorithm', 'x-amz-metadata-directive'];

const known: Readonly<Record<string, ReadonlySet<string>>> = {
  PutObject: new Set([...common, ...ofPut]),
  CopyObject: new Set([...common, ...ofCopy]),
  GetObject: new Set([...common, 'x-amz-checksum-mode']),
  HeadObject: new Set([...common, 'x-amz-checksum-mode']),
  DeleteObject: new Set(common),
};

/** Headers of HTTP's own that would change what is stored or answered. */
const meaning = [
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
  'cache-control',
  'content-disposition',
  'content-language',
  'expires',
];

/** Throws NotImplemented for a header or parameter that asks for something this store does not do. */
export function checkKnown(operation: string, headers: IncomingHttpHeaders, query: string): void {
  const names = Object.keys(headers);
  const strange = names.find(
    (name) => (name.startsWith('x-amz-') && !known[operation]?.has(name)) || meaning.includes(name),
  );
  if (strange !== undefined) throw notImplemented(`The header ${strange}`);
  const parameter = [...new URLSearchParams(query)].find(([name, value]) => name !== 'x-id' || value !== operation);
  if (parameter) throw notImplemented(`The parameter ${parameter[0]}`);
}
