import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { OutboxRow } from '#core/notices/outbox.ts';
import type { FoundBy, Outbox, RowKey } from '#core/kernel/ports.ts';
import { wasWritten } from './conditional-write.ts';
import { outboxIndex, outboxItem, wordItems, type Item } from './items.ts';
import { keys, outboxPrefix, outboxShards, sortableInstant } from './keys.ts';
import { queryAll } from './query-all.ts';

/** Told when a row does not parse: it is set aside and blocks nobody. */
export type OnPoison = (key: RowKey) => void;

const emailKinds: ReadonlySet<string> = new Set(['email', 'digest', 'invitation']);

const partition = (
  client: DynamoDBDocumentClient,
  TableName: string,
  laneId: string,
  only?: 'undone',
): Promise<readonly Item[]> =>
  queryAll(client, {
    TableName,
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :pk AND begins_with(SK, :prefix)',
    ...(only && { FilterExpression: 'attribute_exists(outboxPk)' }),
    ExpressionAttributeValues: { ':pk': keys.outbox(laneId, '').PK, ':prefix': outboxPrefix },
  });

/** What is only noted of a row that is still in one of these states: what became of an email stands. */
const onlyOver: Partial<Record<OutboxRow['state'], readonly OutboxRow['state'][]>> = {
  sent: ['waiting', 'sending'],
  unreached: ['waiting', 'sending', 'sent'],
};

async function mark(
  client: DynamoDBDocumentClient,
  TableName: string,
  { laneId, rowId }: RowKey,
  state: OutboxRow['state'],
  because?: string,
): Promise<void> {
  const over = onlyOver[state];
  await client.send(
    new UpdateCommand({
      TableName,
      Key: keys.outbox(laneId, rowId),
      UpdateExpression: `SET #state = :state${because ? ', because = :because' : ''} REMOVE outboxPk, outboxSk${because ? '' : ', because'}`,
      // What became of an email may be told before its sender has noted that it went out.
      ConditionExpression: `attribute_exists(PK)${over ? ` AND #state IN (${over.map((one) => `:${one}`).join(', ')})` : ''}`,
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':state': state,
        ...Object.fromEntries((over ?? []).map((one) => [`:${one}`, one])),
        ...(because && { ':because': because }),
      },
    }),
  );
}

/**
 * Takes a waiting row, or one whose last taker did not come back in time; fails when somebody else was faster. Its place in
 * the index stays, which would cost two writes more: whoever finds it there before its time takes nothing.
 */
async function claim(
  client: DynamoDBDocumentClient,
  TableName: string,
  row: OutboxRow,
  now: number,
  until: number,
): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName,
      Key: keys.outbox(row.laneId, row.rowId),
      UpdateExpression: 'SET #state = :sending, attempts = :attempts, nextAttemptAt = :until',
      ConditionExpression:
        'attempts = :seen AND attribute_exists(outboxPk) AND (#state = :waiting OR nextAttemptAt <= :now)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':sending': 'sending',
        ':waiting': 'waiting',
        ':attempts': row.attempts + 1,
        ':seen': row.attempts,
        ':until': until,
        ':now': now,
      },
    }),
  );
}

/** Puts a row's next attempt off; a row that was ended meanwhile, or taken by somebody else, stays as it is. */
async function defer(
  client: DynamoDBDocumentClient,
  TableName: string,
  row: OutboxRow,
  nextAttemptAt: number,
  attempts: number,
  because?: string,
): Promise<void> {
  const { outboxPk, outboxSk } = outboxIndex(row.laneId, nextAttemptAt);
  await client.send(
    new UpdateCommand({
      TableName,
      Key: keys.outbox(row.laneId, row.rowId),
      UpdateExpression: `SET #state = :waiting, attempts = :attempts, nextAttemptAt = :next, outboxPk = :pk, outboxSk = :sk${because ? ', because = :because' : ' REMOVE because'}`,
      ConditionExpression: 'attribute_exists(outboxPk) AND (attempts = :seen OR attempts = :attempts)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':waiting': 'waiting',
        ':seen': row.attempts,
        ':attempts': attempts,
        ':next': nextAttemptAt,
        ':pk': outboxPk,
        ':sk': outboxSk,
        ...(because && { ':because': because }),
      },
    }),
  );
}

/** One transaction, on the letter they were read from: either the row is still there or its words are, and old ones never come after newer. */
async function index(
  client: DynamoDBDocumentClient,
  TableName: string,
  { laneId: projectId, rowId }: RowKey,
  { zoneId, company, words }: FoundBy,
  done: readonly RowKey[],
): Promise<'done' | 'gone' | 'later'> {
  const own = { TableName, Key: keys.outbox(projectId, rowId), ConditionExpression: 'attribute_exists(PK)' };
  const others = done.map((row) => ({ Delete: { TableName, Key: keys.outbox(row.laneId, row.rowId) } }));
  const letter = {
    TableName,
    Key: keys.letter(projectId),
    ConditionExpression: 'letter.company.#name = :name AND letter.company.#number = :number',
    ExpressionAttributeNames: { '#name': 'name', '#number': 'number' },
    ExpressionAttributeValues: { ':name': company.name, ':number': company.number },
  };
  const puts = wordItems({ zoneId, projectId }, words).map((Item) => ({ Put: { TableName, Item } }));
  try {
    await client.send(
      new TransactWriteCommand({ TransactItems: [{ Delete: own }, { ConditionCheck: letter }, ...others, ...puts] }),
    );
    return 'done';
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
    if (reasons[0]?.Code === 'ConditionalCheckFailed') return 'gone';
    if (reasons.some(({ Code }) => Code === 'TransactionConflict')) return 'later';
    throw error;
  }
}

async function duePartitions(
  client: DynamoDBDocumentClient,
  TableName: string,
  now: number,
  limit: number,
): Promise<readonly string[]> {
  const shards = Array.from({ length: outboxShards }, (_, shard) =>
    client.send(
      new QueryCommand({
        TableName,
        IndexName: 'byOutbox',
        Limit: limit,
        KeyConditionExpression: 'outboxPk = :pk AND outboxSk < :until',
        ExpressionAttributeValues: { ':pk': `OUTBOX#${String(shard)}`, ':until': sortableInstant(now + 1) },
      }),
    ),
  );
  const items = (await Promise.all(shards)).flatMap(({ Items }) => Items ?? []);
  const inOrder = items.map(({ outboxSk }) => String(outboxSk)).toSorted();
  return [...new Set(inOrder.map((sk) => sk.slice(sk.indexOf('#') + 1)))].slice(0, limit);
}

export function outboxStore(client: DynamoDBDocumentClient, table: string, onPoison: OnPoison): Outbox {
  const parse = async (item: Item): Promise<readonly OutboxRow[]> => {
    const parsed = OutboxRow.safeParse(item);
    if (parsed.success) return [parsed.data];
    const key = {
      laneId: String(item['PK']).replace('LANE#', ''),
      rowId: String(item['SK']).slice(outboxPrefix.length),
    };
    onPoison(key);
    await mark(client, table, key, 'set-aside', 'unreadable');
    return [];
  };
  return {
    waiting: async (laneId) =>
      (await Promise.all((await partition(client, table, laneId, 'undone')).map(parse))).flat(),
    emails: async (laneId) => {
      const rows = (await partition(client, table, laneId)).map((item) => OutboxRow.safeParse(item));
      return rows.flatMap(({ data }) => (data && emailKinds.has(data.errand.kind) ? [data] : []));
    },
    dueLanes: (now, limit) => duePartitions(client, table, now, limit),
    claim: (row, now, until) => wasWritten(claim(client, table, row, now, until)),
    remove: async ({ laneId, rowId }) => {
      await client.send(new DeleteCommand({ TableName: table, Key: keys.outbox(laneId, rowId) }));
    },
    index: (row, found, done) => index(client, table, row, found, done),
    mark: async (key, state, because) => {
      const marked = mark(client, table, key, state, because);
      await (onlyOver[state] ? wasWritten(marked) : marked);
    },
    putOff: async (row, nextAttemptAt, attempts, because) => {
      await wasWritten(defer(client, table, row, nextAttemptAt, attempts, because));
    },
    queue: async (row, keptUntil) => {
      const Item = { ...outboxItem(row), ...(keptUntil !== undefined && { expiresAt: keptUntil }) };
      const put = new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(PK)' });
      await wasWritten(client.send(put));
    },
  };
}
