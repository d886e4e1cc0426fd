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
    case 'start':
      return { start: filter.quarter ?? 'all', standing: filter.standing };
    default:
      return { [filter.by]: 'yes' };
  }
};

export const listPath = (zone: string | undefined, filter: Behind, after?: string): string =>
  addressOf('/region/projects', {}, { zone, ...queryOf(filter), after });

export const overviewPath = (zone: string | undefined): string => addressOf('/region', {}, { zone });

export const filePath = (form: 'csv' | 'xlsx', zone: string | undefined): string =>
  addressOf(`/region/figures.${form}`, {}, { zone });
