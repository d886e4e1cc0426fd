import { rolesAt } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { waits } from '../people/access-request.ts';
import { isAwayOn, membershipName, staffDay } from '../people/membership.ts';
import type { StaffRole } from '../reference/reference.ts';
import { openWorkOf, type InWork, type WorkPorts } from './list-work.ts';
import { colleaguesOf, deskRoles, worksIn } from './view-colleagues.ts';
import { fitsWork, nobody, type WorkLine } from './work-query.ts';

/** How much waits for somebody, how much of it is late, and since which due date at the longest. */
export interface Load {
  readonly who: string;
  readonly open: number;
  readonly late: number;
  readonly oldest: LocalDate;
}

export interface PersonLoad extends Partial<Pick<Load, 'oldest'>>, Omit<Load, 'oldest'> {
  readonly name?: string | undefined;
  readonly role?: StaffRole | undefined;
  /** The role whose absences the head of the office says (`membershipName`). */
  readonly absent?: string | undefined;
  /** Who is away today, until when, and who stands in. */
  readonly away?: { readonly until: LocalDate; readonly deputy?: string | undefined } | undefined;
}

/** What the head of an office begins the day with. */
export interface DeskView {
  readonly head: readonly WorkLine[];
  readonly ready: number;
  readonly waiting: number;
  readonly unassigned: number;
  readonly waits: readonly Load[];
  readonly people: readonly PersonLoad[];
  /** Whether the reader may give work to others. */
  readonly gives: boolean;
  /** How many ask for a role here that the reader may give. */
  readonly asking: number;
  /** False where not all of the zone's work was read. */
  readonly isWhole: boolean;
}

function loads(lines: readonly WorkLine[], whoOf: (line: WorkLine) => string): readonly Load[] {
  return [...Map.groupBy(lines, whoOf)].map(([who, those]) => ({
    who,
    open: those.length,
    late: those.filter(({ late, pausedUntil }) => late && pausedUntil === undefined).length,
    oldest: those.map(({ due }) => due).toSorted()[0] ?? '',
  }));
}

async function peopleOf(
  ports: WorkPorts,
  place: { readonly zoneId: string; readonly regionId: string },
  lines: readonly WorkLine[],
  day: LocalDate,
): Promise<readonly PersonLoad[]> {
  const staff = await ports.reference.staff(place);
  const here = staff.flatMap((one) => {
    const role = worksIn(one, place.zoneId, day);
    return role ? [{ ...one, role }] : [];
  });
  const taken = new Map(loads(lines, ({ assignee }) => assignee ?? nobody).map((one) => [one.who, one]));
  const gone = [...taken.keys()].filter((who) => who !== nobody && !here.some(({ personId }) => personId === who));
  const left = await colleaguesOf(ports, place.zoneId, gone);
  const none = { open: 0, late: 0 };
  return [
    ...here.map(({ personId, name, role }): PersonLoad => ({
      ...none,
      who: personId,
      ...taken.get(personId),
      name,
      role: role.role,
      ...(role.role === 'officer' && role.insteadOf === undefined && { absent: membershipName(role) }),
      ...(role.absence &&
        isAwayOn(role, day) && {
          away: {
            until: role.absence.until,
            deputy: staff.find((one) => one.personId === role.absence?.deputyId)?.name,
          },
        }),
    })),
    ...left.map(({ personId, name }): PersonLoad => ({ ...none, who: personId, ...taken.get(personId), name })),
  ]
    .toSorted((a, b) => b.late - a.late || b.open - a.open || (a.name ?? a.who).localeCompare(b.name ?? b.who))
    .concat([taken.get(nobody) ?? []].flat());
}

/** The desk of an office's head: fails with `not-found` for those without a role, `forbidden` for those who look after no office. */
export async function viewDesk(ports: WorkPorts, command: InWork): Promise<Result<DeskView>> {
  const read = await openWorkOf(ports, command);
  if (!read.ok) return read;
  const { context, actor, lines, next } = read.value;
  const roles = rolesAt(actor.memberships, context.zone);
  if (!roles.some((role) => deskRoles.includes(role))) return fail({ kind: 'forbidden' });
  const own = lines.filter(fitsWork({ holder: 'office' }));
  const decisions = (standing: 'ready' | 'head' | 'waiting') => own.filter(fitsWork({ standing }));
  const gives = roles.includes('head');
  const asks = gives ? await ports.reference.accessRequests({ scope: 'zone', scopeId: context.zone.zoneId }) : [];
  return ok({
    head: decisions('head'),
    ready: decisions('ready').length,
    waiting: decisions('waiting').length,
    unassigned: own.filter(fitsWork({ worker: nobody })).length,
    waits: loads(
      lines.filter(({ who }) => who !== 'office'),
      ({ who }) => who,
    ).toSorted((a, b) => b.late - a.late || b.open - a.open),
    people: await peopleOf(ports, context.zone, own, staffDay(command.now)),
    gives,
    asking: asks.filter((one) => one.role === 'officer' && waits(one, command.now)).length,
    isWhole: next === undefined,
  });
}
