import { request } from 'node:http';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileStore } from '#functions/adapters/aws/file-store.ts';
import { functionSettings, openTestStore, testBucket, type TestStore } from '../testing/test-store.ts';

let store: TestStore;
const saved = { ...process.env };
beforeAll(async () => {
  store = await openTestStore();
  Object.assign(process.env, functionSettings(store));
});
afterAll(async () => {
  process.env = { ...saved };
  await store.close();
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const mebibyte = 1024 * 1024;
const part = Buffer.alloc(mebibyte, 'a');
const sha256Of = (count: number) => {
  const hash = createHash('sha256');
  for (let index = 0; index < count; index += 1) hash.update(part);
  return hash.digest('hex');
};

/** Sends a form with so many MiB of file, never all of them in memory; tells the status, how many MiB went out and how far memory grew meanwhile. */
async function send(
  bytes: number,
  count: number,
): Promise<{ status: number | undefined; sent: number; grown: number }> {
  const { url, fields } = await fileStore(testBucket, store.url).uploadForm({
    fileId: 'large',
    bytes,
    type: 'application/zip',
    sha256: sha256Of(bytes / mebibyte),
  });
  const head = Object.entries(fields)
    .map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('');
  const start = process.memoryUsage();
  let [grown, sent] = [0, 0];
  /** What is in use, not what waits to be collected. */
  const memory = () => {
    collect();
    const { external, heapUsed } = process.memoryUsage();
    return external + heapUsed - start.external - start.heapUsed;
  };
  return new Promise((resolve, reject) => {
    let status: number | undefined;
    const done = () => {
      resolve({ status, sent, grown });
    };
    const sending = request(
      url,
      { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
      (response) => {
        status = response.statusCode;
        response.resume().on('end', () => {
          if (sent === count) done();
        });
      },
    ).on('error', (error) => {
      // Whoever goes on sending after the answer is hung up on.
      if (status === undefined) reject(error);
      else done();
    });
    const go = () => {
      if (sent === count) return void sending.end('\r\n--b--\r\n');
      sent += 1;
      if (sent % 10 === 0) grown = Math.max(grown, memory());
      if (sending.write(part)) setImmediate(go);
      else sending.once('drain', go);
    };
    sending.write(`${head}--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n`);
    go();
  });
}

it('100 MB go to the disk and not into memory', async () => {
  const { status, sent, grown } = await send(100 * mebibyte, 100);
  expect([status, sent]).toEqual([204, 100]);
  expect(store.objects.find('incoming/large')).toMatchObject({ bytes: 100 * mebibyte, sha256: sha256Of(100) });
  expect(grown).toBeLessThan(30 * mebibyte);
});

it('what is larger than was signed is cut off on its way', async () => {
  store.objects.remove('incoming/large');
  const { status, sent } = await send(2 * mebibyte, 500);
  expect(status).toBe(400);
  expect(sent).toBeLessThan(100);
  expect(store.objects.find('incoming/large')).toBeUndefined();
  expect(readdirSync(join(store.folder, 'drafts'))).toEqual([]);
});
