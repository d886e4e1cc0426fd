import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileStore } from '#functions/adapters/aws/file-store.ts';
import type { Files, NewFile, UploadForm } from '#core/kernel/ports.ts';
import {
  functionSettings,
  openTestStore,
  testRegion,
  testBucket as Bucket,
  testSecret,
  type TestStore,
} from '../testing/test-store.ts';

let store: TestStore;
let files: Files;
const saved = { ...process.env };
beforeAll(async () => {
  store = await openTestStore();
  Object.assign(process.env, functionSettings(store));
  files = fileStore(Bucket, store.url);
});
afterAll(async () => {
  process.env = { ...saved };
  await store.close();
  expect(store.errors).toEqual([]);
});
afterEach(() => {
  vi.useRealTimers();
});

const hex = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const letter = '%PDF-1.7 ниет хаты';
const newFile = (change: Partial<NewFile> = {}): NewFile => ({
  fileId: 'letter-1',
  bytes: Buffer.byteLength(letter),
  type: 'application/pdf',
  sha256: hex(letter),
  ...change,
});
const send = (
  { url, fields }: UploadForm,
  content: string | Uint8Array<ArrayBuffer> = letter,
  change: Record<string, string | undefined> = {},
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...change }))
    if (value !== undefined) form.append(name, value);
  form.append('file', new Blob([content], { type: 'text/html' }), 'letter.pdf');
  return fetch(url, { method: 'POST', body: form });
};
/** Code and status of S3's answer. */
const told = async (answer: Response): Promise<string> =>
  `${/<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? ''} ${String(answer.status)}`.trim();
const drafts = () => readdirSync(join(store.folder, 'drafts'));
/** Moves real time, which presigning lives in. */
const later = (minutes: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });

describe('a presigned form', () => {
  beforeEach(() => {
    store.objects.remove('incoming/letter-1');
  });

  it('brings exactly its file', async () => {
    const answer = await send(await files.uploadForm(newFile()));
    expect([answer.status, await answer.text(), answer.headers.get('x-content-type-options')]).toEqual([
      204,
      '',
      'nosniff',
    ]);
    const object = await store.client.send(
      new HeadObjectCommand({ Bucket, Key: 'incoming/letter-1', ChecksumMode: 'ENABLED' }),
    );
    expect(object).toMatchObject({
      ContentType: 'application/pdf',
      ContentLength: newFile().bytes,
      ChecksumSHA256: Buffer.from(hex(letter), 'hex').toString('base64'),
    });
    expect(await files.look('letter-1')).toEqual({
      bytes: newFile().bytes,
      beginning: Uint8Array.from(Buffer.from(letter)),
      sha256: hex(letter),
    });
  });

  it('brings it again in its time, and nothing else', async () => {
    const form = await files.uploadForm(newFile());
    expect((await send(form)).status).toBe(204);
    later(14);
    expect((await send(form)).status).toBe(204);
    later(16);
    expect(await told(await send(form))).toBe('AccessDenied 403');
  });

  const policyOf = (
    form: UploadForm,
    change: (policy: { expiration: string; conditions: unknown[] }) => unknown,
  ): Record<string, string> => {
    const policy = JSON.parse(Buffer.from(form.fields['Policy'] ?? '', 'base64').toString()) as Parameters<
      typeof change
    >[0];
    return { Policy: Buffer.from(JSON.stringify(change(policy))).toString('base64') };
  };
  const cheats: readonly (readonly [string, (form: UploadForm) => Promise<Response>, string])[] = [
    ['under another key', (form) => send(form, letter, { key: 'kept/letter-1' }), 'AccessDenied 403'],
    [
      'under a key with the name of the file',
      (form) => send(form, letter, { key: 'incoming/${filename}' }),
      'AccessDenied 403',
    ],
    ['longer', (form) => send(form, `${letter}!`), 'EntityTooLarge 400'],
    ['shorter', (form) => send(form, letter.slice(1)), 'EntityTooSmall 400'],
    ['empty', (form) => send(form, ''), 'EntityTooSmall 400'],
    ['much longer', (form) => send(form, new Uint8Array(3 * 1024 * 1024)), 'EntityTooLarge 400'],
    ['as another type', (form) => send(form, letter, { 'Content-Type': 'text/html' }), 'AccessDenied 403'],
    ['without a type', (form) => send(form, letter, { 'Content-Type': undefined }), 'AccessDenied 403'],
    ['another content of the same length', (form) => send(form, letter.replace('1', '2')), 'BadDigest 400'],
    [
      'with another checksum',
      (form) => send(form, letter, { 'x-amz-checksum-sha256': Buffer.from(hex('other'), 'hex').toString('base64') }),
      'AccessDenied 403',
    ],
    [
      'without a checksum',
      (form) => send(form, letter, { 'x-amz-checksum-sha256': undefined, 'x-amz-checksum-algorithm': undefined }),
      'AccessDenied 403',
    ],
    [
      'with a second checksum',
      (form) => send(form, letter, { 'x-amz-checksum-crc32': 'AAAAAA==' }),
      'AccessDenied 403',
    ],
    ['with a field of its own', (form) => send(form, letter, { acl: 'public-read' }), 'AccessDenied 403'],
    [
      'with a policy of its own',
      (form) =>
        send(
          form,
          letter,
          policyOf(form, (policy) => ({ ...policy, expiration: '2099-01-01T00:00:00Z' })),
        ),
      'SignatureDoesNotMatch 403',
    ],
    [
      'with a policy without conditions',
      (form) =>
        send(
          form,
          letter,
          policyOf(form, (policy) => ({ ...policy, conditions: [] })),
        ),
      'SignatureDoesNotMatch 403',
    ],
    [
      'with another signature',
      (form) => send(form, letter, { 'X-Amz-Signature': '0'.repeat(64) }),
      'SignatureDoesNotMatch 403',
    ],
    ['with a short signature', (form) => send(form, letter, { 'X-Amz-Signature': '0' }), 'SignatureDoesNotMatch 403'],
    ['without a signature', (form) => send(form, letter, { 'X-Amz-Signature': undefined }), 'AccessDenied 403'],
    ['without a policy', (form) => send(form, letter, { Policy: undefined }), 'AccessDenied 403'],
    [
      'with another key id',
      (form) =>
        send(form, letter, { 'X-Amz-Credential': (form.fields['X-Amz-Credential'] ?? '').replace('local', 'other') }),
      'InvalidAccessKeyId 403',
    ],
    [
      'for another region',
      (form) =>
        send(form, letter, {
          'X-Amz-Credential': (form.fields['X-Amz-Credential'] ?? '').replace(testRegion, 'us-east-1'),
        }),
      'AuthorizationQueryParametersError 400',
    ],
    [
      'of another day',
      (form) => send(form, letter, { 'X-Amz-Date': '20200101T000000Z' }),
      'AuthorizationQueryParametersError 400',
    ],
    ['with a token', (form) => send(form, letter, { 'x-amz-security-token': 't' }), 'InvalidToken 400'],
    ['to another bucket', (form) => send({ ...form, url: form.url.replace(Bucket, 'another') }), 'NoSuchBucket 404'],
    ['by its field to another bucket', (form) => send(form, letter, { bucket: 'another' }), 'AccessDenied 403'],
  ];
  it.each(cheats)('does not bring it %s', async (_, cheat, code) => {
    expect(await told(await cheat(await files.uploadForm(newFile())))).toBe(code);
    expect(store.objects.find('incoming/letter-1')).toBeUndefined();
    expect(store.objects.find('kept/letter-1')).toBeUndefined();
    expect(drafts()).toEqual([]);
  });

  const client = () =>
    new S3Client({
      endpoint: store.url,
      forcePathStyle: true,
      region: testRegion,
      credentials: { accessKeyId: 'local', secretAccessKey: testSecret },
    });
  const signed: readonly (readonly [string, Partial<PresignedPostOptions>, string])[] = [
    ['tags', { Fields: { tagging: '<Tagging/>' } }, 'NotImplemented 501'],
    ['a type that is none', { Fields: { 'Content-Type': 'хат' } }, 'InvalidArgument 400'],
    ['a checksum that does not come', { Fields: { 'x-amz-checksum-algorithm': 'SHA256' } }, 'InvalidRequest 400'],
    ['a redirect', { Fields: { success_action_redirect: 'https://example.org' } }, 'NotImplemented 501'],
    ['a key with the name of the file', { Key: 'incoming/${filename}' }, 'NotImplemented 501'],
    [
      'a condition that is none',
      { Conditions: JSON.parse('[["ends-with", "$key", "x"]]') as [] },
      'InvalidPolicyDocument 400',
    ],
    ['a field that does not begin so', { Conditions: [['starts-with', '$key', 'kept/']] }, 'AccessDenied 403'],
    ['a field that begins so', { Conditions: [['starts-with', '$key', 'incoming/']] }, '204'],
  ];
  it.each(signed)('signed for %s', async (_, change, code) => {
    expect(
      await told(await send(await createPresignedPost(client(), { Bucket, Key: 'incoming/letter-1', ...change }))),
    ).toBe(code);
  });

  it.each([
    ['no form at all', 'text/plain', 'x', 'MalformedPOSTRequest 400'],
    ['a form without a boundary', 'multipart/form-data', '--x\r\n', 'MalformedPOSTRequest 400'],
    [
      'a form that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="key"\r\n\r\nincoming/a',
      'MalformedPOSTRequest 400',
    ],
    [
      'a form without a file',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="key"\r\n\r\nincoming/a\r\n--x--\r\n',
      'InvalidArgument 400',
    ],
    [
      'a field twice',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="key"\r\n\r\na\r\n--x\r\nContent-Disposition: form-data; name="KEY"\r\n\r\nb\r\n--x--\r\n',
      'InvalidArgument 400',
    ],
    [
      'a field without an end',
      'multipart/form-data; boundary=x',
      `--x\r\nContent-Disposition: form-data; name="key"\r\n\r\n${'a'.repeat(30_000)}\r\n--x--\r\n`,
      'MalformedPOSTRequest 400',
    ],
  ])('%s is refused', async (_, type, body, code) => {
    expect(
      await told(await fetch(`${store.url}/${Bucket}`, { method: 'POST', headers: { 'content-type': type }, body })),
    ).toBe(code);
  });
});

describe('what is kept', () => {
  beforeAll(async () => {
    await files.put(newFile({ fileId: 'kept-1' }), Buffer.from(letter));
    expect(await files.keep('kept-1')).toBe('kept');
  });
  const as = { fileName: 'Ниет хаты «№1».pdf', type: 'application/pdf' };

  it('comes down as an attachment under its own name, and nothing in it can run', async () => {
    const answer = await fetch(await files.downloadUrl('kept-1', as));
    expect(await answer.text()).toBe(letter);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="____ ____ __1_.pdf"; filename*=UTF-8''${encodeURIComponent(as.fileName)}`,
    );
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('is an attachment even where the address does not say so', async () => {
    const client = new S3Client({
      endpoint: store.url,
      forcePathStyle: true,
      region: testRegion,
      credentials: { accessKeyId: 'local', secretAccessKey: testSecret },
    });
    for (const ResponseContentDisposition of [undefined, 'inline', 'attachments']) {
      const url = await getSignedUrl(
        client,
        new GetObjectCommand({ Bucket, Key: 'kept/kept-1', ResponseContentDisposition }),
      );
      expect((await fetch(url)).headers.get('content-disposition')).toBe('attachment');
    }
  });

  it('comes in part', async () => {
    const answer = await fetch(await files.downloadUrl('kept-1', as), { headers: { range: 'bytes=0-3' } });
    expect([answer.status, await answer.text()]).toEqual([206, '%PDF']);
  });

  it.each([
    ['unsigned', (url: string) => url.replace(/\?.*/, ''), 'AccessDenied 403'],
    ['for another object', (url: string) => url.replace('kept/kept-1', 'incoming/kept-1'), 'SignatureDoesNotMatch 403'],
    ['for longer', (url: string) => url.replace('Expires=60', 'Expires=600'), 'SignatureDoesNotMatch 403'],
    ['for ever', (url: string) => url.replace('Expires=60', 'Expires=999999'), 'AuthorizationQueryParametersError 400'],
    ['as another type', (url: string) => url.replace('application%2Fpdf', 'text%2Fhtml'), 'SignatureDoesNotMatch 403'],
    ['under another name', (url: string) => url.replace('filename', 'file_name'), 'SignatureDoesNotMatch 403'],
    [
      'with another signature',
      (url: string) => url.replace(/Signature=\w+/, 'Signature=00'),
      'SignatureDoesNotMatch 403',
    ],
    ['with one thing more', (url: string) => `${url}&versionId=1`, 'NotImplemented 501'],
    ['with one thing twice', (url: string) => `${url}&x-id=GetObject`, 'InvalidArgument 400'],
    ['without its date', (url: string) => url.replace(/X-Amz-Date=\w+&/, ''), 'AuthorizationQueryParametersError 400'],
    ['of another key', (url: string) => url.replace('Credential=local', 'Credential=other'), 'InvalidAccessKeyId 403'],
    ['wrongly written', (url: string) => url.replace('kept-1', '%ff'), 'InvalidURI 400'],
  ])('does not come to an address %s', async (_, change, code) => {
    expect(await told(await fetch(change(await files.downloadUrl('kept-1', as))))).toBe(code);
  });

  it('comes for 60 seconds, and not before', async () => {
    later(16);
    const early = await files.downloadUrl('kept-1', as);
    vi.useRealTimers();
    expect(await told(await fetch(early))).toBe('AccessDenied 403');
    const url = await files.downloadUrl('kept-1', as);
    later(0.9);
    expect((await fetch(url)).status).toBe(200);
    later(0.2);
    expect(await told(await fetch(url))).toBe('AccessDenied 403');
  });

  it.each(['PUT', 'DELETE', 'HEAD'])('%s is nothing for browsers', async (method) => {
    expect((await fetch(await files.downloadUrl('kept-1', as), { method })).status).toBe(405);
  });

  it.each([
    ['the site', (site: string) => site, 204],
    ['the site by its other name', (site: string) => site.replace('127.0.0.1', 'localhost'), 204],
    ['another port of this machine', () => 'http://localhost:1', 403],
    ['another site', () => 'https://example.org', 403],
    ['a page without an origin', () => 'null', 403],
  ])('may be asked for by a script of %s: %d', async (_, originOf, status) => {
    const origin = originOf(store.origin);
    const answer = await fetch(`${store.url}/${Bucket}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
      status,
      status === 204 ? origin : null,
    ]);
  });

  it('leaves the log without names, addresses and signatures', () => {
    expect(store.log.length).toBeGreaterThan(50);
    for (const line of store.log)
      expect(Object.keys(JSON.parse(line) as object)).toEqual(['time', 'access', 'status', 'milliseconds']);
    expect(new Set(store.log.map((line) => (JSON.parse(line) as { access: string }).access))).toContain('GET /store');
  });
});

describe('behind a proxy', () => {
  it('addresses are signed for the name people know, whatever the proxy says', async () => {
    const behind = await openTestStore('https://zholkarta.example.org');
    try {
      Object.assign(process.env, functionSettings(behind));
      const published = fileStore(Bucket, behind.url);
      await behind.client.send(new PutObjectCommand({ Bucket, Key: 'kept/a', Body: 'x' }));
      const url = await published.downloadUrl('a', { fileName: 'a.pdf', type: 'application/pdf' });
      expect(url).toMatch(/^https:\/\/zholkarta\.example\.org\/store\//);
      const answer = await fetch(url.replace('https://zholkarta.example.org', behind.origin));
      expect([answer.status, await answer.text()]).toEqual([200, 'x']);
    } finally {
      Object.assign(process.env, functionSettings(store));
      await behind.close();
    }
  });
});
