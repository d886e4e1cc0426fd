import { overdueDays } from '../calendar/clock-pause.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { ladder } from '../digests/digests.ts';
import { rolesAt } from '../kernel/actor.ts';
import { dueReminders } from '../notices/due-reminders.ts';
import type { InstructionItem } from '../notices/outbox.ts';
import { holdsOn, isAwayOn } from '../people/membership.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { Membership, StaffPerson, StaffRole } from '../reference/reference.ts';
import {
  memberName,
  memberOf,
  type HeadquartersState,
  type Instruction,
  type Member,
  type Rung,
  type Told,
} from './headquarters.ts';
import { isAsked, rolesIn, type Remit } from './remit.ts';

/** In order, from how many working days past the deadline (below zero: before it) on; the first from the day after it was given. */
const ladderOfInstructions: readonly { readonly rung: Rung; readonly late: number }[] = [
  { rung: 'given', late: Number.NEGATIVE_INFINITY },
  { rung: 'soon', late: -dueReminders.before[0] },
  { rung: 'last-day', late: -dueReminders.before[1] },
  { rung: 'past-due', late: dueReminders.after },
  { rung: 'secretary', late: ladder.head },
  { rung: 'leadership', late: ladder.headquarters },
];

const placeOf = (rung: Rung | undefined): number => ladderOfInstructions.findIndex((one) => one.rung === rung);

/** The rungs that are new today; undefined: there is none. A run repeated on its day tells the same again. */
function climbed(
  remit: Remit,
  { deadline, givenAt, instructionId }: Instruction,
  told: Told,
): { readonly rungs: readonly Rung[]; readonly since: Rung | undefined } | undefined {
  const { calendar } = remit;
  const on = today(remit);
  if (localDateOf(givenAt, calendar.offsetMinutes) >= on) return undefined;
  const known = told[instructionId];
  const since = known?.on === on ? known.since : known?.rung;
  const late = -workingDaysBetween(calendar, on, deadline);
  const rungs = ladderOfInstructions
    .slice(placeOf(since) + 1)
    .filter((one) => late >= one.late)
    .map(({ rung }) => rung);
  return rungs.length > 0 ? { rungs, since } : undefined;
}

const presentOn = (on: LocalDate, memberships: readonly Membership[]): readonly Membership[] =>
  memberships.filter((one) => holdsOn(one, on) && !isAwayOn(one, on));

/** Somebody of the staff; while they are away who stands in for them; nobody when they have left. */
function reachable(remit: Remit, staff: readonly StaffPerson[], personId: string): readonly string[] {
  const on = today(remit);
  const person = staff.find((one) => one.personId === personId);
  if (person === undefined || rolesIn(remit, presentOn(on, person.memberships)).length > 0)
    return person ? [personId] : [];
  return person.memberships.flatMap((one) => (isAwayOn(one, on) && one.absence ? [one.absence.deputyId] : []));
}

const holders = (
  remit: Pick<Remit, 'now' | 'calendar'> & { readonly contexts: readonly ZoneContext[] },
  staff: readonly StaffPerson[],
  roles: readonly StaffRole[],
): readonly string[] =>
  staff
    .filter(({ memberships }) =>
      rolesIn(remit, presentOn(today(remit), memberships)).some((role) => roles.includes(role)),
    )
    .map(({ personId }) => personId);

/** Those of a region's zones from which whoever answers for it comes: their heads are told, and no others. */
function concerned({ name, contexts }: Remit, staff: readonly StaffPerson[], responsible: Member) {
  if (name.scope === undefined) return contexts;
  const { memberships = [] } =
    responsible.kind === 'staff' ? (staff.find(({ personId }) => personId === responsible.personId) ?? {}) : {};
  return contexts.filter(({ zone, parties }) =>
    responsible.kind === 'party'
      ? parties.some(({ partyId }) => partyId === responsible.partyId)
      : memberships.some(({ scope, scopeId }) => scope === 'zone' && scopeId === zone.zoneId),
  );
}

/** In whose zone somebody is told: the first of it that knows them. */
const homeOf = ({ contexts }: Remit, staff: readonly StaffPerson[], reader: string): string | undefined =>
  contexts.find(({ zone, parties }) => {
    const member = memberOf(reader);
    if (member?.kind === 'party') return parties.some(({ partyId }) => partyId === member.partyId);
    const person = staff.find(({ personId }) => personId === member?.personId);
    return rolesAt(person?.memberships ?? [], zone).length > 0;
  })?.zone.zoneId;

function readersOf(
  remit: Remit,
  staff: readonly StaffPerson[],
  secretary: string,
  { responsible }: Instruction,
  rungs: readonly Rung[],
): readonly { readonly reader: string; readonly referred: boolean }[] {
  const own =
    responsible.kind === 'staff'
      ? reachable(remit, staff, responsible.personId).map((id) => `staff:${id}`)
      : isAsked(remit, responsible.partyId)
        ? [memberName(responsible)]
        : [];
  const above = [
    ...(rungs.includes('secretary')
      ? [
          ...reachable(remit, staff, secretary),
          ...holders({ ...remit, contexts: concerned(remit, staff, responsible) }, staff, ['head']),
        ]
      : []),
    ...(rungs.includes('leadership') ? holders(remit, staff, ['headquarters', 'leadership']) : []),
  ].map((id) => `staff:${id}`);
  const isOwnToo = rungs.some((rung) => placeOf(rung) < placeOf('secretary'));
  return [
    ...(isOwnToo ? [...new Set(own)] : []).map((reader) => ({ reader, referred: false })),
    ...[...new Set(above)].filter((reader) => !own.includes(reader)).map((reader) => ({ reader, referred: true })),
  ];
}

export interface InstructionsTold {
  /** By who reads them, as `memberName` says it. */
  readonly items: ReadonlyMap<string, readonly InstructionItem[]>;
  /** To be kept once all are told; undefined: as it was. */
  readonly told?: Told | undefined;
}

/** Of which instructions somebody is told today: whoever answers for them, then secretary and head, then those above. */
export function instructionsTold(
  remit: Remit,
  { headquarters: { secretary }, instructions, told }: HeadquartersState,
  staff: readonly StaffPerson[],
): InstructionsTold {
  const on = today(remit);
  const items = new Map<string, readonly InstructionItem[]>();
  const kept: Record<string, Told[string]> = {};
  for (const one of instructions.filter(({ state }) => state !== 'done')) {
    const { instructionId, deadline } = one;
    const before = told[instructionId];
    if (before) kept[instructionId] = before;
    const found = one.state === 'open' ? climbed(remit, one, told) : undefined;
    const rung = found?.rungs.at(-1);
    if (found === undefined || rung === undefined) continue;
    kept[instructionId] = { rung, on, ...(found.since && { since: found.since }) };
    const item = {
      ...remit.name,
      instructionId,
      due: deadline,
      overdueDays: overdueDays(remit.calendar, deadline, on),
    };
    for (const { reader, referred } of readersOf(remit, staff, secretary, one, found.rungs)) {
      const zoneId = homeOf(remit, staff, reader);
      if (zoneId !== undefined)
        items.set(reader, [...(items.get(reader) ?? []), { zoneId, ...item, ...(referred && { referred: true }) }]);
    }
  }
  return { items, ...(JSON.stringify(kept) !== JSON.stringify(told) && { told: kept }) };
}
