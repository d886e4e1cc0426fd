import type { ProjectFilter, ProjectNarrowing } from '../kernel/ports.ts';

export interface ProjectQuery {
  /** A project number, a company number, or the beginning of a word of the company's name. */
  readonly q?: string | undefined;
  /** 'office', 'investor' or a party's id: they owe an answer. */
  readonly holder?: string | undefined;
  readonly forum?: string | undefined;
  readonly sector?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly stage?: string | undefined;
  readonly sort?: 'due' | undefined;
}

/** The narrowest is walked: a search finds few, a holder owes some, a forum dozens; a stage is a seventh of a zone. */
export function narrowest({ q, holder, forum, sector, overdue, stage }: ProjectQuery): {
  readonly filter: ProjectFilter;
  readonly also: ProjectNarrowing;
} {
  if (q !== undefined) return { filter: { by: 'search', text: q }, also: { forum, sector, overdue, stage } };
  if (holder !== undefined) return { filter: { by: 'holder', holder }, also: { forum, sector, overdue, stage } };
  if (forum !== undefined) return { filter: { by: 'forum', forum }, also: { sector, overdue, stage } };
  if (sector !== undefined) return { filter: { by: 'sector', sector }, also: { overdue, stage } };
  if (overdue === true) return { filter: { by: 'overdue' }, also: { stage } };
  return stage === undefined ? { filter: { by: 'zone' }, also: {} } : { filter: { by: 'stage', stage }, also: {} };
}

/** Whether a query can be walked by due date: a search and a holder's list have an order of their own, what ended has none. */
export const isByDue = ({ q, holder, stage, sort }: ProjectQuery, stages: readonly string[]): boolean =>
  sort === 'due' && q === undefined && holder === undefined && (stage === undefined || stages.includes(stage));
