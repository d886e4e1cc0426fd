import { AddPersonRequest } from '#core/people/administration.ts';
import type { Language } from '#core/kernel/common.ts';
import type { Person, Scope } from '#core/reference/reference.ts';
import { fail, ok, type Failure, type Result } from '#core/kernel/result.ts';
import { rolesOfScope } from '#core/people/administered.ts';
import { addPerson } from '#core/people/add-person.ts';
import { placeFor, type AdminPorts } from '#core/people/admin-ports.ts';
import { listChanges } from '#core/people/list-changes.ts';
import { listPeople } from '#core/people/people.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { addPersonSheet, peoplePage, peopleRows, type AddPersonProps } from '#pages/admin/people/page.tsx';
import { personAddress } from '#pages/admin/addresses.ts';
import { changesPage, changesRows } from '#pages/admin/people/changes-page.tsx';
import { knownPersonPage } from '#pages/admin/people/known-person-page.tsx';
import { namesIn, type PeopleNames } from '#pages/admin/names.ts';
import { seenNumber, type Field } from '#pages/components/fields.tsx';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import type { FormHandlers, Judged } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';
import { adminForm } from '../admin-form.ts';
import { placeIn } from '../home/handler.ts';
import { colleagues } from '../colleagues.ts';
import { formIn, listFile } from '../list-file.ts';

export const people =
  (ports: AdminPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const { actor, now, frame, query } = visit;
    const place = placeIn(visit);
    if (place === undefined) return problem({ kind: 'not-found' });
    const [all, zones] = await Promise.all([listPeople(ports, { actor, now, place }), ports.administration.zones()]);
    if (!all.ok) return problem(all.failure);
    const text = query.get('q') ?? '';
    const wanted = text.trim() === '' ? all : await listPeople(ports, { actor, now, place, text });
    if (!wanted.ok) return problem(wanted.failure);
    const shown = { frame: frame(), place, zones, people: wanted.value, names: namesIn(all.value), text };
    const form = formIn(visit);
    return form
      ? listFile(visit, form, 'people', adminTexts(frame().language).people.title, peopleRows(shown))
      : render(peoplePage(shown));
  };

async function opened({ administration }: AdminPorts, visit: StaffVisit): Promise<Result<AddPersonProps>> {
  const place = placeIn(visit);
  if (place === undefined) return fail({ kind: 'not-found' });
  const zones = await placeFor({ administration }, visit.actor, place);
  return zones.ok ? ok({ frame: visit.frame(), place, zones: zones.value, roles: rolesOfScope[place.scope] }) : zones;
}

const known: readonly Field[] = [
  { name: 'knownId', kind: 'unseen', label: '', path: 'known.personId' },
  { ...seenNumber('knownVersion'), path: 'known.version' },
];

async function askWhoIsMeant(
  ports: AdminPorts,
  failure: Failure,
  { about, request }: Judged<AddPersonProps, AddPersonRequest>,
): Promise<Reply | undefined> {
  if (failure.kind !== 'known-person') return undefined;
  return render(
    knownPersonPage({
      ...about,
      known: failure.known,
      given: request,
      names: await colleagues(ports, { own: failure.known.memberships }),
    }),
    409,
  );
}

export const newPerson = (ports: AdminPorts & FormPorts): FormHandlers =>
  adminForm<typeof ports, AddPersonProps, AddPersonRequest, Person>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: addPersonSheet,
    read: (typed, about) => readForm(AddPersonRequest, typed, [...addPersonSheet(about).fields, ...known], about.place),
    act: (on, { about: { place }, request, visit: { actor, now } }) => addPerson(on, { actor, now, ...request, place }),
    done: (_, __, { personId }) => personAddress(personId, { done: 'role-given' }),
    lost: (failure, judged) => askWhoIsMeant(ports, failure, judged),
  });

async function namesFor(
  { administration }: AdminPorts,
  { scope, scopeId }: Scope,
  language: Language,
): Promise<PeopleNames> {
  const zones = (await administration.zones()).filter(
    ({ zoneId, regionId }) => scopeId === (scope === 'zone' ? zoneId : regionId),
  );
  const places = zones.flatMap(({ zoneId, regionId }): Scope[] => [
    { scope: 'zone', scopeId: zoneId },
    { scope: 'region', scopeId: regionId },
  ]);
  const [staff, settings] = await Promise.all([
    Promise.all(places.map((place) => administration.staffOf(place))),
    Promise.all(zones.map(({ zoneId }) => administration.setting(zoneId))),
  ]);
  const parties = settings
    .flatMap((setting) => setting?.parties ?? [])
    .map(({ partyId, names }): [string, string] => [partyId, names[language]]);
  const forums = zones
    .flatMap((zone) => zone.forums)
    .map(({ forumId, names }): [string, string] => [forumId, names[language]]);
  return new Map([...namesIn(staff.flat()), ...parties, ...forums]);
}

/** Changes that one file holds, from where the page begins. */
const mostChanges = 1000;

export const changes =
  (ports: AdminPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const { actor, now, frame, query } = visit;
    const place = placeIn(visit);
    if (place === undefined) return problem({ kind: 'not-found' });
    const form = formIn(visit);
    const found = await listChanges(ports, {
      actor,
      now,
      place,
      page: { limit: form ? mostChanges : 50, after: query.get('after') ?? undefined },
    });
    if (!found.ok) return problem(found.failure);
    const [zones, names] = await Promise.all([ports.administration.zones(), namesFor(ports, place, frame().language)]);
    const shown = { frame: frame(), place, zones, names, ...found.value };
    return form
      ? listFile(visit, form, 'changes', adminTexts(frame().language).changes.title, changesRows(shown))
      : render(changesPage(shown));
  };
