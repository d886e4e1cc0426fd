import { GetCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { ProjectEvent } from '#core/project/event.ts';
import { StoredContact, StoredLetter } from '#core/letter/letter-of-intent.ts';
import { ProjectDocument } from '#core/documents/document.ts';
import { Obstacle } from '#core/obstacles/obstacle.ts';
import { OfficeNote } from '#core/work/office-note.ts';
import { Assignment, Project, type Aggregate } from '#core/project/project.ts';
import type {
  IdempotencyRecord,
  Letter,
  Page,
  PageRequest,
  Projects,
  TaskTokens,
  Written,
} from '#core/kernel/ports.ts';
import { officeNotePrefix } from '#core/project/change-builder.ts';
import { Undo } from '#core/project/undo.ts';
import { waitKey } from '#core/stages/waits.ts';
import { giveWay } from '../give-way.ts';
import { commit, commitAll } from './commit.ts';
import { tokenItem, type Item } from './items.ts';
import { wasWritten } from './conditional-write.ts';
import { itemsOf } from './list-queries.ts';
import { eventPrefix, keys, projectPartition, statePrefix, type Key } from './keys.ts';
import { fromToken, pageOf, startKey } from './paging.ts';
import { queryAll } from './query-all.ts';

const StoredIdempotency = z.object({
  keyHash: z.string(),
  bodyHash: z.string(),
  projectId: z.string(),
  number: z.string(),
  at: z.int(),
});

const Proof = z.object({ projectId: z.string(), said: z.int() });

/** A project, its assignments, documents and obstacles from their items; throws for an item that does not parse. */
export function aggregateOf(items: readonly Item[]): Aggregate | undefined {
  const projectItem = items.find((item) => 'project' in item);
  if (projectItem === undefined) return undefined;
  const assignments = items
    .filter((item) => 'assignment' in item)
    .map(({ assignment }) => Assignment.parse(assignment));
  // The order of opening: ids sort by stage and round only.
  const inOrder = assignments.toSorted((a, b) => a.openedAt - b.openedAt || (a.assignmentId < b.assignmentId ? -1 : 1));
  const documents = items.filter((item) => 'document' in item).map(({ document }) => ProjectDocument.parse(document));
  const obstacles = items.filter((item) => 'obstacle' in item).map(({ obstacle }) => Obstacle.parse(obstacle));
  return {
    project: Project.parse(projectItem['project']),
    assignments: inOrder,
    documents: documents.toSorted(
      (a, b) => a.at - b.at || a.version - b.version || (a.documentId < b.documentId ? -1 : 1),
    ),
    obstacles: obstacles.toSorted((a, b) => Number(a.obstacleId.slice(1)) - Number(b.obstacleId.slice(1))),
  };
}

async function getOne<Schema extends z.ZodMiniType>(
  client: DynamoDBDocumentClient,
  TableName: string,
  Key: Key,
  name: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName, Key }));
  return Item === undefined ? undefined : schema.parse(Item[name]);
}

async function written(client: DynamoDBDocumentClient, table: string, projectId: string): Promise<Written> {
  const items = await itemsOf(client, table, [keys.letter(projectId), keys.contact(projectId)]);
  const [letter, contact] = ['letter', 'contact'].map((name) => items.find((item) => name in item)?.[name]);
  return {
    letter: letter === undefined ? undefined : (StoredLetter.parse(letter) as Letter),
    contact: contact === undefined ? undefined : StoredContact.parse(contact),
  };
}

/** Backwards the project's own item is read first: a change made upon a mixture of two states is a conflict. */
const load = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  projectId: string,
): Promise<Aggregate | undefined> =>
  aggregateOf(
    await queryAll(client, {
      TableName,
      ConsistentRead: true,
      ScanIndexForward: false,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :prefix)',
      ExpressionAttributeValues: { ':pk': projectPartition(projectId), ':prefix': statePrefix },
    }),
  );

/** Sequences in keys have six digits. */
const farthestEvent = 1_000_000;

async function events(
  client: DynamoDBDocumentClient,
  TableName: string,
  projectId: string,
  { limit, after }: PageRequest,
): Promise<Page<ProjectEvent>> {
  const page = await fromToken(after, () =>
    client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        Limit: limit,
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :prefix)',
        ExpressionAttributeValues: { ':pk': projectPartition(projectId), ':prefix': eventPrefix },
        ...startKey(after, { name: 'PK', value: projectPartition(projectId) }),
      }),
    ),
  );
  return pageOf(page, (item) => ProjectEvent.parse(item['event']));
}

async function latestEvents(
  client: DynamoDBDocumentClient,
  TableName: string,
  projectId: string,
  { limit, before = farthestEvent }: Parameters<Projects['latestEvents']>[1],
): Promise<readonly ProjectEvent[]> {
  const { PK, SK } = keys.event(projectId, Math.min(before, farthestEvent) - 1);
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      Limit: limit,
      ScanIndexForward: false,
      KeyConditionExpression: 'PK = :pk AND SK BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': PK, ':first': eventPrefix, ':last': SK },
    }),
  );
  return Items.map((item) => ProjectEvent.parse(item['event']));
}

async function officeNotes(
  client: DynamoDBDocumentClient,
  TableName: string,
  projectId: string,
  { limit, after }: PageRequest,
): Promise<Page<OfficeNote>> {
  const prefix = keys.note(projectId, officeNotePrefix).SK;
  const page = await fromToken(after, () =>
    client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        Limit: limit,
        ScanIndexForward: false,
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :prefix)',
        ExpressionAttributeValues: { ':pk': projectPartition(projectId), ':prefix': prefix },
        ...startKey(after, { name: 'PK', value: projectPartition(projectId) }),
      }),
    ),
  );
  return pageOf(page, ({ SK, text, office }) =>
    OfficeNote.parse({ noteId: String(SK).replace('NOTE#', ''), text, ...z.looseObject({}).parse(office) }),
  );
}

/** What DynamoDB gives in one call. */
const mostInBatch = 100;

async function known(
  client: DynamoDBDocumentClient,
  table: string,
  keyHashes: readonly string[],
): Promise<ReadonlyMap<string, IdempotencyRecord>> {
  const wanted = [...new Set(keyHashes)].map((keyHash) => keys.idempotency(keyHash));
  const found: Item[] = [];
  for (let at = 0; at < wanted.length; at += mostInBatch)
    found.push(...(await itemsOf(client, table, wanted.slice(at, at + mostInBatch), true)));
  const records = found.map((item) => StoredIdempotency.parse(item));
  return new Map(records.map((record) => [record.keyHash, record]));
}

export function projectStore(client: DynamoDBDocumentClient, table: string): Projects {
  return {
    load: (projectId) => load(client, table, projectId),
    letter: async (projectId) =>
      (await getOne(client, table, keys.letter(projectId), 'letter', StoredLetter)) as Letter | undefined,
    contact: (projectId) => getOne(client, table, keys.contact(projectId), 'contact', StoredContact),
    written: (projectId) => written(client, table, projectId),
    formerContact: (projectId, linkVersion) =>
      getOne(client, table, keys.formerContact(projectId, linkVersion), 'contact', StoredContact),
    note: (projectId, noteId) => getOne(client, table, keys.note(projectId, noteId), 'text', z.string()),
    officeNotes: (projectId, page) => officeNotes(client, table, projectId, page),
    events: (projectId, page) => events(client, table, projectId, page),
    undo: async (projectId) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.undo(projectId), ConsistentRead: true }),
      );
      return Item && Undo.parse(Item['undo']);
    },
    latestEvents: (projectId, page) => latestEvents(client, table, projectId, page),
    commit: (change) => commit(client, table, change),
    commitAll: (changes) => commitAll(client, table, changes),
    idempotency: async (keyHash): Promise<IdempotencyRecord | undefined> => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.idempotency(keyHash), ConsistentRead: true }),
      );
      return Item === undefined ? undefined : StoredIdempotency.parse(Item);
    },
    known: (keyHashes) => known(client, table, keyHashes),
    // A query: not every function that changes projects may get single items.
    lastNumber: async (zoneId, year) => {
      const { PK, SK } = keys.number(zoneId, year);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'PK = :pk AND SK = :sk',
          ExpressionAttributeValues: { ':pk': PK, ':sk': SK },
        }),
      );
      return z.int().parse(Items[0]?.['last'] ?? 0);
    },
    proof: async (zoneId, sha256) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.proof(zoneId, sha256), ConsistentRead: true }),
      );
      return Item && Proof.parse(Item);
    },
    giveWay,
  };
}

export function taskTokens(client: DynamoDBDocumentClient, table: string): TaskTokens {
  return {
    store: async (projectId, wait, task) => {
      await wasWritten(client.send(new PutCommand({ TableName: table, ...tokenItem(projectId, wait, task) })));
    },
    find: async (projectId, wait) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.token(projectId, waitKey(wait)), ConsistentRead: true }),
      );
      return Item === undefined ? undefined : z.string().parse(Item['token']);
    },
  };
}
