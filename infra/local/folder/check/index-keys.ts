import { isDeepStrictEqual } from 'node:util';
import type { Aggregate } from '#core/contracts/project.ts';
import { waitsForOthers } from '#core/domain/rules/standing.ts';
import { assignmentItem, type Item, obstacleItem, projectIndexes } from '#functions/adapters/table/items.ts';
import { keys, projectPartition, statePrefix } from '#functions/adapters/table/keys.ts';
import { indexes } from '#infra/manifest/index.ts';
import type { Finding, Line } from './finding.ts';
import type { TableSnapshot } from './table-snapshot.ts';

const names = new Set(indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]));
const keysOf = (item: Item): Item => Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));

/** An item whose place in the lists is not what follows from its state, with the attributes that it must have. */
export interface Misplaced {
  readonly key: { readonly PK: string; readonly SK: string };
  readonly wanted: Item;
  readonly found: Item;
}

/** Items of a project that lie in other lists than they must. */
export function misplaced(table: TableSnapshot, aggregate: Aggregate): readonly Misplaced[] {
  const { project, assignments, obstacles } = aggregate;
  const stored = new Map(table.items(projectPartition(project.projectId), statePrefix).map((item) => [String(item['SK']), item]));
  const wanted: readonly Item[] = [
    { ...keys.project(project.projectId), ...projectIndexes(aggregate) },
    ...assignments.map((one) => assignmentItem(project, one, waitsForOthers(aggregate))),
    ...obstacles.map((one) => obstacleItem(project, one)),
  ];
  return wanted.flatMap((item): Misplaced[] => {
    const key = { PK: String(item['PK']), SK: String(item['SK']) };
    const [want, found] = [keysOf(item), keysOf(stored.get(key.SK) ?? {})];
    return isDeepStrictEqual(want, found) ? [] : [{ key, wanted: want, found }];
  });
}

export function checkIndexKeys(table: TableSnapshot, projects: ReadonlyMap<string, Aggregate>): Line {
  const findings = [...projects.values()].flatMap((aggregate): Finding[] => {
    const wrong = misplaced(table, aggregate);
    return wrong.length === 0 ? [] : [{ what: `${aggregate.project.number}: ${String(wrong.length)} items are in other lists than they must be` }];
  });
  return { name: 'projects lie in the lists they must', looked: projects.size, findings };
}
