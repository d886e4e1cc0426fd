import { readFileSync } from 'node:fs';
import jsonata from 'jsonata';
import { ExecutionInput, WorkflowAnswer } from '#core/stages/workflow.ts';
import type { Workflow } from '#core/kernel/ports.ts';

/** The definition as far as a walk through it goes: no retries, and time-outs only when told. */
interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Resource?: string;
  readonly Arguments?: { readonly Payload?: unknown; readonly Name?: string; readonly Input?: unknown };
  readonly Output?: unknown;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Default?: string;
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Output: unknown; readonly Next: string }[];
  readonly Items?: string;
  readonly ItemProcessor?: { readonly StartAt: string; readonly States: States };
}
type States = Readonly<Record<string, State>>;

const definition = JSON.parse(readFileSync(new URL('../../workflows/onboarding.asl.json', import.meta.url), 'utf8')) as { StartAt: string; States: States };

interface Execution {
  readonly input: ExecutionInput;
  ended?: string;
}

/** A line of states that is being walked: the machine's own, or one item's of a Map. */
interface Run {
  readonly execution: Execution;
  readonly states: States;
  readonly finish: (output: unknown) => Promise<void>;
}

interface Waiting {
  readonly execution: Execution;
  readonly answered: (output: unknown) => Promise<void>;
  readonly timedOut: () => Promise<void>;
  readonly askAgain: () => Promise<void>;
}

const known = new Map<string, Promise<unknown>>();

/** JSONata of the definition; the same question has the same answer, so it is asked once. */
function evaluate(text: string, states: object): Promise<unknown> {
  const key = text + JSON.stringify(states);
  const found = known.get(key) ?? jsonata(text.slice(2, -2)).evaluate(undefined, { states }) as Promise<unknown>;
  known.set(key, found);
  return found;
}

async function fill(value: unknown, states: object): Promise<unknown> {
  if (typeof value === 'string') return value.startsWith('{%') ? evaluate(value, states) : value;
  if (value === null || typeof value !== 'object') return value;
  const entries = await Promise.all(Object.entries(value).map(async ([name, inner]) => [name, await fill(inner, states)] as const));
  return Object.fromEntries(entries);
}

/** Walks workflows/onboarding.asl.json beside the table: a test says when each of its calls is made. */
export class ModelMachine implements Workflow {
  readonly executions = new Map<string, Execution>();
  readonly waiting = new Map<string, Waiting>();
  readonly calls: (() => Promise<void>)[] = [];
  #tokens = 0;
  #entered = 0;
  readonly #open: (payload: unknown) => Promise<unknown>;
  readonly #now: () => number;

  constructor(open: (payload: unknown) => Promise<unknown>, now: () => number) {
    this.#open = open;
    this.#now = now;
  }

  async start(input: ExecutionInput): Promise<void> {
    const name = `${input.projectId}-${String(input.generation)}`;
    if (this.executions.has(name)) return;
    const execution: Execution = { input: ExecutionInput.parse(input) };
    this.executions.set(name, execution);
    await this.#enter({ execution, states: definition.States, finish: async () => { throw new Error('Only a Map has ends'); } }, definition.StartAt, input);
  }

  async answer(token: string, answer: WorkflowAnswer): Promise<'answered' | 'gone'> {
    const waiting = this.waiting.get(token);
    if (!waiting) return 'gone';
    this.waiting.delete(token);
    await waiting.answered(WorkflowAnswer.parse(answer));
    return 'answered';
  }

  /** Makes the next call that is due; false when there is none. */
  async step(): Promise<boolean> {
    const call = this.calls.shift();
    await call?.();
    return call !== undefined;
  }

  /** Every wait of every execution has lasted as long as it may. */
  async timeOut(): Promise<void> {
    for (const [token, waiting] of [...this.waiting]) {
      this.waiting.delete(token);
      await waiting.timedOut();
    }
  }

  /** A call failed after all: the service makes it again, with a new token. */
  async retry(): Promise<void> {
    for (const [token, waiting] of [...this.waiting]) {
      this.waiting.delete(token);
      await waiting.askAgain();
    }
  }

  async #enter(run: Run, name: string, input: unknown): Promise<void> {
    const state = run.states[name];
    if (!state) throw new Error(`No state ${name}`);
    switch (state.Type) {
      case 'Choice': return this.#choose(run, state, input);
      case 'Task': return this.#task(run, name, state, input);
      case 'Map': return this.#map(run, state, input);
      case 'Pass': return this.#leave(run, state, input);
      case 'Succeed':
        run.execution.ended = name;
        return undefined;
      default: throw new Error(`The execution fails in ${name}: ${JSON.stringify(input)}`);
    }
  }

  async #leave(run: Run, state: State, result: unknown, input: unknown = result): Promise<void> {
    const output = state.Output === undefined ? result : await fill(state.Output, { result, input });
    await (state.End ? run.finish(output) : this.#enter(run, state.Next ?? '', output));
  }

  async #choose(run: Run, { Choices = [], Default = '' }: State, input: unknown): Promise<void> {
    for (const { Condition, Next } of Choices) {
      if (await evaluate(Condition, { input }) === true) return this.#enter(run, Next, input);
    }
    return this.#enter(run, Default, input);
  }

  /** When a state is entered: a moment after the one before, as no two entries of one execution share a moment. */
  #entry(): string {
    this.#entered += 1;
    return new Date(this.#now() + this.#entered).toISOString();
  }

  async #task(run: Run, name: string, state: State, input: unknown, RetryCount = 0, entered = this.#entry()): Promise<void> {
    const { execution } = run;
    const context = { Execution: { Input: execution.input }, State: { EnteredTime: entered, RetryCount } };
    if (state.Resource?.endsWith(':startExecution')) {
      const next = ExecutionInput.parse(await fill(state.Arguments?.Input, { input, context }));
      await this.start(next);
      return this.#leave(run, state, {});
    }
    if (!state.Resource?.endsWith('.waitForTaskToken')) {
      this.calls.push(async () => {
        const Payload = await this.#open(await fill(state.Arguments?.Payload, { input, context }));
        await this.#leave(run, state, { Payload }, input);
      });
      return undefined;
    }
    const token = `token-${String(this.#tokens += 1)}`;
    const timeOut = state.Catch?.[0];
    this.waiting.set(token, {
      execution,
      answered: (output) => this.#leave(run, state, output, input),
      timedOut: async () => this.#enter(run, timeOut?.Next ?? '', await fill(timeOut?.Output, { input })),
      askAgain: () => this.#task(run, name, state, input, RetryCount + 1, entered),
    });
    this.calls.push(async () => { await this.#open(await fill(state.Arguments?.Payload, { input, context: { ...context, Task: { Token: token } } })); });
    return undefined;
  }

  async #map(run: Run, state: State, input: unknown): Promise<void> {
    const items = await evaluate(state.Items ?? '', { input }) as readonly unknown[];
    const results: unknown[] = [];
    let left = items.length;
    if (left === 0) return this.#leave(run, state, [], input);
    for (const [index, item] of items.entries()) {
      const finish = async (output: unknown): Promise<void> => {
        results[index] = output;
        left -= 1;
        if (left === 0) await this.#leave(run, state, results, input);
      };
      await this.#enter({ execution: run.execution, states: state.ItemProcessor?.States ?? {}, finish }, state.ItemProcessor?.StartAt ?? '', item);
    }
    return undefined;
  }
}
