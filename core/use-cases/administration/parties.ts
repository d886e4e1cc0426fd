import type { AdminZoneView, ChangePartyRequest, PartyRequest } from '../../contracts/administration.ts';
import type { Assignment } from '../../contracts/project.ts';
import { partyKinds, type Party } from '../../contracts/reference.ts';
import { projectOfAssignment } from '../../domain/assignment-id.ts';
import { today } from '../../domain/project/setting.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Ports } from '../../ports/index.ts';
import { changesOf, entryOf, namesText, type AdminPorts, type Asking } from './admin-ports.ts';
import { settingAt, settingFor } from './change-setting.ts';

interface InZone extends Asking {
  readonly zoneId: string;
}

/** A zone with its parties, lines and durations. Fails as `placeFor`. */
export async function viewAdminZone(ports: Pick<AdminPorts, 'administration'>, command: InZone): Promise<Result<AdminZoneView>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zone, parties, lines, durations } = found.value;
  const missing = partyKinds.filter((kind) => !parties.some((party) => party.kind === kind && party.endedOn === undefined));
  return ok({ zone, parties: [...parties], lines: [...lines], durations: [...durations], missing });
}

const facts = ({ names, email, language }: Pick<Party, 'names' | 'email' | 'language'>) => ({ names: namesText(names), email, language });

async function save(ports: AdminPorts, command: InZone, before: Party | undefined, party: Party, what: 'party-added' | 'party-changed' | 'party-ended'): Promise<Result<Party>> {
  const changes = changesOf(before ? { ...facts(before), endedOn: before.endedOn } : { }, { ...facts(party), endedOn: party.endedOn, ...(before === undefined && { kind: party.kind }) }, ['names', 'email']);
  const entry = entryOf(ports, command, { scope: 'zone', scopeId: command.zoneId }, { what, about: party.partyId, changes });
  const written = await ports.administration.write([{ edit: 'party', party }], [entry]);
  return written === 'written' ? ok(party) : fail({ kind: 'conflict', version: before?.version ?? 0, state: 'changed' });
}

/** A party with all its names and an address. The same form again finds it there. Fails as `placeFor`, or `conflict`. */
export async function addParty(ports: AdminPorts, command: InZone & PartyRequest): Promise<Result<Party>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zoneId, kind, names, email, language } = command;
  const partyId = `${kind}-${ports.ids.hash(JSON.stringify([zoneId, kind, names, email, language])).slice(0, 16)}`;
  const there = found.value.parties.find((one) => one.partyId === partyId);
  if (there) return ok(there);
  return save(ports, command, undefined, { partyId, zoneId, kind, names, email, language, version: 1 }, 'party-added');
}

/** Other names, another address or language; emails that wait go to the new address. Fails with `not-found`, `conflict`. */
export async function changeParty(ports: AdminPorts, command: InZone & ChangePartyRequest & { readonly partyId: string }): Promise<Result<Party>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const party = found.value.parties.find(({ partyId }) => partyId === command.partyId);
  if (party === undefined) return fail({ kind: 'not-found' });
  if (changesOf(facts(party), facts(command)).length === 0) return ok(party);
  const version = party.version ?? 0;
  if (version !== command.version) return fail({ kind: 'conflict', version, state: 'changed' });
  const { names, email, language } = command;
  return save(ports, command, party, { ...party, names, email, language, version: version + 1 }, 'party-changed');
}

/** One thing a party still has to answer, with its project's number. */
export interface Held {
  readonly assignment: Assignment;
  readonly number: string;
}

/** What a party still has to answer, by due date: the first hundred. */
export async function heldBy({ lists }: { readonly lists: Pick<Ports['lists'], 'assignments' | 'lines'> }, { zoneId, partyId }: Pick<Party, 'zoneId' | 'partyId'>): Promise<readonly Held[]> {
  const { entries } = await lists.assignments(zoneId, partyId, { limit: 100 });
  const projectOf = ({ assignmentId }: Assignment): string => projectOfAssignment(assignmentId) ?? '';
  const lines = await lists.lines([...new Set(entries.map(projectOf))]);
  const numbers = new Map(lines.map(({ project }) => [project.projectId, project.number]));
  return entries.map((assignment) => ({ assignment, number: numbers.get(projectOf(assignment)) ?? '' }));
}

/**
 * A party is asked nothing more. Fails with `not-found`, `conflict`, and `not-allowed` (`holds-assignments`) while it still has to answer
 * something: that would be asked of nobody.
 */
export async function endParty(ports: AdminPorts & Parameters<typeof heldBy>[0], command: InZone & { readonly partyId: string }): Promise<Result<Party>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const party = found.value.parties.find(({ partyId }) => partyId === command.partyId);
  if (party === undefined) return fail({ kind: 'not-found' });
  if (party.endedOn !== undefined) return ok(party);
  if ((await heldBy(ports, party)).length > 0) return fail({ kind: 'not-allowed', action: 'end-party', because: 'holds-assignments' });
  const endedOn = today(settingAt(found.value, command.now));
  return save(ports, command, party, { ...party, endedOn, version: (party.version ?? 0) + 1 }, 'party-ended');
}
