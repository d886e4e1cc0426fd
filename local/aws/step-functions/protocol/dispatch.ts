import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Core } from '../engine/core.ts';
import { ApiError } from '../faults.ts';
import {
  describeExecution,
  getExecutionHistory,
  listExecutions,
  startExecution,
  startSyncExecution,
  stopExecution,
} from './executions.ts';
import {
  createStateMachine,
  deleteStateMachine,
  describeStateMachine,
  describeStateMachineForExecution,
  listStateMachines,
  updateStateMachine,
  validateStateMachineDefinition,
} from './machines.ts';
import { redriveExecution } from './redrive.ts';
import { objectOf, type Input, type Output } from './shapes.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';
import { testState } from './test-state.ts';
import { sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess } from './tasks.ts';

type Action = (core: Core, input: Input) => Output | Promise<Output>;

const actions = new Map<string, Action>(
  Object.entries({
    CreateStateMachine: createStateMachine,
    UpdateStateMachine: updateStateMachine,
    DescribeStateMachine: describeStateMachine,
    DescribeStateMachineForExecution: describeStateMachineForExecution,
    ListStateMachines: listStateMachines,
    DeleteStateMachine: deleteStateMachine,
    ValidateStateMachineDefinition: validateStateMachineDefinition,
    StartExecution: startExecution,
    StopExecution: stopExecution,
    DescribeExecution: describeExecution,
    ListExecutions: listExecutions,
    GetExecutionHistory: getExecutionHistory,
    SendTaskSuccess: sendTaskSuccess,
    SendTaskFailure: sendTaskFailure,
    SendTaskHeartbeat: sendTaskHeartbeat,
    RedriveExecution: redriveExecution,
    TestState: testState,
    StartSyncExecution: startSyncExecution,
    TagResource: tagResource,
    UntagResource: untagResource,
    ListTagsForResource: listTagsForResource,
  }),
);

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Answers once all written so far is on disk, and in another turn of the event loop: asking keeps nothing out. */
export async function dispatch(core: Core, target: string, body: unknown): Promise<Answer> {
  const action = actions.get(target.slice(target.indexOf('.') + 1));
  let answer: Answer;
  try {
    if (action === undefined) throw new ApiError('UnknownOperationException', `${target} is not supported`);
    answer = { status: 200, body: await action(core, objectOf(body)) };
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) throw thrown;
    answer = {
      status: 400,
      body: { __type: `com.amazonaws.swf.service.v2.model#${thrown.code}`, message: thrown.message, ...thrown.more },
    };
  }
  await nextTurn();
  await core.store.batch.saved();
  return answer;
}
