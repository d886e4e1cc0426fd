import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { listedAssignments } from '#core/project/listing.ts';
import type { Aggregate } from '#core/project/project.ts';
import { Journey } from '#test/support/journey.ts';
import { assignmentItem, type Item } from './items.ts';
import { keys } from './keys.ts';
import { projectStore } from './project-store.ts';

const itemsOf = (aggregate: Aggregate): readonly Item[] => {
  const { project } = aggregate;
  return [
    { ...keys.project(project.projectId), project },
    ...listedAssignments(aggregate).map((one) => assignmentItem(project, one)),
  ].toSorted((a, b) => (String(a['SK']) < String(b['SK']) ? -1 : 1));
};

/** A table that gives one item a page, and that somebody changes after the first. */
function changing(before: Aggregate, after: Aggregate): DynamoDBDocumentClient {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-central-1' }));
  let items = itemsOf(before);
  client.middlewareStack.add(
    () =>
      ({ input }) => {
        const { ScanIndexForward, ExclusiveStartKey } = input as QueryCommandInput;
        const ordered = ScanIndexForward === false ? items.toReversed() : items;
        const at = ordered.findIndex(({ SK }) => SK === ExclusiveStartKey?.['SK']) + 1;
        const item = ordered[at];
        items = itemsOf(after);
        return Promise.resolve({
          output: {
            $metadata: {},
            Items: item ? [item] : [],
            ...(at + 1 < ordered.length && { LastEvaluatedKey: { SK: item?.['SK'] } }),
          },
          response: {},
        });
      },
    { step: 'initialize', priority: 'high' },
  );
  return client;
}

describe('a project that changes while it is read', () => {
  it('has the earlier version, so that no change made upon it is taken', async () => {
    const journey = new Journey().to('technical-conditions');
    const before = journey.state;
    const [assignment] = before.assignments.filter(({ state }) => state === 'open');
    const after: Aggregate = {
      ...before,
      project: { ...before.project, version: before.project.version + 1 },
      assignments: before.assignments.map((one) =>
        one.assignmentId === assignment?.assignmentId ? { ...one, overdue: true } : one,
      ),
    };
    const read = await projectStore(changing(before, after), 'table').load('p1');
    expect(read?.assignments).toHaveLength(before.assignments.length);
    expect(read?.project.version).toBe(before.project.version);
  });
});
