import type { DynamoDBRecord } from 'aws-lambda';
import type { InvokeResult } from '../lambda/runtime.ts';

export interface BatchSettings {
  readonly retryAttempts: number;
  readonly bisectBatchOnError: boolean;
  readonly reportBatchItemFailures: boolean;
}

interface Options {
  readonly settings: BatchSettings;
  readonly invoke: (records: readonly DynamoDBRecord[]) => Promise<InvokeResult>;
  /** Waits before attempt 1, 2, …; rejects when the host stops, which leaves the batch for the next start. */
  readonly pause: (attempt: number) => Promise<void>;
  readonly giveUp: (records: readonly DynamoDBRecord[], condition: string) => void;
}

/** Source: Lambda developer guide, "Configuring partial batch response with DynamoDB and Lambda". */
export async function processBatch(records: readonly DynamoDBRecord[], options: Options, attempt = 0): Promise<void> {
  if (records.length === 0) return;
  const { settings, invoke, pause, giveUp } = options;
  const result = await invoke(records);
  const failed = firstFailed(records, result, settings);
  if (failed === undefined) return;
  const rest = records.slice(failed);
  if (attempt >= settings.retryAttempts) {
    giveUp(rest, result.kind === 'ok' ? 'BatchItemFailures' : `${result.errorType}: ${result.errorMessage}`);
    return;
  }
  await pause(attempt + 1);
  // Halving does not count as a repetition.
  const halve = settings.bisectBatchOnError && failed === 0 && rest.length > 1;
  const middle = halve ? Math.ceil(rest.length / 2) : rest.length;
  await processBatch(rest.slice(0, middle), options, halve ? attempt : attempt + 1);
  await processBatch(rest.slice(middle), options, attempt);
}

/** Position of the first record to repeat; `undefined` when all went well. A failure that names no record of the batch means all of it. */
function firstFailed(
  records: readonly DynamoDBRecord[],
  result: InvokeResult,
  settings: BatchSettings,
): number | undefined {
  if (result.kind !== 'ok') return 0;
  if (!settings.reportBatchItemFailures) return undefined;
  const failures = reported(result.payload);
  if (failures.length === 0) return undefined;
  const positions = failures.map((failure) =>
    records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === failure),
  );
  return positions.includes(-1) ? 0 : Math.min(...positions);
}

function reported(payload: unknown): unknown[] {
  if (typeof payload !== 'object' || payload === null || !('batchItemFailures' in payload)) return [];
  const { batchItemFailures } = payload;
  if (!Array.isArray(batchItemFailures)) return [];
  return batchItemFailures.map((failure: { itemIdentifier?: unknown } | null) => failure?.itemIdentifier);
}
