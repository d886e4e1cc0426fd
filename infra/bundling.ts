import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { plainSchemaKeys } from './bundled/plain-schema-keys.ts';
import { functions, type FunctionName } from './manifest/index.ts';

/** The repository's root: entry files, the state machine and the lockfile are found from here, whatever the working directory. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const inBundle = (file: string): string => fileURLToPath(new URL(`bundled/${file}`, import.meta.url));

/** Lambda's handler setting for every bundle. */
export const bundleHandler = 'index.handler';

/**
 * The one set of esbuild options; the deployed functions and the measured ones are the same bytes.
 *
 * - `charset: 'utf8'`: otherwise texts in Cyrillic are escaped and grow threefold.
 * - `mainFields: ['module', 'main']`: the ES modules of a package can be shaken, its CommonJS cannot.
 * - `banner`: CommonJS dependencies call `require`, which an ES module does not have.
 * - no source map and no `keepNames`: Node reads a map at every start (60 → 77 ms measured), names cost 4 ms and 6 %.
 *   `infra/locate.ts` finds a place of a stack trace afterwards. So an error's `name` is set by hand, never from its class.
 * - `alias` and `plugins`: what Lambda never uses is left out (see infra/bundled).
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
  plugins: [plainSchemaKeys],
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Bundles one module into `directory` as Lambda wants it.
 *
 * @param entry path of the module, absolute or below the repository's root
 * @returns the path of the bundle
 * @throws esbuild's own error when the module does not build
 */
export async function bundle(entry: string, directory: string): Promise<string> {
  const file = join(directory, 'index.mjs');
  await build({ ...bundleOptions, entryPoints: [entry], outfile: file });
  return file;
}

/**
 * Bundles every function of the manifest, each into a directory of its own below `directory`.
 *
 * @returns those directories
 */
export async function bundleFunctions(directory: string): Promise<Readonly<Record<FunctionName, string>>> {
  const bundled = Object.entries(functions).map(async ([name, { entry }]) => {
    const own = join(directory, name);
    await bundle(entry, own);
    return [name, own] as const;
  });
  return Object.fromEntries(await Promise.all(bundled)) as Record<FunctionName, string>;
}

/**
 * Bundles every function of the manifest together, for a process that runs them all: what they share it loads once. Beside each
 * module lies its source map, without the sources.
 *
 * @returns the files by name, `<function>.mjs` among them
 */
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

/**
 * KiB a function's bundle may weigh: what it weighs, and a little air. All carry the SDK's core with DynamoDB (180), zod (35),
 * the logger and metrics (34) and our own code; those that speak to people the texts in five languages (112), those with pages
 * what draws them (20) and the words of their pages (15 to 60 an area), `public` the description of the API (100) and the
 * stylesheet (65), `sign-in` the OpenID client (25), `relay` and `sweep-outbox` the clients of SES, Step Functions and Secrets
 * Manager (50).
 */
export const budgetKiB: Readonly<Record<FunctionName, number>> = {
  public: 975,
  links: 860,
  office: 1090,
  documents: 805,
  region: 535,
  admin: 810,
  'sign-in': 450,
  'open-assignment': 376,
  relay: 665,
  'sweep-outbox': 665,
  'run-day': 382,
  'record-delivery': 374,
  'record-scan': 494,
};
