import type { Behind } from '#core/use-cases/list-behind.ts';

const withQuery = (path: string, entries: readonly (readonly [string, string | undefined])[]): string => {
  const query = new URLSearchParams(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
};

const queryOf = (filter: Behind): readonly (readonly [string, string | undefined])[] => {
  switch (filter.by) {
    case 'all': return [];
    case 'stage': return [['stage', filter.stage]];
    case 'sector': return [['sector', filter.sector], ['standing', filter.standing]];
    case 'forum': return [['forum', filter.forum], ['standing', filter.standing]];
    case 'late': return [['holder', filter.holder]];
    case 'start': return [['start', filter.quarter ?? 'all'], ['standing', filter.standing]];
    default: return [[filter.by, 'yes']];
  }
};

/** The list of the projects behind a figure, of one zone or of all the reader has. */
export const listPath = (zone: string | undefined, filter: Behind, after?: string): string =>
  withQuery('/region/projects', [['zone', zone], ...queryOf(filter), ['after', after]]);

export const overviewPath = (zone: string | undefined): string => withQuery('/region', [['zone', zone]]);

export const filePath = (form: 'csv' | 'xlsx', zone: string | undefined): string => withQuery(`/region/figures.${form}`, [['zone', zone]]);

export const projectPath = (projectId: string): string => `/office/projects/${projectId}`;
