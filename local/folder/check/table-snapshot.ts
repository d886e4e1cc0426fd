import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '#functions/adapters/table/items.ts';

/** Items of the one table as a file has them: the engine's own layout (Dynoxide 1.2.1, pinned; a test reads it beside the engine). */
export interface TableSnapshot {
  /** Names of the partitions that begin so, without that beginning. */
  partitions(prefix: string): readonly string[];
  items(partition: string, prefix?: string): readonly Item[];
}

type Value = Record<string, unknown>;

/** A value of DynamoDB's JSON as JavaScript has it. Binary values are not ours. */
function plain(value: Value): unknown {
  const [[type, inner] = []] = Object.entries(value);
  switch (type) {
    case 'N':
      return Number(inner);
    case 'NULL':
      return null;
    case 'M':
      return plainItem(inner as Record<string, Value>);
    case 'L':
      return (inner as Value[]).map(plain);
    case 'SS':
      return new Set(inner as string[]);
    case 'NS':
      return new Set((inner as string[]).map(Number));
    default:
      return inner;
  }
}

const plainItem = (item: Record<string, Value>): Item =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));

/** Above every character of a key. */
const end = '\u{10FFFF}';

export function tableSnapshot(table: DatabaseSync): TableSnapshot {
  const partitions = table.prepare('SELECT DISTINCT pk FROM zholkarta WHERE pk >= :from AND pk < :to ORDER BY pk');
  const items = table.prepare(
    'SELECT item_json FROM zholkarta WHERE pk = :pk AND sk >= :from AND sk < :to ORDER BY sk',
  );
  return {
    partitions: (prefix) =>
      partitions
        .all({ from: `S:${prefix}`, to: `S:${prefix}${end}` })
        .map((row) => String(row['pk']).slice(2 + prefix.length)),
    items: (partition, prefix = '') =>
      items
        .all({ pk: `S:${partition}`, from: `S:${prefix}`, to: `S:${prefix}${end}` })
        .map((row) => plainItem(JSON.parse(String(row['item_json'])) as Record<string, Value>)),
  };
}
