import type { InvokeResult, LambdaRuntime } from './runtime.ts';

/** The table's engine, which may end and be started again. */
export interface Lossy {
  /** Resolves when it answers, or never will again. */
  up(): Promise<void>;
  /** How often it was lost. */
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

/** The runtime as those see it who invoke at least once. */
export const overLosses = (runtime: LambdaRuntime, table: Lossy): LambdaRuntime => ({
  invoke: repeatedOverLosses(runtime.invoke, table),
  settled: () => runtime.settled(),
  get begun() {
    return runtime.begun;
  },
});

/**
 * For requests: while the table is away they wait. One that failed by its loss is asked again when it only reads; one that may
 * have written is answered 503, so that whoever sent it looks before sending it again.
 */
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

/** Failed outright, or says 500 or a failed batch. */
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

/** A problem document says its status too. */
function withStatus(body: unknown): unknown {
  try {
    const problem: unknown = JSON.parse(String(body));
    return isRecord(problem) && problem['status'] === 500 ? JSON.stringify({ ...problem, status: 503 }) : body;
  } catch {
    return body;
  }
}
