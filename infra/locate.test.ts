import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './bundling.ts';
import { locate } from './locate.ts';

let directory: string;
let entry: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'locate-'));
  entry = join(directory, 'entry.ts');
  writeFileSync(
    entry,
    'export function handler(): never {\n  // a line that is not in the bundle\n  throw new Error("here");\n}\n',
  );
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

describe('a place of a bundle', () => {
  it('is found again in the source', async () => {
    const lines = readFileSync(await bundle(entry, directory), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes('Error("here")'));
    const column = lines[line]!.indexOf('Error("here")');
    expect(await locate(entry, line + 1, column + 1)).toMatch(/entry\.ts:3:\d+$/);
  });

  it('is nowhere in the lines we put in front', async () => {
    expect(await locate(entry, 1, 1)).toBeUndefined();
  });
});
