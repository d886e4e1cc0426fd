import { type ContactRequest, type RenewLinkRequest, contactFields } from './project-action.ts';
import type { Aggregate, Project } from './project.ts';
import { refOf, type Actor } from '../kernel/actor.ts';
import { renewLink } from '../work/renew-link.ts';
import { fail, ok, type Failure, type Result } from '../kernel/result.ts';
import { unreachable } from '../figures/reached.ts';
import { hasRole, mayChangeAddress, rules } from './permissions.ts';
import { changeProject, type ChangePorts } from './change-project.ts';
import type { ActorRef } from './event.ts';
import type { PaperContact } from '../letter/letter-of-intent.ts';
import { changeBuilder, type Change } from './change-builder.ts';
import { linkVersionOf } from '../links/link-status.ts';

/** A new email address must be confirmed anew; links sent to the old one no longer open. Undefined: nothing differs. */
function correctContact(
  aggregate: Aggregate,
  now: number,
  contact: PaperContact,
  request: ContactRequest,
  by: ActorRef,
): Change | undefined {
  const fields = contactFields.filter((field) => contact[field] !== request[field]);
  if (fields.length === 0) return undefined;
  const change = changeBuilder(aggregate, now, by);
  change.emit({ type: 'contact-corrected', fields });
  // Whoever had the address is told that it was changed; the outbox holds no address, so it is kept apart until then.
  const former =
    fields.includes('email') && contact.email !== undefined
      ? { contact, linkVersion: linkVersionOf(aggregate.project) }
      : undefined;
  change.correctContact({ ...request, language: contact.language }, former);
  return change.change();
}

interface OnProject<Request> {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: Request;
}

function refused(actor: Actor, project: Project, action: 'correct-contact' | 'renew-link'): Failure | undefined {
  if (!hasRole(actor, project, action)) return { kind: 'forbidden' };
  const isPossible = rules[action].when(project) && !(action === 'renew-link' && project.noAddress === true);
  return isPossible ? undefined : { kind: 'not-allowed', action, because: project.ending ?? project.phase };
}

/**
 * Repeatable. Fails with `not-found`, `forbidden` (a second address within 30 days is the head's to write), `invalid`
 * (an address is not taken away), `not-allowed` once the project has ended.
 */
export const changeContact = (
  ports: ChangePorts,
  { projectId, actor, now, request }: OnProject<ContactRequest>,
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, now, actor }, async (aggregate) => {
    const failure = refused(actor, aggregate.project, 'correct-contact');
    if (failure) return fail(failure);
    // Anew at each attempt: whoever was faster may have mended it so already.
    const contact = await ports.projects.contact(projectId);
    if (contact === undefined) return fail({ kind: 'not-found' });
    const issues = unreachable(request, contact.email === undefined);
    if (issues.length > 0) return fail({ kind: 'invalid', issues });
    if (contact.email !== request.email && !mayChangeAddress(actor, aggregate.project, now))
      return fail({ kind: 'forbidden' });
    return ok(correctContact(aggregate, now, contact, request, refOf(actor, aggregate.project)));
  });

/** Makes the investor's links open no more and sends a new one. Fails with `not-found`, `forbidden`, `not-allowed` where there is no address to send it to. */
export const renewTrackingLink = (
  ports: ChangePorts,
  { projectId, actor, now, request }: OnProject<RenewLinkRequest>,
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, now, actor }, (aggregate) => {
    const failure = refused(actor, aggregate.project, 'renew-link');
    return failure ? fail(failure) : ok(renewLink(aggregate, now, undefined, request, refOf(actor, aggregate.project)));
  });
