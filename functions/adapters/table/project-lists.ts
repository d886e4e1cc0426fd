import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Obstacle } from '#core/obstacles/obstacle.ts';
import { Assignment } from '#core/project/project.ts';
import type {
  AssignmentNarrowing,
  ObstacleLine,
  Page,
  PageRequest,
  ProjectFilter,
  ProjectLine,
  ProjectLists,
  ProjectNarrowing,
} from '#core/kernel/ports.ts';
import { openWork } from './desk-store.ts';
import { keys, obstaclePartition } from './keys.ts';
import { itemsOf, lineOf, query, whereOf, type Where } from './list-queries.ts';
import { narrowedAssignments, narrowedList, runningList } from './narrowed-lists.ts';
import { pageOf } from './paging.ts';
import { havingWord, searchList } from './search-list.ts';

const IndexKey = z.object({ PK: z.string(), SK: z.string() });

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
  taken: (zoneId, personId, page, also = {}) => assignments(client, table, whereTaken(zoneId, personId), page, also),
  work: (zoneId, after) => openWork(client, table, zoneId, after),
  obstacles: (zoneId, page) => obstacles(client, table, zoneId, page),
  obstacleCount: async (zoneId) => (await query(client, table, whereObstacles(zoneId), { limit: 100 })).Count ?? 0,
  havingWord: (zoneId, word) => havingWord({ client, table, zoneId }, word),
  lines: (projectIds) => lines(client, table, projectIds),
});
