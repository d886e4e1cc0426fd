import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { localServices } from '../http/local-services.ts';
import { serve } from '../http/server.ts';
import { filesUrl } from '../s3/address.ts';
import { objectsForBrowsers } from '../s3/browsers.ts';
import { objectsService } from '../s3/service.ts';
import { openObjectStore, type ObjectStore } from '../s3/object-store.ts';
import { freePort } from '../../kit/free-port.ts';
import { testCredentials as credentials, testSigner as signer } from './signer.ts';

export const testBucket = 'files-of-a-test';

export interface TestStore {
  readonly folder: string;
  readonly objects: ObjectStore;
  readonly endpoint: string;
  readonly origin: string;
  readonly url: string;
  readonly errors: unknown[];
  readonly log: string[];
  readonly clock: { now: () => number; at: number };
  readonly client: S3Client;
  readonly close: () => Promise<void>;
}

export const { secret: testSecret, region: testRegion } = signer;

export async function openTestStore(siteUrl?: string): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'objects-'));
  const [site, local] = [await freePort(), await freePort()];
  const [errors, log, clock]: [unknown[], string[], TestStore['clock']] = [
    [],
    [],
    { now: () => clock.at, at: Date.parse('2026-01-10T12:00:00Z') },
  ];
  const objects = openObjectStore(folder, () => clock.now());
  const origin = `http://127.0.0.1:${String(site)}`;
  const known = siteUrl ?? origin;
  const shared = { store: objects, bucket: testBucket, signer, onError: (error: unknown) => errors.push(error) };
  const browsers = objectsForBrowsers({ ...shared, siteUrl: known, clock, log: (line) => log.push(line) });
  const settings = { onError: shared.onError, onAnswer: () => undefined };
  const servers = await Promise.all([
    serve({
      ...settings,
      port: local,
      dispatch: localServices({ services: { objects: { access: 'signed', service: objectsService(shared) } }, signer }),
    }),
    serve({ ...settings, port: site, dispatch: ({ url = '/' }) => ({ service: browsers, url }) }),
  ]);
  const endpoint = `http://127.0.0.1:${String(local)}/_local/objects`;
  return {
    folder,
    objects,
    endpoint,
    origin,
    errors,
    log,
    clock,
    url: filesUrl(known),
    client: new S3Client({ endpoint, forcePathStyle: true, region: testRegion, credentials, maxAttempts: 1 }),
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
      objects.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const functionSettings = ({ endpoint }: Pick<TestStore, 'endpoint'>): Record<string, string> => ({
  AWS_REGION: testRegion,
  AWS_ACCESS_KEY_ID: signer.accessKeyId,
  AWS_SECRET_ACCESS_KEY: testSecret,
  AWS_ENDPOINT_URL_S3: endpoint,
});
