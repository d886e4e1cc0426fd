import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { packedJson } from './bundled/packed-json.ts';
import { plainSchemaKeys } from './bundled/plain-schema-keys.ts';
import { wordsApart } from './bundled/words-apart.ts';
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
    '@aws-sdk/endpoint-cache': inBundle('no-endpoint-cache.ts'),
    '@smithy/core/event-streams': inBundle('no-event-streams.ts'),
  },
  plugins: [packedJson, plainSchemaKeys, wordsApart],
  logLevel: 'warning',
} satisfies BuildOptions;

/** What a dynamic `import` names is a file of its own, and so is what several of them share. */
const inParts = {
  ...bundleOptions,
  splitting: true,
  outExtension: { '.js': '.mjs' },
  chunkNames: '[hash]',
} satisfies BuildOptions;

export const deployed = (entry: string, directory: string) =>
  ({ ...inParts, entryPoints: { index: entry }, outdir: directory }) satisfies BuildOptions;

/** Returns the first file, which loads the others when they are needed. */
export async function bundle(entry: string, directory: string): Promise<string> {
  await build(deployed(entry, directory));
  return join(directory, 'index.mjs');
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
    ...inParts,
    entryPoints,
    outdir: root,
    sourcemap: 'external',
    sourcesContent: false,
    write: false,
  });
  return new Map(outputFiles.map(({ path, contents }) => [relative(root, path), contents]));
}

/** KiB loaded until the first answer to what a function is asked day by day, with a little air (`npm run bench -- bundles`): the SDK's core with DynamoDB 175. */
export const budgetKiB: Readonly<Record<FunctionName, number>> = {
  public: 698,
  links: 745,
  office: 687,
  documents: 668,
  region: 510,
  admin: 465,
  'sign-in': 328,
  'open-assignment': 447,
  relay: 606,
  'sweep-outbox': 606,
  'run-day': 655,
  'record-delivery': 442,
  'record-scan': 485,
};
