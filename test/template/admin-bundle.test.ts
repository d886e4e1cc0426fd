import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundleOptions, root } from '#infra/bundling.ts';
import { functions, type FunctionName } from '#infra/manifest/index.ts';

const names = Object.keys(functions) as FunctionName[];

/** Modules in each function's bundle, as they are left after what is never used is shaken off. All in one build, which reads each module once. */
async function bundleAll(): Promise<ReadonlyMap<FunctionName, readonly string[]>> {
  const { metafile } = await build({
    ...bundleOptions,
    entryPoints: Object.fromEntries(names.map((name) => [name, functions[name].entry])),
    write: false,
    metafile: true,
    outdir: root,
  });
  return new Map(
    names.map((name) => {
      const output = metafile.outputs[`${name}.js`];
      if (!output) throw new Error(`No bundle of ${name}`);
      const kept = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
      return [name, kept.map(([path]) => path)];
    }),
  );
}

let bundled: ReturnType<typeof bundleAll> | undefined;
const modulesOf = async (name: FunctionName): Promise<readonly string[]> =>
  (await (bundled ??= bundleAll())).get(name) ?? [];

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
    const carrying = (wanted: string) =>
      Promise.all(
        names
          .filter((name) => name !== 'admin')
          .map(async (name) => ((await modulesOf(name)).includes(store(wanted)) ? [name] : [])),
      ).then((all) => all.flat());
    expect(await carrying('administration-store')).toEqual([]);
    expect(await carrying('sign-in-link')).toEqual(['sign-in']);
  });
});
