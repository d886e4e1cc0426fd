import * as z from 'zod/mini';
import { Identifier } from '../kernel/common.ts';
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
