import type { Aggregate, Assignment, Project } from '../../contracts/project.ts';

const day = 86_400_000;

/** How long a party's link shows what was answered, and an investor's where the project ended (ours), in milliseconds. */
export const shownFor = { answered: 90 * day, ended: 365 * day } as const;

/** The version of the links that go out now. */
export const linkVersionOf = ({ linkVersion = 0 }: Pick<Project | Assignment, 'linkVersion'>): number => linkVersion;

/** Why a link opens nothing any more. */
export type LinkEnd = 'link-replaced' | 'link-given-on' | 'link-expired';

const isOver = (since: number | undefined, shown: number, now: number): boolean => since !== undefined && now > since + shown;

/** Of an investor's link of a version; undefined while it opens. */
export function investorLinkEnd({ project }: Aggregate, version: number, now: number): LinkEnd | undefined {
  if (version !== linkVersionOf(project)) return 'link-replaced';
  return isOver(project.endedAt, shownFor.ended, now) ? 'link-expired' : undefined;
}

/** Of a party's link of a version to one assignment; undefined while it opens. */
export function partyLinkEnd(assignment: Assignment, version: number, now: number): LinkEnd | undefined {
  if (version < (assignment.ownLinksFrom ?? 0)) return 'link-given-on';
  if (version !== linkVersionOf(assignment)) return 'link-replaced';
  return isOver(assignment.answer?.at ?? assignment.closedAt, shownFor.answered, now) ? 'link-expired' : undefined;
}
