import * as z from 'zod/mini';
import { Utility } from '../kernel/common.ts';
import { StageName } from './decision.ts';
import { stageOfLines } from './stage-id.ts';

const Message = { schemaVersion: z.literal(1), projectId: z.string(), enteredAt: z.iso.datetime({ offset: true }) };

/** A call that the machine gave up and repeated may end after its repetition: then its token is dead. */
export const TaskToken = z.object({ token: z.string(), generation: z.int(), redrive: z.int(), attempt: z.int() });
export type TaskToken = z.infer<typeof TaskToken>;

const Waiting = { task: TaskToken };

/** What the state machine asks of `open-assignment`. Each with a token waits until that token is answered. */
export const OpenAssignmentRequest = z.discriminatedUnion('wait', [
  z.object({ ...Message, wait: z.literal('stage'), stage: StageName, ...Waiting }),
  z.object({ ...Message, wait: z.literal('line'), line: Utility, ...Waiting }),
  z.object({ ...Message, wait: z.literal('correction'), ...Waiting }),
  /** No wait: which utility lines are to be waited for. */
  z.object({ ...Message, wait: z.literal('none'), stage: z.literal(stageOfLines) }),
]);
export type OpenAssignmentRequest = z.infer<typeof OpenAssignmentRequest>;

export const OpenLinesResponse = z.object({ lines: z.array(Utility) });
export type OpenLinesResponse = z.infer<typeof OpenLinesResponse>;

/** What a task token is answered with; the machine's Choice states read it. */
export const WorkflowAnswer = z.object({
  outcome: z.enum(['approved', 'settled', 'corrected', 'returned', 'sent-back', 'ended']),
  /** Where to go on: the stage itself after a correction, an earlier one after a send-back. */
  stage: StageName,
});
export type WorkflowAnswer = z.infer<typeof WorkflowAnswer>;

/** Input of an execution: ids only; the data stay in the table. */
export const ExecutionInput = z.object({
  schemaVersion: z.literal(1),
  projectId: z.string(),
  generation: z.int(),
  stage: StageName,
});
export type ExecutionInput = z.infer<typeof ExecutionInput>;
