import * as z from 'zod/mini';
import { AuditEntry } from './audit.ts';
import { StageName } from '../stages/decision.ts';
import { AssignmentKind } from '../stages/facts.ts';
import { DateText, Email, Language, languages, nameLine, paragraph, Utility } from '../kernel/common.ts';
import {
  Office,
  Party,
  PartyKind,
  PartyPerson,
  Person,
  Scope,
  StaffPerson,
  StaffRole,
  Zone,
  ZoneLine,
} from '../reference/reference.ts';
import { addressesOf } from '../reference/party-people.ts';
import { hasOneUnit, StageDuration, termAmounts } from '../calendar/stage-duration.ts';
import { zoneTypes } from '../reference/zone-type.ts';

/** Ids of people: ours, or a subject of the issuer. */
export const PersonId = z.string().check(z.regex(/^[\w.@:|+-]{1,128}$/));
/** One role among those of a person: 'zone#aqtobe#officer', for a stand-in with '#for#' and whose it is. */
const MembershipName = z
  .string()
  .check(z.regex(/^(zone|region)#[a-z0-9-]{1,64}#[a-z]{1,20}(#for#[\w.@:|+-]{1,128})?$/));
const Version = z.int().check(z.nonnegative());
const AllNames = z.object(
  Object.fromEntries(languages.map((language) => [language, nameLine(200)])) as Record<
    Language,
    ReturnType<typeof nameLine>
  >,
);

const RoleRequest = z.object({
  ...Scope.shape,
  role: StaffRole,
  from: z.optional(DateText),
  until: z.optional(DateText),
});
export type RoleRequest = z.infer<typeof RoleRequest>;

export const GiveRoleRequest = z.object({ version: Version, ...RoleRequest.shape });

const profile = { name: nameLine(200), email: Email, language: Language };
export const AddPersonRequest = z.object({
  ...profile,
  ...RoleRequest.shape,
  /** Who is known under the address, as `known-person` told: the role is meant for them. */
  known: z.optional(z.object({ personId: PersonId, version: Version })),
});
export type AddPersonRequest = z.infer<typeof AddPersonRequest>;
export const ChangePersonRequest = z.object({ version: Version, ...profile });
export type ChangePersonRequest = z.infer<typeof ChangePersonRequest>;

/** Without `membership` all roles at places the caller administers. */
export const EndRolesRequest = z.object({
  membership: z.optional(MembershipName),
  confirmOwn: z._default(z.boolean(), false),
});
export const DeputyRequest = z.object({
  membership: MembershipName,
  /** Absent: nobody stands in any longer. */
  deputy: z.optional(z.object({ deputyId: PersonId, from: DateText, until: DateText })),
});

/** Without `office` that stays what it is. */
export const ZoneRequest = z.object({
  version: Version,
  names: AllNames,
  mailbox: Email,
  language: Language,
  office: z.optional(Office),
});
export type ZoneRequest = z.infer<typeof ZoneRequest>;

const AppealText = paragraph(1000);
export const RepliesRequest = z.object({
  version: Version,
  /** Absent: nothing to begin with. */
  appeal: z.optional(z.object({ kk: AppealText, ru: AppealText, en: AppealText, 'uz-cyrl': AppealText })),
  daysToCure: z.optional(z.int().check(z.positive(), z.maximum(60))),
  replyTo: z.optional(Email),
});
export type RepliesRequest = z.infer<typeof RepliesRequest>;

export const ForumRequest = z.object({ names: AllNames, firstDay: DateText, lastDay: DateText });
export type ForumRequest = z.infer<typeof ForumRequest>;
/** `version`: of the zone, in which its forums lie. */
export const ChangeForumRequest = z.object({ version: Version, ...ForumRequest.shape });
export type ChangeForumRequest = z.infer<typeof ChangeForumRequest>;

const partyFields = {
  names: AllNames,
  email: Email,
  colleagues: z.optional(z.array(Email).check(z.maxLength(5))),
  /** Each behind one of the addresses above. */
  people: z.optional(z.array(PartyPerson).check(z.maxLength(6))),
  language: Language,
};
const isBehindAddresses = z.check<Pick<Party, 'email' | 'colleagues' | 'people'>>(({ value, issues }) => {
  const addresses = addressesOf(value).map((one) => one.toLowerCase());
  const stray = value.people?.find(({ email }) => !addresses.includes(email.toLowerCase()));
  if (stray) issues.push({ code: 'custom', input: stray.email, path: ['people'] });
});
export const PartyRequest = z.object({ kind: PartyKind, ...partyFields }).check(isBehindAddresses);
export type PartyRequest = z.infer<typeof PartyRequest>;
export const ChangePartyRequest = z.object({ version: Version, ...partyFields }).check(isBehindAddresses);
export type ChangePartyRequest = z.infer<typeof ChangePartyRequest>;

const source = z.object({
  title: nameLine(500),
  url: z.exactOptional(z.url({ protocol: /^https?$/ }).check(z.maxLength(500))),
});
const { stage } = StageDuration.shape;

export const SettingChange = z.discriminatedUnion('change', [
  z.object({
    change: z.literal('set-day'),
    date: DateText,
    working: z.boolean(),
    reason: nameLine(500),
    source: z.exactOptional(nameLine(500)),
  }),
  z.object({ change: z.literal('clear-day'), date: DateText }),
  /** One of working days, calendar days and calendar months. */
  z
    .object({ change: z.literal('set-duration'), stage, ...termAmounts, source, effectiveFrom: DateText })
    .check(hasOneUnit),
  z.object({ change: z.literal('withdraw-duration'), stage, effectiveFrom: DateText }),
  /** `without`: what the stage leaves out, of what may be left out of it; `source`: by which practice the zone asks for what no law of its type does. */
  z.object({
    change: z.literal('set-asked'),
    stage,
    effectiveFrom: DateText,
    without: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
    source: z.exactOptional(nameLine(500)),
  }),
  z.object({ change: z.literal('withdraw-asked'), stage, effectiveFrom: DateText }),
  /** By which law the zone is one. */
  z.object({ change: z.literal('set-type'), zoneType: z.enum(zoneTypes), effectiveFrom: DateText }),
  z.object({ change: z.literal('withdraw-type'), effectiveFrom: DateText }),
]);
export type SettingChange = z.infer<typeof SettingChange>;

const Moved = z.object({
  projectId: z.string(),
  number: z.string(),
  company: z.string(),
  stage: StageName,
  before: DateText,
  after: DateText,
  startBefore: DateText,
  startAfter: DateText,
  /** Construction start against the road map, when that changes. */
  late: z.optional(z.enum(['becomes', 'no-more'])),
});
export const PreviewView = z.object({
  looked: z.int(),
  moved: z.array(Moved),
  /** Where the next projects begin. */
  next: z.optional(z.string()),
  /** Due dates told already that fall on the day of a change of the calendar; at most as many as one page shows. */
  told: z.array(
    z.object({
      projectId: z.string(),
      number: z.string(),
      assignmentId: z.string(),
      kind: AssignmentKind,
      line: z.optional(Utility),
    }),
  ),
  toldMore: z.boolean(),
  /** Of a change of what a stage asks: projects that have yet to begin it, and how many are in it and keep what it asked. */
  ahead: z.optional(z.array(z.object({ projectId: z.string(), number: z.string(), company: z.string() }))),
  keep: z.optional(z.int()),
});
export type PreviewView = z.infer<typeof PreviewView>;

export const PeopleView = z.object({ people: z.array(StaffPerson) });
export const PersonAnswer = z.object({ person: Person });
/** A zone as its administrators see it. `missing`: kinds of parties that nobody is of, so the office is asked instead. */
export const AdminZoneView = z.object({
  zone: Zone,
  parties: z.array(Party),
  lines: z.array(ZoneLine),
  durations: z.array(StageDuration),
  missing: z.array(PartyKind),
});
export type AdminZoneView = z.infer<typeof AdminZoneView>;
export const PartyAnswer = z.object({ party: Party });
export const ChangesView = z.object({ entries: z.array(AuditEntry), next: z.optional(z.string()) });
