import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { complete } from '#core/project/complete-change.ts';
import { Journey } from '#test/support/journey.ts';
import { commit, commitAll } from './commit.ts';

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

describe('many new projects', () => {
  const many = Array.from({ length: 60 }, (_, at) => ({
    ...change,
    after: { ...state, project: { ...state.project, projectId: `p${String(at)}` } },
  }));

  /** A table that takes every transaction but the first, whose condition fails; and what each was made of. */
  function refusingFirst() {
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-central-1' }));
    const sent: NonNullable<TransactWriteCommandInput['TransactItems']>[] = [];
    client.middlewareStack.add(
      () => (args) => {
        sent.push((args.input as TransactWriteCommandInput).TransactItems ?? []);
        if (sent.length === 1)
          throw new TransactionCanceledException({
            message: 'cancelled',
            $metadata: {},
            CancellationReasons: [{ Code: 'ConditionalCheckFailed' }],
          });
        return Promise.resolve({ output: { $metadata: {} }, response: {} });
      },
      { step: 'initialize' },
    );
    return { client, sent };
  }

  it('go into few transactions, each project into one, with its zone’s counters moved once; one that fails is told of its own', async () => {
    const { client, sent } = refusingFirst();
    const states = await commitAll(client, 'table', many);
    const projectsIn = (items: (typeof sent)[number]): number =>
      items.filter(({ Put }) => Put?.Item?.['project'] !== undefined).length;
    expect(sent.length).toBeLessThan(many.length / 3);
    expect(sent.reduce((sum, items) => sum + projectsIn(items), 0)).toBe(many.length);
    for (const items of sent) {
      expect(items.length).toBeLessThanOrEqual(100);
      const counts = items.filter(({ Update }) => Update?.UpdateExpression?.startsWith('ADD'));
      expect(new Set(counts.map(({ Update }) => JSON.stringify(Update?.Key))).size).toBe(counts.length);
      expect(counts[0]?.Update?.ExpressionAttributeValues?.[':n0']).toBe(
        (change.counters[0]?.amount ?? 0) * projectsIn(items),
      );
    }
    expect(states.filter((one) => one === 'conflict').length).toBe(projectsIn(sent[0] ?? []));
    expect(states.slice(projectsIn(sent[0] ?? []))).not.toContain('conflict');
  });

  it('are none where there are none', async () => {
    const { client, asked } = cancelling(Infinity, 'ValidationError');
    expect([await commitAll(client, 'table', []), asked.times]).toEqual([[], 0]);
  });
});
