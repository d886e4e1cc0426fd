import { ContactRequest } from '#core/project/project-action.ts';
import type { ProjectView } from '#core/api/views.ts';
import type { Aggregate } from '#core/project/project.ts';
import type { Issue, Result } from '#core/kernel/result.ts';
import { fail } from '#core/kernel/result.ts';
import { unreachable } from '#core/figures/reached.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ChangePorts } from '#core/project/change-project.ts';
import { mendContact, renewTrackingLink } from '#core/project/mend-contact.ts';
import { rehearse } from '#core/project/rehearse.ts';
import { viewProject } from '#core/project/view-project.ts';
import type { Fact } from '#web/components/facts.tsx';
import { filled } from '#web/components/filled.ts';
import { contactAddress, projectAddress, trackingLinkAddress } from '#web/office/addresses.ts';
import { confirmPage, type ConfirmProps } from '#web/office/confirm-page.tsx';
import { contactPage } from '#web/office/contact-page.tsx';
import { check, refilled } from '../pages/check.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { noteContactRead } from '../contact-read.ts';
import { numberIn, present, textIn } from '../pages/values.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { previewsOf } from './previews.ts';

type MendPorts = Pick<Ports, 'projects' | 'reference'>;

/** The project, if the reader may do this with it now. Fails as the doing would. */
async function opened(ports: MendPorts, { params, actor, now }: StaffVisit, action: 'correct-contact' | 'renew-link'): Promise<Result<ProjectView>> {
  const found = noteContactRead(actor, await viewProject(ports, { projectId: params['projectId'] ?? '', actor, now }));
  if (!found.ok || found.value.allowedActions.includes(action)) return found;
  const { contact, ending, phase } = found.value;
  // Only those who work with the investor see the contact.
  return fail(contact === undefined ? { kind: 'forbidden' } : { kind: 'not-allowed', action, because: ending ?? phase });
}

type Doing = (ports: ChangePorts) => Promise<Result<Aggregate>>;

/** Does it when that is confirmed; before, what will happen is shown with the emails that will go out. */
async function showOrDo(ports: MendPorts, { fields, now, frame }: StaffVisit, view: ProjectView, step: 'contact' | 'tracking-link', act: Doing, page: Pick<ConfirmProps, 'action' | 'given' | 'fields' | 'mendable'>): Promise<Reply> {
  const back = projectAddress(view.projectId);
  if (fields.get('step') === 'send') {
    const done = await act(ports);
    return done.ok ? goTo(`${back}?done=${step}`) : problem(done.failure);
  }
  const rehearsed = await rehearse(ports, now, act);
  if (!rehearsed.ok) return problem(rehearsed.failure);
  const { title, text, button } = handlingTexts(frame().language).steps[step];
  return show(confirmPage({ ...page, frame: frame(), title, text, button, back, caption: `${view.number} · ${view.company}`, emails: previewsOf(rehearsed.value) }));
}

/** What is there now, to be mended. */
export const contact = (ports: MendPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const found = await opened(ports, visit, 'correct-contact');
  if (!found.ok) return problem(found.failure);
  const { name = '', email = '', phone = '' } = found.value.contact ?? {};
  return show(contactPage({ frame: visit.frame(), view: found.value, form: filled(Object.entries({ name, email, phone })) }));
};

const formAgain = (visit: StaffVisit, view: ProjectView, issues: readonly Issue[], status = issues.length > 0 ? 400 : 200): Reply => {
  const frame = visit.frame();
  const { contact: name, email, phone } = officeTexts(frame.language).project;
  return show(contactPage({ frame, view, form: refilled(frame.language, visit.fields, issues, { name, email, phone }) }), status);
};

const givenOf = ({ frame }: StaffVisit, { name, email, phone }: ContactRequest): readonly Fact[] => {
  const words = officeTexts(frame().language).project;
  return [{ term: words.contact, value: name }, { term: words.email, value: email ?? '' }, { term: words.phone, value: phone ?? '' }];
};

/** Checks the mended contact, shows the emails that follow, and keeps it when that is confirmed. */
export const contactByForm = (ports: MendPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const { fields, actor, now } = visit;
  const found = await opened(ports, visit, 'correct-contact');
  if (!found.ok) return problem(found.failure);
  const view = found.value;
  const request = check(ContactRequest, present({ name: textIn(fields, 'name'), email: textIn(fields, 'email'), phone: textIn(fields, 'phone') }));
  if (!request.ok || fields.get('step') === 'mend') return formAgain(visit, view, request.ok ? [] : request.issues);
  // Said beside the field: the use case only refuses.
  const untold = unreachable(request.value, view.contact?.email === undefined);
  if (untold.length > 0) return formAgain(visit, view, untold);
  if (view.contact?.email !== request.value.email && view.addressRests) return formAgain(visit, view, [{ path: 'email', code: 'address-rests' }], 403);
  const act: Doing = (on) => mendContact(on, { projectId: view.projectId, actor, now, request: request.value });
  return showOrDo(ports, visit, view, 'contact', act, { action: contactAddress(view.projectId), given: givenOf(visit, request.value), fields, mendable: true });
};

/** A new link for the investor: what will happen, and the doing. */
export const trackingLink = (ports: MendPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const { fields, actor, now } = visit;
  const found = await opened(ports, visit, 'renew-link');
  if (!found.ok) return problem(found.failure);
  const view = found.value;
  const linkVersion = numberIn(fields, 'linkVersion') ?? view.linkVersion;
  const act: Doing = (on) => renewTrackingLink(on, { projectId: view.projectId, actor, now, request: { linkVersion } });
  return showOrDo(ports, visit, view, 'tracking-link', act, { action: trackingLinkAddress(view.projectId), given: [], fields: [['linkVersion', String(linkVersion)]], mendable: false });
};
