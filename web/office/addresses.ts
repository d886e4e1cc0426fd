import type { Handling } from '#core/contracts/project-action.ts';
import type { ObstacleAction } from '#core/domain/rules/obstacle-rights.ts';
import type { StageId } from '#core/domain/stage-id.ts';
import type { ProjectAction } from '#core/use-cases/act-on-project.ts';
import type { ProjectQuery } from '#core/use-cases/project-query.ts';

/** Open assignments of a holder: `office`, `investor` or a party's id; of one stage, only what is overdue, only the reader's own. */
export interface TaskFilter {
  readonly by: 'tasks';
  readonly holder: string;
  readonly stage?: StageId | undefined;
  readonly overdue?: boolean | undefined;
  readonly mine?: boolean | undefined;
}

/** Projects for which everything named holds. */
export interface ProjectsFilter extends Omit<ProjectQuery, 'holder'> {
  readonly by: 'projects';
}

/** What a work list shows; open obstacles are a list of their own. */
export type ListFilter = TaskFilter | ProjectsFilter | { readonly by: 'obstacles' };

const yes = (value: boolean | undefined): string | undefined => (value === true ? 'true' : undefined);

/** The query of a list, by the names that the JSON API's lists have. */
export function queryOf(filter: ListFilter): Readonly<Record<string, string>> {
  if (filter.by === 'obstacles') return { obstacles: 'true' };
  const named: Readonly<Record<string, string | undefined>> = filter.by === 'tasks'
    ? { holder: filter.holder, stage: filter.stage, overdue: yes(filter.overdue), mine: yes(filter.mine) }
    : { q: filter.q, stage: filter.stage, forum: filter.forum, sector: filter.sector, overdue: yes(filter.overdue), sort: filter.sort };
  const asked = Object.fromEntries(Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== undefined));
  if (filter.by === 'tasks') return filter.holder === 'office' && Object.keys(asked).length === 1 ? {} : asked;
  return Object.keys(asked).some((name) => name !== 'sort') ? asked : { all: 'true', ...asked };
}

/** A work list. */
export const listAddress = (zoneId: string, filter: ListFilter, after?: string): string =>
  `/office?${new URLSearchParams({ zone: zoneId, ...queryOf(filter), ...(after !== undefined && { after }) }).toString()}`;

export const projectAddress = (projectId: string): string => `/office/projects/${projectId}`;
export const documentsAddress = (projectId: string): string => `/office/projects/${projectId}/documents`;
export const historyAddress = (projectId: string): string => `/office/projects/${projectId}/history`;
export const obstaclesAddress = (projectId: string): string => `/office/projects/${projectId}/obstacles`;
export const obstacleAddress = (projectId: string, obstacleId: string): string => `${obstaclesAddress(projectId)}/${obstacleId}`;
export const obstacleActionAddress = (projectId: string, obstacleId: string, action: ObstacleAction): string => `${obstacleAddress(projectId, obstacleId)}/${action}`;
export const notesAddress = (projectId: string): string => `/office/projects/${projectId}/notes`;
export const actionAddress = (projectId: string, action: ProjectAction['action']): string => `/office/projects/${projectId}/actions/${action}`;
export const assignmentAddress = (assignmentId: string, outcome?: string): string =>
  `/office/assignments/${assignmentId}${outcome === undefined ? '' : `?outcome=${outcome}`}`;
export const handlingAddress = (assignmentId: string, handling: Handling): string => `/office/assignments/${assignmentId}/${handling}`;
export const projectCalendarAddress = (projectId: string): string => `/office/projects/${projectId}/calendar.ics`;
export const officeCalendarAddress = (zoneId: string): string => `/office/calendar.ics?${new URLSearchParams({ zone: zoneId }).toString()}`;
export const contactAddress = (projectId: string): string => `/office/projects/${projectId}/contact`;
export const trackingLinkAddress = (projectId: string): string => `/office/projects/${projectId}/renew-link`;
export const linesAddress = (zoneId: string): string => `/office/zones/${zoneId}/lines`;
export const paperAddress = (zoneId: string, query: Readonly<Record<string, string>> = {}): string => `/office/letters?${new URLSearchParams({ zone: zoneId, ...query }).toString()}`;
