import type { InvokeResult, StatesEngine } from '../api.ts';

interface Request {
  readonly token?: string;
  readonly value: number;
  readonly add: number;
  readonly fails?: number;
  readonly retries?: number;
  readonly refused?: boolean;
}

export interface Promised {
  readonly token: string;
  readonly value: number;
  readonly refused: boolean;
}

export function functions(
  promise: (promised: Promised) => void,
): (name: string, payload: unknown) => Promise<InvokeResult> {
  return (_, payload) => {
    const { token, value, add, fails = 0, retries = 0, refused = false } = payload as Request;
    if (token !== undefined) promise({ token, value: value + add, refused });
    return Promise.resolve(
      retries < fails
        ? { kind: 'function-error', errorType: 'Flaky', errorMessage: `call ${String(retries)}` }
        : { kind: 'ok', payload: value + add },
    );
  };
}

/** Gives a promised answer; what is refused because it comes again or too late has been given. */
export async function keepPromise(engine: StatesEngine, { token: taskToken, value, refused }: Promised): Promise<void> {
  if (refused) await engine.handle('SendTaskFailure', { taskToken, error: 'Refused', cause: 'no' });
  else await engine.handle('SendTaskSuccess', { taskToken, output: String(value) });
}

export async function ask(engine: StatesEngine, target: string, body: unknown): Promise<Record<string, unknown>> {
  const answer = await engine.handle(target, body);
  if (answer.status !== 200) throw new Error(`${target}: ${JSON.stringify(answer.body)}`);
  return answer.body as Record<string, unknown>;
}

export async function endOf(engine: StatesEngine, executionArn: string): Promise<Record<string, unknown>> {
  const { status, output, error, cause } = await ask(engine, 'DescribeExecution', { executionArn });
  const events: string[] = [];
  let nextToken: unknown;
  do {
    const page = await ask(engine, 'GetExecutionHistory', {
      executionArn,
      maxResults: 1000,
      ...(nextToken === undefined ? {} : { nextToken }),
    });
    events.push(...(page['events'] as { type: string }[]).map(({ type }) => type));
    ({ nextToken } = page);
  } while (nextToken !== undefined);
  return { status, output, error, cause, events: events.sort() };
}
