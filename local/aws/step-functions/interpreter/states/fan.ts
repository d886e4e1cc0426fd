import { evaluateTemplate, evaluateTyped } from '../../expressions/evaluate.ts';
import { StateFailed } from '../../faults.ts';
import { compact, type Json } from '../../json.ts';
import type { MapState, ParallelState } from '../../language/definition.ts';
import { limits } from '../../limits.ts';
import { startIterations } from '../children.ts';
import { leave, shape } from '../finish.ts';
import { integerOf, numberOf } from '../numbers.ts';
import { scopeOf } from '../scope.ts';
import { newThread, type Fanned, type Thread } from '../thread.ts';
import type { Turn } from '../turn.ts';

const isArray = (value: Json): value is Json[] => Array.isArray(value);

export async function runParallel(turn: Turn, thread: Thread, state: ParallelState): Promise<void> {
  const input =
    state.Arguments === undefined
      ? thread.input
      : await evaluateTemplate(state.Arguments, 'Arguments', scopeOf(turn, thread));
  const total = state.Branches.length;
  turn.emit(thread, 'ParallelStateStarted');
  thread.phase = { kind: 'fanned', total, limit: total };
  for (const [index, { StartAt }] of state.Branches.entries()) {
    const path = [...thread.path, 'States', thread.state, 'Branches', index];
    turn.add(newThread({ id: turn.newThreadId(), parent: thread.id, index, path }, StartAt, input, thread.last));
  }
}

export async function runMap(turn: Turn, thread: Thread, state: MapState): Promise<void> {
  const scope = scopeOf(turn, thread);
  const items =
    state.Items === undefined
      ? inputItems(thread.input)
      : await evaluateTyped(state.Items, 'Items', scope, 'array', isArray);
  const most = await integerOf(state.MaxConcurrency ?? 0, 'MaxConcurrency', scope, 0, Number.MAX_SAFE_INTEGER);
  const tolerated = await toleratedOf(turn, thread, state, items.length);
  const inputs = state.ItemSelector === undefined ? items : await selected(turn, thread, state.ItemSelector, items);
  const limit = most === 0 ? limits.concurrency : Math.min(most, limits.concurrency);
  turn.emit(thread, 'MapStateStarted', { mapStateStartedEventDetails: { length: items.length } });
  const fanned: Fanned = {
    kind: 'fanned',
    total: items.length,
    limit,
    items,
    inputs,
    ...(tolerated === undefined ? {} : { tolerated }),
  };
  thread.phase = fanned;
  if (items.length === 0) thread.phase = { kind: 'settled', answer: { kind: 'succeeded', output: [] } };
  else startIterations(turn, thread, fanned, inputs, thread.last);
}

/** Without Items the input is the array. */
function inputItems(input: Json): Json[] {
  if (isArray(input)) return input;
  const cause = `Map state input must be an array but was: ${compact(input)}`;
  throw new StateFailed({ error: 'States.QueryEvaluationError', cause }, 'Items', true);
}

async function selected(turn: Turn, thread: Thread, selector: Json, items: readonly Json[]): Promise<Json[]> {
  const inputs: Json[] = [];
  for (const [Index, Value] of items.entries()) {
    inputs.push(
      await evaluateTemplate(selector, 'ItemSelector', scopeOf(turn, thread, {}, { item: { Index, Value } })),
    );
  }
  return inputs;
}

/** How many iterations may fail: the least of what the count and the percentage allow, if there is either. */
async function toleratedOf(turn: Turn, thread: Thread, state: MapState, total: number): Promise<number | undefined> {
  const scope = scopeOf(turn, thread);
  const { ToleratedFailureCount: count, ToleratedFailurePercentage: percentage } = state;
  const bounds: number[] = [];
  if (count !== undefined)
    bounds.push(await integerOf(count, 'ToleratedFailureCount', scope, 0, Number.MAX_SAFE_INTEGER));
  if (percentage !== undefined)
    bounds.push(Math.floor((total * (await numberOf(percentage, 'ToleratedFailurePercentage', scope, 0, 100))) / 100));
  return bounds.length === 0 ? undefined : Math.min(...bounds);
}

export async function endFanned(
  turn: Turn,
  thread: Thread,
  state: MapState | ParallelState,
  result: Json,
): Promise<void> {
  const before = thread.last;
  turn.emit(thread, `${state.Type}StateSucceeded`);
  const shaped = await shape(thread, state, result, scopeOf(turn, thread, { result }));
  leave(turn, thread, state.Type, state, shaped, before);
}
