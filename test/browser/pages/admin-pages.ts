import { sent, type Entries, type State } from './state.ts';

const asAdministrator = (...states: readonly Omit<State, 'as'>[]): readonly State[] => states.map((one) => ({ ...one, as: 'administrator' }));

const officer = 'person=demo-officer';
const role = `${officer}&membership=${encodeURIComponent('zone#aqtobe#officer')}`;
const place = 'zone=aqtobe';

export const adminPages: Entries = {
  '/admin': [...asAdministrator({ name: 'administration', path: '/admin' }), { name: 'administration for an officer', path: '/admin', as: 'officer', status: 403 }],
  '/admin/people': asAdministrator(
    { name: 'people of a zone', path: `/admin/people?${place}` }, { name: 'people of a region', path: '/admin/people?region=aqtobe-region' },
    { name: 'nobody found', path: `/admin/people?${place}&q=nobody-of-this-name` }, { name: 'people of nowhere', path: '/admin/people?zone=nowhere', status: 404 },
  ),
  '/admin/people/new': asAdministrator(
    { name: 'a new person', path: `/admin/people/new?${place}` }, { name: 'a new person without a name', path: `/admin/people/new?${place}`, act: sent() },
  ),
  '/admin/person': asAdministrator({ name: 'a person', path: `/admin/person?${officer}` }, { name: 'a person that is not there', path: '/admin/person?person=none', status: 404 }),
  '/admin/person/edit': asAdministrator({ name: 'a person to be changed', path: `/admin/person/edit?${officer}` }),
  '/admin/person/role': asAdministrator({ name: 'a new role', path: `/admin/person/role?${officer}` }, { name: 'a new role, empty', path: `/admin/person/role?${officer}`, act: sent() }),
  '/admin/person/end': asAdministrator({ name: 'all roles end', path: `/admin/person/end?${officer}` }, { name: 'a role ends', path: `/admin/person/end?${role}` }),
  '/admin/person/deputy': asAdministrator({ name: 'a deputy', path: `/admin/person/deputy?${role}` }, { name: 'a deputy, empty', path: `/admin/person/deputy?${role}`, act: sent() }),
  '/admin/changes': asAdministrator({ name: 'changes', path: `/admin/changes?${place}` }),
};
