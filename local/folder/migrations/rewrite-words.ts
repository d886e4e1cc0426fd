import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { ProjectEvent } from '#core/project/event.ts';
import { Company } from '#core/letter/letter-of-intent.ts';
import { searchWords } from '#core/search/search-messages.ts';
import { wordItems, type Item } from '#functions/adapters/table/items.ts';
import { eventPrefix, keys, projectPartition } from '#functions/adapters/table/keys.ts';
import { readProjects } from '../check/projects.ts';
import { type TableSnapshot, tableSnapshot } from '../check/table-snapshot.ts';
import { takeMoment } from '../moment.ts';
import type { Migration } from './migration.ts';
import { tableName, withTable } from './with-table.ts';

const Named = z.object({ company: Company });
const Placed = z.object({ PK: z.string(), SK: z.string() });

/** Every number a project has had: its reference, and the one it was given. */
function numbersOf(table: TableSnapshot, projectId: string): readonly string[] {
  const events = table.items(projectPartition(projectId), eventPrefix).map(({ event }) => ProjectEvent.parse(event));
  return events.flatMap(({ body }) =>
    body.type === 'number-given' || body.type === 'letter-submitted' ? [body.number] : [],
  );
}

const nameOf = (item: Item): string => JSON.stringify(Placed.parse(item));

function difference(table: TableSnapshot): { readonly put: readonly Item[]; readonly gone: readonly Item[] } {
  const wanted = new Map<string, Item>();
  for (const { project } of readProjects(table).projects.values()) {
    const [letter] = table.items(projectPartition(project.projectId), keys.letter(project.projectId).SK);
    if (letter === undefined) continue;
    const words = searchWords(Named.parse(letter['letter']), project.number, ...numbersOf(table, project.projectId));
    for (const item of wordItems(project, words)) wanted.set(nameOf(item), item);
  }
  const found = table.partitions('WORD#').flatMap((zone) => table.items(`WORD#${zone}`));
  const known = new Set(found.map(nameOf));
  return {
    put: [...wanted].filter(([name]) => !known.has(name)).map(([, item]) => item),
    gone: found.filter((item) => !wanted.has(nameOf(item))),
  };
}

type Requests = NonNullable<NonNullable<ConstructorParameters<typeof BatchWriteCommand>[0]['RequestItems']>[string]>;

/** A batch write takes 25. */
async function write(client: DynamoDBDocumentClient, requests: Requests): Promise<void> {
  for (let at = 0; at < requests.length; at += 25) {
    for (let left: Requests = requests.slice(at, at + 25); left.length > 0;) {
      const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: left } }));
      left = UnprocessedItems?.[tableName] ?? [];
    }
  }
}

/** Names were found only in the spelling in which they were typed: each is found by what its spellings share from now on. */
export const rewriteWords: Migration = {
  to: 3,
  name: 'words of searches',
  run: async ({ dataDir }) => {
    const { moment } = takeMoment(dataDir, () => undefined);
    const { put, gone } = (() => {
      try {
        return difference(tableSnapshot(moment.store('table.sqlite')));
      } finally {
        moment.close();
      }
    })();
    if (put.length + gone.length === 0) return 'all right';
    // New ones first: broken off, a project is found by more than it has, never by nothing.
    await withTable(dataDir, (client) =>
      write(DynamoDBDocumentClient.from(client), [
        ...put.map((Item) => ({ PutRequest: { Item } })),
        ...gone.map((item) => ({ DeleteRequest: { Key: Placed.parse(item) } })),
      ]),
    );
    return `${String(put.length)} written, ${String(gone.length)} removed`;
  },
};
