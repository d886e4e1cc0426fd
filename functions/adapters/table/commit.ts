import { randomInt } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { OutboxRow } from '#core/notices/outbox.ts';
import type { ProjectDocument } from '#core/documents/document.ts';
import type { Assignment } from '#core/project/project.ts';
import type { EventBody } from '#core/project/event.ts';
import type { Change } from '#core/project/change-builder.ts';
import { messagesOf } from '#core/notices/outbox-messages.ts';
import { deltasOf, type Count } from '#core/figures/figures.ts';
import { waitsForOthers } from '#core/project/standing.ts';
import type { NewProject } from '#core/kernel/ports.ts';
import { numberKeys } from '#core/search/search.ts';
import { serialOf } from '#core/letter/number.ts';
import { giveWay } from '../give-way.ts';
import { addressIndex } from './address-index.ts';
import { attributeOf } from './count-names.ts';
import {
  assignmentItem,
  obstacleItem,
  outboxItem,
  projectIndexes,
  sparseProjectAttributes,
  type Item,
} from './items.ts';
import { countShards, keys, rowIdOf } from './keys.ts';
import { searchWords, wordItems } from './words.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The stream has first go at a message; the sweep takes what is still there after so long. */
const sweepAfterMs = 300_000;
/** How long a repeated request is recognised. */
const idempotencySeconds = 90 * 86_400;
/** How long the contact before a change is kept. */
const formerContactSeconds = 90 * 86_400;
/**
 * Reasons that pass: somebody else writes the same counter at the same moment (another shard is tried), or a partition grows.
 * The SDK repeats a throttled request, but not a transaction cancelled by a throttled part.
 */
const passing: ReadonlySet<string | undefined> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);
const commitAttempts = 6;

const put = (TableName: string, item: Item, onlyNew = true): Write => ({
  Put: { TableName, Item: item, ...(onlyNew && { ConditionExpression: 'attribute_not_exists(PK)' }) },
});

/** Creates the project's item, or changes it on condition that nobody else has since it was loaded. */
function projectWrite(TableName: string, { before, after, letter }: Change, begin: NewProject | undefined): Write {
  const Key = keys.project(after.project.projectId);
  const indexes = projectIndexes(after);
  if (before === undefined) {
    const company = begin?.letter.company.name ?? '';
    return put(TableName, { ...Key, project: after.project, version: after.project.version, company, ...indexes });
  }
  const values: Item = {
    project: after.project,
    version: after.project.version,
    ...(letter && { company: letter.now.company.name }),
    ...indexes,
  };
  const gone = sparseProjectAttributes.filter((name) => !(name in values));
  return {
    Update: {
      TableName,
      Key,
      UpdateExpression: `SET ${Object.keys(values)
        .map((name) => `#${name} = :${name}`)
        .join(', ')}${gone.length > 0 ? ` REMOVE ${gone.join(', ')}` : ''}`,
      ConditionExpression: '#version = :before',
      ExpressionAttributeNames: Object.fromEntries(Object.keys(values).map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])),
        ':before': before.project.version,
      },
    },
  };
}

function assignmentWrites(TableName: string, { before, after }: Change): readonly Write[] {
  const known = new Map(before?.assignments.map((one): [string, Assignment] => [one.assignmentId, one]));
  return after.assignments.flatMap((assignment) => {
    const item = assignmentItem(after.project, assignment, waitsForOthers(after));
    const earlier = known.get(assignment.assignmentId);
    const same =
      before &&
      earlier &&
      JSON.stringify(assignmentItem(before.project, earlier, waitsForOthers(before))) === JSON.stringify(item);
    return same ? [] : [put(TableName, item, false)];
  });
}

/**
 * Documents that came or changed; a file that became one says so in its own record, on condition that the scanner's word is
 * still the one the document was added with: so neither is lost, whichever comes first.
 */
function documentWrites(TableName: string, { before, after, events }: Change): readonly Write[] {
  const { projectId } = after.project;
  const known = new Set(before?.documents.map((one) => JSON.stringify(one)));
  const changed = after.documents.filter((one: ProjectDocument) => !known.has(JSON.stringify(one)));
  return [
    ...changed.map((document) =>
      put(TableName, { ...keys.document(projectId, document.documentId, document.version), document }, false),
    ),
    ...events.flatMap(({ body }) => (body.type === 'document-added' ? [attached(TableName, projectId, body)] : [])),
  ];
}

function attached(
  TableName: string,
  projectId: string,
  { fileId, documentId, version, state }: Extract<EventBody, { type: 'document-added' }>,
): Write {
  return {
    Update: {
      TableName,
      Key: keys.file(fileId),
      UpdateExpression: 'SET attached = :attached, #owner = :owner REMOVE expiresAt',
      ConditionExpression: 'attribute_not_exists(attached) AND #scan IN (:scan, :orElse)',
      ExpressionAttributeNames: { '#owner': 'owner', '#scan': 'scan' },
      ExpressionAttributeValues: {
        ':attached': { projectId, documentId, version },
        ':owner': { kind: 'project', projectId },
        ':scan': state,
        ':orElse': state === 'not-scanned' ? 'failed' : state,
      },
    },
  };
}

/** Only what the change touched. */
function obstacleWrites(TableName: string, { before, after }: Change): readonly Write[] {
  const known = new Map(before?.obstacles.map((one) => [one.obstacleId, JSON.stringify(one)]));
  return after.obstacles
    .filter((one) => known.get(one.obstacleId) !== JSON.stringify(one))
    .map((one) => put(TableName, obstacleItem(after.project, one), false));
}

/** All counters of a zone lie in one item a shard, those of a forum in another: however many move, at most two items are written. */
function countWrites(TableName: string, zoneId: string, deltas: readonly Count[]): readonly Write[] {
  const items = Map.groupBy(deltas, (count) => (count.group === 'forum' ? count.member : undefined));
  return [...items].map(([forum, counts]) => ({
    Update: {
      TableName,
      Key: keys.count(zoneId, randomInt(countShards), forum),
      UpdateExpression: `ADD ${counts.map((_, at) => `#n${String(at)} :n${String(at)}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(counts.map((count, at) => [`#n${String(at)}`, attributeOf(count)])),
      ExpressionAttributeValues: Object.fromEntries(counts.map(({ amount }, at) => [`:n${String(at)}`, amount])),
    },
  }));
}

/** Messages as outbox rows: in the partition of the project, after the last event, in the order given. */
function outboxRows(change: Change): readonly OutboxRow[] {
  const { projectId, version } = change.after.project;
  const at = change.events.at(-1)?.at ?? 0;
  return messagesOf(change).map((message, place) => ({
    laneId: projectId,
    rowId: rowIdOf(version, place),
    errand: message,
    state: 'waiting',
    attempts: 0,
    createdAt: at,
    nextAttemptAt: at + sweepAfterMs,
  }));
}

function beginWrites(TableName: string, { after }: Change, begin: NewProject | undefined): readonly Write[] {
  if (begin === undefined) return [];
  const { projectId } = after.project;
  const { letter, contact, idempotency } = begin;
  const record = idempotency && {
    ...keys.idempotency(idempotency.keyHash),
    ...idempotency,
    expiresAt: Math.floor(idempotency.at / 1000) + idempotencySeconds,
  };
  return [
    put(TableName, { ...keys.letter(projectId), letter }),
    put(TableName, {
      ...keys.contact(projectId),
      contact,
      ...(contact.email !== undefined && addressIndex(contact.email, projectId)),
    }),
    ...(record ? [put(TableName, record)] : []),
  ];
}

/** The contact as it is from now on, and the one before, until whoever had its address has been told. */
function contactWrites(
  TableName: string,
  {
    after: {
      project: { projectId },
    },
    events,
    contact,
    former,
  }: Change,
): readonly Write[] {
  const expiresAt = Math.floor((events.at(-1)?.at ?? 0) / 1000) + formerContactSeconds;
  return [
    ...(contact
      ? [
          put(
            TableName,
            {
              ...keys.contact(projectId),
              contact,
              ...(contact.email !== undefined && addressIndex(contact.email, projectId)),
            },
            false,
          ),
        ]
      : []),
    ...(former
      ? [
          put(
            TableName,
            { ...keys.formerContact(projectId, former.linkVersion), contact: former.contact, expiresAt },
            false,
          ),
        ]
      : []),
  ];
}

/** A running number is taken with the change that has it: nobody else gets it, and one that is not written takes none. */
function serialWrites(TableName: string, { after, running }: Change): readonly Write[] {
  if (running === undefined) return [];
  const { zoneId, year } = serialOf(after.project);
  const before = {
    ConditionExpression: '#last = :before',
    ExpressionAttributeValues: { ':last': running, ':before': running - 1 },
  };
  const first = { ConditionExpression: 'attribute_not_exists(#last)', ExpressionAttributeValues: { ':last': running } };
  return [
    {
      Update: {
        TableName,
        Key: keys.number(zoneId, year),
        UpdateExpression: 'SET #last = :last',
        ExpressionAttributeNames: { '#last': 'last' },
        ...(running === 1 ? first : before),
      },
    },
  ];
}

/** What a new project is found by, and its number when it gets one; by its reference ever after. A word of its name may be its number too. */
function wordWrites(
  TableName: string,
  { after: { project }, events }: Change,
  begin: NewProject | undefined,
): readonly Write[] {
  const given = events.flatMap(({ body }) => (body.type === 'number-given' ? numberKeys(body.number) : []));
  const words = new Set([...(begin ? searchWords(begin.letter, project.number) : []), ...given]);
  return wordItems(project, [...words]).map((item) => put(TableName, item, false));
}

/** The letter as it is from now on, and what it is found by; words of a name that it no longer has are taken away. */
function letterWrites(TableName: string, { after: { project }, letter }: Change): readonly Write[] {
  if (letter === undefined) return [];
  const numbers = [project.number, ...(project.reference === undefined ? [] : [project.reference])];
  const [was, now] = [searchWords(letter.was, ...numbers), searchWords(letter.now, ...numbers)];
  const gone = was
    .filter((word) => !now.includes(word))
    .map((word): Write => ({ Delete: { TableName, Key: keys.word(project.zoneId, word, project.projectId) } }));
  const come = wordItems(
    project,
    now.filter((word) => !was.includes(word)),
  ).map((item) => put(TableName, item, false));
  return [put(TableName, { ...keys.letter(project.projectId), letter: letter.now }, false), ...gone, ...come];
}

function writesOf(TableName: string, change: Change, begin: NewProject | undefined): readonly Write[] {
  const { projectId, zoneId } = change.after.project;
  return [
    projectWrite(TableName, change, begin),
    ...beginWrites(TableName, change, begin),
    ...serialWrites(TableName, change),
    ...wordWrites(TableName, change, begin),
    ...letterWrites(TableName, change),
    ...assignmentWrites(TableName, change),
    ...documentWrites(TableName, change),
    ...obstacleWrites(TableName, change),
    ...change.events.map((event) => put(TableName, { ...keys.event(projectId, event.sequence), event })),
    ...contactWrites(TableName, change),
    ...change.notes.map(({ noteId, ...note }) => put(TableName, { ...keys.note(projectId, noteId), ...note })),
    ...outboxRows(change).map((row) => put(TableName, outboxItem(row))),
    ...countWrites(TableName, zoneId, deltasOf(change)),
    ...(change.also ? writesOf(TableName, change.also, undefined) : []),
  ];
}

/** Others were always at the same items: whoever asked may try again. A table that takes no more is no matter of others. */
function giveUp(codes: readonly (string | undefined)[], error: Error): 'conflict' {
  if (codes.includes('TransactionConflict')) return 'conflict';
  throw error;
}

/**
 * Writes a change in one transaction (at most 100 items). `conflict` when a condition did not hold: the project has changed,
 * a new project's idempotency key is taken, the running number was given, or a file was scanned or became a document meanwhile; or
 * when collisions on a counter do not pass, which are tried again here first; throttling too, and that throws in the end.
 */
export async function commit(
  client: DynamoDBDocumentClient,
  table: string,
  change: Change,
  begin?: NewProject,
): Promise<'committed' | 'conflict'> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: [...writesOf(table, change, begin)] }));
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
