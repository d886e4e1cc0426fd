import type { Aggregate, Assignment } from '../project/project.ts';
import type { Party } from '../reference/reference.ts';
import { projectOfAssignment } from '../stages/assignment-id.ts';
import { isUnproven } from '../project/permissions.ts';
import { addressVersionOf, linkVersionOf } from './link-status.ts';
import type { LinkTarget } from '../kernel/ports.ts';

/**
 * The link that a letter is answered with: the same request gives the same one, also when it was renewed since. Whoever holds an
 * old request must not come by it to a link that was renewed because of them.
 */
export const firstTarget = (projectId: string): LinkTarget => ({ kind: 'track', projectId, version: 0 });

/** What an investor's link opens, by the version that holds now. Where nothing can be done before the address is confirmed, it confirms. A colleague's ends with them alone. */
export const investorTarget = (
  { project }: Pick<Aggregate, 'project'>,
  kind: 'track' | 'confirm' = isUnproven(project) ? 'confirm' : 'track',
  delegate?: number,
): LinkTarget =>
  delegate === undefined
    ? { kind, projectId: project.projectId, version: linkVersionOf(project) }
    : { kind, projectId: project.projectId, version: 0, delegate };

/** Whether a party holds an assignment now. */
export const isHeldBy = ({ assignments }: Aggregate, assignmentId: string, partyId: string): boolean =>
  assignments.some(
    ({ assignmentId: id, holder }) => id === assignmentId && holder.kind === 'party' && holder.partyId === partyId,
  );

/**
 * What a party's link to an assignment opens, by the version that holds now. An email that was written before the assignment went
 * to another party gets the first version: it opens the page that says so.
 */
export function partyTarget(
  aggregate: Aggregate,
  assignmentId: string,
  party: Pick<Party, 'partyId' | 'addressVersion'>,
): LinkTarget | undefined {
  const assignment = aggregate.assignments.find((one) => one.assignmentId === assignmentId);
  if (assignment === undefined) return undefined;
  const { projectId } = aggregate.project;
  return isHeldBy(aggregate, assignmentId, party.partyId)
    ? heldTarget(assignment, party)
    : { kind: 'assignment', projectId, assignmentId, version: 0 };
}

/** What the link to all that a party is asked opens, by the version of its address. */
export function partyPageTarget({ zoneId, partyId, ...party }: Party): LinkTarget {
  const address = addressVersionOf(party);
  return { kind: 'party', zoneId, partyId, ...(address > 0 && { address }) };
}

/** What the link to an assignment opens that a party holds. */
export function heldTarget(
  { assignmentId, linkVersion }: Pick<Assignment, 'assignmentId' | 'linkVersion'>,
  party: Pick<Party, 'addressVersion'>,
): LinkTarget {
  const [projectId, address] = [projectOfAssignment(assignmentId) ?? '', addressVersionOf(party)];
  return { kind: 'assignment', projectId, assignmentId, version: linkVersion ?? 0, ...(address > 0 && { address }) };
}
