import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { StoredContact, StoredLetter, UtilityNeeds } from '#core/letter/letter-of-intent.ts';
import { Obstacle } from '#core/obstacles/obstacle.ts';
import { Assignment } from '#core/project/project.ts';
import { assignmentOf } from '#core/stages/assignment-id.ts';
import type {
  AskedLine,
  AssignmentNarrowing,
  ObstacleLine,
  Page,
  PageRequest,
  Paper,
  ProjectFilter,
  ProjectLine,
  ProjectLists,
  ProjectNarrowing,
} from '#core/kernel/ports.ts';
import { openWork } from './desk-store.ts';
import { answeredPartition, keys, obstaclePartition, sortableInstant, type Key } from './keys.ts';
import { docketPartition, type Item } from './items.ts';
import { itemsOf, lineOf, query, whereOf, type Where } from './list-queries.ts';
import { narrowedAssignments, narrowedList, runningList } from './narrowed-lists.ts';
import { pageOf } from './paging.ts';
import { havingWord, searchList } from './search-list.ts';
import { batch } from './walk.ts';

const IndexKey = z.object({ PK: z.string(), SK: z.string() });

const StoredNeeds = z.object({ utilities: UtilityNeeds });

const lines = async (
  client: DynamoDBDocumentClient,
  table: string,
  projectIds: readonly string[],
): Promise<readonly ProjectLine[]> =>
  (
    await itemsOf(
      client,
      table,
      projectIds.map((projectId) => keys.project(projectId)),
    )
  ).map(lineOf);

const isNarrowed = (also: object): boolean =>
  Object.values(also).some((value) => value !== undefined && value !== false);

async function list(
  client: DynamoDBDocumentClient,
  table: string,
  zoneId: string,
  filter: ProjectFilter,
  page: PageRequest,
  also: ProjectNarrowing,
): Promise<Page<ProjectLine>> {
  if (filter.by === 'search') return searchList({ client, table, zoneId }, filter.text, page, also);
  const where = whereOf(zoneId, filter);
  if (isNarrowed(also)) return narrowedList(client, table, where, page, also);
  const found = pageOf(await query(client, table, where, page), (item) =>
    IndexKey.parse(item).PK.replace('PROJECT#', ''),
  );
  const entries = await lines(client, table, [...new Set(found.entries)]);
  return found.next === undefined ? { entries } : { entries, next: found.next };
}

const whereHeld = (zoneId: string, holder: string): Where => ({
  index: 'byHolder',
  partition: 'holderPk',
  value: `HOLDER#${zoneId}#${holder}`,
  sort: 'holderSk',
});
const whereTaken = (zoneId: string, personId: string): Where => ({
  index: 'byAssignee',
  partition: 'assigneePk',
  value: `ASSIGNEE#${zoneId}#${personId}`,
  sort: 'assigneeSk',
});

async function assignments(
  client: DynamoDBDocumentClient,
  table: string,
  where: Where,
  page: PageRequest,
  also: AssignmentNarrowing,
): Promise<Page<Assignment>> {
  if (isNarrowed(also)) return narrowedAssignments(client, table, where, page, also);
  const found = pageOf(await query(client, table, where, page), (item) => IndexKey.parse(item));
  const entries = (await itemsOf(client, table, found.entries)).map((item) => Assignment.parse(item['assignment']));
  return found.next === undefined ? { entries } : { entries, next: found.next };
}

/** Entries of one page of what a party is asked (ours): a query of some 75 KB. */
const mostAsked = 300;

const whereAnswered = (zoneId: string, partyId: string, since: number): Where => ({
  index: 'byHolder',
  partition: 'holderPk',
  value: answeredPartition(zoneId, partyId),
  sort: 'holderSk',
  between: [sortableInstant(since), '9'],
  backwards: true,
});

/** The items of many keys, each once, a hundred at a time and all at once; by their keys. */
async function itemsByKey(
  client: DynamoDBDocumentClient,
  table: string,
  wanted: readonly Key[],
): Promise<ReadonlyMap<string, Item>> {
  const once = [...new Map(wanted.map(({ PK, SK }) => [`${PK} ${SK}`, { PK, SK }])).values()];
  const parts = Array.from({ length: Math.ceil(once.length / batch) }, (_, at) =>
    itemsOf(client, table, once.slice(at * batch, (at + 1) * batch)),
  );
  return new Map(
    (await Promise.all(parts)).flat().map((item) => [`${String(item['PK'])} ${String(item['SK'])}`, item]),
  );
}

/** The projects and the needs lie at keys that follow from those of the index: one round for them all. */
async function asked(client: DynamoDBDocumentClient, table: string, where: Where) {
  const { Items = [] } = await query(client, table, where, { limit: mostAsked + 1 });
  const places = Items.slice(0, mostAsked).map((item) => {
    const key = IndexKey.parse(item);
    const projectId = key.PK.replace('PROJECT#', '');
    const hasLine = assignmentOf(key.SK.slice(key.SK.lastIndexOf('#') + 1))?.line !== undefined;
    return { key, project: keys.project(projectId), letter: hasLine ? keys.letter(projectId) : undefined };
  });
  const items = await itemsByKey(
    client,
    table,
    places.flatMap(({ key, project, letter }) => [key, project, ...(letter ? [letter] : [])]),
  );
  const at = (key: Key | undefined): Item | undefined => key && items.get(`${key.PK} ${key.SK}`);
  const entries = places.flatMap(({ key, project, letter }): AskedLine[] => {
    const [one, of, paper] = [at(key), at(project), at(letter)];
    if (one === undefined || of === undefined) return [];
    const needs = paper && StoredNeeds.parse(paper['letter']).utilities;
    return [{ ...lineOf(of), assignment: Assignment.parse(one['assignment']), needs }];
  });
  return { entries, more: Items.length > mostAsked };
}

async function papers(
  client: DynamoDBDocumentClient,
  table: string,
  projectIds: readonly string[],
  withContacts: boolean,
): Promise<ReadonlyMap<string, Paper>> {
  const items = await itemsByKey(
    client,
    table,
    projectIds.flatMap((id) => [keys.letter(id), ...(withContacts ? [keys.contact(id)] : [])]),
  );
  const at = ({ PK, SK }: Key): Item | undefined => items.get(`${PK} ${SK}`);
  return new Map(
    projectIds.flatMap((id): [string, Paper][] => {
      const [letter, contact] = [at(keys.letter(id)), withContacts ? at(keys.contact(id)) : undefined];
      if (letter === undefined) return [];
      return [
        [
          id,
          {
            letter: StoredLetter.parse(letter['letter']),
            ...(contact && { contact: StoredContact.parse(contact['contact']) }),
          },
        ],
      ];
    }),
  );
}

const whereDockets = (zoneId: string): Where => ({
  index: 'byHolder',
  partition: 'holderPk',
  value: docketPartition(zoneId),
  sort: 'holderSk',
});

const whereObstacles = (zoneId: string): Where => ({
  index: 'byHolder',
  partition: 'holderPk',
  value: obstaclePartition(zoneId),
});

async function obstacles(
  client: DynamoDBDocumentClient,
  table: string,
  zoneId: string,
  page: PageRequest,
): Promise<Page<ObstacleLine>> {
  const found = pageOf(await query(client, table, whereObstacles(zoneId), page), (item) => IndexKey.parse(item));
  const entries = (await itemsOf(client, table, found.entries)).map((item) => ({
    projectId: IndexKey.parse(item).PK.replace('PROJECT#', ''),
    obstacle: Obstacle.parse(item['obstacle']),
  }));
  return found.next === undefined ? { entries } : { entries, next: found.next };
}

export const projectLists = (client: DynamoDBDocumentClient, table: string): ProjectLists => ({
  list: (zoneId, filter, page, also = {}) => list(client, table, zoneId, filter, page, also),
  running: (zoneId, also, page) => runningList(client, table, zoneId, also, page),
  assignments: (zoneId, holder, page, also = {}) => assignments(client, table, whereHeld(zoneId, holder), page, also),
  asked: (zoneId, partyId, answeredSince) =>
    asked(
      client,
      table,
      answeredSince === undefined ? whereHeld(zoneId, partyId) : whereAnswered(zoneId, partyId, answeredSince),
    ),
  taken: (zoneId, personId, page, also = {}) => assignments(client, table, whereTaken(zoneId, personId), page, also),
  work: (zoneId, after, most) => openWork(client, table, zoneId, after, most),
  obstacles: (zoneId, page) => obstacles(client, table, zoneId, page),
  obstacleCount: async (zoneId) => (await query(client, table, whereObstacles(zoneId), { limit: 100 })).Count ?? 0,
  dockets: async (zoneId, page) => {
    const found = pageOf(await query(client, table, whereDockets(zoneId), page), (item) =>
      IndexKey.parse(item).PK.replace('PROJECT#', ''),
    );
    return { ...found, entries: await lines(client, table, found.entries) };
  },
  havingWord: (zoneId, word) => havingWord({ client, table, zoneId }, word),
  papers: (projectIds, withContacts) => papers(client, table, projectIds, withContacts),
  lines: (projectIds) => lines(client, table, projectIds),
});
