import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { FileRecord } from '#core/documents/document.ts';
import type { ScanResult } from '#core/documents/document-kind.ts';
import { draftFileDays } from '#core/documents/upload-budgets.ts';
import type { FileRecords } from '#core/kernel/ports.ts';
import type { Item } from './items.ts';
import { keys } from './keys.ts';

/** Of real time, as TTL counts; a day less than the store keeps the bytes of what becomes no document (docs/decisions/0007-files.md): what has a record has its bytes. */
const keptSeconds = draftFileDays * 86_400;

/** DynamoDB's most keys of one BatchGetItem. */
const mostKeys = 100;

async function batch(
  client: DynamoDBDocumentClient,
  TableName: string,
  fileIds: readonly string[],
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let wanted: Record<string, unknown>[] = fileIds.map((fileId) => ({ ...keys.file(fileId) }));
  while (wanted.length > 0) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys: wanted.slice(0, mostKeys) } } }),
    );
    items.push(...(Responses?.[TableName] ?? []));
    wanted = [...(UnprocessedKeys?.[TableName]?.Keys ?? []), ...wanted.slice(mostKeys)];
  }
  return items;
}

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

const recordOf = (item: Item): FileRecord => FileRecord.parse(item);

/** The table removes what has expired some time after. */
const isThere = ({ expiresAt }: Item): boolean => typeof expiresAt !== 'number' || expiresAt > nowSeconds();

/** A word already there stays, except that "infected" outweighs every other. */
async function noteScan(
  client: DynamoDBDocumentClient,
  TableName: string,
  fileId: string,
  result: ScanResult,
): Promise<FileRecord | undefined> {
  try {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName,
        Key: keys.file(fileId),
        UpdateExpression: 'SET #scan = :result',
        ConditionExpression: result === 'infected' ? 'attribute_exists(PK)' : '#scan = :waiting OR #scan = :result',
        ExpressionAttributeNames: { '#scan': 'scan' },
        ExpressionAttributeValues: { ':result': result, ...(result !== 'infected' && { ':waiting': 'waiting' }) },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes && recordOf(Attributes);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return find(client, TableName, fileId);
    throw error;
  }
}

async function find(
  client: DynamoDBDocumentClient,
  TableName: string,
  fileId: string,
): Promise<FileRecord | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName, Key: keys.file(fileId), ConsistentRead: true }));
  return Item && isThere(Item) ? recordOf(Item) : undefined;
}

export const fileRecordStore = (client: DynamoDBDocumentClient, table: string): FileRecords => ({
  find: (fileId) => find(client, table, fileId),
  findAll: async (fileIds) => (await batch(client, table, [...new Set(fileIds)])).filter(isThere).map(recordOf),
  begin: async (record) => {
    const expiresAt = nowSeconds() + keptSeconds;
    await client.send(
      new PutCommand({
        TableName: table,
        Item: { ...keys.file(record.fileId), ...record, expiresAt },
        ConditionExpression: 'attribute_not_exists(PK)',
      }),
    );
  },
  noteScan: (fileId, result) => noteScan(client, table, fileId, result),
});
