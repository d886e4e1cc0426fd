import * as z from 'zod/mini';
import type { Actor } from '../kernel/actor.ts';
import { DateText } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { today } from '../project/zone-context.ts';
import { staffRoles, type StaffRole } from '../reference/reference.ts';
import { colleaguesOf, type Colleague } from '../work/view-colleagues.ts';
import { agendaOf, AgendaSection } from './agenda.ts';
import {
  HeadquartersName,
  Instruction,
  instructionStandings,
  keptOn,
  memberName,
  registerFigures,
  standingOf,
  type HeadquartersState,
  type InstructionStanding,
} from './headquarters.ts';
import { meetingDays, type MeetingDays } from './meeting-days.ts';
import { endOf, remitOf, rolesIn, staffIn, type Remit } from './remit.ts';

export type HeadquartersPorts = Pick<Ports, 'lists' | 'lines' | 'reference' | 'headquarters'>;

type StaffActor = Extract<Actor, { kind: 'staff' }>;

export interface InHeadquarters extends HeadquartersName {
  readonly actor: Actor;
  readonly now: number;
}

export interface Found extends Remit {
  readonly state: HeadquartersState | undefined;
  /** It ends by itself: from this day on it decides nothing more. */
  readonly endedOn?: LocalDate | undefined;
}

/** A headquarters as it stands; `state` is undefined where none was begun. Not for readers: nobody is authorised here. */
export async function headquartersAt(
  ports: HeadquartersPorts,
  name: HeadquartersName,
  now: number,
): Promise<Found | undefined> {
  const [remit, state] = await Promise.all([remitOf(ports, name, now), ports.headquarters.load(name)]);
  return remit && { ...remit, state, endedOn: state && (await endOf(ports, remit, state.headquarters)) };
}

export type Right = 'set' | 'record' | 'accept';

/** Whoever sits in one, keeps its protocol or answers for an instruction reads it beside these; `brings`: evidence of others. */
const ranks: Readonly<
  Record<'zone' | 'region', Readonly<Record<'reads' | 'sets' | 'records' | 'brings', readonly StaffRole[]>>>
> = {
  zone: {
    reads: staffRoles,
    sets: ['head', 'headquarters'],
    records: ['head', 'headquarters'],
    brings: ['officer', 'head', 'headquarters'],
  },
  region: {
    reads: ['head', 'headquarters', 'leadership'],
    sets: ['headquarters', 'leadership'],
    records: ['head', 'headquarters', 'leadership'],
    brings: ['head', 'headquarters', 'leadership'],
  },
};

const isIn = (found: Remit, { memberships }: StaffActor, rank: keyof (typeof ranks)['zone']): boolean =>
  rolesIn(found, memberships).some((role) => ranks[found.name.scope ?? 'zone'][rank].includes(role));

/** Whether somebody reads the headquarters of the region of these zones by their role there. */
export const readsRegion = (found: Remit, actor: StaffActor): boolean =>
  isIn({ ...found, name: { headquartersId: found.contexts[0].zone.regionId, scope: 'region' } }, actor, 'reads');

/** The secretary keeps the protocol too, and accepts evidence, except of what they answer for themselves. */
export function rightsIn(found: Found, actor: Actor, instruction?: Instruction): ReadonlySet<Right> {
  if (actor.kind !== 'staff' || rolesIn(found, actor.memberships).length === 0) return new Set();
  const { secretary } = found.state?.headquarters ?? {};
  const records = isIn(found, actor, 'records');
  const isSecretary = secretary === actor.personId;
  const ofSecretary = instruction && memberName(instruction.responsible) === `staff:${secretary ?? ''}`;
  return new Set<Right>([
    ...(isIn(found, actor, 'sets') ? (['set'] as const) : []),
    ...(records || isSecretary ? (['record'] as const) : []),
    ...((ofSecretary ? records && !isSecretary : isSecretary) ? (['accept'] as const) : []),
  ]);
}

/** Whoever answers for it brings evidence, and the office for them: a party's contact has no account. */
export function mayGiveEvidence(found: Found, actor: Actor, { responsible }: Instruction): boolean {
  if (actor.kind !== 'staff' || rolesIn(found, actor.memberships).length === 0) return false;
  return memberName(responsible) === `staff:${actor.personId}` || isIn(found, actor, 'brings');
}

/** A headquarters for whoever may read it. Fails with `not-found` (no role in its zones), `forbidden`. */
export async function headquartersFor(
  ports: HeadquartersPorts,
  { actor, now, ...name }: InHeadquarters,
): Promise<Result<Found>> {
  const found = await headquartersAt(ports, name, now);
  if (found === undefined || actor.kind !== 'staff' || rolesIn(found, actor.memberships).length === 0)
    return fail({ kind: 'not-found' });
  const { headquarters, instructions = [] } = found.state ?? {};
  const named = [
    `staff:${headquarters?.secretary ?? ''}`,
    ...[...(headquarters?.members ?? []), ...instructions.map(({ responsible }) => responsible)].map(memberName),
  ];
  return isIn(found, actor, 'reads') || named.includes(`staff:${actor.personId}`)
    ? ok(found)
    : fail({ kind: 'forbidden' });
}

export interface HeadquartersView extends Found {
  readonly today: LocalDate;
  readonly meetings?: MeetingDays | undefined;
  /** Everybody of the staff who can sit in it. */
  readonly staff: readonly Colleague[];
  /** Those named in it, also who has left. */
  readonly people: readonly Colleague[];
}

const named = ({ headquarters, instructions, meetings }: HeadquartersState): readonly string[] => [
  headquarters.secretary,
  ...headquarters.members.flatMap((one) => (one.kind === 'staff' ? [one.personId] : [])),
  ...instructions.flatMap(({ responsible, said, givenBy }) => [
    ...(responsible.kind === 'staff' ? [responsible.personId] : []),
    ...said.map(({ by }) => by),
    givenBy,
  ]),
  ...meetings.flatMap(({ decisions }) => decisions.map(({ by }) => by)),
];

/** For whoever may read it. Fails as `headquartersFor`. */
export async function viewHeadquarters(
  ports: HeadquartersPorts,
  command: InHeadquarters,
): Promise<Result<HeadquartersView>> {
  const read = await headquartersFor(ports, command);
  if (!read.ok) return read;
  const { state, calendar, contexts } = read.value;
  const staff = await staffIn(ports, read.value);
  const day = today(read.value);
  const people = await Promise.all(
    contexts.map(({ zone }) => (state ? colleaguesOf(ports, zone.zoneId, named(state)) : [])),
  );
  return ok({
    ...read.value,
    today: day,
    meetings: state && meetingDays(state.headquarters, calendar, day),
    staff: staff.map(({ personId, name, memberships }) => ({
      personId,
      name,
      role: rolesIn(read.value, memberships)[0],
    })),
    people: people.flat().toSorted((a, b) => Number(a.role === undefined) - Number(b.role === undefined)),
  });
}

export const AgendaView = z.object({
  ...HeadquartersName.shape,
  /** The meeting it is for; none where the headquarters has ended. */
  meetingOn: z.optional(DateText),
  /** In zone time. */
  time: z.string(),
  since: DateText,
  until: DateText,
  endedOn: z.optional(DateText),
  sections: z.array(AgendaSection),
});
export type AgendaView = z.infer<typeof AgendaView>;

export async function agendaIn(
  ports: HeadquartersPorts,
  view: Omit<HeadquartersView, 'staff' | 'people'>,
): Promise<AgendaView | undefined> {
  const { name, now, calendar, contexts, state, endedOn, today: day, meetings } = view;
  if (state === undefined || meetings === undefined) return undefined;
  const { time, begunOn } = state.headquarters;
  const since = meetings.last ?? begunOn;
  const until = endedOn === undefined ? meetings.following : addDays(day, 7);
  const { instructions } = state;
  return {
    ...name,
    ...(endedOn === undefined ? { meetingOn: meetings.next } : { endedOn }),
    time,
    since,
    until,
    sections: [...(await agendaOf(ports, { now, calendar, contexts, instructions, since, until }))],
  };
}

/** The agenda of the next meeting. Fails with `not-found` also where no headquarters was begun. */
export async function viewAgenda(ports: HeadquartersPorts, command: InHeadquarters): Promise<Result<AgendaView>> {
  const viewed = await viewHeadquarters(ports, command);
  if (!viewed.ok) return viewed;
  const agenda = await agendaIn(ports, viewed.value);
  return agenda ? ok(agenda) : fail({ kind: 'not-found' });
}

const InstructionView = z.object({
  ...z.omit(Instruction, { said: true }).shape,
  standing: z.enum(instructionStandings),
  /** When the evidence that holds was given. */
  keptOn: z.optional(DateText),
});
export const RegisterView = z.object({
  ...HeadquartersName.shape,
  figures: z.object({ keptInTime: z.int(), keptLate: z.int(), open: z.int(), pastDue: z.int() }),
  instructions: z.array(InstructionView),
});

/** Which instructions of a register; `person` is a member (`memberName`). */
export interface RegisterQuery {
  readonly person?: string | undefined;
  readonly standing?: InstructionStanding | undefined;
}

/** Those that fit, the earliest deadline first, and the figures of all of that person's or everybody's. */
export function registerOf(
  { state, today: day }: Pick<HeadquartersView, 'state' | 'today'>,
  { person, standing }: RegisterQuery,
) {
  const theirs = (state?.instructions ?? []).filter(
    ({ responsible }) => person === undefined || memberName(responsible) === person,
  );
  return {
    figures: registerFigures(theirs, day),
    instructions: theirs
      .filter((one) => standing === undefined || standingOf(one, day) === standing)
      .toSorted((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : a.number - b.number)),
  };
}

/** The register as data. Fails as `headquartersFor`, with `not-found` also where no headquarters was begun. */
export async function listInstructions(
  ports: HeadquartersPorts,
  { query, ...command }: InHeadquarters & { readonly query: RegisterQuery },
): Promise<Result<z.infer<typeof RegisterView>>> {
  const viewed = await viewHeadquarters(ports, command);
  if (!viewed.ok) return viewed;
  if (viewed.value.state === undefined) return fail({ kind: 'not-found' });
  const { figures, instructions } = registerOf(viewed.value, query);
  return ok({
    ...viewed.value.name,
    figures,
    instructions: instructions.map((instruction) => {
      const { said: _, ...one } = instruction;
      const kept = keptOn(instruction);
      return {
        ...one,
        standing: standingOf(instruction, viewed.value.today),
        ...(kept !== undefined && { keptOn: kept }),
      };
    }),
  });
}
