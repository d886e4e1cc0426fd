import type * as z from 'zod/mini';
import { ChangePersonRequest, GiveRoleRequest } from '#core/people/administration.ts';
import type { Person, Scope } from '#core/reference/reference.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { administeredBy } from '#core/people/administered.ts';
import { giveRole } from '#core/people/add-person.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { changePerson } from '#core/people/change-person.ts';
import { viewPerson, type PersonView } from '#core/people/people.ts';
import { personAddress } from '#pages/admin/addresses.ts';
import {
  editPersonSheet,
  giveRoleSheet,
  placeValue,
  type NewRoleProps,
  type PersonProps,
} from '#pages/admin/person/forms.tsx';
import { personPage } from '#pages/admin/person/page.tsx';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { problem, render } from '../../kit/visit.ts';
import { adminForm } from '../admin-form.ts';
import { colleagues } from '../colleagues.ts';

export const openPerson = (ports: AdminPorts, { actor, now, query }: StaffVisit): Promise<Result<PersonView>> =>
  viewPerson(ports, { actor, now, personId: query.get('person') ?? '' });

export const person =
  (ports: AdminPorts): StaffHandler =>
  async (visit) => {
    const view = await openPerson(ports, visit);
    if (!view.ok) return problem(view.failure);
    return render(
      personPage({
        frame: visit.frame(),
        view: view.value,
        names: await colleagues(ports, view.value),
        done: visit.query.get('done') ?? undefined,
      }),
    );
  };

/** Changes name, address and language: of nobody who has roles elsewhere. */
export const editPerson = (ports: AdminPorts & FormPorts): FormHandlers =>
  adminForm<typeof ports, PersonProps, ChangePersonRequest, Person>(ports, {
    open: async (visit) => {
      const view = await openPerson(ports, visit);
      if (!view.ok) return view;
      const isForm = visit.event.requestContext.http.method === 'GET' && !visit.query.has('check');
      return isForm && view.value.elsewhere > 0
        ? fail({ kind: 'forbidden' })
        : ok({ frame: visit.frame(), view: view.value });
    },
    sheet: editPersonSheet,
    begin: ({
      view: {
        person: { name, email, language, version },
      },
    }) => Object.entries({ name, email, language, version: String(version) }),
    read: (typed, about) => readForm(ChangePersonRequest, typed, editPersonSheet(about).fields),
    act: (on, { about: { view }, request, visit: { actor, now } }) =>
      changePerson(on, { actor, now, personId: view.person.personId, ...request }),
    done: ({ view }) => personAddress(view.person.personId, { done: 'person-changed' }),
  });

async function placesOf({ administration }: AdminPorts, { actor }: StaffVisit): Promise<readonly Scope[]> {
  const { regions, zones } = administeredBy(actor, await administration.zones());
  return [
    ...zones.map(({ zoneId }): Scope => ({ scope: 'zone', scopeId: zoneId })),
    ...regions.map(({ regionId }): Scope => ({ scope: 'region', scopeId: regionId })),
  ];
}

export const newRole = (ports: AdminPorts & FormPorts): FormHandlers =>
  adminForm<typeof ports, NewRoleProps, z.infer<typeof GiveRoleRequest>, Person>(ports, {
    open: async (visit) => {
      const view = await openPerson(ports, visit);
      return view.ok ? ok({ frame: visit.frame(), view: view.value, places: await placesOf(ports, visit) }) : view;
    },
    sheet: giveRoleSheet,
    begin: ({ view }) => [['version', String(view.person.version)]],
    read: (typed, about) =>
      readForm(GiveRoleRequest, typed, giveRoleSheet(about).fields, {
        scope: about.places.find((place) => placeValue(place) === typed.get('scopeId'))?.scope ?? 'zone',
      }),
    act: (on, { about: { view }, request: { scope, scopeId, ...request }, visit: { actor, now } }) =>
      giveRole(on, { actor, now, personId: view.person.personId, place: { scope, scopeId }, ...request }),
    done: ({ view }) => personAddress(view.person.personId, { done: 'role-given' }),
  });
