import type * as z from 'zod/mini';

export interface Operation<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Body extends z.ZodMiniType = z.ZodMiniType,
  Answer extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly summary: string;
  /** jwt: staff; link: the link in the path is the right; none: anybody. */
  readonly auth: 'none' | 'link' | 'jwt';
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly status: 200 | 201;
  readonly answer: Answer;
  readonly example?: unknown;
  /** Statuses of the problem documents it may answer, beside 401 and 500. */
  readonly failures: readonly number[];
}
