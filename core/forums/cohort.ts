import * as z from 'zod/mini';
import { addDays, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { DateText, MoneySum, type Money } from '../kernel/common.ts';
import { height } from '../ladder/apply-ladder.ts';
import type { SaidRung } from '../ladder/ladder.ts';
import type { Rung } from '../ladder/ladder-facts.ts';
import type { Project } from '../project/project.ts';
import type { Forum } from '../reference/reference.ts';
import type { Guest, Promised } from './forum-record.ts';

/** From the invitation to the plant: what a forum's guests and promises came to. */
export const cohortSteps = [
  ...(['invited', 'came', 'met', 'promised', 'letters', 'approved', 'contract', 'started'] as const),
  ...(['roofed', 'producing'] as const),
] as const;
export type CohortStep = (typeof cohortSteps)[number];

/** A guest who declined, a promise of which nothing comes, how a project ended. */
export const losses = ['declined', 'promise', 'rejected', 'withdrawn', 'terminated'] as const;

const StepView = z.object({
  step: z.enum(cohortSteps),
  count: z.int(),
  /** By currency; of guests none. */
  money: z.array(MoneySum),
  jobs: z.int(),
  /** Since the forum's first day; absent where nothing came, and of invitations. */
  medianWorkingDays: z.optional(z.int()),
  /** Of the step before; absent where that is nought. */
  shareOfBefore: z.optional(z.number()),
});

export const Cohort = z.object({
  /** The last day that counts. */
  until: DateText,
  /** Calendar days since the forum's first day. */
  ageDays: z.int(),
  steps: z.array(StepView),
  lost: z.object({
    count: z.int(),
    reasons: z.array(z.object({ as: z.enum(losses), reason: z.optional(z.string()), count: z.int() })),
  }),
  /** Promises and letters that are neither lost nor started. */
  alive: z.int(),
});
export type Cohort = z.infer<typeof Cohort>;

/** Since when a plant has a roof, and since when it produces. */
export interface Built {
  readonly roofed?: LocalDate | undefined;
  readonly producing?: LocalDate | undefined;
}

/** As its ladder says: what is disputed counts for nothing, and whoever produces has a roof. */
export function builtOf(ladder: readonly Pick<SaidRung, 'rung' | 'on' | 'state'>[]): Built {
  const since = (rung: Rung): LocalDate | undefined =>
    ladder
      .filter(({ state }) => state === 'said' || state === 'confirmed')
      .flatMap((one) => (height(one.rung) >= height(rung) ? [one.on] : []))
      .toSorted()[0];
  return { roofed: since('roof'), producing: since('production') };
}

export interface CohortFacts {
  readonly forum: Pick<Forum, 'firstDay'>;
  readonly guests: readonly Guest[];
  readonly promises: readonly Promised[];
  readonly projects: readonly Project[];
  readonly calendar: Calendar;
  /** Of projects that have started, by their id. */
  readonly built?: ReadonlyMap<string, Built>;
}

interface Reached {
  readonly on: LocalDate;
  readonly money?: Money | undefined;
  readonly jobs?: number | undefined;
}

function sums(all: readonly Reached[]): z.infer<typeof MoneySum>[] {
  const by = new Map<Money['currency'], number>();
  for (const { money } of all) if (money) by.set(money.currency, (by.get(money.currency) ?? 0) + money.amountMinor);
  return [...by]
    .map(([currency, amount]) => ({ amountMinor: Math.min(amount, Number.MAX_SAFE_INTEGER), currency }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The lower of the two in the middle: a day that was. */
function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1];
}

const ofProjects = (projects: readonly Project[], on: (project: Project) => LocalDate | undefined): Reached[] =>
  projects.flatMap((project) => {
    const day = on(project);
    return day === undefined ? [] : [{ on: day, money: project.figures.investment, jobs: project.figures.jobs }];
  });

const ofGuests = (guests: readonly Guest[], step: 'invited' | 'came' | 'met'): Reached[] =>
  guests.flatMap(({ days }) => (days[step] === undefined ? [] : [{ on: days[step] }]));

const reached = ({
  guests,
  promises,
  projects,
  built,
}: CohortFacts): Readonly<Record<CohortStep, readonly Reached[]>> => ({
  invited: ofGuests(guests, 'invited'),
  came: ofGuests(guests, 'came'),
  met: ofGuests(guests, 'met'),
  promised: promises.map(({ signedOn, money, jobs }) => ({ on: signedOn, money, jobs })),
  letters: ofProjects(projects, ({ receivedOn }) => receivedOn),
  approved: ofProjects(projects, ({ actual }) => actual['council-approval']),
  contract: ofProjects(projects, ({ actual }) => actual['contract-and-land']),
  started: ofProjects(projects, ({ actual }) => actual['construction-start']),
  roofed: ofProjects(projects, ({ projectId }) => built?.get(projectId)?.roofed),
  producing: ofProjects(projects, ({ projectId }) => built?.get(projectId)?.producing),
});

interface Lost {
  readonly on: LocalDate;
  readonly as: (typeof losses)[number];
  readonly reason?: string | undefined;
}

const lostOf = ({ guests, promises, projects, calendar }: CohortFacts): readonly Lost[] => [
  ...guests.flatMap(({ days: { declined }, reason }): Lost[] =>
    declined === undefined ? [] : [{ on: declined, as: 'declined', reason }],
  ),
  ...promises.flatMap(({ lost }): Lost[] => (lost ? [{ ...lost, as: 'promise' }] : [])),
  ...projects.flatMap(({ ending, endedAt = 0 }): Lost[] =>
    ending === undefined || ending === 'construction-started'
      ? []
      : [{ on: localDateOf(endedAt, calendar.offsetMinutes), as: ending }],
  ),
];

/** The last day of an age, in calendar days since the first of the forum. */
const dayOfAge = ({ firstDay }: Pick<Forum, 'firstDay'>, ageDays: number): LocalDate => addDays(firstDay, ageDays);

/** What had come of a forum when it was so many days old. */
export function cohortAt(facts: CohortFacts, ageDays: number): Cohort {
  const until = dayOfAge(facts.forum, ageDays);
  const all = reached(facts);
  let before: number | undefined;
  const steps = cohortSteps.map((step) => {
    const there = all[step].filter(({ on }) => on <= until);
    const days = there.map(({ on }) => Math.max(0, workingDaysBetween(facts.calendar, facts.forum.firstDay, on)));
    const middle = step === 'invited' ? undefined : median(days);
    const share = before === undefined || before === 0 ? undefined : there.length / before;
    before = there.length;
    return {
      step,
      count: there.length,
      money: sums(there),
      jobs: there.reduce((sum, { jobs = 0 }) => sum + jobs, 0),
      ...(middle !== undefined && { medianWorkingDays: middle }),
      ...(share !== undefined && { shareOfBefore: Math.round(share * 1000) / 1000 }),
    };
  });
  const lost = lostOf(facts).filter(({ on }) => on <= until);
  const counted = new Map<string, Cohort['lost']['reasons'][number]>();
  for (const { as, reason } of lost) {
    const name = `${as} ${reason ?? ''}`;
    counted.set(name, { as, ...(reason !== undefined && { reason }), count: (counted.get(name)?.count ?? 0) + 1 });
  }
  const isAlive = ({ signedOn, lost: over, project }: Promised): boolean =>
    signedOn <= until && project === undefined && (over === undefined || over.on > until);
  const isRunning = ({ receivedOn, endedAt }: Project): boolean =>
    receivedOn <= until && (endedAt === undefined || localDateOf(endedAt, facts.calendar.offsetMinutes) > until);
  return {
    until,
    ageDays,
    steps,
    lost: { count: lost.length, reasons: [...counted.values()].toSorted((a, b) => b.count - a.count) },
    alive: facts.promises.filter(isAlive).length + facts.projects.filter(isRunning).length,
  };
}
