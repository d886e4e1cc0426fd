import {
  ExecutionAlreadyExists,
  SFNClient,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Workflow } from '#core/kernel/ports.ts';
import { lean, withoutNeedless } from './lean.ts';

/** The name of an execution derives from the project, so that starting twice starts one. */
export function workflowClient(stateMachineArn: string): Workflow {
  const client = withoutNeedless(new SFNClient(lean));
  return {
    start: async (input) => {
      const name = `${input.projectId}-${String(input.generation)}`;
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    answer: async (taskToken, answer) => {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(answer) }));
        return 'answered';
      } catch (error) {
        if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return 'gone';
        throw error;
      }
    },
  };
}
