import type { AdminZoneView, ChangePartyRequest, PartyRequest } from '../people/administration.ts';
import { partyKinds, type Party, type Zone } from './reference.ts';
import { today } from '../project/zone-context.ts';
import { peopleText } from './party-people.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { addressVersionOf } from '../links/link-status.ts';
import { partyLinksRow } from '../links/party-links.ts';
import type { Edit, Email } from '../kernel/ports.ts';
import { composePartyLinks, heldPage, type Held, type ListPorts } from '../links/compose-party-links.ts';
import { hiddenLinks } from '../links/hidden-links.ts';
import { changesOf, entryOf, namesText, type AdminPorts, type Asking } from '../people/admin-ports.ts';
import { contextAt, settingFor } from '../people/change-setting.ts';

interface InZone extends Asking {
  readonly zoneId: string;
}

/** A zone with its parties, lines and durations. Fails as `placeFor`. */
export async function viewAdminZone(
  ports: Pick<AdminPorts, 'administration'>,
  command: InZone,
): Promise<Result<AdminZoneView>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zone, parties, lines, durations } = found.value;
  const missing = partyKinds.filter(
    (kind) => !parties.some((party) => party.kind === kind && party.endedOn === undefined),
  );
  return ok({ zone, parties: [...parties], lines: [...lines], durations: [...durations], missing });
}

const facts = ({
  names,
  email,
  colleagues = [],
  people = [],
  language,
}: Pick<Party, 'names' | 'email' | 'colleagues' | 'people' | 'language'>) => ({
  names: namesText(names),
  email,
  ...(colleagues.length > 0 && { colleagues: colleagues.join('\n') }),
  ...(people.length > 0 && { people: peopleText(people) }),
  language,
});

async function save(
  ports: AdminPorts,
  command: InZone,
  before: Party | undefined,
  party: Party,
  what: 'party-added' | 'party-changed' | 'party-ended',
): Promise<Result<Party>> {
  const changes = changesOf(
    before ? { ...facts(before), endedOn: before.endedOn } : {},
    { ...facts(party), endedOn: party.endedOn, ...(before === undefined && { kind: party.kind }) },
    ['names', 'email', 'colleagues', 'people'],
  );
  const entry = entryOf(
    ports,
    command,
    { scope: 'zone', scopeId: command.zoneId },
    { what, about: party.partyId, changes },
  );
  const moved: Edit[] =
    before !== undefined && addressVersionOf(before) !== addressVersionOf(party)
      ? [
          {
            edit: 'party-links',
            of: { zoneId: party.zoneId, partyId: party.partyId, addressVersion: addressVersionOf(party), page: 1 },
            at: command.now,
          },
        ]
      : [];
  const written = await ports.administration.write([{ edit: 'party', party }, ...moved], [entry]);
  return written === 'written'
    ? ok(party)
    : fail({ kind: 'conflict', version: before?.version ?? 0, state: 'changed' });
}

const others = ({ colleagues = [], people = [] }: Pick<Party, 'colleagues' | 'people'>) => ({
  ...(colleagues.length > 0 && { colleagues }),
  ...(people.length > 0 && { people }),
});

/** A party with all its names and an address. The same form again finds it there. Fails as `placeFor`, or `conflict`. */
export async function addParty(ports: AdminPorts, command: InZone & PartyRequest): Promise<Result<Party>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zoneId, kind, names, email, language } = command;
  const partyId = `${kind}-${ports.ids.hash(JSON.stringify([zoneId, kind, names, email, language])).slice(0, 16)}`;
  const there = found.value.parties.find((one) => one.partyId === partyId);
  if (there) return ok(there);
  const party = { partyId, zoneId, kind, names, email, ...others(command), language, version: 1 };
  return save(ports, command, undefined, party, 'party-added');
}

type ChangeParty = InZone & ChangePartyRequest & { readonly partyId: string };

/** A party before and after a change, and its zone; both the same when nothing is different. Fails with `not-found`, `conflict`. */
async function changedParty(
  ports: Pick<AdminPorts, 'administration'>,
  command: ChangeParty,
): Promise<Result<{ readonly zone: Zone; readonly before: Party; readonly after: Party }>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zone, parties } = found.value;
  const before = parties.find(({ partyId }) => partyId === command.partyId);
  if (before === undefined) return fail({ kind: 'not-found' });
  if (changesOf(facts(before), facts(command)).length === 0) return ok({ zone, before, after: before });
  const version = before.version ?? 0;
  if (version !== command.version) return fail({ kind: 'conflict', version, state: 'changed' });
  const { names, email, colleagues = [], language } = command;
  const { colleagues: earlier = [], people: _, ...party } = before;
  // Whoever is written to no longer has links that must not open.
  const isLess = before.email !== email || earlier.some((one) => !colleagues.includes(one));
  const moved = isLess ? { addressVersion: addressVersionOf(before) + 1 } : {};
  const after = { ...party, names, email, ...others(command), language, version: version + 1, ...moved };
  return ok({ zone, before, after });
}

/** With another address old links end and all that is open goes to the new one. Fails with `not-found`, `conflict`. */
export async function changeParty(ports: AdminPorts, command: ChangeParty): Promise<Result<Party>> {
  const changed = await changedParty(ports, command);
  if (!changed.ok) return changed;
  const { before, after } = changed.value;
  return after === before ? ok(before) : save(ports, command, before, after, 'party-changed');
}

/** Assignments that are counted for a preview; more are told as so many and more. */
const mostCounted = 1000;

export interface PartyPreview {
  readonly ends: number;
  readonly more: boolean;
  /** The first of the emails, one for each hundred assignments; absent where nothing is open. */
  readonly email?: Email | undefined;
}

/** What a change of a party would do, with nothing written; undefined when its address stays. Fails as the change itself would. */
export async function previewParty(
  ports: Pick<AdminPorts, 'administration'> & ListPorts,
  command: ChangeParty,
): Promise<Result<PartyPreview | undefined>> {
  const changed = await changedParty(ports, command);
  if (!changed.ok) return changed;
  const { zone, before, after } = changed.value;
  if (addressVersionOf(before) === addressVersionOf(after)) return ok(undefined);
  const first = await heldPage(ports, after);
  let [ends, next] = [first.held.length, first.next];
  while (next !== undefined && ends < mostCounted) {
    const page: Awaited<ReturnType<typeof heldPage>> = await heldPage(ports, after, next);
    [ends, next] = [ends + page.held.length, page.next];
  }
  const row = partyLinksRow(
    { zoneId: after.zoneId, partyId: after.partyId, addressVersion: addressVersionOf(after), page: 1 },
    command.now,
  );
  const email =
    ends === 0
      ? undefined
      : await composePartyLinks({ links: hiddenLinks }, row, { zone, party: after, held: first.held });
  return ok({ ends, more: next !== undefined, email });
}

/** What a party still has to answer, by due date: the first hundred. */
export const heldBy = async (ports: ListPorts, party: Pick<Party, 'zoneId' | 'partyId'>): Promise<readonly Held[]> =>
  (await heldPage(ports, party)).held;

/** Fails with `not-found`, `conflict`, `not-allowed` (`holds-assignments`: they would be asked of nobody). */
export async function endParty(
  ports: AdminPorts & Parameters<typeof heldBy>[0],
  command: InZone & { readonly partyId: string },
): Promise<Result<Party>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const party = found.value.parties.find(({ partyId }) => partyId === command.partyId);
  if (party === undefined) return fail({ kind: 'not-found' });
  if (party.endedOn !== undefined) return ok(party);
  if ((await heldBy(ports, party)).length > 0)
    return fail({ kind: 'not-allowed', action: 'end-party', because: 'holds-assignments' });
  const endedOn = today(contextAt(found.value, command.now));
  return save(ports, command, party, { ...party, endedOn, version: (party.version ?? 0) + 1 }, 'party-ended');
}
