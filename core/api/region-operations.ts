import * as z from 'zod/mini';
import { Identifier } from '../kernel/common.ts';
import { ForecastsView } from '../figures/view-forecasts.ts';
import { DocketPage, PipelineView } from './views.ts';
import { define, none, page, read } from './define.ts';

export const regionOperations = {
  viewPipeline: define({
    ...read,
    path: '/api/pipeline',
    auth: 'jwt',
    params: none,
    query: z.object({ zone: z.optional(Identifier) }),
    answer: PipelineView,
    failures: [],
    summary: 'Counts, investment by currency, jobs and overdue projects, by stage and zone',
  }),
  viewForecasts: define({
    ...read,
    path: '/api/forecasts',
    auth: 'jwt',
    params: none,
    query: z.object({ zone: z.optional(Identifier) }),
    answer: ForecastsView,
    summary:
      'What was forecast when each of the last twelve months began, and how good forecasts were: the median miss in working days and the share within their range, by zone, by month and by how long before the start',
  }),
  listDockets: define({
    ...read,
    path: '/api/dockets',
    auth: 'jwt',
    params: none,
    query: z.object({ zone: Identifier, ...page }),
    answer: DocketPage,
    summary:
      'Plots of a zone under contract past the term of their start, the longest frozen first: what is next, by when',
  }),
} as const;
