import type { FileRecord } from '#core/documents/document.ts';
import type { Decision, PaperAnswer } from '#core/stages/decision.ts';
import { assignmentKinds, type AnyFacts, type AssignmentKind } from '#core/stages/facts.ts';
import type { LetterOfIntent } from '#core/letter/letter-of-intent.ts';
import {
  partyKinds,
  type Membership,
  type Names,
  type Party,
  type StaffPerson,
  type StaffRole,
  type Zone,
  type ZoneLine,
} from '#core/reference/reference.ts';
import { utilities, type Utility } from '#core/kernel/common.ts';
import type { Outcome } from '#core/stages/decision.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { assignmentSpecs } from '#core/stages/assignment-kind.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import type { ZoneContext } from '#core/project/zone-context.ts';
import type { EnteredTask, ZoneSetting } from '#core/kernel/ports.ts';
import { factsOn } from '#local/demo/answers.ts';
import { defaultDurations } from '#seeds/durations.ts';

const named = (name: string): Names => ({ kk: name, ru: name, en: name, uz: name, 'uz-cyrl': name });

/** An instant of a day in zone time (UTC+5), in the morning unless told. */
export const at = (date: string, time = '10:00'): number => Date.parse(`${date}T${time}:00+05:00`);

const zoneOf = (zoneId: string, regionId: string, code: string, country: Zone['country'] = 'KZ'): Zone => ({
  zoneId,
  regionId,
  country,
  code,
  names: named(`Zone ${zoneId}`),
  mailbox: `office@${zoneId}.example.org`,
  language: 'ru',
  overrides: [],
  forums: [
    { forumId: `${zoneId}-forum`, names: named(`Forum ${zoneId}`), firstDay: '2026-01-12', lastDay: '2026-01-13' },
  ],
});

/** Alpha and beta share a region; gamma lies in another country. */
export const zones = {
  alpha: zoneOf('alpha', 'north', 'ALP'),
  beta: zoneOf('beta', 'north', 'BET'),
  gamma: zoneOf('gamma', 'south', 'GAM', 'UZ'),
} as const;

export const partiesOf = (zoneId: string): readonly Party[] =>
  partyKinds.map((kind) => ({
    partyId: `${zoneId}-${kind}`,
    zoneId,
    kind,
    names: named(kind),
    email: `${kind}@${zoneId}.example.org`,
    language: 'kk',
  }));

export const readyLines = (zoneId: string): readonly ZoneLine[] =>
  utilities.map((utility) => ({ zoneId, utility, report: { state: 'ready' }, reportedOn: '2025-01-06' }));

export const zoneSetting = (zone: Zone = zones.alpha, change: Partial<ZoneSetting> = {}): ZoneSetting => ({
  zone,
  parties: partiesOf(zone.zoneId),
  lines: readyLines(zone.zoneId),
  durations: defaultDurations,
  stated: [],
  moratoria: [],
  zoneObstacles: [],
  ...change,
});

/** What rules know of a zone at an instant. */
export const contextAt = (now: number, found: ZoneSetting = zoneSetting()): ZoneContext => ({
  now,
  calendar: calendarOf(found.zone.country, found.zone.overrides),
  ...found,
});

const allNeeds = {
  power: { kilowatts: 4500 },
  gas: { cubicMetresPerHour: 800 },
  water: { cubicMetresPerDay: 60 },
  sewerage: { cubicMetresPerDay: 50 },
  heat: { gigacaloriesPerHour: 2 },
  telecom: { megabitsPerSecond: 100 },
  road: { trucksPerDay: 12 },
  rail: { wagonsPerDay: 3 },
} as const;

export const needs = (...lines: readonly Utility[]): LetterOfIntent['utilities'] =>
  Object.fromEntries(lines.map((line) => [line, allNeeds[line]]));

/** Words that may never reach the log or the outbox: whoever reads those must not learn who speaks for the investor. */
export const personal = [
  'Demo Boards LLP',
  '251240000001',
  'Authorised representative',
  'investor@example.org',
  '+7 700 000 00 00',
] as const;

/** A letter as an investor hands it in: whole and right. Power and gas unless told. */
export const letter = (change: Partial<LetterOfIntent> = {}): LetterOfIntent => ({
  zoneId: 'alpha',
  company: { country: 'KZ', name: personal[0], number: personal[1] },
  contact: { name: personal[2], email: personal[3], phone: personal[4], language: 'en' },
  production: 'Insulation boards',
  sector: 'construction-materials',
  investment: { amountMinor: 1_200_000_000_000, currency: 'KZT' },
  jobs: 120,
  exportShare: 30,
  landHectares: 4.5,
  utilities: needs('power', 'gas'),
  wantedStart: '2026-11-16',
  financing: 'mixed',
  consent: true,
  ...change,
});

/** A file that was brought for the project 'p1' where nobody scans. */
export const fileRecord = (change: Partial<FileRecord> = {}): FileRecord => ({
  fileId: 'f0000000001',
  sha256: 'a'.repeat(64),
  bytes: 900,
  mediaType: 'application/pdf',
  owner: { kind: 'project', projectId: 'p1' },
  kind: 'charter',
  fileName: 'charter.pdf',
  scan: 'not-scanned',
  at: 0,
  by: { kind: 'investor' },
  ...change,
});

export const signedLetter = fileRecord({
  fileId: 'fsigned00001',
  kind: 'signed-letter',
  fileName: 'Representative, letter.pdf',
});

/** The person's id is the role and where it holds. */
export const membership = (role: StaffRole, scopeId = 'alpha', scope: Membership['scope'] = 'zone'): Membership => ({
  personId: `${role}-${scopeId}`,
  scope,
  scopeId,
  role,
});

export const staff = (...memberships: readonly Membership[]): Actor => ({
  kind: 'staff',
  personId: memberships[0]?.personId ?? 'nobody',
  memberships,
});

export const officer = staff(membership('officer'));
export const head = staff(membership('head'));
export const headquarters = staff(membership('headquarters', 'north', 'region'));

export const person = (...memberships: readonly Membership[]): StaffPerson => ({
  personId: memberships[0]?.personId ?? 'nobody',
  email: `${memberships[0]?.personId ?? 'nobody'}@example.org`,
  language: 'kk',
  memberships: [...memberships],
});

export const people: readonly StaffPerson[] = [
  person(membership('officer')),
  person(membership('head')),
  person(membership('headquarters', 'north', 'region')),
  person(membership('leadership', 'north', 'region')),
];

const said: Partial<Readonly<Record<AssignmentKind, AnyFacts>>> = {
  contract: { startBy: '2027-02-10', committedJobs: 100 },
  'technical-condition': {
    validUntil: '2028-03-10',
    capacity: '4500 kW',
    conditions: 'A cell of its own at the substation.',
  },
};

/** For each kind of assignment, facts that settle it. What is a document was written before any of the tests begins. */
export const facts = Object.fromEntries(
  assignmentKinds.map((kind) => [kind, { ...factsOn('2025-02-10', kind), ...said[kind] }]),
) as Readonly<Record<AssignmentKind, AnyFacts>>;

const why = { reasonCode: 'remarks', reason: 'Sheet 4 does not agree with sheet 7.' } as const;

/** A decision of every outcome, with facts where the kind wants them. `until` for a supplier's pause, `to` for a send-back. */
export function decisionOf(
  outcome: Outcome,
  kind: AssignmentKind = 'office-decision',
  {
    until = '2026-04-01',
    to = 'letter-of-intent',
  }: { until?: string; to?: Extract<Decision, { outcome: 'sent-back' }>['to'] } = {},
): Decision {
  switch (outcome) {
    case 'approved':
      return { outcome };
    case 'approved-with-conditions':
      return { outcome, conditions: 'Jobs by the end of the first year.' };
    case 'returned':
      return { outcome, ...why, daysToCure: 7 };
    case 'rejected':
      return { outcome, ...why, appeal: 'To the regional administration within 30 days.' };
    case 'sent-back':
      return { outcome, ...why, to };
    case 'refused':
    case 'not-needed':
      return { outcome, ...why };
    case 'suspended':
      return { outcome, ...why, until };
    case 'asked-again':
      return { outcome, note: 'The plant needs less now.' };
    default:
      return { outcome, facts: facts[kind] };
  }
}

/** The outcome by which an assignment of a kind is settled in the project's favour (a refusal: asked again). */
export const goodOutcome = (kind: AssignmentKind): Outcome => assignmentSpecs[kind].outcomes[0] ?? 'done';
export const goodAnswer = (kind: AssignmentKind): Decision => decisionOf(goodOutcome(kind), kind);

export const paper: PaperAnswer = { number: '03-11/214', date: '2026-01-12' };

/** A task token of the first attempt of a first execution. */
export const taskOf = (
  token: string,
  attempt = 0,
  enteredAt = Date.parse('2026-01-12T05:00:00.000Z'),
): EnteredTask => ({ token, generation: 1, redrive: 0, attempt, enteredAt });
