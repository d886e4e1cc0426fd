import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleFunctions, bundleOptions, root } from '#infra/bundling.ts';
import { functions, type FunctionName } from '#infra/manifest/index.ts';
import { firstAnswer, typicalEvents, type FirstAnswer } from '#test/support/first-requests.ts';
import { openHost } from '#test/support/host.ts';
import { figure, median, type Figure } from './figure.ts';

const runs = 9;

/** The same function in one file, bundled without any of the care of infra/bundling.ts. */
async function naive(name: FunctionName, folder: string): Promise<string> {
  const outfile = join(folder, `${name}-naive`, 'index.mjs');
  const { alias: _alias, plugins: _plugins, mainFields: _fields, charset: _charset, ...plain } = bundleOptions;
  await build({ ...plain, entryPoints: [join(root, functions[name].entry)], outfile });
  return outfile;
}

/** What every function loads until the first answer to a typical event, and how long that takes, beside a naive bundle of it in turn. */
export async function benchBundles(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zholkarta-bundles-'));
  const host = await openHost();
  try {
    const bundled = await bundleFunctions(folder);
    const events = await typicalEvents(host);
    const figures: Figure[] = [];
    for (const name of Object.keys(functions) as FunctionName[]) {
      const own = join(bundled[name], 'index.mjs');
      const other = await naive(name, folder);
      const { loadedKiB, files } = await firstAnswer(host, own, events[name], 'count');
      const [ours, theirs]: [FirstAnswer[], FirstAnswer[]] = [[], []];
      for (let run = 0; run < runs; run += 1) {
        ours.push(await firstAnswer(host, own, events[name], 'time'));
        theirs.push(await firstAnswer(host, other, events[name], 'time'));
      }
      const middle = (of: readonly FirstAnswer[], what: 'ms' | 'cpuMs') => median(of.map((one) => one[what]));
      figures.push(
        figure(`loaded ${name}`, loadedKiB, 'KiB'),
        figure(`files ${name}`, files.length, 'files'),
        figure(`loaded ${name} against naive`, loadedKiB / (statSync(other).size / 1024), 'ratio'),
        figure(`first answer ${name}`, middle(ours, 'ms'), 'ms'),
        figure(`first answer ${name} against naive`, middle(ours, 'ms') / middle(theirs, 'ms'), 'ratio'),
        figure(`first answer ${name}: processor`, middle(ours, 'cpuMs'), 'ms'),
        figure(
          `first answer ${name}: processor against naive`,
          middle(ours, 'cpuMs') / middle(theirs, 'cpuMs'),
          'ratio',
        ),
      );
    }
    return figures;
  } finally {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
