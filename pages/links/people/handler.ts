import { viewLink, type LinkPorts } from '#core/links/act-by-link.ts';
import {
  acceptInvitation,
  addColleague,
  changeOwnContact,
  OwnContact,
  removeColleague,
  viewInvitation,
  viewPeople,
} from '#core/links/delegates.ts';
import { DelegateContact } from '#core/project/delegate.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { refusalWords } from '../../kit/refused-form.ts';
import { problem, redirect, render, type Reply, type Visit } from '../../kit/visit.ts';
import { by, isLooking, linkForm, pathOf } from '../link-form.ts';
import { invitationPage, newSheet, ownSheet, peoplePage, removeSheet, type People, type Removing } from './page.tsx';

type PeoplePorts = LinkPorts & FormPorts & Pick<Ports, 'limits' | 'ids'>;

async function withPeople(
  ports: PeoplePorts,
  visit: Visit,
  draw: (about: People) => Reply | Promise<Reply>,
): Promise<Reply> {
  const [link, view] = await Promise.all([viewLink(ports, by(visit)), viewPeople(ports, by(visit))]);
  // A link that leads to none of this is answered as one that is not there.
  if (!view.ok && view.failure.kind === 'link-unknown') return problem(view.failure);
  if (!link.ok) return problem(link.failure);
  if (!view.ok) return problem(view.failure, link.value.language);
  return draw({ frame: visit.frame(link.value.language, link.value.office), view: view.value, path: pathOf(visit) });
}

const asDone = (text: string | null) => (['added', 'removed', 'saved', 'moving'] as const).find((one) => one === text);

export const people = (ports: PeoplePorts, visit: Visit): Promise<Reply> =>
  withPeople(ports, visit, (about) => render(peoplePage({ ...about, done: asDone(visit.query.get('done')) })));

export const newColleague = (ports: PeoplePorts, visit: Visit): Promise<Reply> =>
  withPeople(ports, visit, (about) =>
    linkForm<People, DelegateContact, PeoplePorts>(ports, {
      sheet: newSheet,
      name: () => 'colleague',
      begin: ({ frame: { language } }) => [['language', language]],
      read: (typed) => readForm(DelegateContact, typed, newSheet(about).fields),
      act: (on, { request, visit: here }) => addColleague(on, { ...by(here), request }),
      done: ({ path }) => `${path}/people?done=added`,
      words: refusalWords,
    })(visit, about),
  );

export const ownContact = (ports: PeoplePorts, visit: Visit): Promise<Reply> =>
  withPeople(ports, visit, (about) =>
    linkForm<People, OwnContact, PeoplePorts>(ports, {
      sheet: ownSheet,
      name: () => 'own',
      begin: ({ view: { contact, moving } }) => [
        ['language', contact.language],
        ['email', moving ?? contact.email ?? ''],
      ],
      read: (typed) => readForm(OwnContact, typed, ownSheet(about).fields),
      act: (on, { request, visit: here }) => changeOwnContact(on, { ...by(here), request }),
      done: ({ path, view: { contact } }, { email }) =>
        `${path}/people?done=${email === contact.email ? 'saved' : 'moving'}`,
      words: refusalWords,
    })(visit, about),
  );

export const formerColleague = (ports: PeoplePorts, visit: Visit): Promise<Reply> =>
  withPeople(ports, visit, (about) => {
    const colleague = about.view.colleagues.find(({ delegate }) => String(delegate) === visit.params['delegate']);
    // Who was removed by the first of two clicks is not there for the second.
    if (colleague === undefined)
      return isLooking(visit) ? problem({ kind: 'not-found' }) : redirect(`${about.path}/people?done=removed`);
    return linkForm<Removing, number, PeoplePorts>(ports, {
      sheet: removeSheet,
      name: () => `colleague|${String(colleague.delegate)}`,
      read: () => ({ ok: true, value: colleague.delegate }),
      act: (on, { request, visit: here }) => removeColleague(on, { ...by(here), delegate: request }),
      done: ({ path }) => `${path}/people?done=removed`,
    })(visit, { ...about, colleague });
  });

/** The page of a link to an address that nobody has confirmed yet, and its button; undefined for every other link. */
export async function invitation(ports: LinkPorts, visit: Visit): Promise<Reply | undefined> {
  const found = await viewInvitation(ports, by(visit));
  if (found === undefined) return undefined;
  const { language, number } = found;
  if (isLooking(visit)) return render(invitationPage(visit.frame(language), pathOf(visit), number));
  const accepted = await acceptInvitation(ports, by(visit));
  return accepted.ok
    ? redirect(`${new URL(accepted.value).pathname}?done=confirmed`)
    : problem(accepted.failure, language);
}
