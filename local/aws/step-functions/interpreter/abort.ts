import type { Thread } from './thread.ts';
import type { Turn } from './turn.ts';

/** Records that a branch, or an iteration of the Map `map`, is broken off because a sibling failed with the event `failed`. */
export function abortThread(turn: Turn, thread: Thread, failed: number, map: string | undefined): void {
  if (thread.phase.kind === 'ended' || thread.phase.kind === 'lost') return;
  if (map !== undefined)
    turn.record('MapIterationAborted', failed, { mapIterationAbortedEventDetails: { name: map, index: thread.index } });
  const state = turn.stateOf(thread);
  for (const child of turn.childrenOf(thread)) {
    abortThread(turn, child, failed, state.Type === 'Map' ? thread.state : undefined);
    turn.drop(child);
  }
  if (thread.phase.kind !== 'enter') turn.record(`${state.Type}StateAborted`, failed);
}
