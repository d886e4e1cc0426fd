import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from './keys.ts';

/** An item holds at most 400 KB with its names. Source: DynamoDB quotas. */
const partBytes = 380_000;

const Part = z.object({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) });

/** Small files by the hash of their bytes: a signed letter, in parts. The same file twice is one. */
export interface Files {
  readonly put: (sha256: string, bytes: Uint8Array) => Promise<void>;
  /** Undefined for a file that was never brought. */
  readonly get: (sha256: string) => Promise<Uint8Array | undefined>;
}

export const fileStore = (client: DynamoDBDocumentClient, TableName: string): Files => ({
  put: async (sha256, bytes) => {
    const count = Math.ceil(bytes.length / partBytes);
    for (let part = 0; part < count; part += 1) {
      await client.send(new PutCommand({ TableName, Item: { ...keys.filePart(sha256, part), count, bytes: bytes.slice(part * partBytes, (part + 1) * partBytes) } }));
    }
  },
  get: async (sha256) => {
    const parts: Uint8Array[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await client.send(new QueryCommand({
        TableName, KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': keys.filePart(sha256, 0).PK }, ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }));
      parts.push(...(page.Items ?? []).map((item) => Part.parse(item).bytes));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return parts.length === 0 ? undefined : new Uint8Array(Buffer.concat(parts));
  },
});
