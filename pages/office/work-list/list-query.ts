import * as z from 'zod/mini';
import { Identifier } from '#core/kernel/common.ts';
import { Sector } from '#core/letter/sector.ts';
import { Ending } from '#core/project/event.ts';
import { StageName } from '#core/stages/decision.ts';
import { workColumns, workStandings, type WorkQuery } from '#core/work/work-query.ts';
import type { ListFilter, TaskFilter } from '../addresses.ts';

/** The query as the address of a list writes it (pages/office/addresses.ts); names are those of the JSON API. A form leaves fields empty. */
const Query = z.object({
  zone: z.optional(Identifier),
  q: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  stage: z.optional(z.union([StageName, Ending])),
  holder: z.optional(Identifier),
  forum: z.optional(Identifier),
  sector: z.optional(Sector),
  overdue: z.optional(z.string()),
  obstacles: z.optional(z.string()),
  mine: z.optional(z.string()),
  worker: z.optional(z.string().check(z.maxLength(128))),
  standing: z.optional(z.enum(workStandings)),
  changed: z.optional(z.string()),
  sort: z.optional(z.enum(workColumns)),
  desc: z.optional(z.string()),
  all: z.optional(z.string()),
  after: z.optional(z.string().check(z.maxLength(2000))),
  page: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1000))),
});
type Asked = z.output<typeof Query>;

export interface AskedList extends Pick<Asked, 'zone' | 'after' | 'page'> {
  readonly filter: ListFilter;
}

function tasksOf(asked: Asked): TaskFilter | undefined {
  const { holder = 'office', stage, overdue, mine, worker, standing, changed, sort, desc } = asked;
  const running = StageName.safeParse(stage);
  // Nothing is owed in a project that has ended.
  if (stage !== undefined && !running.success) return undefined;
  return {
    by: 'tasks',
    holder,
    stage: running.data,
    overdue: overdue !== undefined,
    mine: mine !== undefined && holder === 'office',
    worker,
    standing,
    changed: changed !== undefined,
    ...(sort && { order: { column: sort, descending: desc !== undefined } }),
  };
}

function filterOf(asked: Asked): ListFilter | undefined {
  const { q, stage, holder, forum, sector, overdue, obstacles, mine, worker, standing, changed, sort, all } = asked;
  if (obstacles !== undefined) return { by: 'obstacles' };
  const ofProjects = q ?? stage ?? forum ?? sector ?? overdue ?? sort ?? all;
  if ((holder ?? mine ?? worker ?? standing ?? changed) !== undefined || ofProjects === undefined)
    return tasksOf(asked);
  return sort === undefined || sort === 'due'
    ? { by: 'projects', q, stage, forum, sector, overdue: overdue !== undefined, sort }
    : undefined;
}

/** What the query of a list asks for; undefined for one that no page of ours leads to. */
export function askedIn(query: URLSearchParams): AskedList | undefined {
  const asked = Query.safeParse(Object.fromEntries([...query].filter(([, value]) => value.trim() !== ''))).data;
  const filter = asked && filterOf(asked);
  return filter && { zone: asked.zone, after: asked.after, page: asked.page, filter };
}

/** The same for the work of a zone. @param reader whose own it is, where only that is asked for */
export const workQueryOf = (
  { holder, stage, overdue, mine, worker, standing, changed }: TaskFilter,
  reader: string,
): WorkQuery => ({ holder, stage, overdue, worker: mine ? reader : worker, standing, changed });
