import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { S3Answer } from './answer.ts';
import { fromChunks } from './aws-chunked.ts';
import { algorithmNamed, base64, checkContent, checksumHeader, checksumIn, checksumOf } from './checksums.ts';
import type { Draft } from './draft.ts';
import { notImplemented, S3Fault } from './faults.ts';
import type { Checksum } from './object-index.ts';
import { entityTag, found } from './read-object.ts';
import type { ObjectStore } from './object-store.ts';
import { targetOf } from './target.ts';

/** What S3 keeps for an object sent without a type. */
export const defaultType = 'binary/octet-stream';
const unsigned = 'UNSIGNED-PAYLOAD';
const chunked = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

/** A request is not destroyed when its bytes are not all read: it waits for its answer. */
export const bodyOf = (request: IncomingMessage): AsyncIterable<Buffer> =>
  request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;

const one = (headers: IncomingHttpHeaders, name: string): string | undefined => headers[name]?.toString();

/** PutObject. What was announced of the content, in headers or after it, must be true before it is an object. */
export async function putObject(store: ObjectStore, key: string, request: IncomingMessage): Promise<S3Answer> {
  const { headers } = request;
  const payload = one(headers, 'x-amz-content-sha256') ?? unsigned;
  const isChunked = payload === chunked;
  if (!isChunked && payload !== unsigned && !/^[0-9a-f]{64}$/.test(payload))
    throw notImplemented(`The payload ${payload}`);
  if (one(headers, 'content-encoding') !== (isChunked ? 'aws-chunked' : undefined))
    throw notImplemented('This content encoding');
  const length = one(headers, isChunked ? 'x-amz-decoded-content-length' : 'content-length');
  if (!/^\d{1,15}$/.test(length ?? ''))
    throw new S3Fault('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  const trailers: [string, string][] = [];
  const body = isChunked ? fromChunks(bodyOf(request), (name, value) => trailers.push([name, value])) : bodyOf(request);
  const draft = await store.receive(body);
  try {
    if (draft.bytes !== Number(length))
      throw new S3Fault(
        'IncompleteBody',
        'You did not provide the number of bytes specified by the Content-Length HTTP header.',
      );
    const checksum = checked(draft, { ...headers, ...Object.fromEntries(trailers) }, isChunked ? unsigned : payload);
    const object = store.put(draft, { key, type: one(headers, 'content-type') ?? defaultType, checksum });
    return {
      status: 200,
      headers: {
        etag: entityTag(object),
        ...(checksum && { [checksumHeader(checksum)]: checksum.value, 'x-amz-checksum-type': 'FULL_OBJECT' }),
      },
    };
  } catch (error) {
    store.drop(draft);
    throw error;
  }
}

function checked(draft: Draft, announced: IncomingHttpHeaders, payload: string): Checksum | undefined {
  if (payload !== unsigned && payload !== draft.sha256)
    throw new S3Fault(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  const md5 = one(announced, 'content-md5');
  if (md5 !== undefined && md5 !== base64(draft.md5))
    throw new S3Fault('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  const checksum = checksumIn(Object.entries(announced));
  if (!checksum && one(announced, 'x-amz-trailer') !== undefined)
    throw new S3Fault('IncompleteBody', 'The trailer that was announced did not come.');
  checkContent(draft, checksum);
  return checksum;
}

/** CopyObject within the bucket: the content with its type, and its checksum or the one asked for. */
export function copyObject(store: ObjectStore, bucket: string, key: string, headers: IncomingHttpHeaders): S3Answer {
  const source = one(headers, 'x-amz-copy-source') ?? '';
  if (source.includes('?')) throw notImplemented('A version of an object');
  if ((one(headers, 'x-amz-metadata-directive') ?? 'COPY') !== 'COPY')
    throw notImplemented('Another metadata directive than COPY');
  const { key: from } = targetOf(source.startsWith('/') ? source : `/${source}`, bucket);
  if (from === undefined)
    throw new S3Fault('InvalidArgument', 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
  if (from === key)
    throw new S3Fault(
      'InvalidRequest',
      'This copy request is illegal because it is trying to copy an object to itself.',
    );
  const original = found(store, from);
  const algorithm = algorithmNamed(one(headers, 'x-amz-checksum-algorithm'));
  if (algorithm === 'CRC32' && original.checksum?.algorithm !== 'CRC32')
    throw notImplemented('The checksum CRC32 of a copy');
  const checksum =
    algorithm === 'SHA256' ? checksumOf(algorithm, { sha256: original.sha256, crc32: '' }) : original.checksum;
  const copy = store.copy(original, key, checksum);
  const element = checksum
    ? `<Checksum${checksum.algorithm}>${checksum.value}</Checksum${checksum.algorithm}><ChecksumType>FULL_OBJECT</ChecksumType>`
    : '';
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<CopyObjectResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LastModified>${new Date(copy.at).toISOString()}</LastModified><ETag>&quot;${copy.etag}&quot;</ETag>${element}</CopyObjectResult>`,
  };
}
