import middy from '@middy/core';
import * as z from 'zod/mini';
import type { ScanResult } from '#core/documents/document-kind.ts';
import { recordScan } from '#core/documents/record-scan.ts';
import { environment } from '../adapters/aws/environment.ts';
import { filesOnDemand } from '../adapters/aws/files-on-demand.ts';
import { log } from '../observe.ts';
import { tablePorts } from '../ports.ts';

const ports = { ...tablePorts(), files: filesOnDemand(environment('FILES_BUCKET'), environment('FILES_URL')) };

/** GuardDuty's own words; what it cannot look into (a password, too deep an archive) it calls unsupported. */
const results: Readonly<Record<string, ScanResult>> = {
  NO_THREATS_FOUND: 'clean',
  THREATS_FOUND: 'infected',
  UNSUPPORTED: 'unreadable',
  ACCESS_DENIED: 'failed',
  FAILED: 'failed',
};

/** Source: GuardDuty user guide, "Monitoring S3 object scans with Amazon EventBridge". */
const ScanEvent = z.object({
  'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: z.enum(Object.keys(results) as [string, ...string[]]) }),
  }),
});

const prefix = 'incoming/';

/** What a scanner said of a file that came: noted, and what is refused is removed. An object that is none of ours is left alone. */
export const handler = middy<unknown, undefined>().handler(async (event) => {
  const {
    time,
    detail: {
      s3ObjectDetails: { objectKey },
      scanResultDetails: { scanResultStatus },
    },
  } = ScanEvent.parse(event);
  const result = results[scanResultStatus];
  if (!objectKey.startsWith(prefix) || result === undefined) return undefined;
  const fileId = objectKey.slice(prefix.length);
  await recordScan(ports, { fileId, result, now: Date.parse(time) });
  log('scan-recorded', { fileId, result });
  return undefined;
});
