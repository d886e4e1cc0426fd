import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { letter } from '#test/support/samples.ts';
import { projectLists } from './project-lists.ts';

const { contact, ...alone } = letter();

interface Keys {
  readonly Keys: readonly { readonly PK: string; readonly SK: string }[];
}

it('papers of many projects are read a hundred at a time, and asked for again where the table gave only some', async () => {
  const sizes: number[] = [];
  const send = async ({ input }: { readonly input: { readonly RequestItems: { readonly table: Keys } } }) => {
    const { Keys } = input.RequestItems.table;
    sizes.push(Keys.length);
    const given = Keys.slice(0, 70);
    const rest = Keys.slice(70);
    return Promise.resolve({
      Responses: {
        table: given.map((key) => ({ ...key, ...(key.SK === 'LETTER' ? { letter: alone } : { contact }) })),
      },
      ...(rest.length > 0 && { UnprocessedKeys: { table: { Keys: rest } } }),
    });
  };
  const lists = projectLists({ send } as unknown as DynamoDBDocumentClient, 'table');
  const ids = Array.from({ length: 130 }, (_, at) => `p${String(at)}`);
  const found = await lists.papers([...ids, ...ids], true);
  expect(found.size).toBe(130);
  expect([...found.values()].every((one) => one.contact?.name === contact.name)).toBe(true);
  expect(Math.max(...sizes)).toBe(100);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(260 + 30 + 30);
});
