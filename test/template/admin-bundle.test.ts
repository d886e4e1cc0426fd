import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundleOptions } from '#infra/bundling.ts';
import { functions, type FunctionName } from '#infra/manifest/index.ts';

const bundled = new Map<FunctionName, Promise<readonly string[]>>();

async function bundle(name: FunctionName): Promise<readonly string[]> {
  const { metafile } = await build({
    ...bundleOptions,
    entryPoints: [functions[name].entry],
    write: false,
    metafile: true,
    outfile: 'index.mjs',
  });
  return Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path);
}

/** Modules in a function's bundle, as they are left after what is never used is shaken off. */
function modulesOf(name: FunctionName): Promise<readonly string[]> {
  const known = bundled.get(name) ?? bundle(name);
  bundled.set(name, known);
  return known;
}

const store = (name: string): string => `functions/adapters/table/${name}.ts`;

describe('the boundary of administration', () => {
  it('carries no store of letters, contacts, notes, drafts or files, and no way to send or sign', async () => {
    const modules = await modulesOf('admin');
    expect(modules).toContain(store('administration-store'));
    const foreign = ['project-store', 'draft-store', 'file-store', 'outbox-store', 'commit'].map(store);
    expect(
      modules.filter(
        (path) => foreign.includes(path) || /adapters\/(aws\/(link-signer|email|workflow)|files)/.test(path),
      ),
    ).toEqual([]);
  });

  it('alone writes reference data, but for lines that an office reports and the link of a first sign-in', async () => {
    const names = (Object.keys(functions) as FunctionName[]).filter((name) => name !== 'admin');
    const carrying = (wanted: string) =>
      Promise.all(names.map(async (name) => ((await modulesOf(name)).includes(store(wanted)) ? [name] : []))).then(
        (all) => all.flat(),
      );
    expect(await carrying('administration-store')).toEqual([]);
    expect(await carrying('sign-in-link')).toEqual(['sign-in']);
  });
});
