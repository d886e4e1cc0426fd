import { rolesAt, type Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { today } from '../project/zone-context.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { SavedFilter } from './desk-ports.ts';
import { colleaguesOf, type Colleague } from './view-colleagues.ts';
import {
  fitsWork,
  inOrder,
  nextLook,
  pageRows,
  workLines,
  type Alphabet,
  type WorkLine,
  type WorkOrder,
  type WorkQuery,
} from './work-query.ts';

export type WorkPorts = Pick<Ports, 'lists' | 'reference' | 'desks'>;

export interface InWork {
  readonly zoneId: string;
  readonly actor: Actor;
  readonly now: number;
  /** Where the part of the zone's work begins that is looked at; absent: with what is awaited first. */
  readonly after?: string | undefined;
}

/** A row as it is shown: with the working days that are left, below nought those it is late by. */
export type WorkListLine = WorkLine & { readonly daysLeft: number };

/** A page of the work list, and what is known of all of it. */
export interface WorkList {
  readonly lines: readonly WorkListLine[];
  readonly count: number;
  readonly changed: number;
  readonly page: number;
  readonly pages: number;
  /** False where not all of the zone's work was read: by due date alone then. */
  readonly isWhole: boolean;
  /** Where the part behind this one begins. */
  readonly next?: string | undefined;
  readonly colleagues: readonly Colleague[];
  readonly filters: readonly SavedFilter[];
}

/** All open work of a zone for somebody who has a role there; to others it does not exist (`not-found`). */
export async function openWorkOf(ports: WorkPorts, { zoneId, actor, now, after }: InWork) {
  const context = await zoneContextOf(ports, zoneId, now);
  if (context === undefined || actor.kind !== 'staff' || rolesAt(actor.memberships, context.zone).length === 0)
    return fail({ kind: 'not-found' });
  const [desk, found] = await Promise.all([ports.desks.find(actor.personId, zoneId), ports.lists.work(zoneId, after)]);
  const look = nextLook(desk.look, now);
  const since = (look ?? desk.look)?.since;
  const lines = workLines({ entries: found.entries, lines: context.lines, since });
  return ok({ context, actor, lines, look, filters: desk.filters, next: found.next });
}

/**
 * A page of a zone's open assignments, or all of them, in any order: two rounds of reads, the work and its reader's own record, then
 * the names of whoever works on it. That they looked is written at most once in five minutes, whatever is shown.
 */
export async function listWork(
  ports: WorkPorts,
  command: InWork & {
    readonly query: WorkQuery;
    readonly order?: WorkOrder | undefined;
    readonly compare: Alphabet['compare'];
    /** From 1; absent: everything, and it was no look. */
    readonly page?: number | undefined;
  },
): Promise<Result<WorkList>> {
  const read = await openWorkOf(ports, command);
  if (!read.ok) return read;
  const { context, actor, lines, look, filters, next } = read.value;
  const fitting = lines.filter(fitsWork(command.query));
  const isWhole = next === undefined && command.after === undefined;
  const workers = fitting.flatMap(({ assignee }) =>
    assignee !== undefined && assignee !== actor.personId ? [assignee] : [],
  );
  const [colleagues] = await Promise.all([
    colleaguesOf(ports, command.zoneId, workers),
    look && command.page !== undefined ? ports.desks.look(actor.personId, command.zoneId, look) : undefined,
  ]);
  const names = new Map(colleagues.map(({ personId, name }) => [personId, name ?? personId]));
  const sorted =
    command.order && isWhole
      ? inOrder(fitting, command.order, { compare: command.compare, nameOf: (id) => names.get(id) ?? '' })
      : fitting;
  const pages = Math.max(1, Math.ceil(sorted.length / pageRows));
  const page = Math.min(command.page ?? 1, pages);
  const shown = command.page === undefined ? sorted : sorted.slice((page - 1) * pageRows, page * pageRows);
  const day = today(context);
  return ok({
    lines: shown.map((line) => ({ ...line, daysLeft: workingDaysBetween(context.calendar, day, line.due) })),
    count: fitting.length,
    changed: fitting.filter(({ isNew }) => isNew).length,
    page,
    pages,
    isWhole,
    next,
    colleagues,
    filters,
  });
}
