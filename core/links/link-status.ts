import type { Aggregate, Assignment, Project } from '../project/project.ts';
import { isBuilding } from '../project/permissions.ts';
import type { Party } from '../reference/reference.ts';

const day = 86_400_000;

/** How long a party's link shows what was answered, and an investor's where the project ended (ours), in milliseconds. */
const shownFor = { answered: 90 * day, ended: 365 * day } as const;

/** The version of the links that go out now. */
export const linkVersionOf = ({ linkVersion = 0 }: Pick<Project | Assignment, 'linkVersion'>): number => linkVersion;

/** Why a link opens nothing any more. */
export type LinkEnd = 'link-replaced' | 'link-given-on' | 'link-expired';

const isOver = (since: number | undefined, shown: number, now: number): boolean =>
  since !== undefined && now > since + shown;

/** Of a project that builds there is none: its investor says how far it is. */
const lastDayOf = (project: Project): number | undefined => (isBuilding(project) ? undefined : project.endedAt);

/** Of an investor's link of a version; undefined while it opens. */
export function investorLinkEnd({ project }: Aggregate, version: number, now: number): LinkEnd | undefined {
  if (version !== linkVersionOf(project)) return 'link-replaced';
  return isOver(lastDayOf(project), shownFor.ended, now) ? 'link-expired' : undefined;
}

/** The version of the address that a party's links go to now. */
export const addressVersionOf = (party: Pick<Party, 'addressVersion'> | undefined): number =>
  party?.addressVersion ?? 0;

/** Of a colleague's own link; undefined while it opens. */
export function delegateLinkEnd({ project }: Aggregate, delegate: number, now: number): LinkEnd | undefined {
  const found = project.delegates?.find((one) => one.delegate === delegate);
  if (found === undefined || found.state === 'removed') return 'link-expired';
  return isOver(lastDayOf(project), shownFor.ended, now) ? 'link-expired' : undefined;
}

/** Of a party's link to one assignment; undefined while it opens. @param address the version of the party's address now */
export function partyLinkEnd(
  assignment: Assignment,
  link: { readonly version: number; readonly address?: number | undefined },
  address: number,
  now: number,
): LinkEnd | undefined {
  if (link.version < (assignment.ownLinksFrom ?? 0)) return 'link-given-on';
  if (link.version !== linkVersionOf(assignment) || (link.address ?? 0) !== address) return 'link-replaced';
  return isOver(assignment.answer?.at ?? assignment.closedAt, shownFor.answered, now) ? 'link-expired' : undefined;
}
