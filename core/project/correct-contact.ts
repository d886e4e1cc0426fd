import type { ActorRef } from './event.ts';
import type { PaperContact } from '../letter/letter-of-intent.ts';
import { contactFields, type ContactRequest } from './project-action.ts';
import type { Aggregate } from './project.ts';
import { changeBuilder, type Change } from './change-builder.ts';
import { linkVersionOf } from '../links/link-status.ts';

/**
 * The investor's contact is mended. A new email address must be confirmed anew, and the links sent to the old one no longer
 * open. Undefined when nothing is different.
 */
export function correctContact(
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
