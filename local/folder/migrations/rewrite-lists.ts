import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { openTable } from '../../host/table.ts';
import { place } from '../../host/data-folder.ts';
import { misplaced, type Misplaced } from '../check/index-keys.ts';
import { readProjects } from '../check/projects.ts';
import { tableSnapshot } from '../check/table-snapshot.ts';
import { takeMoment } from '../moment.ts';
import type { Migration } from './migration.ts';

const TableName = 'zholkarta';

function change({ key, wanted, found }: Misplaced): UpdateCommand {
  const set = Object.keys(wanted);
  const gone = Object.keys(found).filter((name) => !(name in wanted));
  const parts = [
    set.length > 0 && `SET ${set.map((name) => `${name} = :${name}`).join(', ')}`,
    gone.length > 0 && `REMOVE ${gone.join(', ')}`,
  ];
  return new UpdateCommand({
    TableName,
    Key: key,
    ConditionExpression: 'attribute_exists(PK)',
    UpdateExpression: parts.filter(Boolean).join(' '),
    ...(set.length > 0 && {
      ExpressionAttributeValues: Object.fromEntries(Object.entries(wanted).map(([name, value]) => [`:${name}`, value])),
    }),
  });
}

/** An item that was written before an index was thought of has no key of it: lists would miss it. */
export const rewriteLists: Migration = {
  to: 2,
  name: 'places of projects in lists',
  run: async ({ dataDir }) => {
    const { moment } = takeMoment(dataDir, () => undefined);
    const wrong = (() => {
      try {
        const table = tableSnapshot(moment.store('table.sqlite'));
        return [...readProjects(table).projects.values()].flatMap((aggregate) => misplaced(table, aggregate));
      } finally {
        moment.close();
      }
    })();
    if (wrong.length === 0) return 'all right';
    const table = await openTable({ dataDir, tableName: TableName, region: place.region });
    try {
      const client = DynamoDBDocumentClient.from(table.client);
      for (const one of wrong) await client.send(change(one));
    } finally {
      await table.stop();
    }
    return `${String(wrong.length)} items put where they belong`;
  },
};
