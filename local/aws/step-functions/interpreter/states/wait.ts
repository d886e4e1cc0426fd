import { evaluateTyped } from '../../expressions/evaluate.ts';
import { StateFailed } from '../../faults.ts';
import type { Json } from '../../json.ts';
import type { WaitState } from '../../language/definition.ts';
import { leave, shape } from '../finish.ts';
import { integerOf } from '../numbers.ts';
import { scopeOf } from '../scope.ts';
import type { Thread } from '../thread.ts';
import { limits } from '../../limits.ts';
import type { Turn } from '../turn.ts';

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const isText = (value: Json): value is string => typeof value === 'string';

/** The moment a text names, in epoch milliseconds. @throws StateFailed when it names none */
function momentOf(text: string): number {
  const millis = moment.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(millis)) return millis;
  const cause = `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`;
  throw new StateFailed({ error: 'States.QueryEvaluationError', cause }, 'Timestamp');
}

export async function runWait(turn: Turn, thread: Thread, state: WaitState): Promise<void> {
  const scope = scopeOf(turn, thread);
  const until =
    state.Seconds !== undefined
      ? turn.now + (await integerOf(state.Seconds, 'Seconds', scope, 0, limits.seconds)) * 1000
      : momentOf(await evaluateTyped(state.Timestamp ?? null, 'Timestamp', scope, 'string', isText));
  if (until <= turn.now) return endWait(turn, thread, state);
  thread.phase = { kind: 'waiting', until };
}

export async function endWait(turn: Turn, thread: Thread, state: WaitState): Promise<void> {
  leave(turn, thread, 'Wait', state, await shape(thread, state, thread.input, scopeOf(turn, thread)));
}
