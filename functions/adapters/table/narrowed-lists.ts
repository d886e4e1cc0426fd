import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { isCounted, monthOf } from '#core/figures/figures.ts';
import { Assignment } from '#core/project/project.ts';
import { stageOfAssignment } from '#core/stages/assignment-id.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import type { AssignmentNarrowing, Page, PageRequest, ProjectLine, ProjectNarrowing } from '#core/kernel/ports.ts';
import type { Item } from './items.ts';
import { keys, projectPartition } from './keys.ts';
import { itemsOf, lineOf, query, type Where } from './list-queries.ts';
import { decodeKey, encodeKey, startKey } from './paging.ts';
import { batch, walk, type Batch } from './walk.ts';

const IndexKey = z.object({ PK: z.string(), SK: z.string() });

/** Sorts before every date. */
const first = '0';

function fitsProject(
  item: Item,
  { project }: ProjectLine,
  { stage, forum, sector, overdue, happened }: ProjectNarrowing,
): boolean {
  return (
    (stage === undefined || (project.ending ?? project.stage) === stage) &&
    (forum === undefined || project.forum === forum) &&
    (sector === undefined || project.sector === sector) &&
    (overdue !== true || item['overduePk'] !== undefined) &&
    (happened === undefined || (isCounted(project) && monthOf(project, happened.what) === happened.month))
  );
}

const projectIdIn = (item: Item): string => IndexKey.parse(item).PK.replace('PROJECT#', '');

/** The lines behind a batch of entries, each project once; those that do not fit are undefined. */
export async function fittingLines(
  client: DynamoDBDocumentClient,
  table: string,
  projectIds: readonly string[],
  also: ProjectNarrowing,
): Promise<readonly (ProjectLine | undefined)[]> {
  const wanted = [...new Set(projectIds)];
  const items = new Map(
    (
      await itemsOf(
        client,
        table,
        wanted.map((projectId) => keys.project(projectId)),
      )
    ).map((item) => [IndexKey.parse(item).PK, item]),
  );
  return projectIds.map((projectId, at) => {
    const item = projectIds.indexOf(projectId) === at ? items.get(projectPartition(projectId)) : undefined;
    const line = item && lineOf(item);
    return item && line && fitsProject(item, line, also) ? line : undefined;
  });
}

export async function narrowedList(
  client: DynamoDBDocumentClient,
  table: string,
  where: Where,
  { limit, after }: PageRequest,
  also: ProjectNarrowing,
): Promise<Page<ProjectLine>> {
  const { ExclusiveStartKey } = startKey(after, { name: where.partition, value: where.value });
  return walk(
    { limit, after: ExclusiveStartKey },
    async (from) => {
      const { Items = [], LastEvaluatedKey } = await query(client, table, where, {
        limit: batch,
        after: from && encodeKey(from),
      });
      return { items: Items, last: LastEvaluatedKey };
    },
    (items) => fittingLines(client, table, items.map(projectIdIn), also),
  );
}

const RunningPlace = z.object({ due: z.string().check(z.minLength(1), z.maxLength(100)) });

async function runningBatch(
  client: DynamoDBDocumentClient,
  TableName: string,
  zoneId: string,
  stages: readonly string[],
  from: string,
): Promise<Batch> {
  const read = await Promise.all(
    stages.map(async (stage) =>
      client.send(
        new QueryCommand({
          TableName,
          IndexName: 'byStage',
          Limit: batch,
          KeyConditionExpression: 'stagePk = :stage AND stageSk > :from',
          ExpressionAttributeValues: { ':stage': `STAGE#${zoneId}#${stage}`, ':from': from },
        }),
      ),
    ),
  );
  const ends = read
    .flatMap(({ LastEvaluatedKey }) => (LastEvaluatedKey ? [String(LastEvaluatedKey['stageSk'])] : []))
    .toSorted();
  const all = read
    .flatMap(({ Items = [] }) => Items)
    .map((item) => ({ due: String(item['stageSk']), PK: item['PK'] }))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const known = all.filter(({ due }) => ends[0] === undefined || due <= ends[0]).slice(0, batch);
  const last = known.at(-1);
  const isMore = ends.length > 0 || known.length < all.length;
  return { items: known, last: isMore && last ? { due: last.due } : undefined };
}

/** Projects under way by due date: each stage lies in this order, and a due date with its project is the same place in all of them. */
export async function runningList(
  client: DynamoDBDocumentClient,
  table: string,
  zoneId: string,
  also: ProjectNarrowing,
  { limit, after }: PageRequest,
): Promise<Page<ProjectLine>> {
  const place = after === undefined ? undefined : decodeKey(RunningPlace, after);
  const stages = also.stage === undefined ? stageIds : [also.stage];
  return walk(
    { limit, after: place },
    (from) => runningBatch(client, table, zoneId, stages, String(from?.['due'] ?? first)),
    (items) =>
      fittingLines(
        client,
        table,
        items.map((item) => String(item['PK']).replace('PROJECT#', '')),
        { ...also, stage: undefined },
      ),
  );
}

const upTo = ({ overdueOn }: AssignmentNarrowing): Pick<Where, 'between'> =>
  overdueOn === undefined ? {} : { between: [first, overdueOn] };

/** Assignments behind a batch of entries; the stage stands in the key, so that others need not be read. */
async function fittingAssignments(
  client: DynamoDBDocumentClient,
  table: string,
  items: readonly Item[],
  { stage, overdueOn }: AssignmentNarrowing,
): Promise<readonly (Assignment | undefined)[]> {
  const places = items.map((item) => IndexKey.parse(item));
  const wanted = places.filter(
    ({ SK }) => stage === undefined || stageOfAssignment(SK.slice(SK.lastIndexOf('#') + 1)) === stage,
  );
  const found = new Map(
    (await itemsOf(client, table, wanted)).map((item) => [String(item['SK']), Assignment.parse(item['assignment'])]),
  );
  return places.map(({ SK }) => {
    const assignment = found.get(SK);
    return assignment && (overdueOn === undefined || assignment.overdue) ? assignment : undefined;
  });
}

export async function narrowedAssignments(
  client: DynamoDBDocumentClient,
  table: string,
  of: Where,
  { limit, after }: PageRequest,
  also: AssignmentNarrowing,
): Promise<Page<Assignment>> {
  const where = { ...of, ...upTo(also) };
  const { ExclusiveStartKey } = startKey(after, { name: where.partition, value: where.value });
  return walk(
    { limit, after: ExclusiveStartKey },
    async (from) => {
      const { Items = [], LastEvaluatedKey } = await query(client, table, where, {
        limit: batch,
        after: from && encodeKey(from),
      });
      return { items: Items, last: LastEvaluatedKey };
    },
    (items) => fittingAssignments(client, table, items, also),
  );
}
