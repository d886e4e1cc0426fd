import type { Behind } from '#core/figures/list-behind.ts';
import { addressOf } from '../routes.ts';

const queryOf = (filter: Behind): Readonly<Record<string, string | undefined>> => {
  switch (filter.by) {
    case 'all':
      return {};
    case 'stage':
      return { stage: filter.stage };
    case 'sector':
      return { sector: filter.sector, standing: filter.standing };
    case 'forum':
      return { forum: filter.forum, standing: filter.standing };
    case 'late':
      return { holder: filter.holder };
    case 'held':
      return { held: filter.holder };
    case 'month':
      return { month: filter.month, what: filter.what };
    case 'refused':
      return { refused: filter.stage, why: filter.what.replace(' ', '.') };
    case 'start':
      return { start: filter.quarter ?? 'all', standing: filter.standing };
    case 'overdue': {
      const { stage, sector, forum, holder } = filter;
      return { overdue: 'yes', stage, sector, forum, holder };
    }
    default:
      return { [filter.by]: 'yes' };
  }
};

export const listPath = (zone: string | undefined, filter: Behind, after?: string): string =>
  addressOf('/region/projects', {}, { zone, ...queryOf(filter), after });

export const listFilePath = (
  form: 'csv' | 'xlsx',
  zone: string | undefined,
  filter: Behind,
  page?: { readonly after: string | undefined },
): string =>
  addressOf(
    `/region/projects.${form}`,
    {},
    { zone, ...queryOf(filter), after: page?.after, ...(page && { page: 'this' }) },
  );

/** How things stand, how they came about, what was forecast of starts, or how they stand on a wall. */
export const regionViews = ['now', 'past', 'forecasts', 'screen'] as const;
export type RegionView = (typeof regionViews)[number];

export const overviewPath = (zone: string | undefined, view: RegionView = 'now'): string =>
  addressOf('/region', {}, { zone, view: view === 'now' ? undefined : view });

/** Frozen land of a zone. */
export const docketsPath = (
  zone: string | undefined,
  asked: { readonly after?: string; readonly form?: 'csv' | 'xlsx' } = {},
): string => addressOf('/region/dockets', {}, { zone, ...asked });

export const filePath = (form: 'csv' | 'xlsx', zone: string | undefined): string =>
  addressOf(`/region/figures.${form}`, {}, { zone });
