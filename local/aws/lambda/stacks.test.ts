import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPool } from './pool.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stacks-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a function logs that throws in line 3 of its source, bundled. */
async function stackOf(map: object): Promise<string> {
  writeFileSync(
    join(folder, 'source.ts'),
    '// One line,\n// and another.\nconst fail = (event: { text: string }): never => { throw new RangeError(event.text); };\nexport const handler = async (event: { text: string }) => fail(event);\n',
  );
  buildSync({
    absWorkingDir: folder,
    entryPoints: ['source.ts'],
    outfile: join(folder, 'f.mjs'),
    format: 'esm',
    minify: true,
    sourcesContent: false,
    ...map,
  });
  let log = '';
  const pool = openPool({
    groups: [{ f: { module: join(folder, 'f.mjs'), export: 'handler' } }],
    environment: {},
    log: (text) => {
      log += text;
    },
  });
  const outcome = await pool.execute('{"text":"no"}', {
    functionName: 'f',
    functionArn: 'f',
    memoryMb: 1,
    requestId: 'r',
    deadline: 0,
  });
  await pool.close();
  expect(outcome).toEqual({ kind: 'function-error', errorType: 'RangeError', errorMessage: 'no' });
  return (JSON.parse(log) as { stack: string }).stack;
}

it('a stack names places of the sources', async () => {
  const [first, ...frames] = (await stackOf({ sourcemap: 'external' })).split('\n');
  expect(first).toBe('RangeError: no');
  expect(frames[0]).toMatch(/^ {4}at \S+ \(source\.ts:3:\d+\)$/);
  expect(frames[1]).toMatch(/source\.ts:4:\d+\)$/);
  expect(frames.at(-1)).toMatch(/worker\.ts:\d+:\d+\)$/);
});

it('a stack of a module without a map names places of the module', async () => {
  expect(await stackOf({})).toMatch(/^RangeError: no\n {4}at \S+ \(file:\/\/\S+\/f\.mjs:1:\d+\)\n/);
});
