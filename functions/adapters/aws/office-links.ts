import type { Links, OfficePage } from '#core/links/link-ports.ts';

function pathTo({
  projectId,
  assignmentId,
  obstacleId,
  followUpId,
  extend,
  access,
  line,
  zone,
  headquarters,
  item,
  promise,
}: OfficePage): string {
  if (access === 'ask') return '/office/access';
  if (access !== undefined)
    return `/admin/access/answer?${new URLSearchParams({ [access.scope]: access.scopeId, request: access.requestId }).toString()}`;
  if (item !== undefined)
    return `/office/showcase?${new URLSearchParams({ zone: item.zoneId, view: 'item', item: item.itemId }).toString()}`;
  if (line !== undefined) return `/office/zones/${line.zoneId}/lines/${line.lineId}`;
  if (zone !== undefined)
    return `/office/zones/${zone.zoneId}/${zone.obstacleId === undefined ? 'stale' : `obstacles/${zone.obstacleId}`}`;
  if (headquarters !== undefined) {
    const { headquartersId, scope, instructionId: id } = headquarters;
    return `/office/headquarters?${new URLSearchParams({ [scope ?? 'zone']: headquartersId, ...(id !== undefined && { view: 'instruction', id }) }).toString()}`;
  }
  if (promise !== undefined)
    return `/office/forums?${new URLSearchParams({ forum: promise.forumId, view: 'promise', id: promise.promiseId }).toString()}`;
  if (projectId !== undefined && extend !== undefined)
    return `/office/projects/${projectId}/actions/extend?${new URLSearchParams({ ...extend }).toString()}`;
  if (assignmentId !== undefined) return `/office/assignments/${assignmentId}`;
  if (projectId === undefined) return '/office';
  if (followUpId !== undefined) return `/office/projects/${projectId}/follow-ups?id=${followUpId}`;
  return obstacleId === undefined
    ? `/office/projects/${projectId}`
    : `/office/projects/${projectId}/obstacles/${obstacleId}`;
}

export const officeLinks = (siteUrl: string): Pick<Links, 'officeUrlOf'> => ({
  officeUrlOf: (page) => `${siteUrl}${pathTo(page)}`,
});
