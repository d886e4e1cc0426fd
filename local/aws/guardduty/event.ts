import { randomUUID } from 'node:crypto';
import type { StoredObject } from '../s3/object-index.ts';
import type { Verdict } from './clamd.ts';

type Place = { readonly region: string; readonly account: string };

const status = { clean: 'COMPLETED', found: 'COMPLETED', unsupported: 'SKIPPED', failed: 'FAILED' } as const;
const result = {
  clean: 'NO_THREATS_FOUND',
  found: 'THREATS_FOUND',
  unsupported: 'UNSUPPORTED',
  failed: 'FAILED',
} as const;

/** The event GuardDuty publishes to EventBridge. Source: GuardDuty user guide, "Monitoring S3 object scans with Amazon EventBridge". */
export function scanEvent(
  object: Pick<StoredObject, 'key' | 'etag'>,
  bucketName: string,
  verdict: Verdict,
  now: number,
  { region, account }: Place,
) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    source: 'aws.guardduty',
    account,
    time: `${new Date(now).toISOString().slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:guardduty:${region}:${account}:malware-protection-plan/local`],
    detail: {
      schemaVersion: '1.0',
      scanStatus: status[verdict.kind],
      resourceType: 'S3_OBJECT',
      s3ObjectDetails: { bucketName, objectKey: object.key, eTag: object.etag, versionId: 'null', s3Throttled: false },
      scanResultDetails: {
        scanResultStatus: result[verdict.kind],
        threats: verdict.kind === 'found' ? [{ name: verdict.threat }] : null,
      },
    },
  };
}
