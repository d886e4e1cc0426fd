import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { requestHandler } from './request-handler.ts';
import { RequestSigner } from './request-signer.ts';
import { TableProtocol } from './table-protocol.ts';

const most = Number.MAX_SAFE_INTEGER;

/** A sum that has outgrown what can be counted exactly stays at the greatest number that can: it must not put a page out. */
const saturated = (text: string): number => Math.min(most, Math.max(-most, Number(text)));

/** They write for a log that nobody keeps, tell AWS which program asks, and look for loops of functions that call one another. */
const needless = ['loggerMiddleware', 'getUserAgentMiddleware', 'recursionDetectionMiddleware'];

/** Half of what the SDK's client costs a call by itself (decision 0082). */
function tableClient(): DynamoDBClient {
  const client = new DynamoDBClient({ requestHandler, signerConstructor: RequestSigner, protocol: TableProtocol });
  for (const name of needless) client.middlewareStack.remove(name);
  return client;
}

let client: DynamoDBDocumentClient | undefined;

/** One client for all: its connections are shared. `undefined` in an item is left out, as JSON does. */
export const documentClient = (): DynamoDBDocumentClient =>
  (client ??= DynamoDBDocumentClient.from(tableClient(), {
    marshallOptions: { removeUndefinedValues: true },
    unmarshallOptions: { wrapNumbers: saturated },
  }));
