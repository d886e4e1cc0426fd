import * as z from 'zod/mini';
import { DateText, Identifier, Instant, paragraph } from '../kernel/common.ts';
import { ProjectName } from '../project/project.ts';
import type { LocalDate } from '../calendar/local-date.ts';

/** Who sits in it or answers for an instruction: somebody of the staff, or the contact of a party. */
export const Member = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), personId: z.string().check(z.minLength(1), z.maxLength(128)) }),
  z.object({ kind: z.literal('party'), partyId: Identifier }),
]);
export type Member = z.infer<typeof Member>;

/** A member as one text: `staff:head`, `party:aqtobe-power`. */
export const memberName = (member: Member): string =>
  member.kind === 'staff' ? `staff:${member.personId}` : `party:${member.partyId}`;

export function memberOf(name: string): Member | undefined {
  const [kind, ...rest] = name.split(':');
  const id = rest.join(':');
  const read = Member.safeParse(kind === 'staff' ? { kind, personId: id } : { kind, partyId: id });
  return read.success ? read.data : undefined;
}

const setting = {
  members: z.array(Member).check(z.minLength(1), z.maxLength(40)),
  /** Of the staff: accepts evidence, keeps the protocol. */
  secretary: z.string().check(z.minLength(1), z.maxLength(128)),
  /** 1 for Monday to 5 for Friday. */
  weekday: z.int().check(z.minimum(1), z.maximum(5)),
  /** In zone time. */
  time: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  begunOn: DateText,
};

/** A headquarters is called as its zone, or where it says so as its region. */
export const HeadquartersName = z.object({ headquartersId: Identifier, scope: z.optional(z.literal('region')) });
export type HeadquartersName = z.infer<typeof HeadquartersName>;

/** The one that is asked for by `zone` or by `region`; undefined where neither is named, or both are. */
export function headquartersNamed(zone?: string | null, region?: string | null): HeadquartersName | undefined {
  if (zone && region) return undefined;
  if (region) return { headquartersId: region, scope: 'region' };
  return zone ? { headquartersId: zone } : undefined;
}

/** Meets every week until the first plant of each of its zones starts; when it ended follows from the projects and is not stored. `version`: the number of entries in its log. */
export const Headquarters = z.object({ ...HeadquartersName.shape, ...setting, version: z.int() });
export type Headquarters = z.infer<typeof Headquarters>;

/** Of an instruction, in order. `on`: the day in zone time. */
const Said = z.object({
  as: z.enum(['evidence', 'refusal', 'acceptance']),
  text: z.optional(z.string()),
  at: Instant,
  on: DateText,
  by: z.string(),
});

export const Instruction = z.object({
  instructionId: Identifier,
  number: z.int(),
  meetingOn: DateText,
  text: z.string(),
  responsible: Member,
  deadline: DateText,
  project: z.optional(ProjectName),
  state: z.enum(['open', 'evidence', 'done']),
  givenAt: Instant,
  givenBy: z.string(),
  said: z.array(Said),
});
export type Instruction = z.infer<typeof Instruction>;

/** What was decided on a day; its instructions name the day. */
export const Meeting = z.object({
  on: DateText,
  decisions: z.array(z.object({ text: z.string(), at: Instant, by: z.string() })),
});
export type Meeting = z.infer<typeof Meeting>;

/** An entry of its log: ids alone, the words lie in what it is about. */
export const HeadquartersEvent = z.object({
  sequence: z.int(),
  at: Instant,
  by: z.string(),
  what: z.enum(['begun', 'changed', 'decided', 'instructed', 'evidence-given', 'accepted', 'refused']),
  /** The day of a meeting or the id of an instruction. */
  about: z.optional(z.string()),
});
export type HeadquartersEvent = z.infer<typeof HeadquartersEvent>;

const rungs = ['given', 'soon', 'last-day', 'past-due', 'secretary', 'leadership'] as const;
export type Rung = (typeof rungs)[number];
/** How far an instruction was told, by its id, and on which day; `since`: how far before that day. */
export const Told = z.record(
  z.string(),
  z.object({ rung: z.enum(rungs), on: DateText, since: z.optional(z.enum(rungs)) }),
);
export type Told = z.infer<typeof Told>;

/** Instructions by number, meetings by day. */
export interface HeadquartersState {
  readonly headquarters: Headquarters;
  readonly instructions: readonly Instruction[];
  readonly meetings: readonly Meeting[];
  readonly told: Told;
}

/** All that is written at once; `event.sequence` is the version, one above the one it was made upon. */
export interface HeadquartersChange {
  readonly headquarters: Headquarters;
  readonly event: HeadquartersEvent;
  readonly instruction?: Instruction | undefined;
  readonly meeting?: Meeting | undefined;
}

export interface HeadquartersStore {
  readonly load: (name: HeadquartersName) => Promise<HeadquartersState | undefined>;
  /** `conflict`: it was changed since it was loaded; nothing is written. */
  readonly commit: (change: HeadquartersChange) => Promise<'committed' | 'conflict'>;
  /** Keeps what was told of its instructions, in place of what was kept before; it is no change. */
  readonly tell: (name: HeadquartersName, told: Told) => Promise<void>;
}

const text = paragraph(2000);
const Numbered = z.object({ instructionId: Identifier });

/** What is done with a headquarters. `begunOn` is taken when it begins and stays. */
export const HeadquartersRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('set'), ...setting }),
  z.object({ action: z.literal('decide'), on: DateText, text }),
  z.object({
    action: z.literal('instruct'),
    on: DateText,
    text,
    responsible: Member,
    deadline: DateText,
    /** A project's number. */
    project: z.optional(z.string().check(z.maxLength(40))),
  }),
  z.object({ action: z.literal('give-evidence'), ...Numbered.shape, text }),
  z.object({ action: z.literal('accept'), ...Numbered.shape }),
  z.object({ action: z.literal('refuse'), ...Numbered.shape, text }),
]);
export type HeadquartersRequest = z.infer<typeof HeadquartersRequest>;

export const instructionStandings = ['open', 'past-due', 'evidence', 'kept-in-time', 'kept-late'] as const;
export type InstructionStanding = (typeof instructionStandings)[number];

/** The day on which what was accepted, or waits to be, was given. */
export const keptOn = ({ state, said }: Instruction): LocalDate | undefined =>
  state === 'open' ? undefined : said.findLast(({ as }) => as === 'evidence')?.on;

/** Kept when the evidence that holds was given, not when the secretary looked at it. */
export function standingOf(instruction: Instruction, day: LocalDate): InstructionStanding {
  const { state, deadline } = instruction;
  if (state === 'done') return (keptOn(instruction) ?? deadline) <= deadline ? 'kept-in-time' : 'kept-late';
  if (state === 'evidence') return 'evidence';
  return deadline < day ? 'past-due' : 'open';
}

export interface RegisterFigures {
  readonly keptInTime: number;
  readonly keptLate: number;
  /** Not accepted yet, past due or not. */
  readonly open: number;
  readonly pastDue: number;
}

export function registerFigures(instructions: readonly Instruction[], day: LocalDate): RegisterFigures {
  const all = instructions.map((one) => standingOf(one, day));
  const count = (...those: readonly InstructionStanding[]) => all.filter((one) => those.includes(one)).length;
  return {
    keptInTime: count('kept-in-time'),
    keptLate: count('kept-late'),
    open: count('open', 'past-due', 'evidence'),
    pastDue: count('past-due'),
  };
}
