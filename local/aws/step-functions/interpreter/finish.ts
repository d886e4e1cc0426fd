import { evaluateTemplate, type Scope } from '../expressions/evaluate.ts';
import { bytesOf, compact, type Json, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { exited } from './details.ts';
import { childEnded } from './children.ts';
import type { Thread } from './thread.ts';
import { tooLarge, type Turn } from './turn.ts';

export interface Shape {
  readonly Assign?: JsonObject | undefined;
  readonly Output?: Json | undefined;
  readonly Next?: string | undefined;
  /** AWS's name of the place of these fields, such as `Catch[0]/`. */
  readonly place?: string;
}

interface Shaped {
  readonly output: Json;
  readonly assigned: JsonObject | undefined;
}

/** Neither sees the other's effect. Throws StateFailed when an expression fails or the data are too large. */
export async function shape(thread: Thread, fields: Shape, fallback: Json, scope: Scope): Promise<Shaped> {
  const place = fields.place ?? '';
  const assigned =
    fields.Assign === undefined
      ? undefined
      : ((await evaluateTemplate(fields.Assign, `${place}Assign`, scope)) as JsonObject);
  const output =
    fields.Output === undefined ? fallback : await evaluateTemplate(fields.Output, `${place}Output`, scope);
  if (bytesOf(compact(output)) > limits.payload) throw tooLarge(thread.state);
  if (assigned !== undefined) {
    if (bytesOf(compact(assigned)) > limits.assign) throw tooLarge(thread.state);
    if (bytesOf(compact({ ...scope.variables, ...assigned })) > limits.variables) throw tooLarge(thread.state);
  }
  return { output, assigned };
}

export function leave(
  turn: Turn,
  thread: Thread,
  type: string,
  fields: Shape,
  { output, assigned }: Shaped,
  previous = thread.last,
): void {
  turn.emit(thread, `${type}StateExited`, exited(thread.state, output, assigned), previous);
  thread.variables = { ...thread.variables, ...assigned };
  thread.attempts = [];
  thread.retries = 0;
  if (fields.Next === undefined) {
    endThread(turn, thread, output);
  } else {
    thread.state = fields.Next;
    thread.input = output;
    thread.phase = { kind: 'enter' };
  }
}

function endThread(turn: Turn, thread: Thread, output: Json): void {
  if (thread.parent >= 0) {
    thread.phase = { kind: 'ended', output };
    childEnded(turn, thread);
    return;
  }
  const text = compact(output);
  turn.execution.row.body.output = text;
  turn.close('SUCCEEDED', thread.last, 'ExecutionSucceeded', {
    executionSucceededEventDetails: { output: text, outputDetails: { truncated: false } },
  });
}
