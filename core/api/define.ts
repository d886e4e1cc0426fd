import * as z from 'zod/mini';
import { Ending } from '../project/event.ts';
import { StageName } from '../stages/decision.ts';
import type { Operation } from './operation.ts';

export const ChangedView = z.object({
  projectId: z.string(),
  number: z.string(),
  version: z.int(),
  stage: StageName,
  phase: z.string(),
  ending: z.optional(Ending),
});
export type ChangedView = z.infer<typeof ChangedView>;

export const none = z.object({});

/** Parts of every list: entries a page (a text in the query, 1 to 100) and where the page begins. */
export const page = {
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  after: z.optional(z.string().check(z.maxLength(2000))),
};

export const read = { method: 'GET', status: 200, body: none, failures: [404] } as const;

export const ProjectId = z.object({ projectId: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)) });
export const Link = z.object({ link: z.string().check(z.maxLength(300)) });
export const onProject = {
  method: 'POST',
  auth: 'jwt',
  params: ProjectId,
  query: none,
  status: 200,
  answer: ChangedView,
  failures: [400, 403, 404, 409, 422, 503],
} as const;
export const byLink = { auth: 'link', params: Link, query: none } as const;
export const change = {
  method: 'POST',
  status: 200,
  answer: ChangedView,
  failures: [400, 403, 404, 409, 422, 503],
} as const;

export const define = <
  Params extends z.ZodMiniType,
  Query extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Answer extends z.ZodMiniType,
>(
  operation: Operation<Params, Query, Body, Answer>,
): Operation<Params, Query, Body, Answer> => operation;
