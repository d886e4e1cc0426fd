import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freePort, isFree } from '../kit/free-port.ts';
import { choosePorts, readPorts, writePorts } from './ports.ts';

it('a port is free until somebody listens on it', async () => {
  const port = await freePort();
  expect(await isFree(port)).toBe(true);
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  expect(await isFree(port)).toBe(false);
  server.close();
});

it('ports of a data folder are remembered', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'ports-')), 'ports.json');
  expect(readPorts(file)).toEqual({});
  writePorts(file, { site: 4000, local: 4002, dynamodb: 4001 });
  expect(readPorts(file)).toEqual({ site: 4000, local: 4002, dynamodb: 4001 });
});

it('the site, the local services and the table have a port each, the same as before where they are free', async () => {
  const [first, second, third] = [await freePort(), await freePort(), await freePort()];
  expect(await choosePorts(0, { site: first, local: second, dynamodb: third })).toEqual({
    site: first,
    local: second,
    dynamodb: third,
  });
  expect(await choosePorts(second, { site: first, local: second })).not.toMatchObject({ local: second });
  const server = createServer().listen(first, '127.0.0.1');
  await once(server, 'listening');
  const moved = await choosePorts(0, { site: first, local: first, dynamodb: first });
  expect(new Set([moved.site, moved.local, moved.dynamodb, first]).size).toBe(4);
  expect(
    new Set(Object.values(await choosePorts(second, { site: second, local: second, dynamodb: second }))).size,
  ).toBe(3);
  await expect(choosePorts(first, {})).rejects.toThrow('is in use. Set PORT');
  server.close();
});
