import type { Actor } from '../kernel/actor.ts';
import type { Failure } from '../kernel/result.ts';
import type { ChangePorts } from '../project/change-project.ts';
import { handleAssignment, type HandlingRequest } from './handle-assignment.ts';

/** Assignments at once (ours): a page of the work list. */
export const mostPicked = 50;
/** How many are worked on side by side. */
const abreast = 5;

/** What is done with one of many, as its reader saw it. */
export interface Pick {
  readonly assignmentId: string;
  readonly request: HandlingRequest;
}

export interface Handled {
  readonly assignmentId: string;
  /** Absent: it is done, or was already. */
  readonly failure?: Failure;
}

/**
 * The same with many assignments: each is authorised, judged and written by itself as if it were done alone, so that one that is refused
 * keeps no other back, and what is sent twice is done once.
 */
export async function handleMany(
  ports: ChangePorts,
  { actor, now, picks }: { readonly actor: Actor; readonly now: number; readonly picks: readonly Pick[] },
): Promise<readonly Handled[]> {
  const handled: Handled[] = [];
  // Those of one project one after the other: they would only be in each other's way.
  const projects = [...Map.groupBy(picks.slice(0, mostPicked), ({ assignmentId }) => assignmentId.split('_')[0])];
  const next = async (): Promise<void> => {
    for (let one = projects.shift(); one; one = projects.shift())
      for (const { assignmentId, request } of one[1]) {
        const done = await handleAssignment(ports, { assignmentId, actor, now, request });
        handled.push(done.ok ? { assignmentId } : { assignmentId, failure: done.failure });
      }
  };
  await Promise.all(Array.from({ length: abreast }, next));
  return handled;
}
