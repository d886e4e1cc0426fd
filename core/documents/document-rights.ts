import type { DocumentKind } from './document-kind.ts';
import type { ProjectDocument } from './document.ts';
import type { Aggregate, Assignment, Project } from '../project/project.ts';
import { identityOf, type Actor } from '../kernel/actor.ts';
import { counts, stands } from './apply-document.ts';
import { documentRules } from './document-rules.ts';
import { isSame } from '../obstacles/obstacle-rights.ts';
import { hasRole, isAllowed, isBuilding } from '../project/permissions.ts';

const ownOf = ({ assignments }: Aggregate, actor: Extract<Actor, { readonly kind: 'party' }>): Assignment | undefined =>
  assignments.find(
    ({ assignmentId, holder }) =>
      assignmentId === actor.assignmentId && holder.kind === 'party' && holder.partyId === actor.partyId,
  );

const assignmentOf = ({ assignments }: Aggregate, assignmentId: string | undefined): Assignment | undefined =>
  assignmentId === undefined ? undefined : assignments.find((one) => one.assignmentId === assignmentId);

export function seesDocument(actor: Actor, aggregate: Aggregate, { kind, by, assignmentId }: ProjectDocument): boolean {
  if (!hasRole(actor, aggregate.project, 'view-documents')) return false;
  const rule = documentRules[kind];
  switch (actor.kind) {
    case 'staff':
      return true;
    case 'investor':
      return (
        by.kind === 'investor' || rule.toInvestor || assignmentOf(aggregate, assignmentId)?.holder.kind === 'investor'
      );
    case 'party': {
      const own = ownOf(aggregate, actor);
      return own !== undefined && (assignmentId === own.assignmentId || rule.toParty.includes(own.kind));
    }
    case 'system':
      return false;
  }
}

/** Whether this actor may know what its file was called: the office, and whoever brought it. Two parties are two. */
export const seesName = (actor: Actor, { by }: ProjectDocument): boolean =>
  actor.kind === 'staff' || isSame(by, identityOf(actor));

/** Whether its file may be handed to this actor. One that was refused is gone; one that is being scanned is handed to nobody. */
export const mayDownload = (actor: Actor, aggregate: Aggregate, document: ProjectDocument): boolean =>
  counts(document) && seesDocument(actor, aggregate, document);

/** Of a project that has ended only its docket goes on; of one that builds, its ladder. */
function takesKind(project: Project, kind: DocumentKind): boolean {
  if (kind === 'ladder-paper') return isBuilding(project);
  return kind === 'docket-paper' ? project.docket !== undefined : project.phase !== 'ended';
}

export function mayUpload(actor: Actor, aggregate: Aggregate, kind: DocumentKind, assignmentId?: string): boolean {
  const { project } = aggregate;
  if (!isAllowed(actor, project, 'add-document')) return false;
  if (!takesKind(project, kind)) return false;
  const rule = documentRules[kind];
  const assignment = assignmentOf(aggregate, assignmentId);
  if (assignmentId !== undefined && assignment === undefined) return false;
  switch (actor.kind) {
    case 'staff':
      return true;
    case 'investor':
      return rule.byInvestor && (assignment === undefined || assignment.holder.kind === 'investor');
    case 'party':
      return (
        assignment !== undefined &&
        assignment === ownOf(aggregate, actor) &&
        assignment.state !== 'closed' &&
        rule.byParty.includes(assignment.kind)
      );
    case 'system':
      return false;
  }
}

export function mayReplace(actor: Actor, aggregate: Aggregate, document: ProjectDocument): boolean {
  const own =
    actor.kind === 'staff' ||
    actor.kind === document.by.kind ||
    (actor.kind === 'investor' && documentRules[document.kind].byInvestor);
  return (
    own && seesDocument(actor, aggregate, document) && mayUpload(actor, aggregate, document.kind, document.assignmentId)
  );
}

/** Whether the office may say of a version that it is wrong: the latest one that counts, of what is the investor's to bring. */
export function mayBeReturned({ documents }: Pick<Aggregate, 'documents'>, document: ProjectDocument): boolean {
  const latest = documents.findLast(
    ({ documentId, state }) => documentId === document.documentId && state !== 'refused',
  );
  return latest?.version === document.version && stands(document) && documentRules[document.kind].byInvestor;
}
