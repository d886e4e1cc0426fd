import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budgetKiB, root } from '#infra/bundling.ts';
import { functions, type FunctionName } from '#infra/manifest/index.ts';
import { firstAnswer, typicalEvents } from '#test/support/first-requests.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import type { Resource } from './synthesised.ts';

const run = promisify(execFile);
const names = Object.keys(functions) as FunctionName[];
const nowhere = 'http://127.0.0.1:9';
let directory: string;
let resources: Resource[];

/** As on a machine with no network, no Docker, no AWS account and an empty home. */
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'synth-'));
  await run(
    process.execPath,
    [join(root, 'node_modules/aws-cdk/bin/cdk'), 'synth', '--quiet', '--output', join(directory, 'out')],
    {
      cwd: root,
      env: {
        PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
        HOME: directory,
        HTTP_PROXY: nowhere,
        HTTPS_PROXY: nowhere,
        CDK_DOCKER: join(directory, 'no-docker'),
      },
    },
  );
  const template = readFileSync(join(directory, 'out/zholkarta-prod-onboarding.template.json'), 'utf8');
  resources = Object.values((JSON.parse(template) as { Resources: Record<string, Resource> }).Resources);
});
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

/** The deployed file of a function. */
function deployed(name: FunctionName): string {
  const found = resources.find(
    ({ Type, Properties }) =>
      Type === 'AWS::Lambda::Function' && Properties['FunctionName'] === `zholkarta-prod-${name}`,
  );
  const { S3Key } = found?.Properties['Code'] as { S3Key: string };
  return join(directory, 'out', `asset.${S3Key.replace('.zip', '')}`, 'index.mjs');
}

describe('cdk synth without a network', () => {
  it.each(names)('%s: its bundle starts with the environment it is given', async (name) => {
    const { environment } = functions[name];
    const script = `import(${JSON.stringify(pathToFileURL(deployed(name)).href)}).then((m) => process.stdout.write(typeof m.handler))`;
    const { stdout } = await run(process.execPath, ['-e', script], {
      env: {
        AWS_REGION: 'eu-central-1',
        ...Object.fromEntries(environment.map((key) => [key, `https://${key.toLowerCase()}.example.org`])),
      },
    });
    expect(stdout).toBe('function');
  });
});

describe('what a deployed function loads until its first answer', () => {
  let host: TestHost;
  let events: Awaited<ReturnType<typeof typicalEvents>>;
  beforeAll(async () => {
    host = await openHost();
    events = await typicalEvents(host);
  });
  afterAll(() => host.close());

  it.each(names)('%s: stays within its budget, with words of one language', async (name) => {
    const { status = 200, loadedKiB, files } = await firstAnswer(host, deployed(name), events[name], 'count');
    expect(status).toBe(200);
    expect(loadedKiB).toBeLessThanOrEqual(budgetKiB[name]);
    const words = files.flatMap((file) => /\/([\w-]+)\.([\w-]+)-\w+\.json$/.exec(file)?.slice(1, 3).join(' ') ?? []);
    const foreign = words.filter((one) => !one.startsWith('kk ')).map((one) => one.split(' ')[1]);
    // A file is recognised by the name of a document in any language; a night's catalogue is written in all of them.
    const inAll: Readonly<Record<string, readonly string[]>> = { documents: ['documents'], 'run-day': ['public'] };
    expect([...new Set(foreign)]).toEqual(inAll[name] ?? []);
  });
});
