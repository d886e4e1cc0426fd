import { ChangePersonRequest, GiveRoleRequest } from '#core/people/administration.ts';
import type { Scope } from '#core/reference/reference.ts';
import { administeredBy } from '#core/people/administered.ts';
import { giveRole } from '#core/people/add-person.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { changePerson } from '#core/people/change-person.ts';
import { viewPerson, type PersonView } from '#core/people/people.ts';
import { filled } from '#web/components/filled.ts';
import { personAddress } from '#web/admin/addresses.ts';
import { editPersonPage, giveRolePage, placeValue } from '#web/admin/person-forms.tsx';
import { personPage } from '#web/admin/person-page.tsx';
import { check } from '../pages/check.ts';
import type { StaffHandler, StaffVisit } from '../pages/staff-page.ts';
import { numberIn, present, textIn } from '../pages/values.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { refused } from './admin-page.ts';
import { colleagues } from './colleagues.ts';
import { personLabels } from './people.ts';

/** A page about one person whom the reader sees. */
export const aboutPerson = (ports: AdminPorts, handler: (visit: StaffVisit, view: PersonView) => Promise<Reply> | Reply): StaffHandler => async (visit) => {
  const { actor, now, query } = visit;
  const view = await viewPerson(ports, { actor, now, personId: query.get('person') ?? '' });
  return view.ok ? handler(visit, view.value) : problem(view.failure);
};

/** One person. */
export const person = (ports: AdminPorts): StaffHandler => aboutPerson(ports, async ({ frame, query }, view) =>
  show(personPage({ frame: frame(), view, names: await colleagues(ports, view), done: query.get('done') ?? undefined })));

/** The form with name, address and language. */
export const editPerson = (ports: AdminPorts): StaffHandler => aboutPerson(ports, ({ frame }, view) => {
  const { name, email, language, version } = view.person;
  return view.elsewhere > 0 ? problem({ kind: 'forbidden' }) : show(editPersonPage({ frame: frame(), view, form: filled(Object.entries({ name, email, language, version: String(version) })) }));
});

/** Changes name, address and language. */
export const changeByForm = (ports: AdminPorts): StaffHandler => aboutPerson(ports, async (visit, view) => {
  const { actor, now, frame, fields } = visit;
  const { personId, version } = view.person;
  const field = (name: string) => textIn(fields, name);
  const request = check(ChangePersonRequest, present({ version: numberIn(fields, 'version'), name: field('name'), email: field('email'), language: field('language') }));
  const changed = request.ok ? await changePerson(ports, { actor, now, personId, ...request.value }) : undefined;
  if (changed?.ok) return goTo(personAddress(personId, { done: 'person-changed' }));
  const failure = changed ? changed.failure : { kind: 'invalid' as const, issues: request.ok ? [] : request.issues };
  // After a conflict the reader has seen what is there now.
  fields.set('version', String(version));
  return refused(visit, failure, personLabels(frame().language), (form) => editPersonPage({ frame: frame(), view, form }));
});

/** Every place of the reader's, as one list. */
async function placesOf({ administration }: AdminPorts, { actor }: StaffVisit): Promise<readonly Scope[]> {
  const { regions, zones } = administeredBy(actor, await administration.zones());
  return [...zones.map(({ zoneId }): Scope => ({ scope: 'zone', scopeId: zoneId })), ...regions.map(({ regionId }): Scope => ({ scope: 'region', scopeId: regionId }))];
}

/** The form that gives one more role. */
export const newRole = (ports: AdminPorts): StaffHandler => aboutPerson(ports, async (visit, view) =>
  show(giveRolePage({ frame: visit.frame(), view, form: filled([['version', String(view.person.version)]]), places: await placesOf(ports, visit) })));

/** Gives one more role. */
export const giveByForm = (ports: AdminPorts): StaffHandler => aboutPerson(ports, async (visit, view) => {
  const { actor, now, frame, fields } = visit;
  const { personId, version } = view.person;
  const places = await placesOf(ports, visit);
  const place = places.find((one) => placeValue(one) === fields.get('scopeId'));
  const field = (name: string) => textIn(fields, name);
  const request = check(GiveRoleRequest, present({ version: numberIn(fields, 'version'), ...place, scope: place?.scope ?? 'zone', role: field('role'), from: field('from'), until: field('until') }));
  const given = request.ok && place ? await giveRole(ports, { actor, now, personId, place, ...request.value }) : undefined;
  if (given?.ok) return goTo(personAddress(personId, { done: 'role-given' }));
  const failure = given ? given.failure : { kind: 'invalid' as const, issues: request.ok ? [] : request.issues };
  fields.set('version', String(version));
  return refused(visit, failure, personLabels(frame().language), (form) => giveRolePage({ frame: frame(), view, form, places }));
});
