import { BatchGetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Project } from '#core/project/project.ts';
import type { PageRequest, ProjectFilter, ProjectLine } from '#core/kernel/ports.ts';
import { startPartition, type Item } from './items.ts';
import type { Key } from './keys.ts';
import { fromToken, startKey } from './paging.ts';

export interface Where {
  readonly index?: string;
  readonly partition: string;
  readonly value: string;
  readonly sort?: string;
  readonly prefix?: string;
  readonly between?: readonly [string, string];
  readonly backwards?: boolean;
}

const standing = ({ standing: of }: { readonly standing?: string | undefined }): { readonly prefix?: string } =>
  of === undefined ? {} : { prefix: `${of}#` };

const monthsOf = (quarter: string): readonly [string, string] => {
  const [year = '', number = ''] = quarter.split('-');
  const month = (at: number) => String(Number(number) * 3 + at).padStart(2, '0');
  return [`${year}-${month(-2)}-01`, `${year}-${month(0)}-32`];
};

export function whereOf(zoneId: string, filter: Exclude<ProjectFilter, { by: 'search' }>): Where {
  switch (filter.by) {
    case 'zone':
      return { index: 'byZone', partition: 'zonePk', value: `ZONE#${zoneId}`, backwards: true };
    case 'stage':
      return { index: 'byStage', partition: 'stagePk', value: `STAGE#${zoneId}#${filter.stage}` };
    case 'forum':
      return {
        index: 'byForum',
        partition: 'forumPk',
        value: `FORUM#${zoneId}#${filter.forum}`,
        sort: 'forumSk',
        ...standing(filter),
      };
    case 'sector':
      return {
        index: 'bySector',
        partition: 'sectorPk',
        value: `SECTOR#${zoneId}#${filter.sector}`,
        sort: 'sectorSk',
        ...standing(filter),
      };
    case 'start':
      return {
        index: 'byStart',
        partition: 'startPk',
        value: startPartition(zoneId, filter.standing),
        sort: 'startSk',
        ...(filter.quarter !== undefined && { between: monthsOf(filter.quarter) }),
      };
    case 'overdue':
      return { index: 'byOverdue', partition: 'overduePk', value: `OVERDUE#${zoneId}` };
    case 'holder':
      return { index: 'byHolder', partition: 'holderPk', value: `HOLDER#${zoneId}#${filter.holder}` };
  }
}

export async function query(
  client: DynamoDBDocumentClient,
  TableName: string,
  where: Where,
  { limit, after }: PageRequest,
) {
  const { index, partition, value, sort, prefix, between, backwards } = where;
  return fromToken(after, () =>
    client.send(
      new QueryCommand({
        TableName,
        Limit: limit,
        ...(index && { IndexName: index }),
        ...(backwards && { ScanIndexForward: false }),
        KeyConditionExpression: `#partition = :value${prefix ? ' AND begins_with(#sort, :prefix)' : ''}${between ? ' AND #sort BETWEEN :from AND :until' : ''}`,
        ExpressionAttributeNames: { '#partition': partition, ...((prefix ?? between) && { '#sort': sort ?? 'SK' }) },
        ExpressionAttributeValues: {
          ':value': value,
          ...(prefix && { ':prefix': prefix }),
          ...(between && { ':from': between[0], ':until': between[1] }),
        },
        ...startKey(after, { name: partition, value }),
      }),
    ),
  );
}

/** Items of the table by their keys, in the order of the keys; what is gone is left out. At most 100. */
export async function itemsOf(
  client: DynamoDBDocumentClient,
  table: string,
  wanted: readonly Key[],
  ConsistentRead = false,
): Promise<readonly Item[]> {
  const found = new Map<string, Item>();
  let Keys: Record<string, unknown>[] = [...wanted.map((key) => ({ ...key }))];
  while (Keys.length > 0) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead } } }),
    );
    for (const item of Responses?.[table] ?? []) found.set(`${String(item['PK'])} ${String(item['SK'])}`, item);
    Keys = UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return wanted.map(({ PK, SK }) => found.get(`${PK} ${SK}`)).filter((item) => item !== undefined);
}

export const lineOf = (item: Item): ProjectLine => ({
  project: Project.parse(item['project']),
  company: z.string().parse(item['company']),
});
