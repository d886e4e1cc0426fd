import * as z from 'zod/mini';
import type { Page } from '#core/kernel/ports.ts';
import type { Item } from './items.ts';

const StartKey = z.record(z.string().check(z.maxLength(64)), z.string().check(z.maxLength(1024)));

export const encodeKey = (key: Record<string, unknown>): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

export class BadPageToken extends Error {}

/** The attributes of a place: those of the table's key, and of an index also its own, whose sort key is called as its partition. */
const namesOf = (partition: string): readonly string[] =>
  partition === 'PK' ? ['PK', 'SK'] : ['PK', 'SK', partition, partition.replace(/Pk$/, 'Sk')];

/** `name`: 'PK' or the partition key of an index. Throws BadPageToken for a token not made for this list. */
export function startKey(
  after: string | undefined,
  partition: { readonly name: string; readonly value: string },
): { ExclusiveStartKey?: Record<string, string> } {
  if (after === undefined) return {};
  try {
    const key = StartKey.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
    const names = namesOf(partition.name);
    const isPlace = Object.keys(key).length === names.length && names.every((name) => key[name]);
    if (isPlace && key[partition.name] === partition.value) return { ExclusiveStartKey: key };
  } catch {
    // Falls through: no JSON, or no key.
  }
  throw new BadPageToken();
}

/** Reads a page; a place that has the form of ours and yet is none is refused by the table itself: then the token is the reader's mistake. */
export async function fromToken<Value>(after: string | undefined, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (after !== undefined && error instanceof Error && error.name === 'ValidationException') throw new BadPageToken();
    throw error;
  }
}

/** A place that is no key of one partition. Throws BadPageToken for one we did not make. */
export function decodeKey<Schema extends z.ZodMiniType>(schema: Schema, after: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
  } catch {
    throw new BadPageToken();
  }
}

export function pageOf<Entry>(
  { Items, LastEvaluatedKey }: { Items?: Item[] | undefined; LastEvaluatedKey?: Record<string, unknown> | undefined },
  parse: (item: Item) => Entry,
): Page<Entry> {
  const entries = (Items ?? []).map(parse);
  return LastEvaluatedKey ? { entries, next: encodeKey(LastEvaluatedKey) } : { entries };
}
