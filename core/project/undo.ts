import * as z from 'zod/mini';
import { Instant } from '../kernel/common.ts';
import { refOf } from '../kernel/actor.ts';
import { fail, ok, type Failure, type Result } from '../kernel/result.ts';
import { ProjectDocument } from '../documents/document.ts';
import { Obstacle } from '../obstacles/obstacle.ts';
import type { Change } from './change-builder.ts';
import type { ChangeCommand, ChangePorts } from './change-project.ts';
import { complete } from './complete-change.ts';
import type { ProjectEvent } from './event.ts';
import { mayView } from './permissions.ts';
import { Assignment, Project, type Aggregate } from './project.ts';

/** What a change can be taken back with while its messages wait: the state before it. One of a project at a time. */
export const Undo = z.object({
  by: z.string(),
  /** The versions before and after the change. */
  upon: z.int(),
  version: z.int(),
  /** Until when its messages wait. */
  until: Instant,
  /** Ids of its rows in the outbox. */
  rows: z.array(z.string()),
  before: z.object({
    project: Project,
    assignments: z.array(Assignment),
    documents: z.array(ProjectDocument),
    obstacles: z.array(Obstacle),
  }),
});
export type Undo = z.infer<typeof Undo>;

/** A little before the messages go nothing is taken back any more: clocks of two functions differ. */
const marginMs = 2000;

const isSameCount = (before: Aggregate, after: Aggregate): boolean =>
  (['assignments', 'documents', 'obstacles'] as const).every((of) => before[of].length === after[of].length);

/** Whether everything a change does lies in the project's state and its outbox, and nothing of it is new there. */
export const canBeUndone = ({ before, after, letter, contact, former, also, running }: Change): boolean =>
  before !== undefined &&
  [letter, contact, former, also, running].every((one) => one === undefined) &&
  isSameCount(before, after);

type UndoPorts = ChangePorts & { readonly projects: Pick<ChangePorts['projects'], 'undo'> };

const tooLate: Failure = { kind: 'not-allowed', action: 'undo', because: 'sent' };

/** Until when its author can take it back (epoch ms); undefined when that is over, and for everybody else. */
function openUntil({ by, until }: Undo, { actor, now }: Omit<ChangeCommand, 'projectId'>): number | undefined {
  const end = until - marginMs;
  return now < end && actor.kind === 'staff' && by === actor.personId ? end : undefined;
}

/** What somebody may still take back of what they did to a project last, and until when (epoch ms). */
export async function undoable(
  { projects }: Pick<ChangePorts, 'projects'>,
  command: ChangeCommand,
): Promise<{ readonly version: number; readonly until: number } | undefined> {
  const undo = await projects.undo(command.projectId);
  const until = undo && openUntil(undo, command);
  return undo && until !== undefined ? { version: undo.version, until } : undefined;
}

/**
 * Takes back what its author did to a project last, while nothing of it was sent: all is as it was, and the log says so.
 * Fails with `not-found`, `not-allowed` (`sent`: too late, or something else has happened since).
 */
export async function undoLast(
  ports: UndoPorts,
  { version, ...command }: ChangeCommand & { readonly version: number },
): Promise<Result<Aggregate>> {
  const { projectId, actor, now } = command;
  const [aggregate, undo] = await Promise.all([ports.projects.load(projectId), ports.projects.undo(projectId)]);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const isOpen = undo !== undefined && openUntil(undo, command) !== undefined && undo.version === version;
  if (!isOpen || aggregate.project.version !== version) return fail(tooLate);
  const event: ProjectEvent = {
    projectId,
    sequence: version + 1,
    at: now,
    actor: refOf(actor, aggregate.project),
    body: { type: 'taken-back', from: undo.upon + 1, to: version },
  };
  const after = { ...undo.before, project: { ...undo.before.project, version: version + 1 } };
  const change = complete({ before: aggregate, after, events: [event], notes: [] });
  const unsent = undo.rows.map((rowId) => ({ laneId: projectId, rowId }));
  const written = await ports.projects.commit({ ...change, messages: [], unsent });
  return written === 'committed' ? ok(after) : fail(tooLate);
}

/** A log without what was taken back, as those read it to whom nothing of it was sent. */
export function withoutTakenBack(events: readonly ProjectEvent[]): readonly ProjectEvent[] {
  const taken = events.flatMap(({ body }) => (body.type === 'taken-back' ? [body] : []));
  return events.filter(
    ({ body, sequence }) =>
      body.type !== 'taken-back' && !taken.some(({ from, to }) => from <= sequence && sequence <= to),
  );
}
