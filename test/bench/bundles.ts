import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleFunctions, bundleOptions, root } from '#infra/bundling.ts';
import { functions, type EnvironmentName, type FunctionName } from '#infra/manifest/index.ts';
import { figure, median, type Figure } from './figure.ts';

const runs = 5;

/** Every variable of the manifest; nothing answers there. */
const own: Readonly<Record<EnvironmentName, string>> = {
  TABLE_NAME: 't',
  STATE_MACHINE_ARN: 'a',
  LINK_SECRET_ID: 'l',
  SITE_URL: 'https://example.org',
  EMAIL_FROM: 'x@example.org',
  EMAIL_CONFIGURATION_SET: 'c',
  FILES_BUCKET: 'b',
  FILES_URL: 'https://files.example.org',
  FILE_SCANNING: 'off',
  UNDO_SECONDS: '30',
  ISSUER_URL: 'https://example.org',
  CLIENT_ID: 'c',
};

/** What a Lambda function has in its environment. */
const environment = {
  ...own,
  PATH: process.env['PATH'],
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
  POWERTOOLS_DEV: 'false',
};

/** Milliseconds to import a bundle in a fresh process, median of five. */
function initMs(file: string): number {
  const code = `const from = performance.now(); await import(${JSON.stringify(file)}); process.stdout.write(String(performance.now() - from));`;
  return median(
    Array.from({ length: runs }, () => {
      const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
        env: environment,
        encoding: 'utf8',
      });
      if (run.status !== 0) throw new Error(run.stderr);
      return Number(/[\d.]+$/.exec(run.stdout)?.[0]);
    }),
  );
}

/** The same function bundled without any of the care of infra/bundling.ts. */
async function naive(name: FunctionName, folder: string): Promise<string> {
  const outfile = join(folder, `${name}-naive.mjs`);
  const { alias: _alias, plugins: _plugins, mainFields: _fields, charset: _charset, ...plain } = bundleOptions;
  await build({ ...plain, entryPoints: [join(root, functions[name].entry)], outfile });
  return outfile;
}

/** Weight and start of every function's bundle, beside a naive one, all measured in this run. */
export async function benchBundles(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zholkarta-bundles-'));
  try {
    const bundled = await bundleFunctions(folder);
    const figures: Figure[] = [];
    for (const name of Object.keys(functions) as FunctionName[]) {
      const own = join(bundled[name], 'index.mjs');
      const other = await naive(name, folder);
      const kib = (file: string) => statSync(file).size / 1024;
      figures.push(
        figure(`bundle ${name}`, kib(own), 'KiB'),
        figure(`bundle ${name} against naive`, kib(own) / kib(other), 'ratio'),
        figure(`init ${name}`, initMs(own), 'ms'),
        figure(`init ${name} against naive`, initMs(own) / initMs(other), 'ratio'),
      );
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
