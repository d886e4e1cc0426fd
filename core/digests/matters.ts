import { overdueDays } from '../calendar/clock-pause.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { rolesAt } from '../kernel/actor.ts';
import type { Matter } from '../notices/outbox.ts';
import type { Obstacle } from '../obstacles/obstacle.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { StaffPerson, StaffRole } from '../reference/reference.ts';
import type { FollowUp } from '../work/follow-ups.ts';
import { candidatesOf } from '../road-map/people.ts';

/** Working days before its day from which an obstacle of the zone is told (ours). */
const remindBefore = 3;

export interface MattersAsked {
  readonly staff: readonly StaffPerson[];
  /** Open obstacles of the zone's projects. */
  readonly obstacles: readonly { readonly projectId: string; readonly number: string; readonly obstacle: Obstacle }[];
  /** Projects that nobody has verified for long; counted on the first working day of a week. */
  readonly stale: number;
  /** Of the zone, not done. */
  readonly followUps: readonly FollowUp[];
  readonly hash: (text: string) => string;
}

const weekday = (day: LocalDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The first day of a week on which anybody works there. */
export function beginsWeek(context: Pick<ZoneContext, 'now' | 'calendar'>): boolean {
  const day = today(context);
  return context.calendar.isWorkingDay(day) && weekday(addWorkingDays(context.calendar, day, -1)) >= weekday(day);
}

type Told = readonly (readonly [reader: string, matter: Matter])[];

/** The office each day, whoever is above it once, and the party that has it when it came, the day before and the day after its day. */
function ofZoneObstacles(context: ZoneContext, readers: (role: StaffRole) => readonly string[]): Told {
  const { calendar, zone, zoneObstacles } = context;
  const on = today(context);
  return zoneObstacles.flatMap(({ obstacle }): Told => {
    const { obstacleId, about, due, owner, ownedSince, told } = obstacle;
    const left = due === undefined ? undefined : workingDaysBetween(calendar, on, due);
    const late = due === undefined ? 0 : overdueDays(calendar, due, on);
    const cameIn = localDateOf(ownedSince, calendar.offsetMinutes) >= addWorkingDays(calendar, on, -1);
    const matter: Matter = {
      ...{ kind: 'zone-obstacle', zoneId: zone.zoneId, obstacleId, about },
      ...(due !== undefined && { due }),
      overdueDays: late,
    };
    const isNear = late > 0 || (left !== undefined && left <= remindBefore);
    const toParty = owner.kind === 'party' && (cameIn || late === 1 || (late === 0 && left === 1));
    return [
      ...(isNear ? readers('officer') : []),
      ...(told?.on === on ? readers(told.rung) : []),
      ...(toParty ? [`party:${owner.partyId}`] : []),
    ].map((reader) => [reader, matter]);
  });
}

/** Whoever answered for it has left the office, or the party has another address: its head names somebody else. */
function ofNobody(context: ZoneContext, { staff, obstacles, hash }: MattersAsked, heads: readonly string[]): Told {
  const { zoneId } = context.zone;
  const here = new Set(candidatesOf({}, context, staff, hash).map(({ person }) => person));
  const isGone = ({ person, state }: Obstacle): boolean =>
    state === 'open' && person !== undefined && /^(staff|party):/.test(person) && !here.has(person);
  const gone: readonly Matter[] = [
    ...context.zoneObstacles
      .filter(({ obstacle }) => isGone(obstacle))
      .map(({ obstacle: { obstacleId, about } }) => ({ kind: 'nobody-answers' as const, zoneId, obstacleId, about })),
    ...obstacles
      .filter(({ obstacle }) => isGone(obstacle))
      .map(({ projectId, number, obstacle: { obstacleId, about } }) => ({
        ...{ kind: 'nobody-answers' as const, zoneId, projectId, number, obstacleId, about },
      })),
  ];
  return heads.flatMap((reader) => gone.map((matter) => [reader, matter] as const));
}

/** On its day and after it, until it is done or moved, to whoever does it; who is here no longer leaves it to the head. */
function ofFollowUps(context: ZoneContext, { staff, followUps }: MattersAsked, heads: readonly string[]): Told {
  const here = new Set(staff.map(({ personId }) => personId));
  return followUps
    .filter(({ on }) => on <= today(context))
    .flatMap(({ zoneId, projectId, followUpId, number, on, who }) => {
      const matter: Matter = { kind: 'follow-up', zoneId, projectId, followUpId, number, due: on };
      return (here.has(who) ? [`staff:${who}`] : heads).map((reader) => [reader, matter] as const);
    });
}

/** What is told in a digest beside assignments, by who reads of it (`staff:` or `party:` and an id). */
export function mattersOf(context: ZoneContext, asked: MattersAsked): ReadonlyMap<string, readonly Matter[]> {
  const readers = (role: StaffRole): readonly string[] =>
    asked.staff
      .filter(({ memberships }) => rolesAt(memberships, context.zone).includes(role))
      .map(({ personId }) => `staff:${personId}`);
  const { zoneId } = context.zone;
  const office = [...new Set([...readers('officer'), ...readers('head')])];
  const isTold = asked.stale > 0 && beginsWeek(context);
  const told: Told = [
    ...ofZoneObstacles(context, readers),
    ...ofNobody(context, asked, readers('head')),
    ...ofFollowUps(context, asked, readers('head')),
    ...(isTold ? office.map((reader) => [reader, { kind: 'stale', zoneId, projects: asked.stale }] as const) : []),
  ];
  const all = new Map<string, Matter[]>();
  for (const [reader, matter] of told) {
    const known = all.get(reader) ?? [];
    if (!known.includes(matter)) all.set(reader, [...known, matter]);
  }
  return all;
}
