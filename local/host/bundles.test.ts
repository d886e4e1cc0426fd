import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { functions } from '#infra/manifest/index.ts';
import { type BundleFolder, openBundles, stateOf } from './bundles.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundles-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const of = (letter: string): string => letter.repeat(32);
const draft = `${of('a')}.${'0'.repeat(36)}.draft`;

async function inAnotherProcess(where: BundleFolder): Promise<string> {
  const code = `const { openBundles } = await import(${JSON.stringify(new URL('./bundles.ts', import.meta.url).href)}); process.stdout.write(await openBundles(${JSON.stringify(where)}));`;
  return (await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code])).stdout;
}

describe('bundles of all functions', () => {
  it('are made once, whoever else makes them at the same time, and kept for the next start', async () => {
    const shared = { path: folder, isShared: true };
    mkdirSync(join(folder, of('b')));
    const [made, ...others] = await Promise.all([openBundles(shared), openBundles(shared), inAnotherProcess(shared)]);
    expect(others).toEqual([made, made]);
    const names = readdirSync(made);
    expect(names).toEqual(
      expect.arrayContaining(Object.keys(functions).flatMap((name) => [`${name}.mjs`, `${name}.mjs.map`])),
    );
    // What they share is there once.
    expect(
      names.filter(
        (name) => name.endsWith('.mjs') && readFileSync(join(made, name), 'utf8').includes('DynamoDB_20120810'),
      ),
    ).toHaveLength(1);
    writeFileSync(join(made, 'mark'), '');
    expect(await openBundles(shared)).toBe(made);
    expect(readdirSync(made)).toContain('mark');
    // Another host may still run what is of another state.
    expect(readdirSync(folder).toSorted()).toEqual([of('b'), basename(made)].toSorted());
  });

  it('of an earlier state, and what a kill left half, go; what is not ours stays', async () => {
    for (const name of [of('a'), draft, 'theirs']) mkdirSync(join(folder, name));
    const made = await openBundles({ path: folder, isShared: false });
    expect(readdirSync(folder).toSorted()).toEqual([basename(made), 'theirs'].toSorted());
  });
});

describe('a state of the sources', () => {
  const state = () => stateOf(folder, ['a.ts', 'b', 'not-there']);

  it('is another with every change of a file, and the same without one', () => {
    mkdirSync(join(folder, 'b/c'), { recursive: true });
    const states = [state()];
    const file = join(folder, 'b/c/d.ts');
    for (const change of [
      () => writeFileSync(join(folder, 'a.ts'), '1'),
      () => writeFileSync(file, '1'),
      () => utimesSync(file, 1, 1),
      () => {
        writeFileSync(file, '22');
        utimesSync(file, 1, 1);
      },
      () => rmSync(join(folder, 'a.ts')),
    ]) {
      change();
      states.push(state());
    }
    expect(new Set(states)).toHaveLength(6);
    writeFileSync(join(folder, 'elsewhere.ts'), '');
    expect(state()).toBe(states.at(-1));
  });
});
