import type { ExecutionInput, TaskToken, WorkflowAnswer } from '../contracts/workflow.ts';
import type { Wait } from '../contracts/outbox.ts';

/** Task tokens of what executions wait for; the latest attempt's replaces the earlier one, never the other way round. */
export interface TaskTokens {
  readonly store: (projectId: string, wait: Wait, task: TaskToken) => Promise<void>;
  readonly find: (projectId: string, wait: Wait) => Promise<string | undefined>;
  /** Queues the answer to a wait whose token came after the decision. */
  readonly queueAnswer: (projectId: string, wait: Wait, answer: WorkflowAnswer, now: number) => Promise<void>;
}

/** The workflow service. */
export interface Workflow {
  /** An execution of that name that exists already counts as started. */
  readonly start: (input: ExecutionInput) => Promise<void>;
  /** `gone` when the token is no longer waited for. */
  readonly answer: (token: string, answer: WorkflowAnswer) => Promise<'answered' | 'gone'>;
}
