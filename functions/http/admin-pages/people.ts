import { AddPersonRequest } from '#core/people/administration.ts';
import { rolesOfScope } from '#core/people/administered.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { addPerson } from '#core/people/add-person.ts';
import { placeFor, type AdminPorts } from '#core/people/admin-ports.ts';
import { listChanges } from '#core/people/list-changes.ts';
import { listPeople } from '#core/people/people.ts';
import type { Language } from '#core/kernel/common.ts';
import type { Scope } from '#core/reference/reference.ts';
import { filled } from '#web/components/filled.ts';
import { addPersonPage } from '#web/admin/add-person-page.tsx';
import { personAddress } from '#web/admin/addresses.ts';
import { changesPage } from '#web/admin/changes-page.tsx';
import { knownPersonPage } from '#web/admin/known-person-page.tsx';
import { namesIn, type PeopleNames } from '#web/admin/names.ts';
import { peoplePage } from '#web/admin/people-page.tsx';
import { check, type Labels } from '../pages/check.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { numberIn, present, textIn } from '../pages/values.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { placeIn, refused } from './admin-page.ts';
import { colleagues } from './colleagues.ts';

/** The labels of a role's and a person's fields. */
export const personLabels = (language: Language): Labels => {
  const { people, add } = adminTexts(language);
  return { name: people.name, email: people.email, language: people.language, role: add.role, scopeId: add.place, from: add.from, until: add.until };
};

/** Who works at a place. */
export const people = (ports: AdminPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const { actor, now, frame, query } = visit;
  const place = placeIn(visit);
  if (place === undefined) return problem({ kind: 'not-found' });
  const [all, zones] = await Promise.all([listPeople(ports, { actor, now, place }), ports.administration.zones()]);
  if (!all.ok) return problem(all.failure);
  const text = query.get('q') ?? '';
  const wanted = text.trim() === '' ? all : await listPeople(ports, { actor, now, place, text });
  return wanted.ok ? show(peoplePage({ frame: frame(), place, zones, people: wanted.value, names: namesIn(all.value), text })) : problem(wanted.failure);
};

/** The form that adds somebody to a place. */
export const newPerson = (ports: AdminPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const place = placeIn(visit);
  if (place === undefined) return problem({ kind: 'not-found' });
  const zones = await placeFor(ports, visit.actor, place);
  return zones.ok ? show(addPersonPage({ frame: visit.frame(), form: filled(), place, zones: zones.value, roles: rolesOfScope[place.scope] })) : problem(zones.failure);
};

/** Whether it is they who are meant: somebody is known under the address. */
async function askWhoIsMeant(ports: AdminPorts, { frame }: StaffVisit, about: Omit<Parameters<typeof knownPersonPage>[0], 'frame' | 'names'>): Promise<Reply> {
  return show(knownPersonPage({ ...about, frame: frame(), names: await colleagues(ports, { own: about.known.memberships }) }), 409);
}

/** Adds somebody, and leads to their page. */
export const addByForm = (ports: AdminPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const { actor, now, frame, fields } = visit;
  const place = placeIn(visit);
  if (place === undefined) return problem({ kind: 'not-found' });
  const zones = await placeFor(ports, actor, place);
  if (!zones.ok) return problem(zones.failure);
  const field = (name: string) => textIn(fields, name);
  const known = field('knownId') === undefined ? undefined : { personId: field('knownId'), version: numberIn(fields, 'knownVersion') };
  const request = check(AddPersonRequest, present({ ...place, known, name: field('name'), email: field('email'), language: field('language'), role: field('role'), from: field('from'), until: field('until') }));
  const added = request.ok ? await addPerson(ports, { actor, now, ...request.value, place }) : undefined;
  if (added?.ok) return goTo(personAddress(added.value.personId, { done: 'role-given' }));
  if (added?.failure.kind === 'known-person' && request.ok) return askWhoIsMeant(ports, visit, { place, zones: zones.value, known: added.failure.known, given: request.value });
  const failure = added ? added.failure : { kind: 'invalid' as const, issues: request.ok ? [] : request.issues };
  return refused(visit, failure, personLabels(frame().language), (form) => addPersonPage({ frame: frame(), form, place, zones: zones.value, roles: rolesOfScope[place.scope] }));
};

/** Everybody, every party and every forum that an entry of a place's trail may name. */
async function namesFor({ administration }: AdminPorts, { scope, scopeId }: Scope, language: Language): Promise<PeopleNames> {
  const zones = (await administration.zones()).filter(({ zoneId, regionId }) => scopeId === (scope === 'zone' ? zoneId : regionId));
  const places = zones.flatMap(({ zoneId, regionId }): Scope[] => [{ scope: 'zone', scopeId: zoneId }, { scope: 'region', scopeId: regionId }]);
  const [staff, settings] = await Promise.all([Promise.all(places.map((place) => administration.staffOf(place))), Promise.all(zones.map(({ zoneId }) => administration.setting(zoneId)))]);
  const parties = settings.flatMap((setting) => setting?.parties ?? []).map(({ partyId, names }): [string, string] => [partyId, names[language]]);
  const forums = zones.flatMap((zone) => zone.forums).map(({ forumId, names }): [string, string] => [forumId, names[language]]);
  return new Map([...namesIn(staff.flat()), ...parties, ...forums]);
}

/** Who changed what at a place. */
export const changes = (ports: AdminPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const { actor, now, frame, query } = visit;
  const place = placeIn(visit);
  if (place === undefined) return problem({ kind: 'not-found' });
  const found = await listChanges(ports, { actor, now, place, page: { limit: 50, after: query.get('after') ?? undefined } });
  if (!found.ok) return problem(found.failure);
  const [zones, names] = await Promise.all([ports.administration.zones(), namesFor(ports, place, frame().language)]);
  return show(changesPage({ frame: frame(), place, zones, names, ...found.value }));
};
