import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { complete } from '#core/project/complete-change.ts';
import { Journey } from '#test/support/journey.ts';
import { commit } from './commit.ts';

const { state } = new Journey().to('council-approval');
const change = complete({ before: undefined, after: state, events: [], notes: [] });

/** A table that cancels so many transactions for these reasons, then takes them; and how often it was asked. */
function cancelling(times: number, ...codes: string[]) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-central-1' }));
  const asked = { times: 0 };
  client.middlewareStack.add(
    () => () => {
      asked.times += 1;
      if (asked.times <= times) {
        throw new TransactionCanceledException({
          message: 'cancelled',
          $metadata: {},
          CancellationReasons: codes.map((Code) => ({ Code })),
        });
      }
      return Promise.resolve({ output: { $metadata: {} }, response: {} });
    },
    { step: 'initialize' },
  );
  return { client, asked };
}

describe('a cancelled transaction', () => {
  it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'is tried again for %s',
    async (code) => {
      const { client, asked } = cancelling(2, 'None', code);
      expect(await commit(client, 'table', change)).toBe('committed');
      expect(asked.times).toBe(3);
    },
  );

  it('is a conflict when a condition did not hold, whatever else was', async () => {
    const { client, asked } = cancelling(1, 'ThrottlingError', 'ConditionalCheckFailed');
    expect(await commit(client, 'table', change)).toBe('conflict');
    expect(asked.times).toBe(1);
  });

  it.each([
    ['ValidationError', 1],
    ['ThrottlingError', 6],
  ])('for %s is given up after %i', async (code, times) => {
    const { client, asked } = cancelling(Infinity, code);
    await expect(commit(client, 'table', change)).rejects.toThrow('cancelled');
    expect(asked.times).toBe(times);
  });
});
