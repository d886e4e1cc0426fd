import type { Handling } from '#core/contracts/project-action.ts';
import type { ObstacleAction } from '#core/domain/rules/obstacle-rights.ts';
import type { ProjectFilter } from '#core/ports/index.ts';
import type { ProjectAction } from '#core/use-cases/act-on-project.ts';

/** What a work list shows: open assignments of a holder (`office`, `investor`, a party's id), open obstacles, or projects that share one thing. */
export type ListFilter = { readonly by: 'tasks'; readonly holder: string } | { readonly by: 'obstacles' } | Extract<ProjectFilter, { readonly by: 'zone' | 'stage' | 'forum' | 'overdue' | 'search' }>;

const queryOf = (filter: ListFilter): Readonly<Record<string, string>> => {
  switch (filter.by) {
    case 'tasks': return filter.holder === 'office' ? {} : { holder: filter.holder };
    case 'obstacles': return { obstacles: 'true' };
    case 'zone': return { all: 'true' };
    case 'overdue': return { overdue: 'true' };
    case 'stage': return { stage: filter.stage };
    case 'forum': return { forum: filter.forum };
    case 'search': return { q: filter.text };
  }
};

/** A work list; its names in the query are those of the JSON API's lists. */
export const listAddress = (zoneId: string, filter: ListFilter, after?: string): string =>
  `/office?${new URLSearchParams({ zone: zoneId, ...queryOf(filter), ...(after !== undefined && { after }) }).toString()}`;

export const projectAddress = (projectId: string): string => `/office/projects/${projectId}`;
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
