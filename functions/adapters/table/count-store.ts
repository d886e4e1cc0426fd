import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { addedUp, isOfBoard, isPast, type Count } from '#core/figures/figures.ts';
import { windowStart } from '#core/kernel/window.ts';
import type { Counts, Limits } from '#core/kernel/ports.ts';
import { countOf } from './count-names.ts';
import type { Item } from './items.ts';
import { wasWritten } from './conditional-write.ts';
import { apartCounts, boardCounts, keys, pastCounts } from './keys.ts';
import { queryAll } from './query-all.ts';

const Key = z.object({ SK: z.string() });
const Spent = z.object({ spent: z._default(z.number(), 0) });

export const countsOf = (item: Item): readonly Count[] => {
  const forum = /^FORUM#(.*)#\d+$/.exec(Key.parse(item).SK)?.[1];
  return Object.entries(item).flatMap(([name, amount]) =>
    typeof amount === 'number' ? (countOf(name, amount, forum) ?? []) : [],
  );
};

/** In which item of a shard a counter lies: a forum's own, what has been, how far it is built, or that of the zone. */
export function partOf(count: Count): string | undefined {
  if (count.group === 'forum') return `FORUM#${count.member}`;
  if (isPast(count)) return pastCounts;
  return isOfBoard(count) ? boardCounts : undefined;
}

/** The counts of zones: one query of eight items a zone and eight a forum, whatever the number of projects; of what has been, and of the board, eight more. */
export function countStore(client: DynamoDBDocumentClient, TableName: string): Counts {
  const of = async (zoneId: string, place: string, part: string) =>
    addedUp(
      (
        await queryAll(client, {
          TableName,
          KeyConditionExpression: `PK = :pk AND ${place}`,
          ExpressionAttributeValues: { ':pk': keys.count(zoneId, 0).PK, ':part': part },
        })
      ).flatMap(countsOf),
    );
  const begins = 'begins_with(SK, :part)';
  return {
    of: (zoneId) => of(zoneId, 'SK < :part', apartCounts),
    past: (zoneId) => of(zoneId, begins, `${pastCounts}#`),
    board: (zoneId) => of(zoneId, begins, `${boardCounts}#`),
  };
}

/** Enough of a hash to tell a few hundred things apart. */
const distinct = (thing: string): string => thing.slice(0, 12);

/** In an item that deletes itself after the window and grows no further than the limit. */
export const limitStore = (client: DynamoDBDocumentClient, TableName: string): Limits => ({
  allow: async (sender, thing, { count, seconds }, now) => {
    const start = windowStart(now, seconds);
    return wasWritten(
      client.send(
        new UpdateCommand({
          TableName,
          Key: keys.rate(sender, start),
          UpdateExpression: 'ADD things :things SET expiresAt = :end',
          ConditionExpression: 'attribute_not_exists(things) OR size(things) < :most OR contains(things, :thing)',
          ExpressionAttributeValues: {
            ':things': new Set([distinct(thing)]),
            ':thing': distinct(thing),
            ':most': count,
            ':end': start + 2 * seconds,
          },
        }),
      ),
    );
  },
  spend: async (sender, amount, { amount: most, seconds }, now) => {
    if (amount > most) return false;
    const start = windowStart(now, seconds);
    return wasWritten(
      client.send(
        new UpdateCommand({
          TableName,
          Key: keys.rate(sender, start),
          UpdateExpression: 'ADD spent :amount SET expiresAt = :end',
          ConditionExpression: 'attribute_not_exists(spent) OR spent <= :left',
          ExpressionAttributeValues: { ':amount': amount, ':left': most - amount, ':end': start + 2 * seconds },
        }),
      ),
    );
  },
  giveBack: async (sender, amount, { seconds }, spentAt) => {
    await wasWritten(
      client.send(
        new UpdateCommand({
          TableName,
          Key: keys.rate(sender, windowStart(spentAt, seconds)),
          UpdateExpression: 'ADD spent :back',
          ConditionExpression: 'spent >= :amount',
          ExpressionAttributeValues: { ':back': -amount, ':amount': amount },
        }),
      ),
    );
  },
  spent: async (sender, { seconds }, now) => {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: keys.rate(sender, windowStart(now, seconds)), ConsistentRead: true }),
    );
    return Item === undefined ? 0 : z.parse(Spent, Item).spent;
  },
});
