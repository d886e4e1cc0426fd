import {
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Lines } from '#core/lines/line-ports.ts';
import { Line, LineChange } from '#core/lines/line.ts';
import { LinePhoto } from '#core/lines/line-photo.ts';
import { outboxItem, type Item } from './items.ts';
import { keys, padded } from './keys.ts';
import { itemsOf } from './list-queries.ts';

const changePrefix = 'CHANGE#';

const mostPhotos = 500;

async function photos(
  client: DynamoDBDocumentClient,
  TableName: string,
  lineId: string,
  most: number,
): Promise<readonly LinePhoto[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      Limit: most,
      ScanIndexForward: false,
      ConsistentRead: true,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :prefix)',
      ExpressionAttributeValues: { ':pk': keys.utilityLine(lineId).PK, ':prefix': 'PHOTO#' },
    }),
  );
  return Items.map((item) => LinePhoto.parse(item));
}

async function keepPhoto(
  client: DynamoDBDocumentClient,
  TableName: string,
  lineId: string,
  photo: LinePhoto,
): Promise<void> {
  await client.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: { ...keys.linePhoto(lineId, photo.at, photo.fileId), ...photo } } },
        {
          Update: {
            TableName,
            Key: keys.file(photo.fileId),
            UpdateExpression: 'REMOVE expiresAt',
            ConditionExpression: 'attribute_exists(PK)',
          },
        },
      ],
    }),
  );
}

/** @param forget what a zone's setting was read as: it is another one now */
export const lineStore = (
  client: DynamoDBDocumentClient,
  TableName: string,
  forget: (zoneId: string) => void = () => undefined,
): Lines => ({
  find: async (lineId) => {
    const { Item: item } = await client.send(
      new GetCommand({ TableName, Key: keys.utilityLine(lineId), ConsistentRead: true }),
    );
    return item && Line.parse(item);
  },
  all: async (lineIds) =>
    lineIds.length === 0
      ? []
      : (await itemsOf(client, TableName, lineIds.map(keys.utilityLine))).map((item) => Line.parse(item)),
  changes: async (lineId, most) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        Limit: most,
        ScanIndexForward: false,
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :prefix)',
        ExpressionAttributeValues: { ':pk': keys.utilityLine(lineId).PK, ':prefix': changePrefix },
      }),
    );
    return Items.map((item) => LineChange.parse(item));
  },
  alarm: async (lineId, on) => {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: keys.utilityLine(lineId),
        UpdateExpression: 'SET alarmed = :on',
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeValues: { ':on': on },
      }),
    );
  },
  photos: (lineId, most) => photos(client, TableName, lineId, most),
  // A line has some hundreds at most, and one of them is asked for by somebody who looks at it.
  photo: async (lineId, fileId) =>
    (await photos(client, TableName, lineId, mostPhotos)).find((one) => one.fileId === fileId),
  keepPhoto: (lineId, photo) => keepPhoto(client, TableName, lineId, photo),
  write: async (line, known, change, row) => {
    const { PK } = keys.utilityLine(line.lineId);
    const items: Item[] = [
      { ...keys.line(line.zoneId, line.lineId), ...known },
      { PK, SK: `${changePrefix}${padded(change.version, 6)}`, ...change },
      ...(row ? [outboxItem(row)] : []),
    ];
    const isNew = line.version === 1;
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName,
                Item: { PK, SK: 'LINE', ...line },
                ConditionExpression: isNew ? 'attribute_not_exists(PK)' : 'version = :seen',
                ...(!isNew && { ExpressionAttributeValues: { ':seen': line.version - 1 } }),
              },
            },
            ...items.map((Item) => ({ Put: { TableName, Item } })),
          ],
        }),
      );
    } catch (error) {
      if (error instanceof TransactionCanceledException) return 'conflict';
      throw error;
    }
    forget(line.zoneId);
    return 'written';
  },
});
