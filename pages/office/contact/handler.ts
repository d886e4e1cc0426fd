import { ContactRequest, RenewLinkRequest } from '#core/project/project-action.ts';
import { fail, ok, type Issue, type Result } from '#core/kernel/result.ts';
import { unreachable } from '#core/figures/reached.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { changeContact, renewTrackingLink } from '#core/project/change-contact.ts';
import { viewProject } from '#core/project/view-project.ts';
import { projectAddress } from '#pages/office/addresses.ts';
import { contactSheet, trackingLinkSheet, type ContactProps } from '#pages/office/contact/sheet.ts';
import { noteContactRead } from '#functions/http/contact-read.ts';
import type { Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { projectForm } from '../office-form.ts';

type ContactPorts = Pick<Ports, 'projects' | 'reference'> & FormPorts;

/** The project, if the reader may do this with it now. Fails as the doing would. */
const opened =
  (ports: ContactPorts, action: 'correct-contact' | 'renew-link') =>
  async ({ params, actor, now, frame }: StaffVisit): Promise<Result<ContactProps>> => {
    const found = noteContactRead(
      actor,
      await viewProject(ports, { projectId: params['projectId'] ?? '', actor, now }),
    );
    if (!found.ok) return found;
    const { allowedActions, contact, ending, phase } = found.value;
    if (allowedActions.includes(action)) return ok({ frame: frame(), view: found.value });
    // Only those who work with the investor see the contact.
    return fail(
      contact === undefined ? { kind: 'forbidden' } : { kind: 'not-allowed', action, because: ending ?? phase },
    );
  };

/** What the use case only refuses is said beside the field. */
function issuesOf({ view: { contact, addressRests } }: ContactProps, request: ContactRequest): readonly Issue[] {
  const untold = unreachable(request, contact?.email === undefined);
  return untold.length === 0 && addressRests && contact?.email !== request.email
    ? [{ path: 'email', code: 'address-rests' }]
    : untold;
}

function contactIn(typed: URLSearchParams, about: ContactProps): Checked<ContactRequest> {
  const request = readForm(ContactRequest, typed, contactSheet(about).fields);
  const issues = request.ok ? issuesOf(about, request.value) : [];
  return issues.length > 0 ? { ok: false, issues } : request;
}

export const contact = (ports: ContactPorts): FormHandlers =>
  projectForm<ContactProps, ContactRequest>(ports, {
    open: opened(ports, 'correct-contact'),
    sheet: contactSheet,
    begin: ({ view: { contact: { name = '', email = '', phone = '' } = {} } }) =>
      Object.entries({ name, email, phone }),
    read: contactIn,
    act: (
      on,
      {
        about: {
          view: { projectId },
        },
        request,
        visit: { actor, now },
      },
    ) => changeContact(on, { projectId, actor, now, request }),
    done: ({ view: { projectId } }) => `${projectAddress(projectId)}?done=contact`,
  });

export const trackingLink = (ports: ContactPorts): FormHandlers =>
  projectForm<ContactProps, RenewLinkRequest>(ports, {
    open: opened(ports, 'renew-link'),
    sheet: trackingLinkSheet,
    isBare: () => true,
    begin: ({ view: { linkVersion } }) => [['linkVersion', String(linkVersion)]],
    read: (typed, about) => readForm(RenewLinkRequest, typed, trackingLinkSheet(about).fields),
    act: (
      on,
      {
        about: {
          view: { projectId },
        },
        request,
        visit: { actor, now },
      },
    ) => renewTrackingLink(on, { projectId, actor, now, request }),
    done: ({ view: { projectId } }) => `${projectAddress(projectId)}?done=tracking-link`,
  });
