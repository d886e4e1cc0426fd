import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { stageOfLines } from '#core/stages/stage-id.ts';
import { gatewayRoutes, type FunctionName } from '#infra/manifest/index.ts';
import { httpEvent } from '#local/aws/api-gateway/event.ts';
import { makeRouter } from '#local/aws/api-gateway/router.ts';
import { clientId } from '#local/aws/cognito/provider.ts';
import { linkIn } from '#local/demo/upload.ts';
import { place } from '#local/host/data-folder.ts';
import { functionEnvironment } from '#local/host/environment.ts';
import { filesBucket } from '#local/host/files.ts';
import { filesUrl } from '#local/aws/s3/address.ts';
import { configurationSet, linkSecretId } from '#local/host/services.ts';
import type { TestHost } from './host.ts';
import { cookieOf } from './staff-session.ts';

/** From the import of a function's module to its first answer, in a process of its own. */
export interface FirstAnswer {
  /** Of an answer over HTTP. */
  readonly status?: number;
  readonly ms: number;
  readonly cpuMs: number;
  /** Of the files that lie beside the module; counting takes time. */
  readonly loadedKiB: number;
  readonly files: readonly string[];
}

const child = fileURLToPath(new URL('./first-answer.ts', import.meta.url));
const find = makeRouter(gatewayRoutes);

async function visit(host: TestHost, path: string, account?: string): Promise<object> {
  const match = find('GET', path.split('?')[0] ?? '');
  if (!match) throw new Error(`No route for ${path}`);
  const cookie = account === undefined ? {} : { cookie: await cookieOf(host, account) };
  const headers = { 'accept-language': 'kk', ...cookie };
  const received = {
    method: 'GET',
    url: path,
    headers,
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    protocol: 'HTTP/1.1',
  };
  return httpEvent(received, match, Date.now());
}

/** What each function is asked day by day, of a letter in Kazakh that is handed in for it. */
export async function typicalEvents(host: TestHost): Promise<Readonly<Record<FunctionName, object>>> {
  const { projectId, trackingUrl } = await host.submit({}, 'kk');
  await host.settle();
  const link = `/l/${linkIn(trackingUrl)}`;
  const time = new Date().toISOString();
  const row = (await host.mailOf(projectId))[0]?.tags ?? {};
  return {
    public: await visit(host, '/'),
    links: await visit(host, link),
    documents: await visit(host, `${link}/documents`),
    office: await visit(host, '/office', 'officer'),
    region: await visit(host, '/region', 'leadership'),
    admin: await visit(host, '/admin', 'administrator'),
    'sign-in': await visit(host, '/sign-in'),
    'open-assignment': { schemaVersion: 1, projectId, enteredAt: time, wait: 'none', stage: stageOfLines },
    relay: { Records: [{ dynamodb: { Keys: { PK: { S: `LANE#${projectId}` } } } }] },
    'sweep-outbox': { time },
    'run-day': { time },
    'record-delivery': {
      'detail-type': 'Email Delivered',
      time,
      detail: { mail: { tags: { lane: [row['lane']], row: [row['row']] } } },
    },
    'record-scan': {
      'detail-type': 'GuardDuty Malware Protection Object Scan Result',
      time,
      detail: {
        s3ObjectDetails: { objectKey: 'incoming/00000000-0000-4000-8000-000000000000' },
        scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND' },
      },
    },
  };
}

/** @param measured what is loaded, or the time: to count takes time */
export async function firstAnswer(
  { endpoints }: TestHost,
  module: string,
  event: object,
  measured: 'count' | 'time',
): Promise<FirstAnswer> {
  const environment = functionEnvironment(
    {
      ...endpoints,
      ...place,
      linkSecretId,
      configurationSet,
      clientId,
      siteUrl: endpoints.site,
      accessSecret: endpoints.credentials.secretAccessKey,
      filesBucket,
      filesUrl: filesUrl(endpoints.site),
      scansFiles: false,
      undoSeconds: 30,
      emailFrom: 'x@example.org',
    },
    { PATH: process.env['PATH'] },
  );
  const { stdout } = await promisify(execFile)(process.execPath, [child, module, JSON.stringify(event), measured], {
    env: { ...environment, POWERTOOLS_DEV: 'false' },
  });
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  return (JSON.parse(last) as { first: FirstAnswer }).first;
}
