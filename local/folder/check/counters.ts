import type { Aggregate } from '#core/project/project.ts';
import { addedUp, contribution, keyOf, type Count } from '#core/figures/figures.ts';
import { countsOf } from '#functions/adapters/table/count-store.ts';
import type { Finding, Line } from './finding.ts';
import type { TableSnapshot } from './table-snapshot.ts';

export function recount(projects: ReadonlyMap<string, Aggregate>): ReadonlyMap<string, readonly Count[]> {
  const zones = Map.groupBy(projects.values(), ({ project }) => project.zoneId);
  return new Map([...zones].map(([zoneId, some]) => [zoneId, addedUp(some.flatMap(contribution))]));
}

export function checkCounters(table: TableSnapshot, projects: ReadonlyMap<string, Aggregate>): Line {
  const wanted = recount(projects);
  const zones = new Set([...wanted.keys(), ...table.partitions('COUNT#')]);
  let looked = 0;
  const findings = [...zones].flatMap((zoneId): Finding[] => {
    const stored = byKey(addedUp(table.items(`COUNT#${zoneId}`).flatMap(countsOf)));
    const right = byKey(wanted.get(zoneId) ?? []);
    const keys = new Set([...stored.keys(), ...right.keys()]);
    looked += keys.size;
    const wrong = [...keys].filter((key) => stored.get(key) !== right.get(key));
    const [first = ''] = wrong;
    return wrong.length === 0
      ? []
      : [
          {
            what: `${zoneId}: ${String(wrong.length)} counters differ, ${first} is ${String(stored.get(first) ?? 0)} and must be ${String(right.get(first) ?? 0)}`,
            mend: { recount: zoneId },
          },
        ];
  });
  return { name: 'counters equal a recount', looked, findings };
}

const byKey = (counts: readonly Count[]): ReadonlyMap<string, number> =>
  new Map(counts.map((count) => [keyOf(count), count.amount]));
