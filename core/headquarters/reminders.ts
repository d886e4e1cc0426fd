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
import { memberName, type HeadquartersState, type Instruction, type Rung, type Told } from './headquarters.ts';

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
  { calendar, ...context }: ZoneContext,
  { deadline, givenAt, instructionId }: Instruction,
  told: Told,
): { readonly rungs: readonly Rung[]; readonly since: Rung | undefined } | undefined {
  const on = today({ calendar, ...context });
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

const presentAt = ({ zone }: ZoneContext, memberships: readonly Membership[], on: LocalDate): readonly Membership[] =>
  memberships.filter(
    (one) =>
      one.scopeId === (one.scope === 'zone' ? zone.zoneId : zone.regionId) && holdsOn(one, on) && !isAwayOn(one, on),
  );

/** Somebody of the staff; while they are away who stands in for them; nobody when they have left. */
function reachable(context: ZoneContext, staff: readonly StaffPerson[], personId: string): readonly string[] {
  const on = today(context);
  const person = staff.find((one) => one.personId === personId);
  if (person === undefined || presentAt(context, person.memberships, on).length > 0) return person ? [personId] : [];
  return person.memberships.flatMap((one) => (isAwayOn(one, on) && one.absence ? [one.absence.deputyId] : []));
}

const holders = (context: ZoneContext, staff: readonly StaffPerson[], roles: readonly StaffRole[]): readonly string[] =>
  staff
    .filter(({ memberships }) =>
      rolesAt(presentAt(context, memberships, today(context)), context.zone).some((role) => roles.includes(role)),
    )
    .map(({ personId }) => personId);

function readersOf(
  context: ZoneContext,
  staff: readonly StaffPerson[],
  secretary: string,
  { responsible }: Instruction,
  rungs: readonly Rung[],
): readonly { readonly reader: string; readonly referred: boolean }[] {
  const own =
    responsible.kind === 'staff'
      ? reachable(context, staff, responsible.personId).map((id) => `staff:${id}`)
      : context.parties.some(({ partyId, endedOn }) => partyId === responsible.partyId && endedOn === undefined)
        ? [memberName(responsible)]
        : [];
  const above = [
    ...(rungs.includes('secretary')
      ? [...reachable(context, staff, secretary), ...holders(context, staff, ['head'])]
      : []),
    ...(rungs.includes('leadership') ? holders(context, staff, ['headquarters', 'leadership']) : []),
  ].map((id) => `staff:${id}`);
  const isOwnToo = rungs.some((rung) => placeOf(rung) < placeOf('secretary'));
  return [
    ...(isOwnToo ? own : []).map((reader) => ({ reader, referred: false })),
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
  context: ZoneContext,
  { headquarters: { headquartersId, secretary }, instructions, told }: HeadquartersState,
  staff: readonly StaffPerson[],
): InstructionsTold {
  const on = today(context);
  const items = new Map<string, readonly InstructionItem[]>();
  const kept: Record<string, Told[string]> = {};
  for (const one of instructions.filter(({ state }) => state !== 'done')) {
    const { instructionId, deadline } = one;
    const before = told[instructionId];
    if (before) kept[instructionId] = before;
    const found = one.state === 'open' ? climbed(context, one, told) : undefined;
    const rung = found?.rungs.at(-1);
    if (found === undefined || rung === undefined) continue;
    kept[instructionId] = { rung, on, ...(found.since && { since: found.since }) };
    const item = {
      zoneId: context.zone.zoneId,
      headquartersId,
      instructionId,
      due: deadline,
      overdueDays: overdueDays(context.calendar, deadline, on),
    };
    for (const { reader, referred } of readersOf(context, staff, secretary, one, found.rungs))
      items.set(reader, [...(items.get(reader) ?? []), { ...item, ...(referred && { referred: true }) }]);
  }
  return { items, ...(JSON.stringify(kept) !== JSON.stringify(told) && { told: kept }) };
}
