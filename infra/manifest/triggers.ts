import type { FunctionName } from './types.ts';

/** Who reads the table's stream. At most two readers: more would throttle each other (DynamoDB Streams' limit). */
export const streamReaders = [
  {
    function: 'relay',
    batchSize: 25,
    maximumBatchingWindowSeconds: 0,
    parallelizationFactor: 4,
    retryAttempts: 10,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    filter: { eventName: ['INSERT'], dynamodb: { Keys: { SK: { S: [{ prefix: 'OUTBOX#' }] } } } },
  },
] as const;

export interface Schedule {
  readonly function: FunctionName;
  /** EventBridge Scheduler's cron fields, UTC: minutes hours day-of-month month day-of-week year. */
  readonly cron: string;
  readonly purpose: string;
}

export const schedules: readonly Schedule[] = [
  {
    function: 'sweep-outbox',
    cron: '* * * * ? *',
    purpose: 'what could be taken back goes out, what failed is tried again',
  },
  { function: 'run-day', cron: '30 1 * * ? *', purpose: 'before the working morning (06:30) of both countries' },
];

export const emailEvents = {
  function: 'record-delivery',
  source: 'aws.ses',
  detailTypes: ['Email Delivered', 'Email Bounced', 'Email Complaint Received', 'Email Rejected'],
  /** Only emails of ours carry the row of the outbox; another sender of the account is none of our business. */
  detail: { mail: { tags: { row: [{ exists: true }] } } },
} as const;

export const fileScans = {
  function: 'record-scan',
  source: 'aws.guardduty',
  detailType: 'GuardDuty Malware Protection Object Scan Result',
  prefix: 'incoming/',
} as const;
