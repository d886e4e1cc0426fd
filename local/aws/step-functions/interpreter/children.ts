import type { Failure } from '../faults.ts';
import type { Json } from '../json.ts';
import { processorField, scopeAt, type MapState } from '../language/definition.ts';
import { newThread, type Fanned, type Thread } from './thread.ts';
import type { Turn } from './turn.ts';

function abortThread(turn: Turn, thread: Thread, failed: number, map: string | undefined): void {
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

const beyondTolerance: Failure = {
  error: 'States.ExceedToleratedFailureThreshold',
  cause: 'The specified tolerated failure threshold was exceeded',
};

export function startIterations(
  turn: Turn,
  parent: Thread,
  fanned: Fanned,
  inputs: readonly Json[],
  previous: number,
): void {
  const path = [...parent.path, 'States', parent.state, processorField(turn.stateOf(parent) as MapState)];
  const { StartAt } = scopeAt(turn.execution.definition, path);
  const running = turn.childrenOf(parent);
  let index = running.length;
  let free = fanned.limit - running.filter(({ phase }) => phase.kind !== 'ended' && phase.kind !== 'lost').length;
  for (; free > 0 && index < fanned.total; free -= 1, index += 1) {
    const child = newThread(
      { id: turn.newThreadId(), parent: parent.id, index, path },
      StartAt,
      inputs[index] ?? null,
      previous,
    );
    turn.emit(child, 'MapIterationStarted', { mapIterationStartedEventDetails: { name: parent.state, index } });
    turn.add(child);
  }
}

export function childEnded(turn: Turn, child: Thread): void {
  const parent = turn.thread(child.parent);
  const fanned = parent.phase as Fanned;
  const exit = child.last;
  if (fanned.items !== undefined) {
    turn.emit(child, 'MapIterationSucceeded', {
      mapIterationSucceededEventDetails: { name: parent.state, index: child.index },
    });
  }
  goOn(turn, parent, fanned, child, exit);
}

function goOn(turn: Turn, parent: Thread, fanned: Fanned, child: Thread, exit: number): void {
  if (fanned.inputs !== undefined) startIterations(turn, parent, fanned, fanned.inputs, exit);
  const children = turn.childrenOf(parent);
  if (children.length < fanned.total || !children.every(({ phase }) => phase.kind === 'ended' || phase.kind === 'lost'))
    return;
  const outputs: Json[] = [];
  for (const done of children.sort((a, b) => a.index - b.index))
    if (done.phase.kind === 'ended') outputs.push(done.phase.output);
  for (const done of children) turn.drop(done);
  parent.last = child.last;
  parent.phase = { kind: 'settled', answer: { kind: 'succeeded', output: outputs } };
  turn.changed.add(parent);
}

/** Returns the state that fails, and with what; undefined when the Map tolerates it. */
export function childFailed(
  turn: Turn,
  child: Thread,
  failure: Failure,
  inTask: boolean,
): { parent: Thread; failure: Failure } | undefined {
  const parent = turn.thread(child.parent);
  const fanned = parent.phase as Fanned;
  const failed = child.last;
  const isMap = fanned.items !== undefined;
  if (isMap)
    turn.record('MapIterationFailed', failed, {
      mapIterationFailedEventDetails: { name: parent.state, index: child.index },
    });
  if (inTask) turn.record('TaskStateAborted', failed);
  const lost = turn.childrenOf(parent).filter(({ phase }) => phase.kind === 'lost').length + 1;
  child.phase = { kind: 'lost' };
  turn.changed.add(child);
  if (lost <= (fanned.tolerated ?? 0)) {
    goOn(turn, parent, fanned, child, failed);
    return undefined;
  }
  for (const other of turn.childrenOf(parent)) {
    abortThread(turn, other, failed, isMap ? parent.state : undefined);
    turn.drop(other);
  }
  parent.last = failed;
  turn.changed.add(parent);
  return { parent, failure: fanned.tolerated === undefined ? failure : beyondTolerance };
}
