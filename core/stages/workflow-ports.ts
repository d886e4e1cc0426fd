import type { ExecutionInput, TaskToken, WorkflowAnswer } from './workflow.ts';
import type { Wait } from '../notices/outbox.ts';

/** A token and when its execution entered the state that waits (epoch ms): a stage or a correction is entered more than once. */
export interface EnteredTask extends TaskToken {
  readonly enteredAt: number;
}

/** Task tokens of what executions wait for; the later one's replaces the earlier one, never the other way round. */
export interface TaskTokens {
  /** Which is later: by execution, redrive, entry of the state, attempt, in this order. */
  readonly store: (projectId: string, wait: Wait, task: EnteredTask) => Promise<void>;
  readonly find: (projectId: string, wait: Wait) => Promise<string | undefined>;
}

export interface Workflow {
  /** An execution of that name that exists already counts as started. */
  readonly start: (input: ExecutionInput) => Promise<void>;
  /** `gone` when the token is no longer waited for. */
  readonly answer: (token: string, answer: WorkflowAnswer) => Promise<'answered' | 'gone'>;
}
