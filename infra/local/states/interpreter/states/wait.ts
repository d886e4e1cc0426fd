import { evaluateTyped } from '../../expressions/evaluate.ts';
import type { Json } from '../../json.ts';
import type { WaitState } from '../../language/definition.ts';
import { leave, shape } from '../finish.ts';
import { integerOf } from '../numbers.ts';
import { scopeOf } from '../scope.ts';
import type { Thread } from '../thread.ts';
import { limits } from '../../limits.ts';
import type { Turn } from '../turn.ts';

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is the ISO 8601 moment a Wait takes. */
export const isMoment = (value: Json): value is string => typeof value === 'string' && moment.test(value) && !Number.isNaN(Date.parse(value));

export async function runWait(turn: Turn, thread: Thread, state: WaitState): Promise<void> {
  const scope = scopeOf(turn, thread);
  const until = state.Seconds !== undefined
    ? turn.now + await integerOf(state.Seconds, 'Seconds', scope, 0, limits.seconds) * 1000
    : Date.parse(await evaluateTyped(state.Timestamp ?? null, 'Timestamp', scope, 'timestamp', isMoment));
  if (until <= turn.now) return endWait(turn, thread, state);
  thread.phase = { kind: 'waiting', until };
}

export async function endWait(turn: Turn, thread: Thread, state: WaitState): Promise<void> {
  leave(turn, thread, 'Wait', state, await shape(thread, state, thread.input, scopeOf(turn, thread)));
}
