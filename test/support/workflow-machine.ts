import { ExecutionInput, WorkflowAnswer } from '#core/stages/workflow.ts';
import type { Workflow } from '#core/kernel/ports.ts';
import { type InvokeResult, openStates, type StatesEngine } from '#local/aws/step-functions/index.ts';
import { ensureStateMachine, stateMachineArn } from '#local/host/state-machine.ts';
import { onboardingDefinition } from '#workflows/onboarding.ts';

const place = { region: 'eu-central-1', account: '000000000000' } as const;
/** The longest before a call is repeated. */
const longestPause = 3_600_000;

interface Request {
  readonly enteredAt: string;
  readonly task?: { readonly token: string };
}

interface Call {
  /** Whether the machine waits on, after the call, for somebody's answer. */
  readonly waits: boolean;
  readonly make: () => Promise<void>;
}

interface Described {
  readonly executionArn: string;
  readonly status: string;
  readonly input: string;
}

export interface Execution {
  readonly input: ExecutionInput;
  /** The state in which it ended, or how it did. */
  readonly ended: string | undefined;
}

/**
 * workflows/onboarding.ts on the engine of the one-machine host, beside the table: a test says when each of its calls is made.
 * The engine has a clock of its own, which runs ahead of the test's: what the test sees are the test's moments.
 */
export class WorkflowMachine implements Workflow {
  #calls: Call[] = [];
  readonly #tokens = new Set<string>();
  readonly #entries = new Map<string, string>();
  readonly #open: (payload: unknown) => Promise<unknown>;
  readonly #now: () => number;
  #engine: Promise<StatesEngine> | undefined;
  /** So that no two entries of an execution share a moment. */
  #ticks = 0;
  #ahead = 0;

  constructor(open: (payload: unknown) => Promise<unknown>, now: () => number) {
    this.#open = open;
    this.#now = now;
  }

  async start(input: ExecutionInput): Promise<void> {
    const name = `${input.projectId}-${String(input.generation)}`;
    const { status, body } = await this.#call('StartExecution', {
      stateMachineArn: stateMachineArn(place),
      name,
      input: JSON.stringify(ExecutionInput.parse(input)),
    });
    if (status !== 200 && !isOf(body, 'ExecutionAlreadyExists')) throw new Error(JSON.stringify(body));
  }

  async answer(token: string, answer: WorkflowAnswer): Promise<'answered' | 'gone'> {
    const { status, body } = await this.#call('SendTaskSuccess', {
      taskToken: token,
      output: JSON.stringify(WorkflowAnswer.parse(answer)),
    });
    if (isOf(body, 'TaskTimedOut') || isOf(body, 'TaskDoesNotExist')) return 'gone';
    if (status !== 200) throw new Error(JSON.stringify(body));
    return 'answered';
  }

  /** Makes the next call that is due, or lets the pause pass before one is repeated; false when there is none. */
  async step(): Promise<boolean> {
    const call = this.#calls.shift();
    if (!call) return this.#pass(longestPause);
    await call.make();
    return true;
  }

  /** Every wait of every execution has lasted as long as it may. */
  async timeOut(): Promise<void> {
    const before = await this.waiting();
    // Whatever nobody has to answer is over long before.
    const short = this.#calls.filter(({ waits }) => !waits);
    this.#calls = this.#calls.filter(({ waits }) => waits);
    for (const { make } of short) await make();
    while ((await this.waiting()).some((token) => before.includes(token))) await this.#pass(Infinity);
  }

  /** A call failed after all: the service makes it again, with a new token. */
  async retry(): Promise<void> {
    for (const taskToken of await this.waiting())
      await this.#call('SendTaskFailure', { taskToken, error: 'Lambda.ServiceException' });
  }

  /** Tokens that may still be answered. */
  async waiting(): Promise<readonly string[]> {
    for (const taskToken of this.#tokens) {
      const { status } = await this.#call('SendTaskHeartbeat', { taskToken });
      if (status !== 200) this.#tokens.delete(taskToken);
    }
    return [...this.#tokens];
  }

  /** Those of a project, or of all, the first one first. */
  async executions(projectId?: string): Promise<readonly Execution[]> {
    if (!this.#engine) return [];
    const listed = await this.#read<{ executions: readonly Described[] }>('ListExecutions', {
      stateMachineArn: stateMachineArn(place),
      maxResults: 1000,
    });
    const all = await Promise.all(
      listed.executions.map(async ({ executionArn, status }) => {
        const { input } = await this.#read<Described>('DescribeExecution', { executionArn });
        return {
          input: ExecutionInput.parse(JSON.parse(input)),
          ended:
            status === 'RUNNING' ? undefined : status === 'SUCCEEDED' ? await this.#lastState(executionArn) : status,
        };
      }),
    );
    return all
      .filter(({ input }) => projectId === undefined || input.projectId === projectId)
      .toSorted((one, other) => one.input.generation - other.input.generation);
  }

  async #lastState(executionArn: string): Promise<string | undefined> {
    const { events } = await this.#read<{ events: readonly { stateExitedEventDetails?: { name: string } }[] }>(
      'GetExecutionHistory',
      { executionArn, reverseOrder: true, maxResults: 10 },
    );
    return events.find(({ stateExitedEventDetails: details }) => details)?.stateExitedEventDetails?.name;
  }

  /** Lets time pass until the engine has something to do, if that is not too long. */
  async #pass(most: number): Promise<boolean> {
    const engine = await this.#engine;
    const due = engine?.nextDueAt();
    if (!engine || due === undefined || due - this.#clock() > most) return false;
    this.#ahead += Math.max(0, due - this.#clock());
    await engine.runDue();
    await engine.still();
    return true;
  }

  #clock(): number {
    return this.#now() + this.#ticks + this.#ahead;
  }

  async #call(action: string, input: object): Promise<{ readonly status: number; readonly body: unknown }> {
    this.#ticks += 1;
    const engine = await (this.#engine ??= this.#begin());
    const answer = await engine.handle(action, input);
    await engine.still();
    return answer;
  }

  async #read<Body>(action: string, input: object): Promise<Body> {
    const { status, body } = await this.#call(action, input);
    if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
    return body as Body;
  }

  async #begin(): Promise<StatesEngine> {
    const engine = await openStates({
      file: ':memory:',
      clock: { now: () => this.#clock() },
      invoke: (_, payload) => this.#invoke(payload as Request),
      ...place,
    });
    await ensureStateMachine(engine, onboardingDefinition, place);
    return engine;
  }

  /** The call is made, and the machine learns what it came to, when the test says so. */
  #invoke(request: Request): Promise<InvokeResult> {
    const { promise, resolve } = Promise.withResolvers<InvokeResult>();
    if (request.task) this.#tokens.add(request.task.token);
    const payload = { ...request, enteredAt: this.#entry(request.enteredAt) };
    const make = async (): Promise<void> => {
      this.#ticks += 1;
      resolve({ kind: 'ok', payload: await this.#open(payload) });
      await (await this.#engine)?.still();
    };
    this.#calls.push({ waits: request.task !== undefined, make });
    return promise;
  }

  /** A moment of the engine's clock as the test's. */
  #entry(enteredAt: string): string {
    const known = this.#entries.get(enteredAt) ?? new Date(Date.parse(enteredAt) - this.#ahead).toISOString();
    this.#entries.set(enteredAt, known);
    return known;
  }
}

const isOf = (body: unknown, type: string): boolean =>
  typeof body === 'object' && body !== null && '__type' in body && String(body.__type).endsWith(type);
