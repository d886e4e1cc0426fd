import { QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { currencies, type Currency } from '#core/contracts/common.ts';
import { addUp, type Bucket, type Delta } from '#core/domain/rules/figures.ts';
import { windowStart } from '#core/domain/window.ts';
import type { Counts, Limits } from '#core/ports/index.ts';
import type { Item } from './items.ts';
import { held } from './held.ts';
import { keys } from './keys.ts';

const Shard = z.object({
  SK: z.string(),
  projects: z._default(z.int(), 0),
  jobs: z._default(z.int(), 0),
  overdue: z._default(z.int(), 0),
});

/** Money of one shard by currency; a bucket holds only currencies that ever occurred. */
function investmentOf(item: Item): Delta['investment'] {
  return Object.fromEntries(currencies.flatMap((currency): [Currency, number][] => {
    const amount = item[`investment${currency}`];
    return amount === undefined ? [] : [[currency, z.int().parse(amount)]];
  }));
}

function add(sum: Delta | undefined, shard: Delta): Delta {
  if (sum === undefined) return shard;
  const investment = { ...sum.investment };
  for (const currency of currencies) {
    const amount = shard.investment[currency];
    if (amount !== undefined) investment[currency] = addUp([investment[currency] ?? 0, amount]);
  }
  return { ...sum, projects: sum.projects + shard.projects, jobs: sum.jobs + shard.jobs, overdue: sum.overdue + shard.overdue, investment };
}

/** The counts of zones: one query of at most 88 small items a zone, whatever the number of projects. */
export const countStore = (client: DynamoDBDocumentClient, table: string): Counts => ({
  of: async (zoneId) => {
    const { Items } = await client.send(new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': keys.count(zoneId, '', 0).PK },
    }));
    const sums = new Map<string, Delta>();
    for (const item of Items ?? []) {
      const { SK, ...counts } = Shard.parse(item);
      const bucket = SK.slice(0, SK.lastIndexOf('#')) as Bucket;
      sums.set(bucket, add(sums.get(bucket), { bucket, ...counts, investment: investmentOf(item) }));
    }
    return [...sums.values()];
  },
});

/** Enough of a hash to tell a few hundred things apart. */
const distinct = (thing: string): string => thing.slice(0, 12);

/** What was done in a window of time, as a set in an item that deletes itself after it and grows no further than the limit. */
export const limitStore = (client: DynamoDBDocumentClient, table: string): Limits => ({
  allow: async (sender, thing, { count, seconds }, now) => {
    const start = windowStart(now, seconds);
    return held(client.send(new UpdateCommand({
      TableName: table,
      Key: keys.rate(sender, start),
      UpdateExpression: 'ADD things :things SET expiresAt = :end',
      ConditionExpression: 'attribute_not_exists(things) OR size(things) < :most OR contains(things, :thing)',
      ExpressionAttributeValues: { ':things': new Set([distinct(thing)]), ':thing': distinct(thing), ':most': count, ':end': start + 2 * seconds },
    })));
  },
});
