import { DeleteCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Page } from '#core/kernel/ports.ts';
import type { Desks, WorkEntry } from '#core/work/desk-ports.ts';
import { mostRows } from '#core/work/work-query.ts';
import { WorkRow } from '#core/work/work-row.ts';
import { workPartition } from './items.ts';
import { keys } from './keys.ts';
import { query } from './list-queries.ts';
import { pageOf } from './paging.ts';

const Kept = z.union([
  z.object({ SK: z.string().check(z.startsWith('LOOK#')), at: z.int(), since: z.int() }),
  z.object({
    SK: z.string().check(z.startsWith('FILTER#')),
    filterId: z.string(),
    name: z.string(),
    query: z.string(),
  }),
]);

/** In seconds: who has not looked for so long has looked at nothing. */
const lookSeconds = 400 * 86_400;

/** A person's own lists and looks; one query finds them, half a read unit. */
export const deskStore = (client: DynamoDBDocumentClient, TableName: string): Desks => ({
  find: async (personId, zoneId) => {
    const { PK, SK } = keys.look(personId, zoneId);
    const { Items = [] } = await client.send(
      new QueryCommand({ TableName, KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': PK } }),
    );
    const kept = Items.map((item) => Kept.parse(item));
    const look = kept.find((one) => one.SK === SK);
    return {
      ...(look && 'at' in look && { look: { at: look.at, since: look.since } }),
      filters: kept.flatMap((one) =>
        'filterId' in one ? [{ filterId: one.filterId, name: one.name, query: one.query }] : [],
      ),
    };
  },
  look: async (personId, zoneId, { at, since }) => {
    const expiresAt = Math.floor(at / 1000) + lookSeconds;
    await client.send(new PutCommand({ TableName, Item: { ...keys.look(personId, zoneId), at, since, expiresAt } }));
  },
  save: async (personId, filter) => {
    await client.send(new PutCommand({ TableName, Item: { ...keys.filter(personId, filter.filterId), ...filter } }));
  },
  forget: async (personId, filterId) => {
    await client.send(new DeleteCommand({ TableName, Key: keys.filter(personId, filterId) }));
  },
});

const Entry = z.object({ PK: z.string(), company: z._default(z.string(), ''), workRow: z.string() });

/** A zone's open work out of the index alone: one query, a read unit for 8 KB of it (decision 0043 has the figures). */
export async function openWork(
  client: DynamoDBDocumentClient,
  table: string,
  zoneId: string,
  after: string | undefined,
  limit = mostRows,
): Promise<Page<WorkEntry>> {
  const where = { index: 'byWork', partition: 'workPk', value: workPartition(zoneId) };
  return pageOf(await query(client, table, where, { limit, after }), (item): WorkEntry => {
    const { PK, company, workRow } = Entry.parse(item);
    return { projectId: PK.replace('PROJECT#', ''), company, row: WorkRow.parse(JSON.parse(workRow)) };
  });
}
