import { isDeepStrictEqual } from 'node:util';
import type { Aggregate } from '#core/project/project.ts';
import { assignmentListing, listedAssignments, listingOf, type AssignmentListing } from '#core/project/listing.ts';
import { assignmentItem, type Item, obstacleItem, projectIndexes } from '#functions/adapters/table/items.ts';
import { keys, projectPartition, statePrefix } from '#functions/adapters/table/keys.ts';
import { indexes } from '#infra/manifest/index.ts';
import type { Finding, Line } from './finding.ts';
import type { TableSnapshot } from './table-snapshot.ts';

/** Keys of lists and what goes along with them; a company's name is told by no state. */
const names = new Set(
  indexes.flatMap(({ partitionKey, sortKey, attributes = [] }) => [
    partitionKey,
    sortKey,
    ...attributes.filter((name) => name !== 'company'),
  ]),
);
const keysOf = (item: Item): Item => Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));

/** As it was written before the key of a start named the needed lines. What an earlier release wrote is found all the same, and gets its new key with the next change. */
const beforeLines = (item: Item): Item =>
  typeof item['startSk'] === 'string' && item['startSk'].split('#').length === 8
    ? { ...item, startSk: item['startSk'].slice(0, item['startSk'].lastIndexOf('#')) }
    : item;

const partyAnswer = (listing: AssignmentListing | undefined): AssignmentListing | undefined =>
  listing?.holder === undefined || listing.answeredAt === undefined
    ? undefined
    : { holder: listing.holder, answeredAt: listing.answeredAt };

export interface Misplaced {
  readonly key: { readonly PK: string; readonly SK: string };
  readonly wanted: Item;
  readonly found: Item;
}

export function misplaced(table: TableSnapshot, aggregate: Aggregate): readonly Misplaced[] {
  const { project, obstacles } = aggregate;
  const stored = new Map(
    table.items(projectPartition(project.projectId), statePrefix).map((item) => [String(item['SK']), item]),
  );
  const ofProject = { ...keys.project(project.projectId), ...projectIndexes(project, listingOf(aggregate)) };
  const wanted: readonly (readonly [now: Item, ...earlier: Item[]])[] = [
    [ofProject, beforeLines(ofProject)],
    ...listedAssignments(aggregate).map((one): [Item, ...Item[]] => [
      assignmentItem(project, one),
      // What was answered lay in no list, then among the answers of its party; it lies among refusals with the next change.
      ...(one.assignment.answer
        ? [undefined, partyAnswer(one.listing)].map((listing) => assignmentItem(project, { ...one, listing }))
        : [assignmentItem(project, { ...one, listing: assignmentListing(project, one.assignment, false) })]),
    ]),
    ...obstacles.map((one): [Item] => [obstacleItem(project, one)]),
  ];
  return wanted.flatMap(([item, ...earlier]): Misplaced[] => {
    const key = { PK: String(item['PK']), SK: String(item['SK']) };
    const [want, found] = [keysOf(item), keysOf(stored.get(key.SK) ?? {})];
    return [item, ...earlier].some((one) => isDeepStrictEqual(keysOf(one), found))
      ? []
      : [{ key, wanted: want, found }];
  });
}

export function checkIndexKeys(table: TableSnapshot, projects: ReadonlyMap<string, Aggregate>): Line {
  const findings = [...projects.values()].flatMap((aggregate): Finding[] => {
    const wrong = misplaced(table, aggregate);
    return wrong.length === 0
      ? []
      : [{ what: `${aggregate.project.number}: ${String(wrong.length)} items are in other lists than they must be` }];
  });
  return { name: 'projects lie in the lists they must', looked: projects.size, findings };
}
