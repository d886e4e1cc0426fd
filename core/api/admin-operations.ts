import * as z from 'zod/mini';
import { AccessAnswer, AccessView } from '../people/access-request.ts';
import {
  AddPersonRequest,
  AdminZoneView,
  ChangeForumRequest,
  ChangePartyRequest,
  ChangePersonRequest,
  ChangesView,
  DeputyRequest,
  EndRolesRequest,
  ForumRequest,
  PartyAnswer,
  PartyRequest,
  PeopleView,
  GiveRoleRequest,
  PersonAnswer,
  PersonId,
  PreviewView,
  SettingChange,
  ZoneRequest,
} from '../people/administration.ts';
import { Identifier } from '../kernel/common.ts';
import { Scope } from '../reference/reference.ts';
import { define, none, page, read } from './define.ts';

const OnPerson = z.object({ personId: PersonId });
const change = { method: 'POST', auth: 'jwt', query: none, status: 200, failures: [400, 403, 404, 409] } as const;
const ofPerson = { ...change, params: OnPerson, answer: PersonAnswer } as const;
const place = { scope: 'zone', scopeId: 'aqtobe' } as const;
const somebody = { name: 'New officer', email: 'new.officer@example.org', language: 'kk' } as const;

const InZone = z.object({ zoneId: Identifier });
const InParty = z.object({ zoneId: Identifier, partyId: Identifier });
const InForum = z.object({ zoneId: Identifier, forumId: Identifier });
const ofZone = { ...change, params: InZone, answer: AdminZoneView } as const;
const ofParty = { ...change, params: InParty, answer: PartyAnswer } as const;
const names = { kk: 'Желі', ru: 'Сеть', en: 'Grid', uz: 'Tarmoq', 'uz-cyrl': 'Тармоқ' } as const;
const forum = {
  names: { kk: 'Форум', ru: 'Форум', en: 'Forum', uz: 'Forum', 'uz-cyrl': 'Форум' },
  firstDay: '2026-11-12',
  lastDay: '2026-11-13',
} as const;
const day = {
  change: 'set-day',
  date: '2026-05-08',
  working: false,
  reason: 'Day moved by order of the government',
} as const;

export const adminOperations = {
  listPeople: define({
    ...read,
    path: '/api/admin/people',
    auth: 'jwt',
    params: none,
    query: z.object({ ...Scope.shape, q: z.optional(z.string().check(z.maxLength(100))) }),
    answer: PeopleView,
    failures: [400, 403, 404],
    summary: 'People of a zone or region with their roles there',
  }),
  addPerson: define({
    ...change,
    path: '/api/admin/people',
    params: none,
    body: AddPersonRequest,
    answer: PersonAnswer,
    example: { ...somebody, ...place, role: 'officer' },
    summary:
      'Add somebody by their address and give them a role; the first sign-in with that address, verified, is theirs. Who is known under it already is told (409, known-person) and must be named',
  }),
  viewPerson: define({
    ...read,
    path: '/api/admin/people/{personId}',
    auth: 'jwt',
    params: OnPerson,
    query: none,
    answer: PersonAnswer,
    failures: [403, 404],
    summary: 'One person with the roles at places the caller administers',
  }),
  changePerson: define({
    ...ofPerson,
    path: '/api/admin/people/{personId}',
    body: ChangePersonRequest,
    example: { ...somebody, email: 'another.address@example.org', version: 1 },
    summary:
      'Another name, address or language; with another address they sign in anew, by an account of which the issuer has verified it',
  }),
  giveRole: define({
    ...ofPerson,
    path: '/api/admin/people/{personId}/roles',
    body: GiveRoleRequest,
    example: { version: 1, ...place, role: 'head', from: '2026-01-12', until: '2026-12-31' },
    summary: 'Give a role, from day to day, to the person as they were seen; nobody gives one to themselves',
  }),
  endRoles: define({
    ...ofPerson,
    path: '/api/admin/people/{personId}/end',
    body: EndRolesRequest,
    example: { membership: 'zone#aqtobe#officer' },
    summary: 'End a role, or all that the caller administers, at once',
  }),
  setDeputy: define({
    ...ofPerson,
    path: '/api/admin/people/{personId}/deputy',
    body: DeputyRequest,
    example: {
      membership: 'zone#aqtobe#officer',
      deputy: { deputyId: 'demo-head', from: '2026-01-12', until: '2026-01-23' },
    },
    summary: 'Name who stands in for a role while its holder is away, or end that',
  }),
  listAccess: define({
    ...read,
    path: '/api/admin/access',
    auth: 'jwt',
    params: none,
    query: z.object(Scope.shape),
    answer: AccessView,
    failures: [400, 403, 404],
    summary: 'Who asks for a role at a place, as far as the caller may give it',
  }),
  answerAccess: define({
    ...change,
    path: '/api/admin/access/{requestId}',
    params: z.object({ requestId: z.string().check(z.regex(/^[0-9a-f]{32}$/)) }),
    body: z.intersection(z.object(Scope.shape), AccessAnswer),
    answer: AccessView,
    example: { ...place, answer: 'give', role: 'officer' },
    summary: 'Give the role that is asked for, or another, or refuse with a reason; the asker is told by email',
  }),
  viewAdminZone: define({
    ...read,
    path: '/api/admin/zones/{zoneId}',
    auth: 'jwt',
    params: InZone,
    query: none,
    answer: AdminZoneView,
    failures: [403, 404],
    summary: 'A zone with its parties, utility lines, calendar and durations',
  }),
  changeZone: define({
    ...ofZone,
    path: '/api/admin/zones/{zoneId}',
    body: ZoneRequest,
    example: {
      version: 0,
      names,
      mailbox: 'office@example.org',
      language: 'kk',
      office: { phone: '+7 7132 55 00 00' },
    },
    summary: 'Other names, another mailbox or language',
  }),
  addForum: define({
    ...ofZone,
    path: '/api/admin/zones/{zoneId}/forums',
    body: ForumRequest,
    example: forum,
    summary: 'Add a forum at which letters of intent are handed in',
  }),
  changeForum: define({
    ...ofZone,
    params: InForum,
    path: '/api/admin/zones/{zoneId}/forums/{forumId}',
    body: ChangeForumRequest,
    example: { version: 2, ...forum },
    summary: 'Other names or days of a forum; the version is the zone’s',
  }),
  addParty: define({
    ...change,
    params: InZone,
    answer: PartyAnswer,
    path: '/api/admin/zones/{zoneId}/parties',
    body: PartyRequest,
    example: { kind: 'power', names, email: 'grid@example.org', language: 'ru' },
    summary: 'Add a responsible party',
  }),
  changeParty: define({
    ...ofParty,
    path: '/api/admin/zones/{zoneId}/parties/{partyId}',
    body: ChangePartyRequest,
    example: { version: 0, names, email: 'grid@example.org', language: 'ru' },
    summary: 'Other names, another address or language of a party; emails that wait go to the new address',
  }),
  endParty: define({
    ...ofParty,
    path: '/api/admin/zones/{zoneId}/parties/{partyId}/end',
    body: none,
    example: {},
    summary: 'Ask a party nothing more; not while it still has to answer something',
  }),
  changeSetting: define({
    ...ofZone,
    path: '/api/admin/zones/{zoneId}/setting',
    body: SettingChange,
    example: day,
    summary: 'Change a day of the calendar or a duration of a stage, from tomorrow on',
  }),
  previewChange: define({
    ...change,
    params: InZone,
    query: z.object({ after: page.after }),
    answer: PreviewView,
    path: '/api/admin/zones/{zoneId}/preview',
    body: SettingChange,
    example: day,
    summary: 'Which projects such a change would touch; nothing is written',
  }),
  listChanges: define({
    ...read,
    path: '/api/admin/changes',
    auth: 'jwt',
    params: none,
    query: z.object({ ...Scope.shape, ...page }),
    answer: ChangesView,
    failures: [400, 403, 404],
    summary: 'Who changed what at a place, newest first',
  }),
} as const;
