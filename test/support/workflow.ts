import { OpenAssignmentRequest, type ExecutionInput, type WorkflowAnswer } from '#core/stages/workflow.ts';
import { openStates, type InvokeResult } from '#local/aws/step-functions/index.ts';
import { onboardingDefinition } from '#workflows/onboarding.ts';
import { ensureStateMachine, stateMachineArn, substitute } from '#local/host/state-machine.ts';

const place = { region: 'eu-central-1', account: '000000000000' } as const;
const begin = Date.UTC(2025, 11, 12, 4);
const day = 86_400_000;

/** The definition as both hosts run it. */
export const definition: unknown = JSON.parse(substitute(onboardingDefinition, place));

export interface HistoryEvent {
  readonly type: string;
  readonly stateEnteredEventDetails?: { readonly name: string; readonly input: string };
}

interface Described {
  readonly status: string;
  readonly output?: string;
  readonly error?: string;
}

/** What one wait is called here: 'letter-of-intent', 'power', 'correction'. */
const waitOf = (request: OpenAssignmentRequest): string =>
  ({
    stage: () => ('stage' in request ? request.stage : ''),
    line: () => ('line' in request ? request.line : ''),
    correction: () => 'correction',
    none: () => 'lines',
  })[request.wait]();

/** open-assignment as the machine meets it: keeps tokens by wait, tells which lines are open, and fails when told to. */
function script(lines: readonly string[]) {
  const open = new Set(lines);
  const tokens = new Map<string, string>();
  const requests: OpenAssignmentRequest[] = [];
  const failures: string[] = [];
  const invoke = (_name: string, payload: unknown): Promise<InvokeResult> => {
    const request = OpenAssignmentRequest.parse(payload);
    requests.push(request);
    const errorType = failures.shift();
    if (errorType !== undefined)
      return Promise.resolve({ kind: 'function-error', errorType, errorMessage: 'scripted' });
    if ('task' in request) tokens.set(waitOf(request), (request.task as { token: string }).token);
    return Promise.resolve({ kind: 'ok', payload: { lines: request.wait === 'none' ? [...open] : [] } });
  };
  return { open, tokens, requests, failures, invoke };
}

/** The onboarding machine on an engine of its own, with a scripted open-assignment and a clock that is moved by hand. */
export async function openMachine(lines: readonly string[] = ['power', 'gas', 'water']) {
  let now = begin;
  const scripted = script(lines);
  const engine = await openStates({ file: ':memory:', clock: { now: () => now }, invoke: scripted.invoke, ...place });
  await ensureStateMachine(engine, onboardingDefinition, place);
  const call = async <Body>(action: string, input: object): Promise<Body> => {
    const { status, body } = await engine.handle(action, input);
    if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
    return body as Body;
  };
  const executionArn = (name: string) => stateMachineArn(place).replace(':stateMachine:', ':execution:') + `:${name}`;
  const nameOf = (generation: number) => `p1-${String(generation)}`;
  /** Moves the clock through everything that falls due on the way. */
  const pass = async (days: number): Promise<void> => {
    const until = now + days * day;
    for (let due = engine.nextDueAt(); due !== undefined && due <= until; due = engine.nextDueAt()) {
      now = Math.max(now, due);
      await engine.runDue();
      await engine.idle();
    }
    now = until;
  };
  return {
    ...scripted,
    pass,
    start: async (stage: string, generation = 1): Promise<void> => {
      const input: Omit<ExecutionInput, 'stage'> & { stage: string } = {
        schemaVersion: 1,
        projectId: 'p1',
        generation,
        stage,
      };
      await call('StartExecution', {
        stateMachineArn: stateMachineArn(place),
        name: nameOf(generation),
        input: JSON.stringify(input),
      });
      await engine.idle();
    },
    /** Answers the task token of a wait as relay would. A line that is settled is no longer asked for. */
    answer: async (wait: string, outcome: WorkflowAnswer['outcome'] | 'unheard-of', stage: string): Promise<void> => {
      if (outcome === 'settled') scripted.open.delete(wait);
      await call('SendTaskSuccess', {
        taskToken: scripted.tokens.get(wait),
        output: JSON.stringify({ outcome, stage }),
      });
      await engine.idle();
    },
    describe: (generation = 1) =>
      call<Described>('DescribeExecution', { executionArn: executionArn(nameOf(generation)) }),
    entered: async (generation = 1): Promise<readonly string[]> => {
      const { events } = await call<{ events: readonly HistoryEvent[] }>('GetExecutionHistory', {
        executionArn: executionArn(nameOf(generation)),
        maxResults: 1000,
      });
      return events.flatMap(({ stateEnteredEventDetails: details }) => (details ? [details.name] : []));
    },
    executions: async () =>
      (
        await call<{ executions: readonly { name: string }[] }>('ListExecutions', {
          stateMachineArn: stateMachineArn(place),
        })
      ).executions
        .map(({ name }) => name)
        .toSorted(),
    close: () => engine.close(),
  };
}

export type Machine = Awaited<ReturnType<typeof openMachine>>;
