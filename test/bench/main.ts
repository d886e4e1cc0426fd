import { parseArgs } from 'node:util';
import { benchBundles } from './bundles.ts';
import { isMissed, type Figure } from './figure.ts';
import { benchImports } from './imports.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchPath } from './path.ts';
import { benchPipeline } from './pipeline.ts';
import { benchPlots } from './plots.ts';
import { benchStates } from './states.ts';
import { benchSubmit } from './submit.ts';

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  path: benchPath,
  submit: benchSubmit,
  imports: benchImports,
  pipeline: benchPipeline,
  plots: benchPlots,
  bundles: benchBundles,
  states: benchStates,
  lighthouse: benchLighthouse,
};

// `npm run bench`, or `npm run bench -- submit pipeline`: one JSON line a figure; 1 when an aim is missed.
const { positionals } = parseArgs({ allowPositionals: true });
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  const bench = benches[name];
  if (bench === undefined) throw new Error(`No bench "${name}": ${Object.keys(benches).join(', ')}`);
  for (const figure of await bench()) {
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    if (isMissed(figure)) process.exitCode = 1;
  }
}
