import * as z from 'zod/mini';
import {
  AddPersonRequest, ChangePersonRequest, ChangesView, DeputyRequest, EndRolesRequest, PeopleView, PersonAnswer, PersonId, RoleRequest,
} from '../administration.ts';
import { Scope } from '../reference.ts';
import { define, none, page, read } from './define.ts';

const OnPerson = z.object({ personId: PersonId });
const change = { method: 'POST', auth: 'jwt', query: none, status: 200, failures: [400, 403, 404, 409] } as const;
const ofPerson = { ...change, params: OnPerson, answer: PersonAnswer } as const;
const place = { scope: 'zone', scopeId: 'aqtobe' } as const;
const somebody = { name: 'New officer', email: 'new.officer@example.org', language: 'kk' } as const;

/** What administrators do, each by the use case of its name. */
export const adminOperations = {
  listPeople: define({ ...read, path: '/api/admin/people', auth: 'jwt', params: none, query: z.object({ ...Scope.shape, q: z.optional(z.string().check(z.maxLength(100))) }), answer: PeopleView, failures: [400, 403, 404], summary: 'People of a zone or region with their roles there' }),
  addPerson: define({ ...change, path: '/api/admin/people', params: none, body: AddPersonRequest, answer: PersonAnswer, example: { ...somebody, ...place, role: 'officer' }, summary: 'Add somebody by their address and give them a role; the first sign-in with that address, verified, is theirs' }),
  viewPerson: define({ ...read, path: '/api/admin/people/{personId}', auth: 'jwt', params: OnPerson, query: none, answer: PersonAnswer, failures: [403, 404], summary: 'One person with the roles at places the caller administers' }),
  changePerson: define({ ...ofPerson, path: '/api/admin/people/{personId}', body: ChangePersonRequest, example: { ...somebody, version: 1 }, summary: 'Another name, address or language' }),
  giveRole: define({ ...ofPerson, path: '/api/admin/people/{personId}/roles', body: RoleRequest, example: { ...place, role: 'head', from: '2026-01-12', until: '2026-12-31' }, summary: 'Give a role, from day to day' }),
  endRoles: define({ ...ofPerson, path: '/api/admin/people/{personId}/end', body: EndRolesRequest, example: { membership: 'zone#aqtobe#officer' }, summary: 'End a role, or all that the caller administers, at once' }),
  setDeputy: define({ ...ofPerson, path: '/api/admin/people/{personId}/deputy', body: DeputyRequest, example: { membership: 'zone#aqtobe#officer', deputy: { deputyId: 'demo-head', from: '2026-01-12', until: '2026-01-23' } }, summary: 'Name who stands in for a role while its holder is away, or end that' }),
  listChanges: define({ ...read, path: '/api/admin/changes', auth: 'jwt', params: none, query: z.object({ ...Scope.shape, ...page }), answer: ChangesView, failures: [400, 403, 404], summary: 'Who changed what at a place, newest first' }),
} as const;
