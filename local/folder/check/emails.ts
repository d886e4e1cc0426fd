import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutboxRow } from '#core/notices/outbox.ts';
import { outboxPrefix } from '#functions/adapters/table/keys.ts';
import type { Finding, Line } from './finding.ts';
import type { TableSnapshot } from './table-snapshot.ts';

/** Rows that went out: their email was on disk before they said so. */
const gone: ReadonlySet<OutboxRow['state']> = new Set(['sent', 'delivered', 'bounced', 'complained']);

export function checkEmails(table: TableSnapshot, dataDir: string, names: readonly string[]): readonly Line[] {
  const broken: Finding[] = [];
  const kept = new Set(
    names.flatMap((name) => {
      try {
        const { tags } = JSON.parse(readFileSync(join(dataDir, 'mail', name), 'utf8')) as {
          tags: Record<string, string>;
        };
        return [`${String(tags['lane'])} ${String(tags['row'])}`];
      } catch {
        broken.push({ what: `mail/${name} cannot be read` });
        return [];
      }
    }),
  );
  let looked = 0;
  const findings = table.partitions('LANE#').flatMap((partition) =>
    table.items(`LANE#${partition}`, outboxPrefix).flatMap((item): Finding[] => {
      const { success, data: row } = OutboxRow.safeParse(item);
      if (!success) return [{ what: `row ${partition} ${String(item['SK'])} cannot be read` }];
      const waits = row.state === 'waiting' || row.state === 'sending';
      if (waits && !('outboxPk' in item)) return [{ what: `row ${row.laneId} ${row.rowId} waits where nobody looks` }];
      if (!['email', 'digest', 'pack', 'link'].includes(row.errand.kind)) return [];
      looked += 1;
      return gone.has(row.state) && !kept.has(`${row.laneId} ${row.rowId}`)
        ? [{ what: `row ${row.laneId} ${row.rowId} is ${row.state} and has no email` }]
        : [];
    }),
  );
  return [
    { name: 'email rows have their email and state', looked, findings },
    { name: 'emails can be read', looked: names.length, findings: broken },
  ];
}
