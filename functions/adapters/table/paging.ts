import * as z from 'zod/mini';
import type { Page } from '#core/ports/index.ts';
import type { Item } from './items.ts';

const StartKey = z.record(z.string().check(z.maxLength(64)), z.string().check(z.maxLength(1024)));

/** The place where a page ended, as opaque text for the next request. */
const encode = (key: Record<string, unknown>): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Thrown for a page token we did not make. */
export class BadPageToken extends Error {}

/** The start of the next page. DynamoDB itself refuses a key from another partition. */
export function startKey(after: string | undefined): { ExclusiveStartKey?: Record<string, string> } {
  if (after === undefined) return {};
  try {
    return { ExclusiveStartKey: StartKey.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))) };
  } catch {
    throw new BadPageToken();
  }
}

export function pageOf<Entry>(
  { Items, LastEvaluatedKey }: { Items?: Item[] | undefined; LastEvaluatedKey?: Record<string, unknown> | undefined },
  parse: (item: Item) => Entry,
): Page<Entry> {
  const entries = (Items ?? []).map(parse);
  return LastEvaluatedKey ? { entries, next: encode(LastEvaluatedKey) } : { entries };
}
