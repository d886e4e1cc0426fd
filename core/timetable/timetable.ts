import * as z from 'zod/mini';
import type { LocalDate } from '../calendar/local-date.ts';
import { DateText, Identifier, line } from '../kernel/common.ts';

/** A milestone of a timetable that is kept elsewhere: of works, of a programme. `reason`: why its baseline is missed. */
export const TimetableMilestone = z.object({
  zoneId: Identifier,
  project: line(120),
  milestone: line(120),
  baseline: DateText,
  target: z.optional(DateText),
  actual: z.optional(DateText),
  reason: z.optional(line(500)),
  /** Anybody may read it. */
  isPublic: z.boolean(),
});
export type TimetableMilestone = z.infer<typeof TimetableMilestone>;

export interface Timetables {
  readonly of: (zoneId: string) => Promise<readonly TimetableMilestone[]>;
  /** All of them or none; at most 100, each once. */
  readonly write: (milestones: readonly TimetableMilestone[]) => Promise<void>;
}

const words = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').toLowerCase();

/** By what a milestone is known in its zone, whatever its case and spaces. */
export const milestoneKey = ({ project, milestone }: Pick<TimetableMilestone, 'project' | 'milestone'>): string =>
  `${words(project)}#${words(milestone)}`;

/** Its days alone. */
export type MilestoneDates = Pick<TimetableMilestone, 'baseline' | 'target' | 'actual'>;

/** The day on which it was reached, else is to be: one that has gone by without it is today. */
export function reachedOn({ baseline, target, actual }: MilestoneDates, today: LocalDate): LocalDate {
  if (actual !== undefined) return actual;
  const expected = target ?? baseline;
  return expected < today ? today : expected;
}

export type TimetableStanding = 'late' | 'on-time' | 'ahead';

/** Beside its baseline: a milestone that nobody has reached on its day is late from the day after. */
export function timetableStanding(one: MilestoneDates, today: LocalDate): TimetableStanding {
  const day = reachedOn(one, today);
  if (day === one.baseline) return 'on-time';
  return day > one.baseline ? 'late' : 'ahead';
}

export const TimetableFigures = z.object({
  milestones: z.int(),
  late: z.int(),
  onTime: z.int(),
  ahead: z.int(),
  /** Of the late ones: for which no reason was given. */
  unexplained: z.int(),
});
export type TimetableFigures = z.infer<typeof TimetableFigures>;

export function timetableFigures(milestones: readonly TimetableMilestone[], today: LocalDate): TimetableFigures {
  const count = (standing: TimetableStanding): number =>
    milestones.filter((one) => timetableStanding(one, today) === standing).length;
  return {
    milestones: milestones.length,
    late: count('late'),
    onTime: count('on-time'),
    ahead: count('ahead'),
    unexplained: milestones.filter((one) => timetableStanding(one, today) === 'late' && one.reason === undefined)
      .length,
  };
}
