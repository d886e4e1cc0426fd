import { BatchGetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Obstacle } from '#core/contracts/obstacle.ts';
import { Assignment, Project } from '#core/contracts/project.ts';
import type { ObstacleLine, Page, PageRequest, ProjectFilter, ProjectLine, ProjectLists } from '#core/ports/index.ts';
import type { Item } from './items.ts';
import { startPartition } from './items.ts';
import { keys, obstaclePartition, type Key } from './keys.ts';
import { pageOf, startKey } from './paging.ts';
import { searchedWord } from './words.ts';

const IndexKey = z.object({ PK: z.string(), SK: z.string() });
const WordItem = z.object({ projectId: z.string() });

interface Where {
  readonly index?: string;
  readonly partition: string;
  readonly value: string;
  readonly sort?: string;
  readonly prefix?: string;
  readonly between?: readonly [string, string];
  readonly backwards?: boolean;
}

const standing = ({ standing: of }: { readonly standing?: string | undefined }): { readonly prefix?: string } => (of === undefined ? {} : { prefix: `${of}#` });

/** A quarter ('2026-4') as the first and the last of the days that sort in it. */
const monthsOf = (quarter: string): readonly [string, string] => {
  const [year = '', number = ''] = quarter.split('-');
  const month = (at: number) => String(Number(number) * 3 + at).padStart(2, '0');
  return [`${year}-${month(-2)}-01`, `${year}-${month(0)}-32`];
};

function whereOf(zoneId: string, filter: ProjectFilter): Where | undefined {
  switch (filter.by) {
    case 'zone': return { index: 'byZone', partition: 'zonePk', value: `ZONE#${zoneId}`, backwards: true };
    case 'stage': return { index: 'byStage', partition: 'stagePk', value: `STAGE#${zoneId}#${filter.stage}` };
    case 'forum': return { index: 'byForum', partition: 'forumPk', value: `FORUM#${zoneId}#${filter.forum}`, sort: 'forumSk', ...standing(filter) };
    case 'sector': return { index: 'bySector', partition: 'sectorPk', value: `SECTOR#${zoneId}#${filter.sector}`, sort: 'sectorSk', ...standing(filter) };
    case 'start': return {
      index: 'byStart', partition: 'startPk', value: startPartition(zoneId, filter.standing), sort: 'startSk',
      ...(filter.quarter !== undefined && { between: monthsOf(filter.quarter) }),
    };
    case 'overdue': return { index: 'byOverdue', partition: 'overduePk', value: `OVERDUE#${zoneId}` };
    case 'holder': return { index: 'byHolder', partition: 'holderPk', value: `HOLDER#${zoneId}#${filter.holder}` };
    case 'search': {
      const word = searchedWord(filter.text);
      return word === undefined ? undefined : { partition: 'PK', value: `WORD#${zoneId}`, sort: 'SK', prefix: word };
    }
  }
}

async function query(client: DynamoDBDocumentClient, TableName: string, where: Where, { limit, after }: PageRequest) {
  const { index, partition, value, sort, prefix, between, backwards } = where;
  return client.send(new QueryCommand({
    TableName,
    Limit: limit,
    ...(index && { IndexName: index }),
    ...(backwards && { ScanIndexForward: false }),
    KeyConditionExpression: `#partition = :value${prefix ? ' AND begins_with(#sort, :prefix)' : ''}${between ? ' AND #sort BETWEEN :from AND :until' : ''}`,
    ExpressionAttributeNames: { '#partition': partition, ...((prefix ?? between) && { '#sort': sort ?? 'SK' }) },
    ExpressionAttributeValues: { ':value': value, ...(prefix && { ':prefix': prefix }), ...(between && { ':from': between[0], ':until': between[1] }) },
    ...startKey(after, { name: partition, value }),
  }));
}

/** Items of the table by their keys, in the order of the keys; what is gone is left out. At most 100. */
async function itemsOf(client: DynamoDBDocumentClient, table: string, wanted: readonly Key[]): Promise<readonly Item[]> {
  const found = new Map<string, Item>();
  let Keys: Record<string, unknown>[] = [...wanted.map((key) => ({ ...key }))];
  while (Keys.length > 0) {
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys } } }));
    for (const item of Responses?.[table] ?? []) found.set(`${String(item['PK'])} ${String(item['SK'])}`, item);
    Keys = UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return wanted.map(({ PK, SK }) => found.get(`${PK} ${SK}`)).filter((item) => item !== undefined);
}

const lineOf = (item: Item): ProjectLine => ({ project: Project.parse(item['project']), company: z.string().parse(item['company']) });

const lines = async (client: DynamoDBDocumentClient, table: string, projectIds: readonly string[]): Promise<readonly ProjectLine[]> =>
  (await itemsOf(client, table, projectIds.map((projectId) => keys.project(projectId)))).map(lineOf);

async function list(client: DynamoDBDocumentClient, table: string, zoneId: string, filter: ProjectFilter, page: PageRequest): Promise<Page<ProjectLine>> {
  const where = whereOf(zoneId, filter);
  if (where === undefined) return { entries: [] };
  const found = pageOf(await query(client, table, where, page), (item) =>
    (filter.by === 'search' ? WordItem.parse(item).projectId : IndexKey.parse(item).PK.replace('PROJECT#', '')));
  const entries = await lines(client, table, [...new Set(found.entries)]);
  return found.next === undefined ? { entries } : { entries, next: found.next };
}

async function assignments(client: DynamoDBDocumentClient, table: string, zoneId: string, holder: string, page: PageRequest): Promise<Page<Assignment>> {
  const where: Where = { index: 'byHolder', partition: 'holderPk', value: `HOLDER#${zoneId}#${holder}` };
  const found = pageOf(await query(client, table, where, page), (item) => IndexKey.parse(item));
  const entries = (await itemsOf(client, table, found.entries)).map((item) => Assignment.parse(item['assignment']));
  return found.next === undefined ? { entries } : { entries, next: found.next };
}

const whereObstacles = (zoneId: string): Where => ({ index: 'byHolder', partition: 'holderPk', value: obstaclePartition(zoneId) });

async function obstacles(client: DynamoDBDocumentClient, table: string, zoneId: string, page: PageRequest): Promise<Page<ObstacleLine>> {
  const found = pageOf(await query(client, table, whereObstacles(zoneId), page), (item) => IndexKey.parse(item));
  const entries = (await itemsOf(client, table, found.entries)).map((item) => ({ projectId: IndexKey.parse(item).PK.replace('PROJECT#', ''), obstacle: Obstacle.parse(item['obstacle']) }));
  return found.next === undefined ? { entries } : { entries, next: found.next };
}

/** Lists of projects, assignments and obstacles: an index gives the page's keys, the table its items as they are now. */
export const projectLists = (client: DynamoDBDocumentClient, table: string): ProjectLists => ({
  list: (zoneId, filter, page) => list(client, table, zoneId, filter, page),
  assignments: (zoneId, holder, page) => assignments(client, table, zoneId, holder, page),
  obstacles: (zoneId, page) => obstacles(client, table, zoneId, page),
  obstacleCount: async (zoneId) => (await query(client, table, whereObstacles(zoneId), { limit: 100 })).Count ?? 0,
  lines: (projectIds) => lines(client, table, projectIds),
});
