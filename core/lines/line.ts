import * as z from 'zod/mini';
import { Currency, DateText, Identifier, Instant, line, mostMoney, paragraph, Utility } from '../kernel/common.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { ActorRef } from '../project/event.ts';
import { Names, writtenLanguages, type ZoneLine } from '../reference/reference.ts';
import type { LineReport } from '../project/project-action.ts';

/** What a line goes through, in order. */
export const lineMilestones = [
  'technical-conditions',
  'design',
  'expert-review',
  'procurement',
  'works',
  'energised',
] as const;
export const LineMilestone = z.enum(lineMilestones);
export type LineMilestone = z.infer<typeof LineMilestone>;

/** `after`: the milestone it waits for, where it is not the one before. */
const milestoneFacts = {
  expected: z.optional(DateText),
  actual: z.optional(DateText),
  responsible: z.optional(line(120)),
  after: z.optional(LineMilestone),
  /** Why it is not reached on the day first planned: anybody may read it. */
  reason: z.optional(line(500)),
};
/** `baseline`: the day first expected; it never changes. */
const Milestone = z.object({ baseline: z.optional(DateText), ...milestoneFacts });
export type Milestone = z.infer<typeof Milestone>;

const amount = z.int().check(z.nonnegative(), z.maximum(mostMoney));

/** Money of one budget year in one currency, in minor units, as it stood on a day. */
export const LineMoney = z.object({
  year: z.int().check(z.minimum(2000), z.maximum(2100)),
  currency: Currency,
  allocated: amount,
  committed: amount,
  spent: amount,
  on: DateText,
});
export type LineMoney = z.infer<typeof LineMoney>;

const facts = {
  /** In the unit in which letters ask for the kind. */
  capacity: z.optional(z.number().check(z.positive(), z.maximum(10_000_000))),
  /** Projects for which it is built, where the zone has several of the kind; without, it is for all others. */
  serves: z.optional(z.array(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))).check(z.maxLength(100))),
};

/** A utility line that is built for a zone. `version` counts its changes. */
export const Line = z.object({
  lineId: Identifier,
  zoneId: Identifier,
  utility: Utility,
  names: Names,
  /** Who builds it. */
  partyId: Identifier,
  ...facts,
  milestones: z.partialRecord(LineMilestone, Milestone),
  money: z.array(LineMoney),
  /** The day on which it was last told that its money will stay unspent. */
  alarmed: z.optional(DateText),
  version: z.int(),
});
export type Line = z.infer<typeof Line>;

export const LineRequest = z.object({
  /** Of a line that is new. */
  zoneId: z.optional(Identifier),
  utility: z.optional(Utility),
  names: z.optional(z.record(z.enum(writtenLanguages), line(120))),
  partyId: z.optional(Identifier),
  ...facts,
  /** `baseline`: only of a milestone that is new. */
  milestones: z.optional(
    z.partialRecord(LineMilestone, z.object({ ...milestoneFacts, baseline: z.optional(DateText) })),
  ),
  money: z.optional(z.array(z.omit(LineMoney, { on: true })).check(z.maxLength(20))),
  why: paragraph(500),
  /** The version that was seen; 0 for a line that is new. */
  version: z.int().check(z.nonnegative()),
});
export type LineRequest = z.infer<typeof LineRequest>;

/** One change of a line: who, when, why. Of names of people only that they changed. */
export const LineChange = z.object({
  version: z.int(),
  at: Instant,
  by: ActorRef,
  why: z.string(),
  changes: z.array(z.object({ field: z.string(), before: z.optional(z.string()), after: z.optional(z.string()) })),
});
export type LineChange = z.infer<typeof LineChange>;

/** The milestone that one waits for. */
export const beforeOf = (milestones: Line['milestones'], one: LineMilestone): LineMilestone | undefined =>
  milestones[one]?.after ?? lineMilestones[lineMilestones.indexOf(one) - 1];

/** The day by which a milestone is reached: never before that which it waits for. Undefined while no day is known. */
export function reachedBy(milestones: Line['milestones'], one: LineMilestone, depth = 0): LocalDate | undefined {
  const { actual, expected } = milestones[one] ?? {};
  if (actual !== undefined) return actual;
  const before = beforeOf(milestones, one);
  const earlier = before && depth < lineMilestones.length ? reachedBy(milestones, before, depth + 1) : undefined;
  if (expected === undefined) return undefined;
  return earlier !== undefined && earlier > expected ? earlier : expected;
}

function reportOf({ milestones }: Pick<Line, 'milestones'>): LineReport {
  if (milestones.energised?.actual !== undefined) return { state: 'ready' };
  const readyBy = reachedBy(milestones, 'energised');
  return readyBy === undefined ? { state: 'not-ready' } : { state: 'committed', readyBy };
}

/** What gates and forecasts need of a line: it is read with its zone. */
export function zoneLineOf(one: Line, reportedOn: LocalDate): ZoneLine {
  const { zoneId, utility, lineId, names, partyId, serves, milestones } = one;
  const planned = milestones.energised?.baseline;
  return {
    zoneId,
    utility,
    report: reportOf(one),
    reportedOn,
    lineId,
    names,
    partyId,
    ...(planned !== undefined && { planned }),
    ...(serves !== undefined && { serves }),
  };
}
