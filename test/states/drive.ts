import { setImmediate } from 'node:timers/promises';
import { openStates } from '#local/aws/step-functions/index.ts';
import { arnsOf, bodyOfCreate } from './bodies.ts';
import type { Act, Call, Definition, Expected, Json, RowFunction } from './row.ts';

/** The virtual clock of every row starts at the first second of 2026, UTC. */
const epoch = Date.UTC(2026, 0, 1);
/** More due moments than any row needs: a row that passes it loops. */
const mostSteps = 5_000;

export interface Answer {
  readonly status: number;
  readonly body: Expected;
}

export interface HistoryEvent extends Expected {
  readonly id: number;
  readonly previousEventId: number;
  readonly type: string;
}

/** What an execution came to: DescribeExecution's answer, its whole history, and what the functions saw. */
export interface Outcome {
  readonly execution: Expected;
  readonly events: readonly HistoryEvent[];
  readonly seconds: number;
  readonly payloads: Readonly<Record<string, readonly Json[]>>;
}

const shortName = (functionName: string): string => functionName.replace(/^.*:function:/, '').replace(/:.*$/, '');

/** Turns of the event loop after which an engine with a call that never comes back has done all else it can. */
const turns = 30;

/** Functions of a row as the engine calls them; keeps what they were called with and the task tokens among it. */
function stage(functions: Readonly<Record<string, RowFunction>>) {
  const payloads: Record<string, Json[]> = {};
  const tokens: string[] = [];
  const { promise: hangs, resolve: hang } = Promise.withResolvers<undefined>();
  const invoke = (functionName: string, payload: unknown) => {
    const name = shortName(functionName);
    const play = functions[name];
    if (play === undefined) throw new Error(`The row has no function ${name}`);
    const calls = (payloads[name] ??= []);
    calls.push(payload as Json);
    const token = (payload as { token?: unknown } | null)?.token;
    if (typeof token === 'string') tokens.push(token);
    const answer = play(payload as Json, calls.length);
    if (answer.does === 'hang') {
      hang(undefined);
      return new Promise<never>(() => undefined);
    }
    return Promise.resolve(
      answer.does === 'return'
        ? { kind: 'ok' as const, payload: answer.payload }
        : { kind: 'function-error' as const, errorType: answer.errorType, errorMessage: answer.errorMessage },
    );
  };
  return { invoke, payloads, tokens, hangs };
}

/** An engine on an empty store with a clock of its own; `close` it. */
export async function openStage(functions: Readonly<Record<string, RowFunction>> = {}) {
  const { invoke, payloads, tokens, hangs } = stage(functions);
  let now = epoch;
  const engine = await openStates({ file: ':memory:', clock: { now: () => now }, invoke });

  const ask = async (target: string, body: Expected): Promise<Answer> => {
    const { status, body: answer } = await engine.handle(target, body);
    return { status, body: answer as Expected };
  };
  const expectAnswer = async (target: string, body: Expected): Promise<Expected> => {
    const answer = await ask(target, body);
    if (answer.status !== 200) throw new Error(`${target}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  /** An engine is never idle again once a call hangs: then what can happen has happened after some turns. */
  const settle = async (): Promise<void> => {
    await Promise.race([
      engine.idle(),
      hangs.then(async () => {
        for (let turn = 0; turn < turns; turn++) await setImmediate();
      }),
    ]);
  };
  /** Let what is due by `until` happen, moment by moment. */
  const pass = async (until: number): Promise<void> => {
    await settle();
    for (let step = 0; step < mostSteps; step++) {
      const due = engine.nextDueAt();
      if (due === undefined || due > until) return;
      now = Math.max(now, due);
      await engine.runDue();
      await settle();
    }
    throw new Error('The row is due again and again');
  };
  return {
    ask,
    expectAnswer,
    settle,
    tokens,
    payloads,
    seconds: () => (now - epoch) / 1000,
    finish: () => pass(Number.POSITIVE_INFINITY),
    advance: async (seconds: number) => {
      const until = now + seconds * 1000;
      await pass(until);
      now = until;
    },
    close: () => engine.close(),
  };
}

type Stage = Awaited<ReturnType<typeof openStage>>;

async function act(stage: Stage, executionArn: string, deed: Act): Promise<void> {
  if (deed.act === 'advance') return stage.advance(deed.seconds);
  if (deed.act === 'stop') {
    await stage.expectAnswer('StopExecution', {
      executionArn,
      ...(deed.error === undefined ? {} : { error: deed.error }),
      ...(deed.cause === undefined ? {} : { cause: deed.cause }),
    });
    return stage.settle();
  }
  const taskToken = stage.tokens.at(deed.token ?? -1);
  if (taskToken === undefined) throw new Error('No function was handed a task token yet');
  const answer = await stage.ask(...requestOf(deed, taskToken));
  const refused = answer.status === 200 ? undefined : String(answer.body['__type']).replace(/^.*#/, '');
  if (refused !== deed.refused) throw new Error(`${deed.act} was answered ${JSON.stringify(answer)}`);
  return stage.settle();
}

function requestOf(deed: Exclude<Act, { act: 'advance' | 'stop' }>, taskToken: string): [string, Expected] {
  if (deed.act === 'success') return ['SendTaskSuccess', { taskToken, output: JSON.stringify(deed.output) }];
  if (deed.act === 'heartbeat') return ['SendTaskHeartbeat', { taskToken }];
  return [
    'SendTaskFailure',
    {
      taskToken,
      ...(deed.error === undefined ? {} : { error: deed.error }),
      ...(deed.cause === undefined ? {} : { cause: deed.cause }),
    },
  ];
}

/** All events of an execution, page by page. */
async function historyOf(stage: Stage, executionArn: string): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let nextToken: unknown;
  do {
    const page = await stage.expectAnswer('GetExecutionHistory', {
      executionArn,
      maxResults: 1000,
      ...(nextToken === undefined ? {} : { nextToken }),
    });
    events.push(...(page['events'] as HistoryEvent[]));
    nextToken = page['nextToken'];
  } while (nextToken !== undefined && nextToken !== null);
  return events;
}

export interface Run {
  readonly definition: Definition;
  readonly machines?: Readonly<Record<string, Definition>>;
  readonly input?: Json;
  readonly functions?: Readonly<Record<string, RowFunction>>;
  readonly acts?: readonly Act[];
}

/** Create the machines, start `machine`, do the acts, let time pass until nothing is due, and look at what came of it. */
export async function run(row: Run): Promise<Outcome> {
  const stage = await openStage(row.functions);
  try {
    const made: Record<string, string> = {};
    for (const [name, definition] of Object.entries({ ...row.machines, machine: row.definition })) {
      const { stateMachineArn } = await stage.expectAnswer(
        'CreateStateMachine',
        bodyOfCreate(name, definition, arnsOf(made)),
      );
      made[name] = String(stateMachineArn);
    }
    const { executionArn } = await stage.expectAnswer('StartExecution', {
      stateMachineArn: made['machine'],
      name: 'run',
      input: JSON.stringify(row.input === undefined ? {} : row.input),
    });
    const arn = String(executionArn);
    await stage.advance(0);
    for (const deed of row.acts ?? []) await act(stage, arn, deed);
    await stage.finish();
    const execution = await stage.expectAnswer('DescribeExecution', { executionArn: arn });
    const stopped = execution['stopDate'];
    return {
      execution,
      events: await historyOf(stage, arn),
      payloads: stage.payloads,
      seconds: typeof stopped === 'number' ? Math.round(stopped * 1000 - epoch) / 1000 : stage.seconds(),
    };
  } finally {
    await stage.close();
  }
}

/** Ask each call in order; what each was answered. */
export async function converse(
  calls: readonly Call[],
  functions?: Readonly<Record<string, RowFunction>>,
): Promise<Answer[]> {
  const stage = await openStage(functions);
  try {
    const answers: Answer[] = [];
    for (const call of calls) {
      const earlier = answers.map(({ body }) => body);
      answers.push(await stage.ask(call.target, typeof call.body === 'function' ? call.body(earlier) : call.body));
      await stage.advance(call.wait ?? 0);
    }
    return answers;
  } finally {
    await stage.close();
  }
}
