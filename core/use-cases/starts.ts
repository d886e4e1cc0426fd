import type { Project } from '../contracts/project.ts';
import type { PipelineView } from '../contracts/views.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Setting } from '../domain/project/setting.ts';
import { isCounted } from '../domain/rules/figures.ts';
import { stageIds } from '../domain/stage-id.ts';
import { stageViews } from './project-views.ts';

/** How many projects start in a quarter ('2026-4'): by the road map that was approved, and as it stands now. */
export interface StartRow {
  readonly quarter: string;
  readonly planned: number;
  readonly expected: number;
}

/** Starts of construction by quarter, and what the sum of the quarters does not cover. */
export interface Starts {
  readonly rows: readonly StartRow[];
  /** Looked at, and without a road map yet: their letter is not accepted. */
  readonly withoutPlan: number;
  /** Counted, and older than the newest projects that were looked at. */
  readonly notLookedAt: number;
  /** Letters whose address is not confirmed: no figure counts them yet. */
  readonly uncounted: number;
}

const quarter = (date: LocalDate): string => `${date.slice(0, 4)}-${String(Math.ceil(Number(date.slice(5, 7)) / 3))}`;

const hasPath = ({ ending }: Project): boolean => ending === undefined || ending === 'construction-started';

/** The quarters in which a counted project starts; undefined for one that never will or does not count yet. */
export function quarterOf(setting: Setting, project: Project): { readonly planned?: string; readonly expected: string } | undefined {
  if (!isCounted(project) || !hasPath(project)) return undefined;
  const planned = project.baseline?.['construction-start'];
  const last = stageViews({ project, assignments: [], documents: [], obstacles: [] }, setting).find(({ stage }) => stage === 'construction-start');
  const expected = last?.actual ?? last?.target;
  return expected === undefined ? undefined : { ...(planned !== undefined && { planned: quarter(planned) }), expected: quarter(expected) };
}

/** The starts of projects, with the remainder against the counts of the pipeline. */
export function startsOf(pipeline: PipelineView, projects: readonly { readonly setting: Setting; readonly project: Project }[]): Starts {
  const rows = new Map<string, { planned: number; expected: number }>();
  const add = (name: string, which: 'planned' | 'expected') => {
    const row = rows.get(name) ?? { planned: 0, expected: 0 };
    row[which] += 1;
    rows.set(name, row);
  };
  const quarters = projects.flatMap(({ setting, project }) => quarterOf(setting, project) ?? []);
  for (const { planned, expected } of quarters) {
    if (planned !== undefined) add(planned, 'planned');
    add(expected, 'expected');
  }
  const going: readonly string[] = [...stageIds, 'construction-started'];
  const counted = pipeline.zones.flatMap(({ buckets }) => buckets).filter(({ bucket }) => going.includes(bucket)).reduce((sum, one) => sum + one.projects, 0);
  return {
    rows: [...rows].map(([name, row]) => ({ quarter: name, ...row })).toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1)),
    withoutPlan: quarters.filter(({ planned }) => planned === undefined).length,
    notLookedAt: Math.max(0, counted - quarters.length),
    uncounted: projects.filter(({ project }) => !isCounted(project) && project.ending === undefined).length,
  };
}
