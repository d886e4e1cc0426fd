import { randomInt } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { addedUp, type Count } from '#core/figures/figures.ts';
import type { AttachedFile, CompleteChange } from '#core/project/complete-change.ts';
import type { Undo } from '#core/project/undo.ts';
import { giveWay } from '../give-way.ts';
import { addressIndex } from './address-index.ts';
import { attributeOf } from './count-names.ts';
import { partOf } from './count-store.ts';
import {
  assignmentItem,
  obstacleItem,
  outboxItem,
  projectIndexes,
  sparseProjectAttributes,
  tokenItem,
  wordItems,
  type Item,
} from './items.ts';
import { countShards, keys } from './keys.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Another writer of the same counter, or a partition that grows: the SDK repeats no cancelled transaction. */
const passing: ReadonlySet<string | undefined> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);
const commitAttempts = 6;

const put = (TableName: string, item: Item, onlyNew = true): Write => ({
  Put: { TableName, Item: item, ...(onlyNew && { ConditionExpression: 'attribute_not_exists(PK)' }) },
});

function projectWrite(TableName: string, { after: { project }, upon, listing, letter }: CompleteChange): Write {
  const Key = keys.project(project.projectId);
  const company = letter?.company.name;
  const values: Item = { project, version: project.version, ...projectIndexes(project, listing) };
  if (upon === undefined) return put(TableName, { ...Key, ...values, company: company ?? '' });
  const set: Item = { ...values, ...(company !== undefined && { company }) };
  const gone = sparseProjectAttributes.filter((name) => !(name in set));
  return {
    Update: {
      TableName,
      Key,
      UpdateExpression: `SET ${Object.keys(set)
        .map((name) => `#${name} = :${name}`)
        .join(', ')}${gone.length > 0 ? ` REMOVE ${gone.join(', ')}` : ''}`,
      ConditionExpression: '#version = :upon',
      ExpressionAttributeNames: Object.fromEntries(Object.keys(set).map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
        ':upon': upon,
      },
    },
  };
}

/** A file that became a document says so in its own record: neither it nor the scanner's word is lost, whichever comes first. */
const attachedWrite = (TableName: string, { fileId, attached, scan }: AttachedFile): Write => ({
  Update: {
    TableName,
    Key: keys.file(fileId),
    UpdateExpression: 'SET attached = :attached, #owner = :owner REMOVE expiresAt',
    ConditionExpression: `attribute_not_exists(attached) AND #scan IN (${scan.map((_, at) => `:scan${String(at)}`).join(', ')})`,
    ExpressionAttributeNames: { '#owner': 'owner', '#scan': 'scan' },
    ExpressionAttributeValues: {
      ':attached': attached,
      ':owner': { kind: 'project', projectId: attached.projectId },
      ...Object.fromEntries(scan.map((word, at) => [`:scan${String(at)}`, word])),
    },
  },
});

/** All counters of a zone lie in one item a shard, those of a forum, of what has been and of the board in others: however many move, at most four items are written. */
function countWrites(TableName: string, zoneId: string, deltas: readonly Count[]): readonly Write[] {
  return [...Map.groupBy(deltas, partOf)].map(([part, counts]) => ({
    Update: {
      TableName,
      Key: keys.count(zoneId, randomInt(countShards), part),
      UpdateExpression: `ADD ${counts.map((_, at) => `#n${String(at)} :n${String(at)}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(counts.map((count, at) => [`#n${String(at)}`, attributeOf(count)])),
      ExpressionAttributeValues: Object.fromEntries(counts.map(({ amount }, at) => [`:n${String(at)}`, amount])),
    },
  }));
}

function besideWrites(
  TableName: string,
  { after: { project }, upon, letter, contact, former, idempotency }: CompleteChange,
): readonly Write[] {
  const { projectId } = project;
  const isNew = upon === undefined;
  const writes: Write[] = [];
  if (letter) writes.push(put(TableName, { ...keys.letter(projectId), letter }, isNew));
  if (contact) {
    const index = contact.email !== undefined && addressIndex(contact.email, projectId);
    writes.push(put(TableName, { ...keys.contact(projectId), contact, ...index }, isNew));
  }
  if (former) {
    const { linkVersion, keptUntil: expiresAt } = former;
    const item = { ...keys.formerContact(projectId, linkVersion), contact: former.contact, expiresAt };
    writes.push(put(TableName, item, false));
  }
  if (idempotency) {
    const { keptUntil, forEver: _, ...record } = idempotency;
    const expiry = keptUntil === undefined ? {} : { expiresAt: keptUntil };
    writes.push(put(TableName, { ...keys.idempotency(record.keyHash), ...record, ...expiry }));
  }
  return writes;
}

/** Running numbers are taken with what has them: they follow `last`, the last one given, and it holds only while that is still so. */
export function serialUpdate(
  TableName: string,
  { zoneId, year }: { readonly zoneId: string; readonly year: number },
  { last, upTo }: { readonly last: number; readonly upTo: number },
): NonNullable<Write['Update']> {
  const none = last === 0;
  return {
    TableName,
    Key: keys.number(zoneId, year),
    UpdateExpression: 'SET #last = :upTo',
    ConditionExpression: none ? 'attribute_not_exists(#last)' : '#last = :last',
    ExpressionAttributeNames: { '#last': 'last' },
    ExpressionAttributeValues: { ':upTo': upTo, ...(!none && { ':last': last }) },
  };
}

/** A day later nobody asks for it. */
const undoSeconds = 86_400;

const undoWrite = (TableName: string, projectId: string, undo: Undo): Write =>
  put(TableName, { ...keys.undo(projectId), undo, expiresAt: Math.floor(undo.until / 1000) + undoSeconds }, false);

/** Rows that nobody has tried yet, and with them what they were held for. */
function unsentWrites(TableName: string, { unsent, after: { project } }: CompleteChange): readonly Write[] {
  if (unsent === undefined) return [];
  return [
    { Delete: { TableName, Key: keys.undo(project.projectId), ConditionExpression: 'attribute_exists(PK)' } },
    ...unsent.map(({ laneId, rowId }): Write => ({
      Delete: {
        TableName,
        Key: keys.outbox(laneId, rowId),
        ConditionExpression: 'attempts = :none AND #state = :waiting',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':none': 0, ':waiting': 'waiting' },
      },
    })),
  ];
}

/** Who lets open data name them, in one list. */
function namedWrites(TableName: string, { named, after: { project } }: CompleteChange): readonly Write[] {
  if (named === undefined) return [];
  const Key = keys.named(project.projectId);
  return [named ? put(TableName, { ...Key }, false) : { Delete: { TableName, Key } }];
}

/** A file proves one rung of the zone: whoever says another with it at the same moment sees this one first. */
function proofWrites(TableName: string, { proof: made, after: { project } }: CompleteChange): readonly Write[] {
  if (made === undefined) return [];
  const { sha256, proof, seen } = made;
  return [
    {
      Put: {
        TableName,
        Item: { ...keys.proof(project.zoneId, sha256), ...proof },
        ConditionExpression: seen === undefined ? 'attribute_not_exists(PK)' : 'projectId = :project AND said = :said',
        ...(seen && { ExpressionAttributeValues: { ':project': seen.projectId, ':said': seen.said } }),
      },
    },
  ];
}

const writesOf = (TableName: string, change: CompleteChange): readonly Write[] => [
  ...writesBesideCounts(TableName, change),
  ...countWrites(TableName, change.after.project.zoneId, change.counters),
  ...(change.also ? writesOf(TableName, change.also) : []),
];

function writesBesideCounts(TableName: string, change: CompleteChange): readonly Write[] {
  const { project } = change.after;
  const { projectId, zoneId } = project;
  return [
    projectWrite(TableName, change),
    ...besideWrites(TableName, change),
    ...(change.serial
      ? [{ Update: serialUpdate(TableName, change.serial, { last: change.serial.last - 1, upTo: change.serial.last }) }]
      : []),
    ...change.lostWords.map((word): Write => ({ Delete: { TableName, Key: keys.word(zoneId, word, projectId) } })),
    ...change.assignments.map((one) => put(TableName, assignmentItem(project, one), false)),
    ...change.documents.map((document) =>
      put(TableName, { ...keys.document(projectId, document.documentId, document.version), document }, false),
    ),
    ...change.attached.map((one) => attachedWrite(TableName, one)),
    ...change.obstacles.map((one) => put(TableName, obstacleItem(project, one), false)),
    ...change.events.map((event) => put(TableName, { ...keys.event(projectId, event.sequence), event })),
    ...change.notes.map(({ noteId, ...note }) => put(TableName, { ...keys.note(projectId, noteId), ...note })),
    ...change.messages.map((row) => put(TableName, outboxItem(row))),
    ...wordItems(project, change.words ?? []).map((item) => put(TableName, item, false)),
    ...namedWrites(TableName, change),
    ...proofWrites(TableName, change),
    ...(change.token ? [{ Put: { TableName, ...tokenItem(projectId, change.token.wait, change.token.task) } }] : []),
    ...(change.undo ? [undoWrite(TableName, projectId, change.undo)] : []),
    ...unsentWrites(TableName, change),
  ];
}

/** Others were always at the same items: whoever asked may try again. A table that takes no more is no matter of others. */
function giveUp(codes: readonly (string | undefined)[], error: Error): 'conflict' {
  if (codes.includes('TransactionConflict')) return 'conflict';
  throw error;
}

/** What DynamoDB takes in one transaction, and how many items one zone's counters are at most. */
const most = { items: 100, counts: 3 } as const;

/** Together they move the counters once. */
async function commitSome(
  client: DynamoDBDocumentClient,
  table: string,
  changes: readonly CompleteChange[],
): Promise<'committed' | 'conflict'> {
  const zoneId = changes[0]?.after.project.zoneId;
  if (zoneId === undefined) return 'committed';
  return transact(client, [
    ...changes.flatMap((change) => writesBesideCounts(table, change)),
    ...countWrites(table, zoneId, addedUp(changes.flatMap(({ counters }) => counters))),
  ]);
}

/** Changes of one zone that go into a transaction each. */
function* together(table: string, changes: readonly CompleteChange[]): Generator<readonly CompleteChange[]> {
  let [some, items]: [CompleteChange[], number] = [[], 0];
  for (const change of changes) {
    const own = writesBesideCounts(table, change).length;
    if (items + own > most.items - most.counts) {
      yield some;
      [some, items] = [[], 0];
    }
    some.push(change);
    items += own;
  }
  yield some;
}

/** So many transactions of new projects are on their way at once. */
const sideBySide = 4;

export async function commitAll(
  client: DynamoDBDocumentClient,
  table: string,
  changes: readonly CompleteChange[],
): Promise<readonly ('committed' | 'conflict')[]> {
  const states = new Map<CompleteChange, 'committed' | 'conflict'>();
  const ahead = [...Map.groupBy(changes, ({ after }) => after.project.zoneId).values()]
    .flatMap((ofZone) => [...together(table, ofZone)])
    .values();
  const worker = async (): Promise<void> => {
    for (const some of ahead) {
      const state = await commitSome(client, table, some);
      for (const one of some) states.set(one, state);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  return changes.map((change) => states.get(change) ?? 'conflict');
}

/** One transaction, at most 100 items. `conflict`: a condition failed, or collisions last. Throws when throttled. */
export const commit = (
  client: DynamoDBDocumentClient,
  table: string,
  change: CompleteChange,
): Promise<'committed' | 'conflict'> => transact(client, writesOf(table, change));

async function transact(client: DynamoDBDocumentClient, writes: readonly Write[]): Promise<'committed' | 'conflict'> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: [...writes] }));
      return 'committed';
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
      if (codes.includes('ConditionalCheckFailed')) return 'conflict';
      if (!codes.some((code) => passing.has(code))) throw error;
      if (attempt === commitAttempts) return giveUp(codes, error);
      await giveWay(attempt);
    }
  }
}
