import type { HeadquartersName } from '#core/headquarters/headquarters.ts';
import type { Handling } from '#core/project/project-action.ts';
import type { ObstacleAction } from '#core/obstacles/obstacle-rights.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import type { ProjectAction } from '#core/project/act-on-project.ts';
import type { ProjectQuery } from '#core/project/project-query.ts';
import type { WorkOrder, WorkStanding } from '#core/work/work-query.ts';
import { addressOf } from '../routes.ts';

/** Open assignments of a holder: `office`, `investor` or a party's id; what else must hold of them, and by which column they come. */
export interface TaskFilter {
  readonly by: 'tasks';
  readonly holder: string;
  readonly stage?: StageId | undefined;
  readonly overdue?: boolean | undefined;
  readonly mine?: boolean | undefined;
  /** Who works on it: an id, or `nobody`. */
  readonly worker?: string | undefined;
  readonly standing?: WorkStanding | undefined;
  readonly changed?: boolean | undefined;
  readonly order?: WorkOrder | undefined;
}

export interface ProjectsFilter extends Omit<ProjectQuery, 'holder'> {
  readonly by: 'projects';
}

/** What a work list shows; open obstacles are a list of their own. */
export type ListFilter = TaskFilter | ProjectsFilter | { readonly by: 'obstacles' };

const yes = (value: boolean | undefined): string | undefined => (value === true ? 'true' : undefined);

/** The query of a list, by the names that the JSON API's lists have. */
export function queryOf(filter: ListFilter): Readonly<Record<string, string>> {
  if (filter.by === 'obstacles') return { obstacles: 'true' };
  const named: Readonly<Record<string, string | undefined>> =
    filter.by === 'tasks'
      ? {
          holder: filter.holder,
          stage: filter.stage,
          overdue: yes(filter.overdue),
          mine: yes(filter.mine),
          worker: filter.worker,
          standing: filter.standing,
          changed: yes(filter.changed),
          sort: filter.order?.column,
          desc: yes(filter.order?.descending),
        }
      : {
          q: filter.q,
          stage: filter.stage,
          forum: filter.forum,
          sector: filter.sector,
          overdue: yes(filter.overdue),
          sort: filter.sort,
        };
  const asked = Object.fromEntries(
    Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  if (filter.by === 'tasks') return filter.holder === 'office' && Object.keys(asked).length === 1 ? {} : asked;
  return Object.keys(asked).some((name) => name !== 'sort') ? asked : { all: 'true', ...asked };
}

/** A work list. @param page from 1 */
export const listAddress = (zoneId: string, filter: ListFilter, after?: string, page = 1): string =>
  addressOf('/office', {}, { zone: zoneId, ...queryOf(filter), after, page: page > 1 ? String(page) : undefined });
/** A list as a file, all of it. */
export const listFileAddress = (form: 'csv' | 'xlsx', zoneId: string, filter: ListFilter): string =>
  addressOf(`/office/work.${form}`, {}, { zone: zoneId, ...queryOf(filter) });
export const importAddress = (query: Readonly<Record<string, string>> = {}): string =>
  addressOf('/office/import', {}, query);
export const deskAddress = (zoneId: string): string => addressOf('/office/desk', {}, { zone: zoneId });
export const bulkAddress = (zoneId: string, query: Readonly<Record<string, string | undefined>>): string =>
  addressOf('/office/bulk', {}, { zone: zoneId, ...query });

export const docketAddress = (projectId: string, act: string): string =>
  addressOf('/office/projects/{projectId}/docket', { projectId }, { do: act });
export const roadMapActs = ['fill', 'row', 'approve', 'answer'] as const;
export type RoadMapAct = (typeof roadMapActs)[number];
export const roadMapAddress = (projectId: string, query: Readonly<Record<string, string | undefined>> = {}): string =>
  addressOf('/office/projects/{projectId}/road-map', { projectId }, query);
export const ladderAddress = (projectId: string, query: Readonly<Record<string, string | undefined>> = {}): string =>
  addressOf('/office/projects/{projectId}/ladder', { projectId }, query);
export const obligationsAddress = (projectId: string, query: Readonly<Record<string, string>> = {}): string =>
  addressOf('/office/projects/{projectId}/obligations', { projectId }, query);
export const boardAddress = (zone?: string): string => addressOf('/office/board', {}, { zone });
export const boardFileAddress = (form: 'csv' | 'xlsx', zone?: string): string =>
  addressOf(form === 'csv' ? '/office/board.csv' : '/office/board.xlsx', {}, { zone });
export const careActs = [
  'note-number',
  'remove-number',
  'name-companion',
  'verify',
  'say-need',
  'remove-need',
] as const;
/** @param line of which a need is told anew */
export const careAddress = (projectId: string, act: (typeof careActs)[number], line?: string): string =>
  addressOf('/office/projects/{projectId}/care', { projectId }, { do: act, line });
export const undoAddress = (projectId: string): string => addressOf('/office/projects/{projectId}/undo', { projectId });
export const projectAddress = (projectId: string): string => addressOf('/office/projects/{projectId}', { projectId });
export const documentsAddress = (projectId: string): string =>
  addressOf('/office/projects/{projectId}/documents', { projectId });
export const originalAddress = (projectId: string): string =>
  addressOf('/office/projects/{projectId}/original', { projectId });
export const printAddress = (projectId: string): string =>
  addressOf('/office/projects/{projectId}/print', { projectId });
export const historyAddress = (projectId: string, query: Readonly<Record<string, string | undefined>> = {}): string =>
  addressOf('/office/projects/{projectId}/history', { projectId }, query);
export const emailAddress = (projectId: string, rowId: string): string =>
  addressOf('/office/projects/{projectId}/emails/{rowId}', { projectId, rowId });
export const followUpsAddress = (projectId: string, id?: string): string =>
  addressOf('/office/projects/{projectId}/follow-ups', { projectId }, { id });
export const myFollowUpsAddress = (zoneId: string): string =>
  addressOf('/office/zones/{zoneId}/follow-ups', { zoneId });
export const staleAddress = (zoneId: string): string => addressOf('/office/zones/{zoneId}/stale', { zoneId });
/** Of one that is the whole zone's. */
export const zoneObstaclesAddress = (zoneId: string): string =>
  addressOf('/office/zones/{zoneId}/obstacles', { zoneId });
export const zoneObstacleAddress = (zoneId: string, obstacleId: string): string =>
  addressOf('/office/zones/{zoneId}/obstacles/{obstacleId}', { zoneId, obstacleId });
export const zoneObstacleActionAddress = (zoneId: string, obstacleId: string, action: ObstacleAction): string =>
  addressOf('/office/zones/{zoneId}/obstacles/{obstacleId}/{action}', { zoneId, obstacleId, action });
export const obstaclesAddress = (projectId: string): string =>
  addressOf('/office/projects/{projectId}/obstacles', { projectId });
export const obstacleAddress = (projectId: string, obstacleId: string): string =>
  addressOf('/office/projects/{projectId}/obstacles/{obstacleId}', { projectId, obstacleId });
export const obstacleActionAddress = (projectId: string, obstacleId: string, action: ObstacleAction): string =>
  addressOf('/office/projects/{projectId}/obstacles/{obstacleId}/{action}', { projectId, obstacleId, action });
export const notesAddress = (projectId: string): string =>
  addressOf('/office/projects/{projectId}/notes', { projectId });
export const actionAddress = (
  projectId: string,
  action: ProjectAction['action'],
  query: Readonly<Record<string, string>> = {},
): string => addressOf('/office/projects/{projectId}/actions/{action}', { projectId, action }, query);
export const assignmentAddress = (assignmentId: string, outcome?: string): string =>
  addressOf('/office/assignments/{assignmentId}', { assignmentId }, { outcome });
export const handlingAddress = (assignmentId: string, handling: Handling): string =>
  addressOf('/office/assignments/{assignmentId}/{handling}', { assignmentId, handling });
export const projectCalendarAddress = (projectId: string): string =>
  addressOf('/office/projects/{projectId}/calendar.ics', { projectId });
export const officeCalendarAddress = (zoneId: string): string =>
  addressOf('/office/calendar.ics', {}, { zone: zoneId });
export const contactAddress = (projectId: string): string =>
  addressOf('/office/projects/{projectId}/contact', { projectId });
export const trackingLinkAddress = (projectId: string): string =>
  addressOf('/office/projects/{projectId}/renew-link', { projectId });
export const moratoriaAddress = (zoneId: string, query: Readonly<Record<string, string | undefined>> = {}): string =>
  addressOf('/office/zones/{zoneId}/moratoria', { zoneId }, query);
export const linesAddress = (zoneId: string): string => addressOf('/office/zones/{zoneId}/lines', { zoneId });
export const lineAddress = (zoneId: string, lineId: string, form?: 'milestone' | 'money' | 'line'): string =>
  addressOf('/office/zones/{zoneId}/lines/{lineId}', { zoneId, lineId }, { do: form });
export const plotsAddress = (zoneId: string, query: Readonly<Record<string, string | undefined>> = {}): string =>
  addressOf('/office/zones/{zoneId}/plots', { zoneId }, query);
export const plotAddress = (
  zoneId: string,
  plotId: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string => addressOf('/office/zones/{zoneId}/plots/{plotId}', { zoneId, plotId }, query);
export const photoAddress = (zoneId: string, lineId: string, fileId: string): string =>
  addressOf('/office/zones/{zoneId}/lines/{lineId}/photos/{fileId}', { zoneId, lineId, fileId });
export const paperAddress = (zoneId: string, query: Readonly<Record<string, string>> = {}): string =>
  addressOf('/office/letters', {}, { zone: zoneId, ...query });

export const forumViews = [
  ...(['cohort', 'guests', 'invite', 'guest', 'promises', 'sign', 'promise'] as const),
  ...(['in-hall', 'stated', 'programme', 'session', 'task', 'tables', 'meetings', 'meeting', 'ask', 'sheets'] as const),
] as const;
export type ForumShown = (typeof forumViews)[number];
export const forumAddress = (
  forum: string,
  view: ForumShown = 'cohort',
  query: Readonly<Record<string, string | undefined>> = {},
): string => addressOf('/office/forums', {}, { forum, ...(view !== 'cohort' && { view }), ...query });
export const forumsAddress = (zoneId: string): string => addressOf('/office/forums', {}, { zone: zoneId });

export const showcaseViews = ['items', 'add', 'item', 'edit', 'remove', 'decide', 'ask', 'answer', 'report'] as const;
export type ShowcaseShown = (typeof showcaseViews)[number];
export const showcaseAddress = (
  zoneId: string,
  view: ShowcaseShown = 'items',
  query: Readonly<Record<string, string | undefined>> = {},
): string => addressOf('/office/showcase', {}, { zone: zoneId, ...(view !== 'items' && { view }), ...query });

export const headquartersViews = ['agenda', 'hall', 'protocol', 'instructions', 'instruction', 'setting'] as const;
export type HeadquartersShown = (typeof headquartersViews)[number];
export const headquartersAddress = (
  { scope, headquartersId }: HeadquartersName,
  view: HeadquartersShown = 'agenda',
  query: Readonly<Record<string, string | undefined>> = {},
): string =>
  addressOf(
    '/office/headquarters',
    {},
    { [scope ?? 'zone']: headquartersId, ...(view !== 'agenda' && { view }), ...query },
  );
