import { handlings, type Handling } from '../project/project-action.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import type { PartyKind } from '../reference/reference.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { assignmentSpecs } from '../stages/assignment-kind.ts';
import { isAllowed, type Action } from '../project/permissions.ts';
import { isOpen } from '../project/standing.ts';

/** The action of the rules table that each is. */
export const ruleOf = (handling: Handling): Action => (handling === 'give-back' ? 'take' : handling);

/** The kind of party that an assignment asks, also where the zone had none and the office asks on its behalf; none: it asks no party. */
export function partyKindOf({ kind, line }: Pick<Assignment, 'kind' | 'line'>): PartyKind | undefined {
  const { holder } = assignmentSpecs[kind];
  if (holder === 'office' || holder === 'investor') return undefined;
  return holder === 'line' ? line : holder;
}

/** One gives back what one has taken; the head also what an absent officer has. */
function mayGiveBack(actor: Actor, { project }: Aggregate, { assignee }: Assignment): boolean {
  if (actor.kind !== 'staff' || assignee === undefined) return false;
  return assignee === actor.personId || rolesAt(actor.memberships, project).includes('head');
}

/** Whether the assignment is such that this can be done with it, whatever else the rules say. */
function fits(actor: Actor, aggregate: Aggregate, assignment: Assignment, handling: Handling): boolean {
  const { holder, state, assignee } = assignment;
  switch (handling) {
    case 'send-again':
      return (
        holder.kind !== 'office' &&
        state === 'open' &&
        !(holder.kind === 'investor' && aggregate.project.noAddress === true)
      );
    case 'hand-over':
      return partyKindOf(assignment) !== undefined;
    case 'take':
      return holder.kind === 'office' && actor.kind === 'staff' && assignee !== actor.personId;
    case 'give-back':
      return mayGiveBack(actor, aggregate, assignment);
    case 'renew-link':
      return holder.kind === 'party';
  }
}

/** What this actor may do with this assignment now beside answering it: what buttons a page shows. */
export const allowedHandlings = (actor: Actor, aggregate: Aggregate, assignment: Assignment): readonly Handling[] =>
  handlings.filter(
    (handling) =>
      isOpen(assignment) &&
      isAllowed(actor, aggregate.project, ruleOf(handling)) &&
      fits(actor, aggregate, assignment, handling),
  );

/** Whether it is as it should become already: a second click changes nothing. */
export function isRepeated(
  actor: Actor,
  { holder, assignee }: Assignment,
  { handling, to }: { readonly handling: Handling; readonly to?: string | undefined },
): boolean {
  if (handling === 'take') return actor.kind === 'staff' && assignee === (to ?? actor.personId);
  return handling === 'give-back' && holder.kind === 'office' && assignee === undefined;
}
