import * as z from 'zod/mini';
import { CalendarOverride } from '../calendar/calendar-override.ts';
import { Country, DateText, Email, Identifier, Instant, Language, languages, Utility } from '../kernel/common.ts';
import { LineReport } from '../project/project-action.ts';

/** One name in each language. */
export const Names = z.record(z.enum(languages), z.string());
export type Names = z.infer<typeof Names>;

/** An investment forum at which a zone's letters of intent are handed in. */
export const Forum = z.object({ forumId: Identifier, names: Names, firstDay: DateText, lastDay: DateText });
export type Forum = z.infer<typeof Forum>;

/** A special economic zone (or industrial zone): whose calendar counts, who answers for it. */
export const Zone = z.object({
  zoneId: Identifier,
  regionId: Identifier,
  country: Country,
  /** Three letters that begin each project number. */
  code: z.string().check(z.regex(/^[A-Z]{3}$/)),
  names: Names,
  /** The zone's own mailbox: Reply-To of every notice, and where the office gets its own. */
  mailbox: Email,
  language: Language,
  overrides: z.array(CalendarOverride),
  forums: z.array(Forum),
  /** How often an administrator has changed it; absent in what was never changed. */
  version: z.optional(z.int()),
});
export type Zone = z.infer<typeof Zone>;

export const partyKinds = [
  'council-secretary',
  'land-department',
  'architecture',
  'expertise-body',
  'bank',
  'power',
  'gas',
  'water',
  'sewerage',
  'heat',
  'telecom',
  'road',
  'rail',
] as const;
export const PartyKind = z.enum(partyKinds);
export type PartyKind = z.infer<typeof PartyKind>;

/** A responsible organisation of a zone. */
export const Party = z.object({
  partyId: Identifier,
  zoneId: Identifier,
  kind: PartyKind,
  names: Names,
  email: Email,
  language: Language,
  /** Local date since which it is asked nothing more; its name stays for what it answered. */
  endedOn: z.optional(DateText),
  version: z.optional(z.int()),
  /** How often its address became another; 0 when absent. Links that went to an earlier one no longer open. */
  addressVersion: z.optional(z.int()),
});
export type Party = z.infer<typeof Party>;

/** One utility line of a zone, as far as stage 6 asks. */
export const ZoneLine = z.object({
  zoneId: Identifier,
  utility: Utility,
  report: LineReport,
  reportedOn: DateText,
  /** Staff by their subject; absent in what an administrator brought in. */
  reportedBy: z.optional(z.string()),
});
export type ZoneLine = z.infer<typeof ZoneLine>;

const statedUnits = ['count', 'hectares', 'KZT', 'UZS'] as const;
/** What of the projects in the table stands beside a stated figure. */
const statedBeside = ['projects', 'investment', 'jobs'] as const;

/**
 * A figure that a published source states of a zone, with the parts it names. What the parts leave unexplained is computed, never
 * stated. Money in whole units of its currency.
 */
export const Stated = z.object({
  statedId: Identifier,
  zoneId: Identifier,
  names: Names,
  unit: z.enum(statedUnits),
  total: z.number().check(z.nonnegative()),
  /** The source says "more than". */
  atLeast: z.boolean(),
  parts: z.array(z.object({ names: Names, amount: z.number().check(z.nonnegative()) })),
  year: z.int().check(z.minimum(1990), z.maximum(2100)),
  source: Names,
  beside: z.optional(z.enum(statedBeside)),
});
export type Stated = z.infer<typeof Stated>;

export const staffRoles = ['officer', 'head', 'headquarters', 'leadership', 'administrator'] as const;
export const StaffRole = z.enum(staffRoles);
export type StaffRole = z.infer<typeof StaffRole>;

const scopes = ['zone', 'region'] as const;
/** A place that has staff of its own. */
export const Scope = z.object({ scope: z.enum(scopes), scopeId: Identifier });
export type Scope = z.infer<typeof Scope>;

/** Person × zone or region × role, from day to day (both included, zone time); without days it holds until it is ended. */
export const Membership = z.object({
  personId: z.string(),
  ...Scope.shape,
  role: StaffRole,
  from: z.optional(DateText),
  until: z.optional(DateText),
  /** Whose role this is: the person only stands in for them. */
  insteadOf: z.optional(z.string()),
  /** Real time of the gift: it counts for whoever signs in from then on. Absent in what was given before that was told. */
  givenAt: z.optional(Instant),
  /** While its holder is away somebody stands in. */
  absence: z.optional(z.object({ from: DateText, until: DateText, deputyId: z.string() })),
});
export type Membership = z.infer<typeof Membership>;

/** A member of a zone's staff as lists and the daily digest need it. */
export const StaffPerson = z.object({
  personId: z.string(),
  name: z.optional(z.string()),
  email: Email,
  language: Language,
  memberships: z.array(Membership),
});
export type StaffPerson = z.infer<typeof StaffPerson>;

/** Somebody of the staff with all their roles. `version` counts the changes of both. */
export const Person = z.object({
  personId: z.string(),
  name: z.string(),
  email: Email,
  language: Language,
  version: z.int(),
  /** Whether an account of the issuer has found them. */
  signedIn: z.boolean(),
  memberships: z.array(Membership),
});
export type Person = z.infer<typeof Person>;

/** Somebody who is known under an address, as an administrator of other places may see them: roles elsewhere are counted, not told. */
export const KnownPerson = z.object({ ...z.omit(Person, { language: true }).shape, elsewhere: z.int() });
export type KnownPerson = z.infer<typeof KnownPerson>;
