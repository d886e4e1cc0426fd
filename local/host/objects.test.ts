import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileStore } from '#functions/adapters/aws/file-store.ts';
import type { Files } from '#core/kernel/ports.ts';
import { accessKeyId } from './environment.ts';
import { place } from './data-folder.ts';
import { type Host, startHost } from './host.ts';
import { fixtureDefinition, fixtureFunctions } from './testing/fixture-functions.ts';
import { filesUrl } from '../aws/s3/address.ts';
import { filesBucket } from './files.ts';

let dataDir: string;
let host: Host | undefined;
const saved = { ...process.env };
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'files-host-'));
});
afterEach(async () => {
  await host?.close();
  process.env = { ...saved };
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(): Promise<{ host: Host; files: Files }> {
  host = await startHost({
    dataDir,
    port: 0,
    empty: false,
    seed: async () => undefined,
    functions: fixtureFunctions,
    definition: fixtureDefinition,
  });
  const { endpoints } = host;
  const key = join(dataDir, 'access-key');
  expect(statSync(key).mode & 0o077).toBe(0);
  Object.assign(process.env, {
    AWS_REGION: place.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: readFileSync(key, 'utf8'),
    AWS_ENDPOINT_URL_S3: endpoints.objects,
  });
  return { host, files: fileStore(filesBucket, filesUrl(endpoints.site)) };
}

const content = 'signed letter';
const file = (fileId: string) => ({
  fileId,
  bytes: content.length,
  type: 'application/pdf',
  sha256: createHash('sha256').update(content).digest('hex'),
});
const as = { fileName: 'letter.pdf', type: 'application/pdf' };

async function send(files: Files, fileId: string): Promise<number> {
  const { url, fields } = await files.uploadForm(file(fileId));
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([content]));
  return (await fetch(url, { method: 'POST', body: form })).status;
}

it('a host takes files on the site, keeps them over a restart and forgets by its clock what was not kept', async () => {
  const first = await open();
  expect(await send(first.files, 'a')).toBe(204);
  expect(await send(first.files, 'b')).toBe(204);
  expect(await first.files.keep('a')).toBe('kept');
  await first.host.close();

  const second = await open();
  expect(await (await fetch(await second.files.downloadUrl('a', as))).text()).toBe(content);
  await second.host.advance('P7D');
  expect(await second.files.look('b')).toMatchObject({ bytes: content.length });
  await second.host.advance('P2D');
  expect(await second.files.look('b')).toBeUndefined();
  expect(await (await fetch(await second.files.downloadUrl('a', as))).text()).toBe(content);
});

it('who knows nothing of the folder signs nothing', async () => {
  const { host: running } = await open();
  process.env['AWS_SECRET_ACCESS_KEY'] = 'local';
  const guessed = fileStore(filesBucket, filesUrl(running.endpoints.site));
  expect(await send(guessed, 'a')).toBe(403);
  expect((await fetch(await guessed.downloadUrl('a', as))).status).toBe(403);
  for (const path of [
    '/store',
    '/store/',
    `/store/${filesBucket}`,
    `/store/${filesBucket}/incoming/a`,
    '/store/../store/x',
  ]) {
    expect((await fetch(running.endpoints.site + path)).status).toBeGreaterThanOrEqual(400);
  }
});
