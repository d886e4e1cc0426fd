import * as z from 'zod/mini';
import { CalendarOverride } from './calendar-override.ts';
import { Country, DateText, Email, Identifier, Language, languages, Utility } from './common.ts';
import { LineReport } from './project-action.ts';

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
});
export type Zone = z.infer<typeof Zone>;

export const partyKinds = [
  'council-secretary', 'land-department', 'architecture', 'expertise-body', 'bank',
  'power', 'gas', 'water', 'sewerage', 'heat', 'telecom', 'road', 'rail',
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

export const staffRoles = ['officer', 'head', 'headquarters', 'leadership', 'administrator'] as const;
export const StaffRole = z.enum(staffRoles);
export type StaffRole = z.infer<typeof StaffRole>;

/** Person × zone or region × role. */
export const Membership = z.object({
  personId: z.string(),
  scope: z.enum(['zone', 'region']),
  scopeId: Identifier,
  role: StaffRole,
});
export type Membership = z.infer<typeof Membership>;

/** A member of a zone's staff as the daily digest needs it. */
export const StaffPerson = z.object({ personId: z.string(), email: Email, language: Language, memberships: z.array(Membership) });
export type StaffPerson = z.infer<typeof StaffPerson>;
