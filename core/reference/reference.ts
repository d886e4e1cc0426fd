import * as z from 'zod/mini';
import { CalendarOverride } from '../calendar/calendar-override.ts';
import { Country, DateText, Email, Identifier, Instant, Language, languages, line, Utility } from '../kernel/common.ts';
import { LineReport } from '../project/project-action.ts';
import { zoneTypes } from './zone-type.ts';

/** The languages in which words are written; Uzbek in Latin letters is computed from its Cyrillic ones. */
export const writtenLanguages = ['kk', 'ru', 'en', 'uz-cyrl'] as const satisfies readonly Language[];

export const Names = z.record(z.enum(languages), z.string());
export type Names = z.infer<typeof Names>;

export const Forum = z.object({ forumId: Identifier, names: Names, firstDay: DateText, lastDay: DateText });
export type Forum = z.infer<typeof Forum>;

/** What a zone leaves out of a stage from a day on: kinds of assignments and documents; a stage that runs keeps what it asked when it began. `source`: by which practice it asks for what no law of its type does. */
export const AskedVersion = z.object({
  stage: z.string(),
  effectiveFrom: DateText,
  without: z.array(z.string()),
  source: z.optional(z.string()),
});
export type AskedVersion = z.infer<typeof AskedVersion>;

const Phone = z.string().check(z.trim(), z.regex(/^\+?\d[\d ()-]{4,30}$/));

/** How an office is reached beside its mailbox. Hours are those of working days, in zone time: '09:00–13:00, 14:00–18:00'. */
export const Office = z.object({
  phone: z.optional(Phone),
  hours: z.optional(
    z.string().check(
      z.overwrite((text) => text.trim().replace(/\s*[-–]\s*/g, '–')),
      z.regex(
        /^([01]?\d|2[0-3]):[0-5]\d–([01]?\d|2[0-3]):[0-5]\d(, ?([01]?\d|2[0-3]):[0-5]\d–([01]?\d|2[0-3]):[0-5]\d)?$/,
      ),
    ),
  ),
  address: z.optional(z.partialRecord(z.enum(languages), line(200))),
});
export type Office = z.infer<typeof Office>;

/** Whom outsiders turn to: the zone's name, its mailbox, and how else its office is reached. */
export const OfficeContact = z.object({
  names: Names,
  mailbox: Email,
  language: Language,
  ...Office.shape,
  /** Who of the office is there for this investor, by name. */
  companion: z.optional(z.string()),
});
export type OfficeContact = z.infer<typeof OfficeContact>;

export const Zone = z.object({
  zoneId: Identifier,
  regionId: Identifier,
  country: Country,
  code: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** By which law it is a zone, from which day on; absent in what was stored before: a special economic zone. */
  types: z.optional(z.array(z.object({ zoneType: z.enum(zoneTypes), effectiveFrom: DateText }))),
  names: Names,
  /** The zone's own mailbox: Reply-To of every notice, and where the office gets its own. */
  mailbox: Email,
  office: z.optional(Office),
  language: Language,
  overrides: z.array(CalendarOverride),
  forums: z.array(Forum),
  /** To whom and within how many days a refusal can be appealed: what the form of a rejection begins with. */
  appeal: z.optional(z.record(z.enum(writtenLanguages), z.string())),
  /** Working days that the form of a return begins with. */
  daysToCure: z.optional(z.int()),
  /** Reply-To of emails, where it is not the mailbox. */
  replyTo: z.optional(Email),
  /** What its stages leave out, by the day from which that holds. */
  asked: z.optional(z.array(AskedVersion)),
  /** Since when a notice has had its last words of the zone's own, by its name; the words lie apart. */
  ownNotices: z.optional(z.record(z.string(), Instant)),
  /** How often an administrator has changed it; absent in what was never changed. */
  version: z.optional(z.int()),
});
export type Zone = z.infer<typeof Zone>;

/** One version of what a zone says in a notice, by language and part; without texts: what the product says, once more. Kept under the rules of then: what it must be now is asked each time it is used. */
export const NoticeVersion = z.object({
  zoneId: Identifier,
  name: z.string(),
  at: Instant,
  by: z.string(),
  texts: z.optional(z.record(z.string(), z.record(z.string(), z.optional(z.string())))),
});
export type NoticeVersion = z.infer<typeof NoticeVersion>;

export const contactOf = ({ names, mailbox, replyTo, language, office }: Zone, companion?: string): OfficeContact => ({
  names,
  mailbox: replyTo ?? mailbox,
  language,
  ...office,
  ...(companion !== undefined && { companion }),
});

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

/** Who is behind an address of a party, for staff to call. */
export const PartyPerson = z.object({ email: Email, name: line(100), phone: z.optional(Phone) });
export type PartyPerson = z.infer<typeof PartyPerson>;

export const Party = z.object({
  partyId: Identifier,
  zoneId: Identifier,
  kind: PartyKind,
  names: Names,
  email: Email,
  /** Others there who get each email too; whoever answers says who they are. */
  colleagues: z.optional(z.array(Email).check(z.maxLength(5))),
  people: z.optional(z.array(PartyPerson)),
  language: Language,
  /** Local date since which it is asked nothing more; its name stays for what it answered. */
  endedOn: z.optional(DateText),
  version: z.optional(z.int()),
  /** How often its address became another; 0 when absent. Links that went to an earlier one no longer open. */
  addressVersion: z.optional(z.int()),
});
export type Party = z.infer<typeof Party>;

export const ZoneLine = z.object({
  zoneId: Identifier,
  utility: Utility,
  report: LineReport,
  reportedOn: DateText,
  /** Staff by their subject; absent in what an administrator brought in. */
  reportedBy: z.optional(z.string()),
  /** Of a line that is kept with its milestones (core/lines): its name, who builds it, the day first planned, the projects it is for. */
  lineId: z.optional(Identifier),
  names: z.optional(Names),
  partyId: z.optional(Identifier),
  planned: z.optional(DateText),
  serves: z.optional(z.array(z.string())),
});
export type ZoneLine = z.infer<typeof ZoneLine>;

const statedUnits = ['count', 'hectares', 'KZT', 'UZS'] as const;
const statedBeside = ['projects', 'investment', 'jobs', 'land', 'output'] as const;

/** Of a published source. What the parts leave unexplained is computed. Money in whole units of its currency. */
export const Stated = z.object({
  statedId: Identifier,
  zoneId: Identifier,
  names: Names,
  unit: z.enum(statedUnits),
  total: z.number().check(z.nonnegative()),
  /** The source says "more than". */
  atLeast: z.boolean(),
  parts: z.array(
    z.object({
      names: Names,
      amount: z.number().check(z.nonnegative()),
      /** Which part of the board it is counted beside. */
      is: z.optional(z.enum(['roofed', 'in-construction'])),
      /** Beside the confirmed output of which year. */
      outputOf: z.optional(z.int()),
    }),
  ),
  year: z.int().check(z.minimum(1990), z.maximum(2100)),
  source: Names,
  beside: z.optional(z.enum(statedBeside)),
});
export type Stated = z.infer<typeof Stated>;

export const staffRoles = ['officer', 'head', 'headquarters', 'leadership', 'administrator'] as const;
export const StaffRole = z.enum(staffRoles);
export type StaffRole = z.infer<typeof StaffRole>;

const scopes = ['zone', 'region'] as const;
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
