import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3ServiceException,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSigner } from '../testing/signer.ts';
import { openTestStore, testBucket as Bucket, type TestStore } from '../testing/test-store.ts';
import { signedHeaders } from '../testing/sign.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  await store.close();
  expect(store.errors).toEqual([]);
});

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('base64');
const put = (Key: string, Body: string | Uint8Array | Readable, more: object = {}) =>
  store.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = (Key: string, more: object = {}) => store.client.send(new GetObjectCommand({ Bucket, Key, ...more }));
const head = (Key: string) => store.client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
const textOf = async (Key: string, more: object = {}) => (await get(Key, more)).Body?.transformToString();
/** What S3 says is wrong: its code and status. */
const fault = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'none',
    (error: unknown) => {
      const { name, $metadata } = error as S3ServiceException;
      return `${name} ${String($metadata.httpStatusCode)}`;
    },
  );
const contents = () => readdirSync(join(store.folder, 'contents'));
const drafts = () => readdirSync(join(store.folder, 'drafts'));

describe('an object', () => {
  it('is given back as it was brought, with its type and checksum', async () => {
    const answer = await put('incoming/a', 'signed letter', {
      ContentType: 'application/pdf',
      ChecksumSHA256: sha256('signed letter'),
    });
    expect(answer.ChecksumSHA256).toBe(sha256('signed letter'));
    expect(await head('incoming/a')).toMatchObject({
      ContentLength: 13,
      ContentType: 'application/pdf',
      ChecksumSHA256: sha256('signed letter'),
      ETag: answer.ETag,
    });
    const whole = await get('incoming/a');
    expect(whole).toMatchObject({
      ContentType: 'application/pdf',
      ChecksumSHA256: sha256('signed letter'),
      AcceptRanges: 'bytes',
    });
    expect(whole.LastModified).toEqual(new Date(store.clock.at));
    expect(await whole.Body?.transformToString()).toBe('signed letter');
  });

  it('may come as a stream, its checksum behind it', async () => {
    const answer = await put('incoming/stream', Readable.from([Buffer.from('one '), Buffer.from('two')]), {
      ContentLength: 7,
      ChecksumAlgorithm: 'SHA256',
    });
    expect(answer.ChecksumSHA256).toBe(sha256('one two'));
    expect(await textOf('incoming/stream')).toBe('one two');
  });

  it.each([
    ['bytes=0-3', 'sign', 'bytes 0-3/13'],
    ['bytes=7-', 'letter', 'bytes 7-12/13'],
    ['bytes=-3', 'ter', 'bytes 10-12/13'],
    ['bytes=0-99', 'signed letter', 'bytes 0-12/13'],
  ])('in part: %s', async (Range, text, told) => {
    await put('incoming/a', 'signed letter', { ChecksumAlgorithm: 'SHA256' });
    const part = await get('incoming/a', { Range });
    expect([part.ContentRange, part.ContentLength, part.ChecksumSHA256]).toEqual([told, text.length, undefined]);
    expect(await part.Body?.transformToString()).toBe(text);
  });

  it('is copied with its type, its checksum reckoned anew', async () => {
    await put('incoming/plain', 'x', { ContentType: 'image/png' });
    const copy = await store.client.send(
      new CopyObjectCommand({
        Bucket,
        Key: 'kept/plain',
        CopySource: `${Bucket}/incoming/plain`,
        ChecksumAlgorithm: 'SHA256',
      }),
    );
    expect(copy.CopyObjectResult).toMatchObject({
      ChecksumSHA256: sha256('x'),
      LastModified: new Date(store.clock.at),
    });
    await store.client.send(new DeleteObjectCommand({ Bucket, Key: 'incoming/plain' }));
    expect(await head('kept/plain')).toMatchObject({ ContentType: 'image/png', ChecksumSHA256: sha256('x') });
    expect(await textOf('kept/plain')).toBe('x');
  });

  it('is gone when it is removed, which may be said twice, and its content with the last that has it', async () => {
    await put('incoming/one', 'the same');
    await put('incoming/two', 'the same');
    const count = contents().length;
    for (const Key of ['incoming/one', 'incoming/one', 'incoming/never'])
      await store.client.send(new DeleteObjectCommand({ Bucket, Key }));
    expect(await textOf('incoming/two')).toBe('the same');
    expect(contents()).toHaveLength(count);
    await put('incoming/two', 'something else');
    expect(contents()).not.toContain(createHash('sha256').update('the same').digest('hex'));
    await expect(get('incoming/one')).rejects.toThrow(NoSuchKey);
    await expect(head('incoming/one')).rejects.toThrow(NotFound);
  });

  it('of any name and size is given back, others beside it', async () => {
    const name = fc
      .string({ minLength: 1, maxLength: 200, unit: 'binary' })
      .filter(
        (text) => text.isWellFormed() && Buffer.byteLength(text) <= 1_024 && !/(^|\/)\.{1,2}(\/|$)|\p{Cc}/u.test(text),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
        fc.uint8Array({ maxLength: 3_000 }),
        async (names, bytes) => {
          for (const [index, Key] of names.entries())
            await put(Key, Uint8Array.from([...bytes, index]), { ChecksumAlgorithm: index % 2 ? 'SHA256' : 'CRC32' });
          for (const [index, Key] of names.entries())
            expect(await (await get(Key)).Body?.transformToByteArray()).toEqual(Uint8Array.from([...bytes, index]));
          for (const Key of names) await store.client.send(new DeleteObjectCommand({ Bucket, Key }));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what is refused', () => {
  it.each([
    [
      'a bucket that is not there',
      () => store.client.send(new HeadObjectCommand({ Bucket: 'another', Key: 'a' })),
      'NotFound 404',
    ],
    ['an object that is not there', () => get('kept/none'), 'NoSuchKey 404'],
    [
      'a copy of nothing',
      () => store.client.send(new CopyObjectCommand({ Bucket, Key: 'kept/b', CopySource: `${Bucket}/incoming/none` })),
      'NoSuchKey 404',
    ],
    [
      'a copy onto itself',
      () => store.client.send(new CopyObjectCommand({ Bucket, Key: 'incoming/a', CopySource: `${Bucket}/incoming/a` })),
      'InvalidRequest 400',
    ],
    ['a range behind the end', () => get('incoming/a', { Range: 'bytes=13-' }), 'InvalidRange 416'],
    ['several ranges', () => get('incoming/a', { Range: 'bytes=0-1,3-4' }), 'NotImplemented 501'],
    [
      'another content than was announced',
      () => put('incoming/bad', 'this', { ChecksumSHA256: sha256('that') }),
      'BadDigest 400',
    ],
    ['a key that is too long', () => put('k'.repeat(1_025), 'x'), 'KeyTooLongError 400'],
    ['tags', () => put('incoming/bad', 'x', { Tagging: 'a=b' }), 'NotImplemented 501'],
    ['metadata', () => put('incoming/bad', 'x', { Metadata: { a: 'b' } }), 'NotImplemented 501'],
    ['a condition', () => put('incoming/bad', 'x', { IfNoneMatch: '*' }), 'NotImplemented 501'],
    ['a disposition', () => put('incoming/bad', 'x', { ContentDisposition: 'inline' }), 'NotImplemented 501'],
    [
      'a checksum we do not reckon',
      () => put('incoming/bad', 'x', { ChecksumAlgorithm: 'SHA1' }),
      'NotImplemented 501',
    ],
    [
      'tags of an object',
      () => store.client.send(new PutObjectTaggingCommand({ Bucket, Key: 'incoming/a', Tagging: { TagSet: [] } })),
      'NotImplemented 501',
    ],
    ['a list', () => store.client.send(new ListObjectsV2Command({ Bucket })), 'NotImplemented 501'],
  ])('%s', async (_, call, code) => {
    await put('incoming/a', 'signed letter');
    expect(await fault(call())).toBe(code);
    expect(store.objects.find('incoming/bad')).toBeUndefined();
    expect(drafts()).toEqual([]);
  });

  const raw = (headers: Record<string, string>, body = 'x') => {
    const asked = { service: 's3', method: 'PUT', url: `${store.endpoint}/${Bucket}/incoming/raw`, headers, body };
    return fetch(asked.url, { method: 'PUT', headers: signedHeaders(asked), body });
  };
  it.each([
    [
      'a body that is not what was signed',
      { 'x-amz-content-sha256': '0'.repeat(64) },
      'x',
      'XAmzContentSHA256Mismatch',
    ],
    ['signed chunks', { 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' }, 'x', 'NotImplemented'],
    ['another encoding', { 'content-encoding': 'gzip' }, 'x', 'NotImplemented'],
    ['another MD5', { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' }, 'x', 'BadDigest'],
    [
      'two checksums',
      { 'x-amz-checksum-sha256': sha256('x'), 'x-amz-checksum-crc32': 'jNxn8Q==' },
      'x',
      'InvalidRequest',
    ],
    ['chunks that break off', chunked('3'), '3\r\nab', 'IncompleteBody'],
    ['chunks without an end', chunked('2'), '2\r\nab\r\n', 'IncompleteBody'],
    ['chunks without a size', chunked('2'), 'zz\r\nab\r\n', 'InvalidRequest'],
    ['a chunk longer than it says', chunked('2'), '1\r\nab\r\n0\r\n\r\n', 'InvalidRequest'],
    ['fewer bytes than announced', chunked('3'), '2\r\nab\r\n0\r\n\r\n', 'IncompleteBody'],
    [
      'a trailer that does not come',
      { ...chunked('2'), 'x-amz-trailer': 'x-amz-checksum-crc32' },
      '2\r\nab\r\n0\r\n\r\n',
      'IncompleteBody',
    ],
  ])('%s', async (_, headers, body, code) => {
    const answer = await raw(headers, body);
    expect(await answer.text()).toContain(`<Code>${code}</Code>`);
    expect(store.objects.find('incoming/raw')).toBeUndefined();
    expect(drafts()).toEqual([]);
  });

  it('a page of another site', async () => {
    expect(
      (await fetch(`${store.endpoint}/${Bucket}/incoming/a`, { headers: { 'sec-fetch-site': 'cross-site' } })).status,
    ).toBe(403);
  });

  it.each([
    ['GET', 'nobody signed', undefined, 'AccessDenied'],
    ['PUT', 'nobody signed', undefined, 'AccessDenied'],
    ['DELETE', 'nobody signed', undefined, 'AccessDenied'],
    ['PUT', 'was signed with another key', { ...testSigner, secret: 'local' }, 'SignatureDoesNotMatch'],
    ['GET', 'was signed by somebody else', { ...testSigner, accessKeyId: 'AKIA' }, 'InvalidAccessKeyId'],
    ['GET', 'was signed for elsewhere', { ...testSigner, region: 'us-east-1' }, 'AuthorizationHeaderMalformed'],
  ])('S12: %s that %s', async (method, _, signer, code) => {
    await put('incoming/a', 'signed letter');
    const [url, body] = [`${store.endpoint}/${Bucket}/incoming/a`, method === 'PUT' ? 'x' : undefined];
    const answer = await fetch(url, {
      method,
      headers: signer ? signedHeaders({ service: 's3', method, url, ...(body && { body }) }, signer) : {},
      ...(body && { body }),
    });
    expect(await answer.text()).toContain(`<Code>${code}</Code>`);
    expect(await textOf('incoming/a')).toBe('signed letter');
  });
});

function chunked(length: string): Record<string, string> {
  return {
    'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'content-encoding': 'aws-chunked',
    'x-amz-decoded-content-length': length,
  };
}
