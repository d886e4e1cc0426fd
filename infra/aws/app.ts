import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunctions } from '#infra/bundling.ts';
import { assemble } from './assemble.ts';

// Bundled here and not by CDK's own means, which wait for one function after the other and know no plugins of esbuild.
const directory = await mkdtemp(join(tmpdir(), 'zholkarta-'));
try {
  const bundles = await bundleFunctions(directory);
  const app = new App();
  assemble(app, (name) => Code.fromAsset(bundles[name]));
  app.synth();
} finally {
  await rm(directory, { recursive: true });
}
