import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  writeFileSync(entry, "export const handler = async () => (await import('./later.ts')).later();\n");
  writeFileSync(
    join(directory, 'later.ts'),
    'export function later(): never {\n  // a line that is not in the bundle\n  throw new Error("here");\n}\n',
  );
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

describe('a place of a bundle', () => {
  it('is found again in the source, also in a part that is loaded later', async () => {
    await bundle(entry, join(directory, 'made'));
    const text = (name: string) => readFileSync(join(directory, 'made', name), 'utf8');
    const file = readdirSync(join(directory, 'made')).find((name) => text(name).includes('Error("here")')) ?? '';
    expect(file).not.toBe('index.mjs');
    const lines = text(file).split('\n');
    const line = lines.findIndex((one) => one.includes('Error("here")'));
    const column = lines[line]!.indexOf('Error("here")');
    expect(await locate(entry, file, line + 1, column + 1)).toMatch(/later\.ts:3:\d+$/);
  });

  it('is nowhere in the lines we put in front', async () => {
    expect(await locate(entry, 'index.mjs', 1, 1)).toBeUndefined();
  });
});
