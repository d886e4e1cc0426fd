import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const logger = new Logger({ serviceName: 'zholkarta' });
const metrics = new Metrics({ namespace: 'Zholkarta', serviceName: 'zholkarta' });

/**
 * The catalogue of what is logged: a name and the ids that go with it. Nothing personal and no link or token ever; free text
 * only from our own errors.
 */
export interface LogCatalogue {
  readonly 'request-served': { readonly operation: string; readonly status: number; readonly ms: number };
  readonly 'request-failed': { readonly operation: string; readonly reference: string; readonly error: unknown };
  readonly 'errand-put-off': { readonly lane: string; readonly row: string; readonly kind: string; readonly attempts: number; readonly error: unknown };
  readonly 'row-set-aside': { readonly lane: string; readonly row: string };
  readonly 'lanes-worked-off': { readonly lanes: number; readonly errands: number };
  readonly 'lane-failed': { readonly lane: string; readonly error: unknown };
  readonly 'day-run': { readonly digests: number };
  readonly 'day-failed-for-project': { readonly projectId: string; readonly error: unknown };
  readonly 'assignment-opened': { readonly projectId: string; readonly wait: string };
  readonly 'delivery-recorded': { readonly lane: string; readonly row: string; readonly state: string };
}

const levels: Partial<Record<keyof LogCatalogue, 'warn' | 'error'>> = {
  'request-failed': 'error',
  'errand-put-off': 'warn',
  'row-set-aside': 'error',
  'lane-failed': 'error',
  'day-failed-for-project': 'error',
};

/** An error's name and message: a stack has file paths only, but a cause may quote what somebody sent. */
const told = (error: unknown) => (error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { name: 'unknown' });

/** Writes one entry of the catalogue. */
export function log<Name extends keyof LogCatalogue>(name: Name, entry: LogCatalogue[Name]): void {
  const fields = 'error' in entry ? { ...entry, error: told(entry.error) } : entry;
  logger[levels[name] ?? 'info'](name, { ...fields });
}

/** Adds one to a metric that an alarm or a graph watches. */
export function count(name: 'RowsSetAside' | 'ErrandsPutOff' | 'LettersSubmitted' | 'UnexpectedFaults', by = 1): void {
  metrics.addMetric(name, MetricUnit.Count, by);
  metrics.publishStoredMetrics();
}
