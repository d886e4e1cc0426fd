import type { Currency } from '../../contracts/common.ts';
import type { Ending } from '../../contracts/event.ts';
import type { Aggregate, Project } from '../../contracts/project.ts';
import type { Change } from '../project/draft.ts';
import type { StageId } from '../stage-id.ts';
import { lateOf } from './standing.ts';

/** Where a project is counted: the stage it is in, or how it ended. */
export type Bucket = StageId | Ending;

/** A change of the counts of one bucket: whole numbers, minor units of money by currency. */
export interface Delta {
  readonly bucket: Bucket;
  readonly projects: number;
  readonly jobs: number;
  readonly overdue: number;
  readonly investment: Readonly<Partial<Record<Currency, number>>>;
}

/** Leadership's figures count a project from the moment its address was confirmed or an officer accepted it. */
export const isCounted = ({ confirmed, accepted }: Project): boolean => confirmed || accepted;

/** What a project adds to leadership's figures. */
export function contribution(aggregate: Aggregate | undefined): Delta | undefined {
  if (aggregate === undefined) return undefined;
  const { project } = aggregate;
  if (!isCounted(project)) return undefined;
  const { investment, jobs } = project.figures;
  return {
    bucket: project.ending ?? project.stage,
    projects: 1,
    jobs,
    overdue: lateOf(aggregate).length > 0 ? 1 : 0,
    investment: { [investment.currency]: investment.amountMinor },
  };
}

/** Minor units of money added up; what would be more than the greatest safe integer is that integer, never a wrong one. */
export const addUp = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => Math.min(sum + amount, Number.MAX_SAFE_INTEGER), 0);

const negative = (delta: Delta): Delta => ({
  bucket: delta.bucket,
  projects: -delta.projects,
  jobs: -delta.jobs,
  overdue: -delta.overdue,
  investment: Object.fromEntries(Object.entries(delta.investment).map(([currency, amount]) => [currency, -amount])),
});

const overdueOnly = (bucket: Bucket, overdue: number): Delta => ({ bucket, overdue, projects: 0, jobs: 0, investment: {} });

/** How a change moves the counts: out of one bucket into another, or only what is overdue. Figures never change in between. */
export function deltasOf({ before, after }: Pick<Change, 'before' | 'after'>): readonly Delta[] {
  const from = contribution(before);
  const to = contribution(after);
  if (from?.bucket === to?.bucket && from !== undefined && to !== undefined) {
    return from.overdue === to.overdue ? [] : [overdueOnly(to.bucket, to.overdue - from.overdue)];
  }
  return [from && negative(from), to].filter((delta) => delta !== undefined);
}
