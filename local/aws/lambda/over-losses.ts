import type { InvokeResult, LambdaRuntime } from './runtime.ts';

export interface Lossy {
  /** Resolves when it answers, or never will again. */
  up(): Promise<void>;
  readonly losses: number;
}

/** As often as this an invocation is begun again before it counts as failed. */
const mostTimes = 10;

type Invoke = LambdaRuntime['invoke'];

/** For what is invoked at least once anyway (streams, events, schedules, the workflow): while the table is away it waits, and what failed by its loss is done again. */
const repeatedOverLosses =
  (invoke: Invoke, table: Lossy): Invoke =>
  async (name, payload) => {
    for (let times = 1; ; times += 1) {
      await table.up();
      const { losses } = table;
      const result = await invoke(name, payload);
      if (!isFault(result) || table.losses === losses || times === mostTimes) return result;
    }
  };

export const overLosses = (runtime: LambdaRuntime, table: Lossy): LambdaRuntime => ({
  invoke: repeatedOverLosses(runtime.invoke, table),
  settled: () => runtime.settled(),
  get begun() {
    return runtime.begun;
  },
});

/** A request that failed by the loss is asked again if it only reads; one that may have written is answered 503. */
export const answeredOverLosses =
  (invoke: Invoke, table: Lossy): Invoke =>
  async (name, event) => {
    if (isReading(event)) return repeatedOverLosses(invoke, table)(name, event);
    await table.up();
    const { losses } = table;
    const result = await invoke(name, event);
    return isFault(result) && table.losses !== losses ? unavailable(result) : result;
  };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isFault(result: InvokeResult): boolean {
  if (result.kind !== 'ok') return true;
  const { payload } = result;
  if (!isRecord(payload)) return false;
  return (
    payload['statusCode'] === 500 ||
    (Array.isArray(payload['batchItemFailures']) && payload['batchItemFailures'].length > 0)
  );
}

function isReading(event: unknown): boolean {
  const { requestContext } = event as { readonly requestContext?: { readonly http?: { readonly method?: string } } };
  return requestContext?.http?.method === 'GET';
}

const soon = { 'retry-after': '2' };

function unavailable(result: InvokeResult): InvokeResult {
  if (result.kind !== 'ok')
    return {
      kind: 'ok',
      payload: {
        statusCode: 503,
        headers: { 'content-type': 'application/json', ...soon },
        body: '{"message":"Service Unavailable"}',
      },
    };
  const { headers, body, ...rest } = result.payload as Record<string, unknown>;
  return {
    kind: 'ok',
    payload: {
      ...rest,
      statusCode: 503,
      headers: { ...(isRecord(headers) ? headers : {}), ...soon },
      body: withStatus(body),
    },
  };
}

function withStatus(body: unknown): unknown {
  try {
    const problem: unknown = JSON.parse(String(body));
    return isRecord(problem) && problem['status'] === 500 ? JSON.stringify({ ...problem, status: 503 }) : body;
  } catch {
    return body;
  }
}
