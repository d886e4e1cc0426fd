import * as z from 'zod/mini';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { DateText } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { startOfConstruction } from '../stages/stage-id.ts';
import { colleaguesOf, type Colleague } from '../work/view-colleagues.ts';
import { agendaOf, AgendaSection } from './agenda.ts';
import {
  Instruction,
  instructionStandings,
  keptOn,
  memberName,
  registerFigures,
  standingOf,
  type Headquarters,
  type HeadquartersState,
  type InstructionStanding,
} from './headquarters.ts';
import { meetingDays, type MeetingDays } from './meeting-days.ts';

export type HeadquartersPorts = Pick<Ports, 'lists' | 'lines' | 'reference' | 'headquarters'>;

export interface InHeadquarters {
  /** A zone's headquarters is called as the zone. */
  readonly headquartersId: string;
  readonly actor: Actor;
  readonly now: number;
}

const pageOfStarts = 100;

/** The day on which the first plant started that did not stand when the headquarters began; taken back, it is as if it had not. */
export async function firstStart(
  { lists }: Pick<Ports, 'lists'>,
  { zoneId, begunOn }: Headquarters,
): Promise<LocalDate | undefined> {
  const starts: string[] = [];
  let after: string | undefined;
  do {
    const page = await lists.list(
      zoneId,
      { by: 'stage', stage: 'construction-started' },
      { limit: pageOfStarts, after },
    );
    starts.push(...page.entries.flatMap(({ project }) => project.actual[startOfConstruction] ?? []));
    after = page.next;
  } while (after !== undefined);
  return starts.filter((day) => day >= begunOn).toSorted()[0];
}

export interface Found {
  readonly context: ZoneContext;
  readonly state: HeadquartersState | undefined;
  /** It ends by itself: from this day on it decides nothing more. */
  readonly endedOn?: LocalDate | undefined;
}

/** A headquarters as it stands; `state` is undefined where none was begun. Not for readers: nobody is authorised here. */
export async function headquartersAt(
  ports: HeadquartersPorts,
  headquartersId: string,
  now: number,
): Promise<Found | undefined> {
  const [context, state] = await Promise.all([
    zoneContextOf(ports, headquartersId, now),
    ports.headquarters.load(headquartersId),
  ]);
  return context && { context, state, endedOn: state && (await firstStart(ports, state.headquarters)) };
}

export type Right = 'set' | 'record' | 'accept';

/** The head and headquarters set it up; they and the secretary keep the protocol; the secretary accepts, except what they answer for themselves. */
export function rightsIn({ state, context }: Found, actor: Actor, instruction?: Instruction): ReadonlySet<Right> {
  const roles = actor.kind === 'staff' ? rolesAt(actor.memberships, context.zone) : [];
  const leads = roles.includes('head') || roles.includes('headquarters');
  const personId = actor.kind === 'staff' && roles.length > 0 ? actor.personId : undefined;
  const isSecretary = personId !== undefined && state?.headquarters.secretary === personId;
  const ofSecretary =
    instruction && memberName(instruction.responsible) === `staff:${state?.headquarters.secretary ?? ''}`;
  return new Set<Right>([
    ...(leads ? (['set'] as const) : []),
    ...(leads || isSecretary ? (['record'] as const) : []),
    ...((ofSecretary ? leads && !isSecretary : isSecretary) ? (['accept'] as const) : []),
  ]);
}

/** Whoever answers for it brings evidence, and the office for them: a party's contact has no account. */
export function mayGiveEvidence({ context }: Found, actor: Actor, { responsible }: Instruction): boolean {
  if (actor.kind !== 'staff') return false;
  const roles = rolesAt(actor.memberships, context.zone);
  const isOwn = roles.length > 0 && memberName(responsible) === `staff:${actor.personId}`;
  return isOwn || roles.some((role) => role === 'officer' || role === 'head' || role === 'headquarters');
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

/** For everybody with a role at the zone; to others it does not exist (`not-found`). */
export async function viewHeadquarters(
  ports: HeadquartersPorts,
  { headquartersId, actor, now }: InHeadquarters,
): Promise<Result<HeadquartersView>> {
  const found = await headquartersAt(ports, headquartersId, now);
  if (found === undefined || actor.kind !== 'staff' || rolesAt(actor.memberships, found.context.zone).length === 0)
    return fail({ kind: 'not-found' });
  const { context, state } = found;
  const staff = await ports.reference.staff(context.zone);
  const day = today(context);
  return ok({
    ...found,
    today: day,
    meetings: state && meetingDays(state.headquarters, context.calendar, day),
    staff: staff.map(({ personId, name, memberships }) => ({
      personId,
      name,
      role: rolesAt(memberships, context.zone)[0],
    })),
    people: state ? await colleaguesOf(ports, context.zone.zoneId, named(state)) : [],
  });
}

export const AgendaView = z.object({
  headquartersId: z.string(),
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
  {
    context,
    state,
    endedOn,
    today: day,
    meetings,
  }: Pick<HeadquartersView, 'context' | 'state' | 'endedOn' | 'today' | 'meetings'>,
): Promise<AgendaView | undefined> {
  if (state === undefined || meetings === undefined) return undefined;
  const { headquartersId, time, begunOn } = state.headquarters;
  const since = meetings.last ?? begunOn;
  const until = endedOn === undefined ? meetings.following : addDays(day, 7);
  return {
    headquartersId,
    ...(endedOn === undefined ? { meetingOn: meetings.next } : { endedOn }),
    time,
    since,
    until,
    sections: [...(await agendaOf(ports, { contexts: [context], instructions: state.instructions, since, until }))],
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
  headquartersId: z.string(),
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

/** The register of a zone as data. Fails with `not-found` for those without a role there and where no headquarters was begun. */
export async function listInstructions(
  ports: HeadquartersPorts,
  { query, ...command }: InHeadquarters & { readonly query: RegisterQuery },
): Promise<Result<z.infer<typeof RegisterView>>> {
  const viewed = await viewHeadquarters(ports, command);
  if (!viewed.ok) return viewed;
  if (viewed.value.state === undefined) return fail({ kind: 'not-found' });
  const { figures, instructions } = registerOf(viewed.value, query);
  return ok({
    headquartersId: command.headquartersId,
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
