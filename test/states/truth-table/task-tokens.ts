import { expect } from 'vitest';
import type { Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { advance, answer, echo, failed, failing, machine, one, succeeded, waiting } from '../machines.ts';

const asked = ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSubmitted'];
const chain = [0, 0, 2, 3, 4];
const kind = { resourceType: 'lambda', resource: 'invoke.waitForTaskToken' };
/** After the first task is over, wait on: so that late answers meet a running execution. */
const thenWait = (first: Record<string, unknown>) => machine({ T: waiting('f', { ...first, Next: 'W' }), W: { Type: 'Wait', Seconds: 600, End: true } });

export const taskTokenRows: readonly Row[] = [
  {
    kind: 'run', id: 'token-success', title: 'SendTaskSuccess\'s output is the result', source: from.recorded.callback, definition: one(waiting('f')), functions: { f: echo }, acts: [advance(86_400), answer({ outcome: 'approved' })],
    expect: succeeded({ outcome: 'approved' }, {
      seconds: 86_400, history: [...asked, 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'], previous: [...chain, 5, 6, 7],
      events: {
        3: { taskScheduledEventDetails: { ...kind, region: expect.any(String), parameters: { FunctionName: 'f', Payload: { token: expect.any(String) } } } },
        4: { taskStartedEventDetails: kind },
        5: { taskSubmittedEventDetails: { ...kind, output: expect.objectContaining({ StatusCode: 200, Payload: { token: expect.any(String) } }), outputDetails: { truncated: false } } },
        6: { taskSucceededEventDetails: { ...kind, output: { outcome: 'approved' }, outputDetails: { truncated: false } } },
      },
    }),
  },
  {
    kind: 'run', id: 'token-failure', title: 'SendTaskFailure\'s error and cause are the state\'s, word for word', source: from.recorded.callback, definition: one(waiting('f')), functions: { f: echo }, acts: [{ act: 'failure', error: 'Failure error', cause: 'Failure cause' }],
    expect: failed('Failure error', 'Failure cause', { history: [...asked, 'TaskFailed', 'ExecutionFailed'], previous: [...chain, 5, 6], events: { 6: { taskFailedEventDetails: { ...kind, error: 'Failure error', cause: 'Failure cause' } } } }),
  },
  { kind: 'run', id: 'token-failure-bare', title: 'both may be left out', source: from.api.failure, definition: one(waiting('f')), functions: { f: echo }, acts: [{ act: 'failure' }], expect: { status: 'FAILED', cause: null } },
  { kind: 'run', id: 'token-output', title: 'Output picks from what was sent', source: from.guide.callback, definition: one(waiting('f', { Output: '{% $states.result.n + 1 %}' })), functions: { f: echo }, acts: [answer({ n: 1 })], expect: succeeded(2) },
  {
    kind: 'run', id: 'token-timeout', title: 'TimeoutSeconds ends the wait', source: from.recorded.callback, definition: one(waiting('f', { TimeoutSeconds: 5 })), functions: { f: echo },
    expect: failed('States.Timeout', null, {
      seconds: 5, history: [...asked, 'TaskTimedOut', 'ExecutionFailed'], previous: [...chain, 5, 6],
      events: { 3: { taskScheduledEventDetails: { timeoutInSeconds: 5 } }, 6: { taskTimedOutEventDetails: { ...kind, error: 'States.Timeout' } } },
    }),
  },
  {
    kind: 'run', id: 'token-heartbeat-missed', title: 'a missing heartbeat ends the wait as a timeout', source: from.recorded.heartbeats, definition: one(waiting('f', { HeartbeatSeconds: 5, TimeoutSeconds: 600 })), functions: { f: echo },
    expect: failed('States.Timeout', null, { seconds: 5, history: [...asked, 'TaskTimedOut', 'ExecutionFailed'], events: { 3: { taskScheduledEventDetails: { heartbeatInSeconds: 5, timeoutInSeconds: 600 } }, 6: { taskTimedOutEventDetails: { error: 'States.Timeout' } } } }),
  },
  {
    kind: 'run', id: 'token-heartbeat-alone', title: 'HeartbeatSeconds do without TimeoutSeconds', source: from.recorded.heartbeats, definition: one(waiting('f', { HeartbeatSeconds: 5 })), functions: { f: echo },
    expect: failed('States.Timeout', null, { seconds: 5, history: [...asked, 'TaskTimedOut', 'ExecutionFailed'] }),
  },
  {
    kind: 'run', id: 'token-heartbeats', title: 'every heartbeat begins the time anew and leaves no event', source: from.recorded.callback, definition: one(waiting('f', { HeartbeatSeconds: 120, TimeoutSeconds: 600 })), functions: { f: echo },
    acts: [advance(100), { act: 'heartbeat' }, advance(100), { act: 'heartbeat' }, advance(100), answer('alive')],
    expect: succeeded('alive', { seconds: 300, history: [...asked, 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'] }),
  },
  { kind: 'run', id: 'token-heartbeat-then-timeout', title: 'but not the TimeoutSeconds', source: from.api.heartbeat, definition: one(waiting('f', { HeartbeatSeconds: 50, TimeoutSeconds: 60 })), functions: { f: echo }, acts: [advance(40), { act: 'heartbeat' }], expect: failed('States.Timeout', null, { seconds: 60 }) },
  { kind: 'run', id: 'token-heartbeat-plain', title: 'a heartbeat without HeartbeatSeconds is taken and changes nothing', source: from.api.heartbeat, definition: one(waiting('f', { TimeoutSeconds: 60 })), functions: { f: echo }, acts: [advance(40), { act: 'heartbeat' }], expect: failed('States.Timeout', null, { seconds: 60 }) },
  { kind: 'run', id: 'token-twice', title: 'a second answer comes too late', source: from.api.success, definition: thenWait({}), functions: { f: echo }, acts: [answer(1), { act: 'success', output: 2, refused: 'TaskTimedOut' }], expect: succeeded(1) },
  { kind: 'run', id: 'token-late', title: 'an answer after the timeout comes too late', source: from.api.success, definition: thenWait({ TimeoutSeconds: 5, Catch: [{ ErrorEquals: ['States.ALL'], Output: 'timed out', Next: 'W' }] }), functions: { f: echo }, acts: [advance(6), { act: 'success', output: 2, refused: 'TaskTimedOut' }], expect: succeeded('timed out') },
  { kind: 'run', id: 'token-late-failure', title: 'so does a failure', source: from.api.failure, definition: thenWait({}), functions: { f: echo }, acts: [answer(1), { act: 'failure', refused: 'TaskTimedOut' }], expect: succeeded(1) },
  { kind: 'run', id: 'token-late-heartbeat', title: 'so does a heartbeat', source: from.api.heartbeat, definition: thenWait({}), functions: { f: echo }, acts: [answer(1), { act: 'heartbeat', refused: 'TaskTimedOut' }], expect: succeeded(1) },
  { kind: 'run', id: 'token-stopped', title: 'an answer to a stopped execution comes too late', source: from.api.stop, definition: one(waiting('f')), functions: { f: echo }, acts: [{ act: 'stop', error: 'Withdrawn', cause: 'by the investor' }, { act: 'success', output: 1, refused: 'TaskTimedOut' }], expect: { status: 'ABORTED', error: 'Withdrawn', cause: 'by the investor' } },
  { kind: 'run', id: 'token-function-fails', title: 'when the function fails the state fails, the token is not waited for', source: from.guide.callback, definition: one(waiting('f')), functions: { f: failing('Kaboom') }, expect: failed('Kaboom', undefined, { history: ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'ExecutionFailed'] }) },
  { kind: 'run', id: 'token-forever', title: 'without a timeout it waits as long as an execution may last', source: from.guide.callback, definition: one(waiting('f')), functions: { f: echo }, acts: [advance(30_000_000), answer('at last')], expect: succeeded('at last', { seconds: 30_000_000 }) },
  { kind: 'run', id: 'token-months', title: 'a timeout of 300 days', source: from.guide.quotas, definition: one(waiting('f', { TimeoutSeconds: 25_920_000 })), functions: { f: echo }, expect: failed('States.Timeout', null, { seconds: 25_920_000 }) },
  { kind: 'run', id: 'token-timeout-expression', title: 'TimeoutSeconds by an expression', source: from.guide.jsonata, definition: one(waiting('f', { TimeoutSeconds: '{% $states.input.days * 86400 %}' })), input: { days: 2 }, functions: { f: echo }, expect: failed('States.Timeout', null, { seconds: 172_800 }) },
  { kind: 'run', id: 'token-null', title: 'null is an answer', source: from.api.success, definition: one(waiting('f')), functions: { f: echo }, acts: [answer(null)], expect: succeeded(null) },
  { kind: 'run', id: 'token-order', title: 'two waits in a row have two tokens', source: from.guide.callback, definition: machine({ A: waiting('f', { Next: 'B' }), B: waiting('f', { End: true }) }), functions: { f: echo }, acts: [answer('one'), answer('two')], expect: succeeded('two', { calls: { f: 2 } }) },
];
