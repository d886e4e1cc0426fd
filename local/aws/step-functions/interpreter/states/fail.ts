import { evaluateTyped } from '../../expressions/evaluate.ts';
import { StateFailed } from '../../faults.ts';
import type { Json } from '../../json.ts';
import type { FailState } from '../../language/definition.ts';
import { scopeOf } from '../scope.ts';
import type { Thread } from '../thread.ts';
import type { Turn } from '../turn.ts';

const isText = (value: Json): value is string => typeof value === 'string';

export async function runFail(turn: Turn, thread: Thread, state: FailState): Promise<never> {
  const scope = scopeOf(turn, thread);
  const error =
    state.Error === undefined ? undefined : await evaluateTyped(state.Error, 'Error', scope, 'string', isText);
  const cause =
    state.Cause === undefined ? undefined : await evaluateTyped(state.Cause, 'Cause', scope, 'string', isText);
  throw new StateFailed({ ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
}
