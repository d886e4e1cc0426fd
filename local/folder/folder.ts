import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { keys } from '#functions/adapters/table/keys.ts';
import { openIndex } from '../aws/s3/object-index.ts';
import { folderIssue, type Question, secretsIn, stores } from './examine.ts';
import { currentFormat, type Identity, readIdentity, writeIdentity } from './identity.ts';
import { folderKey, writeStamp } from './stamps.ts';

/** A folder that may not be started as it is: trying again changes nothing. Its message is one sentence that says what to do. */
export class FolderRefused extends Error {}

export interface Admission {
  readonly identity: Identity;
  /** To be called when every store is there: at the first start they get the folder's id. Rejects when the table is of another folder. */
  complete(client: DynamoDBClient): Promise<void>;
}

/** Looks at a folder before anything is written to it, and begins a new one. Throws FolderRefused. @param now real time, ms */
export function enterFolder(question: Question, now: number): Admission {
  const { dataDir, wanted, tableName, newSecrets } = question;
  const found = foundIdentity(dataDir);
  const issue = folderIssue(question, found);
  if (issue !== undefined) throw new FolderRefused(issue);
  const { kind, site, issuer } = wanted;
  let identity: Identity = found ?? {
    id: randomUUID(),
    format: currentFormat,
    kind,
    site,
    issuer,
    createdAt: new Date(now).toISOString(),
    complete: false,
    secrets: {},
  };
  const keep = (change: Partial<Identity>) => {
    identity = { ...identity, ...change };
    writeIdentity(dataDir, identity);
  };
  if (!found) keep({});
  else if (wanted.moved && kind === 'real') keep({ site, issuer });
  return {
    get identity() {
      return identity;
    },
    async complete(client) {
      await claimTable(client, tableName, identity, dataDir);
      if (identity.complete && !newSecrets) return;
      for (const name of [stores.executions, stores.objects]) writeStamp(join(dataDir, name), identity.id);
      keep({ complete: true, secrets: secretsIn(dataDir) });
    },
  };
}

function foundIdentity(dataDir: string): Identity | undefined {
  try {
    return readIdentity(dataDir);
  } catch (error) {
    throw new FolderRefused(error instanceof Error ? error.message : String(error));
  }
}

const itemKey = { PK: { S: folderKey.PK }, SK: { S: folderKey.SK } };

async function claimTable(
  client: DynamoDBClient,
  TableName: string,
  { id, complete }: Identity,
  dataDir: string,
): Promise<void> {
  const owner = await folderOf(client, TableName);
  if (owner?.id === id) return;
  if (owner !== undefined || complete) {
    throw new FolderRefused(
      `The table ${TableName} is ${owner === undefined ? 'not' : `of folder ${owner.id}, not`} of ${dataDir}: set AWS_ENDPOINT_URL_DYNAMODB and DATA_DIR to two that belong together.`,
    );
  }
  await putFolderItem(client, TableName, id).catch((error: unknown) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    throw new Error(
      `The table ${TableName} has just become another folder's: set AWS_ENDPOINT_URL_DYNAMODB to a table of its own for ${dataDir}.`,
    );
  });
}

const putFolderItem = (client: DynamoDBClient, TableName: string, id: string) =>
  client.send(
    new PutItemCommand({
      TableName,
      Item: { ...itemKey, id: { S: id } },
      ConditionExpression: 'attribute_not_exists(PK)',
    }),
  );

async function folderOf(
  client: DynamoDBClient,
  TableName: string,
): Promise<{ id: string; isSeeded: boolean } | undefined> {
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: itemKey, ConsistentRead: true }));
  return Item && { id: Item['id']?.S ?? '', isSeeded: Item['seededAt'] !== undefined };
}

/** Whether the table got its first data once, whatever became of them since. */
export const isSeeded = async (client: DynamoDBClient, tableName: string): Promise<boolean> =>
  (await folderOf(client, tableName))?.isSeeded ?? false;

export async function noteSeeded(client: DynamoDBClient, TableName: string, at: string): Promise<void> {
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key: itemKey,
      UpdateExpression: 'SET seededAt = :at',
      ExpressionAttributeValues: { ':at': { S: at } },
    }),
  );
}

/** A release without the folder's item wrote zones before all else. */
async function hasZones(client: DynamoDBClient, TableName: string): Promise<boolean> {
  const { Count } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'PK = :zones',
      ExpressionAttributeValues: { ':zones': { S: keys.zoneListed('').PK } },
      Limit: 1,
    }),
  );
  return Count === 1;
}

interface Stamped extends Pick<Identity, 'kind' | 'site' | 'issuer'> {
  /** Real time, ms. */
  readonly now: number;
}

/** To be repeated when cut off. The caller holds the folder's lock; `client`: of its own table, indexes and all. */
export async function stampFolder(
  dataDir: string,
  client: DynamoDBClient,
  tableName: string,
  { kind, site, issuer, now }: Stamped,
): Promise<Identity> {
  const createdAt = new Date(now).toISOString();
  // Format 1 until all is stamped: a start meanwhile asks for the migration.
  const begun: Identity = readIdentity(dataDir) ?? {
    id: randomUUID(),
    format: 1,
    kind,
    site,
    issuer,
    createdAt,
    complete: false,
    secrets: {},
  };
  writeIdentity(dataDir, begun);
  const owner = await folderOf(client, tableName);
  if (owner === undefined) await putFolderItem(client, tableName, begun.id);
  else if (owner.id !== begun.id) throw new Error(`The table is of folder ${owner.id}, not of ${dataDir}.`);
  if (await hasZones(client, tableName)) await noteSeeded(client, tableName, createdAt);
  if (!existsSync(join(dataDir, stores.executions)))
    throw new Error(`${join(dataDir, stores.executions)} is missing: put back the one of this folder.`);
  mkdirSync(join(dataDir, 'objects'), { recursive: true, mode: 0o700 });
  openIndex(join(dataDir, stores.objects)).close();
  for (const name of [stores.executions, stores.objects]) writeStamp(join(dataDir, name), begun.id);
  const identity: Identity = {
    ...begun,
    format: currentFormat,
    kind,
    site,
    issuer,
    complete: true,
    secrets: secretsIn(dataDir),
  };
  writeIdentity(dataDir, identity);
  return identity;
}
