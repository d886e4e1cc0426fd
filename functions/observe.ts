import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** The deployment, from the name of its function (zholkarta-STAGE-…): two in one account do not mix. One machine has one. */
const serviceName = /^zholkarta-[a-z0-9]+/.exec(process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? '')?.[0] ?? 'zholkarta';
const logger = new Logger({ serviceName });
const metrics = new Metrics({ namespace: 'Zholkarta', serviceName });

/** Ids only: nothing personal, no free text and no link or token ever. */
export interface LogCatalogue {
  readonly 'request-served': { readonly operation: string; readonly status: number; readonly ms: number };
  readonly 'request-failed': { readonly operation: string; readonly reference: string; readonly error: unknown };
  readonly 'errand-put-off': {
    readonly lane: string;
    readonly row: string;
    readonly kind: string;
    readonly attempts: number;
    readonly error: unknown;
  };
  readonly 'row-set-aside': { readonly lane: string; readonly row: string };
  readonly 'copy-bounced': { readonly lane: string; readonly row: string };
  readonly 'lanes-worked-off': { readonly lanes: number; readonly errands: number };
  readonly 'lane-failed': { readonly lane: string; readonly error: unknown };
  readonly 'day-run': { readonly digests: number };
  readonly 'open-data-published': { readonly day: string };
  readonly 'day-failed-for-project': { readonly projectId: string; readonly error: unknown };
  readonly 'day-failed-for-draft': { readonly draftId: string; readonly error: unknown };
  readonly 'assignment-opened': { readonly projectId: string; readonly wait: string };
  readonly 'scan-recorded': { readonly fileId: string; readonly result: string };
  readonly 'contact-read': { readonly projectId: string; readonly personId: string };
  readonly 'delivery-recorded': { readonly lane: string; readonly row: string; readonly state: string };
}

const levels: Partial<Record<keyof LogCatalogue, 'warn' | 'error'>> = {
  'request-failed': 'error',
  'errand-put-off': 'warn',
  'row-set-aside': 'error',
  'lane-failed': 'error',
  'day-failed-for-project': 'error',
  'day-failed-for-draft': 'error',
};

/** What tells one cause from another without words: Node's and AWS's codes, and the request AWS's support can look up. */
interface Coded extends Error {
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

const place = /^ {4}at .*:\d+:\d+\)?$/;

/** SES quotes the address it refuses, JSON.parse and zod what was sent. infra/locate.ts finds the lines of places. */
function told(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const { name, message, stack = '', code, $metadata }: Coded = error;
  const places = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => place.test(line))
    .map((line) => line.trim());
  return { name, code, status: $metadata?.httpStatusCode, requestId: $metadata?.requestId, places };
}

export function log<Name extends keyof LogCatalogue>(name: Name, entry: LogCatalogue[Name]): void {
  const fields = 'error' in entry ? { ...entry, error: told(entry.error) } : entry;
  logger[levels[name] ?? 'info'](name, { ...fields });
}

export function count(name: 'RowsSetAside' | 'ErrandsPutOff' | 'LettersSubmitted' | 'UnexpectedFaults', by = 1): void {
  metrics.addMetric(name, MetricUnit.Count, by);
  metrics.publishStoredMetrics();
}

/** Tells for how long the oldest message that a sweep found due has been waiting since it was queued; 0 when none was. */
export function reportOldestMessage(ms: number): void {
  metrics.addMetric('OldestErrandAge', MetricUnit.Milliseconds, ms);
  metrics.publishStoredMetrics();
}
