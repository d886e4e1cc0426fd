import { adminOperations } from '#core/api/admin-operations.ts';
import type { Party, Person } from '#core/reference/reference.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { answerAccess, listAccess } from '#core/people/access.ts';
import { addPerson, giveRole } from '#core/people/add-person.ts';
import { changeSetting } from '#core/people/change-setting.ts';
import { changeZone } from '#core/reference/change-zone.ts';
import { changePerson } from '#core/people/change-person.ts';
import { addForum, changeForum } from '#core/reference/forums.ts';
import { endRoles } from '#core/people/end-roles.ts';
import { listChanges } from '#core/people/list-changes.ts';
import { addParty, changeParty, endParty, viewAdminZone } from '#core/reference/parties.ts';
import { listPeople, ownRoles, viewPerson } from '#core/people/people.ts';
import { previewChange } from '#core/people/preview-change.ts';
import { setDeputy } from '#core/people/set-deputy.ts';
import { authenticate } from './authenticate.ts';
import type { Api, Handlers } from './api.ts';
import type { AdminPorts } from './admin.ts';

const partyOf = async (result: Promise<Result<Party>>) => {
  const changed = await result;
  return changed.ok ? ok({ party: changed.value }) : changed;
};

export function adminApi(ports: AdminPorts): Api<typeof adminOperations> {
  const answerOf = async (result: Promise<Result<Person>>, asking: Parameters<typeof ownRoles>[1]) => {
    const changed = await result;
    return changed.ok ? ok({ person: await ownRoles(ports, asking, changed.value) }) : changed;
  };

  async function accessAt(asking: Parameters<typeof listAccess>[1]) {
    const listed = await listAccess(ports, asking);
    return listed.ok
      ? ok({ requests: listed.value.map(({ subject: _, sessionSince: __, refused: ___, ...request }) => request) })
      : listed;
  }

  async function zoneAfter(result: Promise<Result<unknown>>, asking: Parameters<typeof viewAdminZone>[1]) {
    const changed = await result;
    return changed.ok ? viewAdminZone(ports, asking) : changed;
  }

  const handlers: Handlers<typeof adminOperations> = {
    listPeople: async ({ query: { q, ...place }, actor, now }) => {
      const found = await listPeople(ports, { actor, now, place, text: q });
      return found.ok ? ok({ people: found.value }) : found;
    },
    viewPerson: async ({ params, actor, now }) => {
      const found = await viewPerson(ports, { ...params, actor, now });
      return found.ok ? ok({ person: { ...found.value.person, memberships: found.value.own } }) : found;
    },
    addPerson: ({ body: { scope, scopeId, ...body }, actor, now }) =>
      answerOf(addPerson(ports, { ...body, place: { scope, scopeId }, actor, now }), actor),
    changePerson: ({ params, body, actor, now }) =>
      answerOf(changePerson(ports, { ...params, ...body, actor, now }), actor),
    giveRole: ({ params, body: { scope, scopeId, ...body }, actor, now }) =>
      answerOf(giveRole(ports, { ...params, ...body, place: { scope, scopeId }, actor, now }), actor),
    endRoles: ({ params, body, actor, now }) => answerOf(endRoles(ports, { ...params, ...body, actor, now }), actor),
    setDeputy: ({ params, body, actor, now }) => answerOf(setDeputy(ports, { ...params, ...body, actor, now }), actor),
    listAccess: ({ query: place, actor, now }) => accessAt({ actor, now, place }),
    answerAccess: async ({ params: { requestId }, body: { scope, scopeId, ...answer }, actor, now }) => {
      const asking = { actor, now, place: { scope, scopeId } };
      const answered = await answerAccess(ports, { ...asking, requestId, answer });
      return answered.ok ? accessAt(asking) : answered;
    },
    viewAdminZone: ({ params, actor, now }) => viewAdminZone(ports, { ...params, actor, now }),
    changeZone: ({ params, body, actor, now }) =>
      zoneAfter(changeZone(ports, { ...params, ...body, actor, now }), { ...params, actor, now }),
    addForum: ({ params, body, actor, now }) =>
      zoneAfter(addForum(ports, { ...params, ...body, actor, now }), { ...params, actor, now }),
    changeForum: ({ params, body, actor, now }) =>
      zoneAfter(changeForum(ports, { ...params, ...body, actor, now }), { ...params, actor, now }),
    addParty: ({ params, body, actor, now }) => partyOf(addParty(ports, { ...params, ...body, actor, now })),
    changeParty: ({ params, body, actor, now }) => partyOf(changeParty(ports, { ...params, ...body, actor, now })),
    endParty: ({ params, actor, now }) => partyOf(endParty(ports, { ...params, actor, now })),
    changeSetting: ({ params, body, actor, now }) =>
      zoneAfter(changeSetting(ports, { ...params, change: body, actor, now }), { ...params, actor, now }),
    previewChange: ({ params, query, body, actor, now }) =>
      previewChange(ports, { ...params, ...query, change: body, actor, now }),
    listChanges: ({ query: { scope, scopeId, ...page }, actor, now }) =>
      listChanges(ports, { actor, now, place: { scope, scopeId }, page }),
  };

  return { operations: adminOperations, handlers, authenticate: (event) => authenticate(ports, event) };
}
