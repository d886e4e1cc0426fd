import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { InvokeResult } from '../lambda/runtime.ts';
import { type BatchSettings, processBatch } from './batch.ts';

const record = (sequence: number): DynamoDBRecord => ({ dynamodb: { SequenceNumber: String(sequence) } });
const ok = (...failed: (number | string)[]): InvokeResult => ({
  kind: 'ok',
  payload: { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier: String(itemIdentifier) })) },
});
const thrown: InvokeResult = { kind: 'function-error', errorType: 'Error', errorMessage: 'boom' };

/** Runs a batch of records 1 to `size` against the answers, in turn, and tells what was invoked and given up. */
async function run(size: number, answer: (sequences: number[]) => InvokeResult, change: Partial<BatchSettings> = {}) {
  const invoked: string[] = [];
  const given: string[] = [];
  const pauses: number[] = [];
  const sequences = (records: readonly DynamoDBRecord[]) =>
    records.map(({ dynamodb }) => Number(dynamodb?.SequenceNumber));
  await processBatch(
    Array.from({ length: size }, (_, position) => record(position + 1)),
    {
      settings: { retryAttempts: 3, bisectBatchOnError: true, reportBatchItemFailures: true, ...change },
      invoke: async (records) => {
        invoked.push(sequences(records).join());
        return answer(sequences(records));
      },
      pause: async (attempt) => void pauses.push(attempt),
      giveUp: (records, condition) => given.push(`${sequences(records).join()} ${condition}`),
    },
  );
  return { invoked, given, pauses };
}

describe('a batch', () => {
  it('that goes well is invoked once', async () => {
    expect(await run(3, () => ok())).toEqual({ invoked: ['1,2,3'], given: [], pauses: [] });
    expect(await run(3, () => ({ kind: 'ok', payload: null }))).toEqual({ invoked: ['1,2,3'], given: [], pauses: [] });
  });

  it('is repeated from the first reported record on', async () => {
    let turn = 0;
    const { invoked, given } = await run(5, () => (turn++ === 0 ? ok(4, 3) : ok()));
    expect(invoked).toEqual(['1,2,3,4,5', '3,4,5']);
    expect(given).toEqual([]);
  });

  it('is repeated whole when a report names none of its records', async () => {
    let turn = 0;
    expect((await run(2, () => (turn++ === 0 ? ok('') : ok()), { bisectBatchOnError: false })).invoked).toEqual([
      '1,2',
      '1,2',
    ]);
  });

  it('is halved until the poison record stands alone and is given up, and the others go through in order', async () => {
    const { invoked, given, pauses } = await run(4, (sequences) => (sequences.includes(3) ? thrown : ok()));
    expect(invoked).toEqual(['1,2,3,4', '1,2', '3,4', '3', '3', '3', '3', '4']);
    expect(given).toEqual(['3 Error: boom']);
    expect(pauses).toEqual([1, 1, 1, 2, 3]);
  });

  it('is given up whole where halving is off', async () => {
    const { invoked, given } = await run(2, () => thrown, { bisectBatchOnError: false });
    expect(invoked).toEqual(['1,2', '1,2', '1,2', '1,2']);
    expect(given).toEqual(['1,2 Error: boom']);
  });

  it('gives up only what was reported', async () => {
    const { given } = await run(3, (sequences) => (sequences.includes(2) ? ok(2) : ok()), { retryAttempts: 0 });
    expect(given).toEqual(['2,3 BatchItemFailures']);
  });

  it('takes no notice of reports where reporting is off', async () => {
    expect((await run(2, () => ok(1), { reportBatchItemFailures: false })).invoked).toEqual(['1,2']);
  });
});
