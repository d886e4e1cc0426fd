import type { Links, OfficePage } from '#core/links/link-ports.ts';

function officePath({ projectId, assignmentId, obstacleId, extend }: OfficePage): string {
  if (projectId !== undefined && extend !== undefined)
    return `/projects/${projectId}/actions/extend?${new URLSearchParams({ ...extend }).toString()}`;
  if (assignmentId !== undefined) return `/assignments/${assignmentId}`;
  if (projectId === undefined) return '';
  return obstacleId === undefined ? `/projects/${projectId}` : `/projects/${projectId}/obstacles/${obstacleId}`;
}

export const officeLinks = (siteUrl: string): Pick<Links, 'officeUrlOf'> => ({
  officeUrlOf: (page) => `${siteUrl}/office${officePath(page)}`,
});
