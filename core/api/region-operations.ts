import * as z from 'zod/mini';
import { Identifier } from '../kernel/common.ts';
import { PipelineView } from './views.ts';
import { define, none, read } from './define.ts';

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
} as const;
