import type { PassState, SucceedState } from '../../language/definition.ts';
import { leave, shape } from '../finish.ts';
import { scopeOf } from '../scope.ts';
import type { Thread } from '../thread.ts';
import type { Turn } from '../turn.ts';

export async function runPass(turn: Turn, thread: Thread, state: PassState): Promise<void> {
  leave(turn, thread, 'Pass', state, await shape(thread, state, thread.input, scopeOf(turn, thread)));
}

export async function runSucceed(turn: Turn, thread: Thread, state: SucceedState): Promise<void> {
  leave(turn, thread, 'Succeed', state, await shape(thread, state, thread.input, scopeOf(turn, thread)));
}
