import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { packedJson } from './bundled/packed-json.ts';
import { plainSchemaKeys } from './bundled/plain-schema-keys.ts';
import { functions, type FunctionName } from './manifest/index.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));

const inBundle = (file: string): string => fileURLToPath(new URL(`bundled/${file}`, import.meta.url));

export const bundleHandler = 'index.handler';

/**
 * `charset`: escaped Cyrillic grows threefold. `mainFields`: only ES modules are shaken. `banner`: CommonJS calls
 * `require`. No source map (60 → 77 ms a start) and no `keepNames` (4 ms, 6 %): `infra/locate.ts` finds places, an
 * error's `name` is set by hand. `alias`, `plugins`: what Lambda never uses is left out, what is only served is packed.
 */
export const bundleOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  mainFields: ['module', 'main'],
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  alias: {
    '@aws-sdk/credential-provider-node': inBundle('lambda-credentials.ts'),
    '@smithy/core/event-streams': inBundle('no-event-streams.ts'),
  },
  plugins: [packedJson, plainSchemaKeys],
  logLevel: 'warning',
} satisfies BuildOptions;

export async function bundle(entry: string, directory: string): Promise<string> {
  const file = join(directory, 'index.mjs');
  await build({ ...bundleOptions, entryPoints: [entry], outfile: file });
  return file;
}

export async function bundleFunctions(directory: string): Promise<Readonly<Record<FunctionName, string>>> {
  const bundled = Object.entries(functions).map(async ([name, { entry }]) => {
    const own = join(directory, name);
    await bundle(entry, own);
    return [name, own] as const;
  });
  return Object.fromEntries(await Promise.all(bundled)) as Record<FunctionName, string>;
}

/** For one process, which loads shared code once. By name: `<function>.mjs`, each with a map without its sources. */
export async function bundleTogether(): Promise<ReadonlyMap<string, Uint8Array>> {
  const entryPoints = Object.fromEntries(Object.entries(functions).map(([name, { entry }]) => [name, entry]));
  const { outputFiles } = await build({
    ...bundleOptions,
    entryPoints,
    splitting: true,
    outdir: root,
    outExtension: { '.js': '.mjs' },
    sourcemap: 'external',
    sourcesContent: false,
    write: false,
  });
  return new Map(outputFiles.map(({ path, contents }) => [relative(root, path), contents]));
}

/** KiB, with a little air: the SDK's core with DynamoDB 180, texts 112, words of pages 15 to 60 an area, API 100. */
export const budgetKiB: Readonly<Record<FunctionName, number>> = {
  public: 755,
  links: 930,
  office: 1225,
  documents: 821,
  region: 560,
  // With the words of emails, which it previews.
  admin: 910,
  'sign-in': 450,
  'open-assignment': 394,
  relay: 688,
  'sweep-outbox': 688,
  'run-day': 398,
  'record-delivery': 390,
  'record-scan': 506,
};
