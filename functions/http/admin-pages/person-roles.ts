import { DeputyRequest } from '#core/people/administration.ts';
import type { Membership, StaffPerson } from '#core/reference/reference.ts';
import { membershipName } from '#core/people/membership.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { endRoles } from '#core/people/end-roles.ts';
import { deputiesFor, setDeputy } from '#core/people/set-deputy.ts';
import type { PersonView } from '#core/people/people.ts';
import { filled } from '#web/components/filled.ts';
import { homeAddress, peopleAddress, personAddress } from '#web/admin/addresses.ts';
import { deputyPage, endRolesPage } from '#web/admin/person-forms.tsx';
import { check } from '../pages/check.ts';
import type { StaffHandler, StaffVisit } from '../pages/staff-page.ts';
import { present, textIn } from '../pages/values.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { refused } from './admin-page.ts';
import { colleagues } from './colleagues.ts';
import { aboutPerson } from './person.ts';

const roleIn = ({ query }: StaffVisit, { own }: PersonView): Membership | undefined => own.find((one) => membershipName(one) === query.get('membership'));

async function ending(ports: AdminPorts, visit: StaffVisit, view: PersonView) {
  const one = visit.query.get('membership') ?? undefined;
  const role = roleIn(visit, view);
  const roles = one === undefined ? view.own : role ? [role] : [];
  return { frame: visit.frame(), view, ending: roles, one, own: view.person.personId === visit.actor.personId, names: await colleagues(ports, view) };
}

/** What ends, before it ends. */
export const endForm = (ports: AdminPorts): StaffHandler => aboutPerson(ports, async (visit, view) => {
  const props = await ending(ports, visit, view);
  return props.ending.length > 0 ? show(endRolesPage({ ...props, form: filled() })) : problem({ kind: 'not-found' });
});

/** Ends a role or all of them, and leads to where the person can still be seen. */
export const endByForm = (ports: AdminPorts): StaffHandler => aboutPerson(ports, async (visit, view) => {
  const { actor, now, fields } = visit;
  const { personId } = view.person;
  const props = await ending(ports, visit, view);
  const [first] = view.own;
  const ended = await endRoles(ports, { actor, now, personId, membership: props.one, confirmOwn: fields.get('confirmOwn') === 'true' });
  if (!ended.ok) return refused(visit, ended.failure, {}, (form) => endRolesPage({ ...props, form }));
  const isLeft = props.one !== undefined && view.own.length > 1;
  if (props.own) return goTo(homeAddress);
  return goTo(isLeft || !first ? personAddress(personId, { done: 'role-ended' }) : peopleAddress(first));
});

/** A page about who stands in for one role. */
const aboutDeputy = (ports: AdminPorts, handler: (visit: StaffVisit, view: PersonView, role: Membership, deputies: readonly StaffPerson[]) => Promise<Reply>): StaffHandler =>
  aboutPerson(ports, async (visit, view) => {
    const role = roleIn(visit, view);
    return role && role.insteadOf === undefined ? handler(visit, view, role, await deputiesFor(ports, role, visit.now)) : problem({ kind: 'not-found' });
  });

/** The form that names a deputy. */
export const deputyForm = (ports: AdminPorts): StaffHandler => aboutDeputy(ports, async ({ frame }, view, role, deputies) => {
  const known = role.absence ? { deputyId: role.absence.deputyId, from: role.absence.from, until: role.absence.until } : {};
  return show(deputyPage({ frame: frame(), view, role, deputies, names: await colleagues(ports, view), form: filled(Object.entries(known)) }));
});

/** Names a deputy, or that there is none any longer. */
export const deputyByForm = (ports: AdminPorts): StaffHandler => aboutDeputy(ports, async (visit, view, role, deputies) => {
  const { actor, now, frame, fields } = visit;
  const { personId } = view.person;
  const field = (name: string) => textIn(fields, name);
  const isNobody = field('deputyId') === 'nobody';
  const deputy = present({ deputyId: field('deputyId'), from: field('from'), until: field('until') });
  const request = check(DeputyRequest, { membership: membershipName(role), ...(!isNobody && { deputy }) });
  const set = request.ok ? await setDeputy(ports, { actor, now, personId, ...request.value }) : undefined;
  if (set?.ok) return goTo(personAddress(personId, { done: isNobody ? 'deputy-ended' : 'deputy-set' }));
  const issues = set ? [] : request.ok ? [] : request.issues.map(({ path, code }) => ({ path: path.replace('deputy.', ''), code }));
  const { deputies: words } = adminTexts(frame().language);
  const names = await colleagues(ports, view);
  return refused(visit, set ? set.failure : { kind: 'invalid', issues }, { deputyId: words.who, from: words.from, until: words.until },
    (form) => deputyPage({ frame: frame(), view, role, deputies, names, form }));
});
