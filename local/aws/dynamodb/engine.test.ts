import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineBinary } from './binary.ts';
import { type Engine, startEngine } from './engine.ts';

const engines: Engine[] = [];
const start = () =>
  startEngine({
    binary: engineBinary() ?? '',
    databaseFile: join(realpathSync(mkdtempSync(join(tmpdir(), 'engine-'))), 'table.sqlite'),
  });
beforeAll(async () => {
  engines.push(await start(), await start(), await start());
});
afterAll(() => Promise.all(engines.map((engine) => engine.stop())));

describe('the address of the engine', () => {
  it('S1: is another one each time, in a range of its own', () => {
    const addresses = engines.map(({ endpoint }) => new URL(endpoint));
    for (const { hostname } of addresses) {
      const [first, second] = hostname.split('.').map(Number);
      expect(first).toBe(127);
      expect(second).toBeGreaterThanOrEqual(64);
      expect(second).toBeLessThan(128);
    }
    expect(new Set(addresses.map(({ hostname }) => hostname)).size).toBe(engines.length);
  });

  const answer = (address: string) =>
    fetch(address, { method: 'POST', body: '{}' }).then(
      ({ headers }) => headers.get('x-amzn-requestid'),
      () => null,
    );

  it('S1: is not 127.0.0.1, where pages try ports', async () => {
    for (const { endpoint } of engines) {
      expect(await answer(endpoint)).not.toBeNull();
      expect(await answer(`http://127.0.0.1:${new URL(endpoint).port}`)).toBeNull();
    }
  });
});
