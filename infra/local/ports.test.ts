import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freePort, isFree, readPorts, writePorts } from './ports.ts';

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
  writePorts(file, { site: 4000, dynamodb: 4001 });
  expect(readPorts(file)).toEqual({ site: 4000, dynamodb: 4001 });
});
