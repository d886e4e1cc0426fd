import type * as z from 'zod/mini';
import { DeputyRequest, EndRolesRequest } from '#core/people/administration.ts';
import type { Membership, Person } from '#core/reference/reference.ts';
import { membershipName } from '#core/people/membership.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { endRoles } from '#core/people/end-roles.ts';
import type { PersonView } from '#core/people/people.ts';
import { deputiesFor, setDeputy, viewAbsences } from '#core/people/set-deputy.ts';
import { deskAddress, homeAddress, peopleAddress, personAddress } from '#pages/admin/addresses.ts';
import {
  deputySheet,
  endRolesSheet,
  nobody,
  type DeputyProps,
  type EndRolesProps,
} from '#pages/admin/person/forms.tsx';
import { check } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { adminForm } from '../admin-form.ts';
import { colleagues } from '../colleagues.ts';
import { openPerson } from './handler.ts';

const roleIn = ({ query }: StaffVisit, { own }: PersonView): Membership | undefined =>
  own.find((one) => membershipName(one) === query.get('membership'));

async function ending(ports: AdminPorts, visit: StaffVisit): Promise<Result<EndRolesProps>> {
  const found = await openPerson(ports, visit);
  if (!found.ok) return found;
  const view = found.value;
  const one = visit.query.get('membership') ?? undefined;
  const role = roleIn(visit, view);
  const roles = one === undefined ? view.own : role ? [role] : [];
  // What was sent already is judged by the use case: a role that has ended is ended.
  if (roles.length === 0 && visit.event.requestContext.http.method === 'GET') return fail({ kind: 'not-found' });
  return ok({
    frame: visit.frame(),
    view,
    ending: roles,
    one,
    own: view.person.personId === visit.actor.personId,
    names: await colleagues(ports, view),
  });
}

type EndRequest = z.infer<typeof EndRolesRequest>;

export const endRole = (ports: AdminPorts & FormPorts): FormHandlers =>
  adminForm<typeof ports, EndRolesProps, EndRequest, Person>(ports, {
    open: (visit) => ending(ports, visit),
    sheet: endRolesSheet,
    read: (typed, about) =>
      readForm(
        EndRolesRequest,
        typed,
        endRolesSheet(about).fields,
        about.one === undefined ? {} : { membership: about.one },
      ),
    act: (on, { about: { view }, request, visit: { actor, now } }) =>
      endRoles(on, { actor, now, personId: view.person.personId, ...request }),
    done: ({
      view: {
        person: { personId },
        own: roles,
      },
      own,
      one,
    }) => {
      const [first] = roles;
      if (own) return homeAddress;
      return (one !== undefined && roles.length > 1) || !first
        ? personAddress(personId, { done: 'role-ended' })
        : peopleAddress(first);
    },
  });

async function deputising(ports: AdminPorts, visit: StaffVisit): Promise<Result<DeputyProps>> {
  const { actor, now, query } = visit;
  const found = await viewAbsences(ports, { actor, now, personId: query.get('person') ?? '' });
  if (!found.ok) return found;
  const view = found.value;
  const role = roleIn(visit, view);
  if (role === undefined || role.insteadOf !== undefined) return fail({ kind: 'not-found' });
  const [deputies, names] = await Promise.all([
    deputiesFor(ports, { actor, now }, role, view.zones),
    colleagues(ports, view),
  ]);
  return ok({ frame: visit.frame(), view, role, deputies, names, desk: query.get('desk') ?? undefined });
}

export const deputy = (ports: AdminPorts & FormPorts): FormHandlers =>
  adminForm<typeof ports, DeputyProps, z.infer<typeof DeputyRequest>, Person>(ports, {
    open: (visit) => deputising(ports, visit),
    sheet: deputySheet,
    begin: ({ role: { absence } }) =>
      absence ? Object.entries({ deputyId: absence.deputyId, from: absence.from, until: absence.until }) : [],
    read: (typed, about) => {
      const membership = membershipName(about.role);
      return typed.get('deputyId') === nobody
        ? check(DeputyRequest, { membership })
        : readForm(DeputyRequest, typed, deputySheet(about).fields, { membership });
    },
    act: (on, { about: { view }, request, visit: { actor, now } }) =>
      setDeputy(on, { actor, now, personId: view.person.personId, ...request }),
    done: ({ view, desk }, request) =>
      desk === undefined
        ? personAddress(view.person.personId, { done: request.deputy ? 'deputy-set' : 'deputy-ended' })
        : deskAddress(desk),
  });
