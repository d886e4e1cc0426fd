import { createHash } from 'node:crypto';
import type { AccessRequest } from '#core/people/access-request.ts';
import type { AuditEntry } from '#core/people/audit.ts';
import type { Membership, NoticeVersion, Person, StaffPerson, Zone } from '#core/reference/reference.ts';
import type { OutboxRow } from '#core/notices/outbox.ts';
import { partyLinksRow } from '#core/links/party-links.ts';
import { membershipName } from '#core/people/membership.ts';
import { isLasting, isSamePlace } from '#core/people/administered.ts';
import type { Administration, Edit, ZoneSetting } from '#core/kernel/ports.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { zones, zoneSetting } from './samples.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface AdminMemory {
  readonly people: Map<string, Person>;
  readonly settings: Map<string, ZoneSetting>;
  readonly trail: AuditEntry[];
  readonly rows: OutboxRow[];
  readonly requests: Map<string, AccessRequest>;
  /** Whom an account of the issuer is. */
  readonly subjects: Map<string, string>;
  readonly notices: NoticeVersion[];
}

/** Somebody with roles and a profile of their own. */
export const known = (personId: string, ...memberships: readonly Omit<Membership, 'personId'>[]): Person => ({
  personId,
  name: personId,
  email: `${personId}@example.org`,
  language: 'kk',
  version: 1,
  signedIn: true,
  memberships: memberships.map((one) => ({ personId, ...one })),
});

const changedZone = (found: ZoneSetting, zone: Zone): ZoneSetting => ({ ...found, zone });

function holds({ people, settings, requests, subjects }: AdminMemory, edit: Edit): boolean {
  switch (edit.edit) {
    case 'person':
      return (people.get(edit.after.personId)?.version ?? 0) === edit.after.version - 1;
    case 'stays':
      return (
        people
          .get(edit.membership.personId)
          ?.memberships.some((one) => membershipName(one) === membershipName(edit.membership) && isLasting(one)) ??
        false
      );
    case 'zone':
      return (settings.get(edit.zone.zoneId)?.zone.version ?? 0) === (edit.zone.version ?? 1) - 1;
    case 'party':
      return (
        (settings.get(edit.party.zoneId)?.parties.find(({ partyId }) => partyId === edit.party.partyId)?.version ??
          0) ===
        (edit.party.version ?? 1) - 1
      );
    case 'link':
      return !subjects.has(edit.subject);
    case 'ask':
      return requests.get(edit.request.subject)?.askedAt === edit.before?.askedAt;
    case 'tell':
    case 'party-links':
    case 'notice':
      return true;
    case 'asked':
      return requests.get(edit.request.subject)?.askedAt === edit.request.askedAt;
    case 'add-duration':
      return !settings
        .get(edit.duration.zoneId)
        ?.durations.some(
          (one) =>
            one.zoneId !== undefined &&
            one.stage === edit.duration.stage &&
            one.effectiveFrom === edit.duration.effectiveFrom,
        );
    case 'withdraw-duration':
      return settings.get(edit.duration.zoneId)?.durations.includes(edit.duration) ?? false;
  }
}

function make(memory: AdminMemory, edit: Edit): void {
  if (edit.edit === 'stays') return;
  if (edit.edit === 'link') {
    memory.subjects.set(edit.subject, edit.personId);
    return;
  }
  if (edit.edit === 'ask') {
    memory.requests.set(edit.request.subject, edit.request);
    return;
  }
  if (edit.edit === 'asked') {
    memory.requests.delete(edit.request.subject);
    return;
  }
  if (edit.edit === 'party-links') {
    memory.rows.push(partyLinksRow(edit.of, edit.at));
    return;
  }
  if (edit.edit === 'notice') {
    memory.notices.push(edit.version);
    return;
  }
  if (edit.edit === 'tell') {
    memory.rows.push(edit.row);
    return;
  }
  if (edit.edit === 'person') {
    memory.people.set(edit.after.personId, edit.after);
    return;
  }
  const zoneId =
    edit.edit === 'zone' ? edit.zone.zoneId : edit.edit === 'party' ? edit.party.zoneId : edit.duration.zoneId;
  const found = memory.settings.get(zoneId);
  if (!found) return;
  const { parties, durations } = found;
  switch (edit.edit) {
    case 'zone':
      memory.settings.set(zoneId, changedZone(found, edit.zone));
      break;
    case 'party':
      memory.settings.set(zoneId, {
        ...found,
        parties: [...parties.filter(({ partyId }) => partyId !== edit.party.partyId), edit.party],
      });
      break;
    case 'add-duration':
      memory.settings.set(zoneId, { ...found, durations: [...durations, edit.duration] });
      break;
    case 'withdraw-duration':
      memory.settings.set(zoneId, { ...found, durations: durations.filter((one) => one !== edit.duration) });
      break;
  }
}

/** What administrators read and write, in memory: conditions hold as in the table, and everything of a write or nothing. */
export function memoryAdministration(people: readonly Person[] = []): AdminPorts & { readonly memory: AdminMemory } {
  const memory: AdminMemory = {
    people: new Map(people.map((one) => [one.personId, one])),
    settings: new Map(Object.values(zones).map((zone) => [zone.zoneId, zoneSetting(zone)])),
    trail: [],
    rows: [],
    requests: new Map(),
    subjects: new Map(),
    notices: [],
  };
  const administration: Administration = {
    setting: async (zoneId) => memory.settings.get(zoneId),
    zones: async () => [...memory.settings.values()].map(({ zone }) => zone),
    staffOf: async (place) =>
      [...memory.people.values()].flatMap(({ version: _, signedIn: __, ...person }): StaffPerson[] => {
        const memberships = person.memberships.filter((one) => isSamePlace(one, place));
        return memberships.length > 0 ? [{ ...person, memberships }] : [];
      }),
    person: async (personId) => memory.people.get(personId),
    personIdOf: async (emailHash) =>
      [...memory.people.values()].find(({ email }) => hash(email) === emailHash)?.personId,
    personIdOfSubject: async (subject) => memory.subjects.get(subject),
    requestOf: async (subject) => memory.requests.get(subject),
    requestsAt: async (place) => [...memory.requests.values()].filter((one) => isSamePlace(one, place)),
    notices: async ({ zoneId, ownNotices = {} }) =>
      memory.notices.filter((one) => one.zoneId === zoneId && ownNotices[one.name] === one.at),
    noticeVersions: async (zoneId, name) =>
      memory.notices.filter((one) => one.zoneId === zoneId && one.name === name).toReversed(),
    write: async (edits, entries) => {
      // Others get their turn, then everything at once.
      await Promise.resolve();
      if (!edits.every((edit) => holds(memory, edit))) return 'conflict';
      for (const edit of edits) make(memory, edit);
      memory.trail.push(...entries);
      return 'written';
    },
    changes: async (place) => ({ entries: memory.trail.filter((one) => isSamePlace(one, place)).toReversed() }),
  };
  let made = 0;
  return {
    memory,
    administration,
    ids: { projectId: () => 'p', fileId: () => 'f0000000000', personId: () => `s${String((made += 1))}`, hash },
  };
}
