import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { lean, withoutNeedless } from './lean.ts';
import { TableProtocol } from './table-protocol.ts';

const most = Number.MAX_SAFE_INTEGER;

/** A sum that has outgrown what can be counted exactly stays at the greatest number that can: it must not put a page out. */
const saturated = (text: string): number => Math.min(most, Math.max(-most, Number(text)));

let client: DynamoDBDocumentClient | undefined;

/** One client for all: its connections are shared. `undefined` in an item is left out, as JSON does. */
export const documentClient = (): DynamoDBDocumentClient =>
  (client ??= DynamoDBDocumentClient.from(withoutNeedless(new DynamoDBClient({ ...lean, protocol: TableProtocol })), {
    marshallOptions: { removeUndefinedValues: true },
    unmarshallOptions: { wrapNumbers: saturated },
  }));
