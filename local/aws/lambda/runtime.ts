import { randomUUID } from 'node:crypto';
import type { Pool } from './pool.ts';
import { failed, type FunctionError, type Invocation, type Outcome } from './protocol.ts';

export type InvokeResult = { readonly kind: 'ok'; readonly payload: unknown } | FunctionError;

export interface LambdaRuntime {
  /** Runs a function by name or ARN; never rejects for what happens inside it. Throws for a function that is not there. */
  invoke(function_: string, payload: unknown): Promise<InvokeResult>;
  settled(): Promise<void>;
  readonly begun: number;
}

interface Options {
  readonly functions: Readonly<Record<string, { readonly memoryMb: number; readonly timeoutSeconds: number }>>;
  readonly pool: Pick<Pool, 'execute'>;
  readonly region: string;
  readonly account: string;
  readonly onEnd: () => void;
}

/** Lambda's limit for a synchronous payload, either way, in bytes. Source: Lambda quotas. */
export const payloadLimit = 6_291_556;

export const requestTooLarge = 'RequestEntityTooLargeException';

export function openRuntime({ functions, pool, region, account, onEnd }: Options): LambdaRuntime {
  const running = new Set<Promise<unknown>>();
  let begun = 0;
  const run = async (
    functionName: string,
    spec: { memoryMb: number; timeoutSeconds: number },
    payload: unknown,
  ): Promise<InvokeResult> => {
    const event = (JSON.stringify(payload) as string | undefined) ?? 'null';
    if (Buffer.byteLength(event) > payloadLimit)
      return failed(
        requestTooLarge,
        `Request must be smaller than ${payloadLimit} bytes for the InvokeFunction operation`,
      );
    const outcome = await within(spec.timeoutSeconds, pool, event, {
      functionName,
      functionArn: `arn:aws:lambda:${region}:${account}:function:${functionName}`,
      memoryMb: spec.memoryMb,
      requestId: randomUUID(),
      deadline: Date.now() + spec.timeoutSeconds * 1_000,
    });
    if (outcome.kind !== 'ok') return outcome;
    if (Buffer.byteLength(outcome.payload) > payloadLimit)
      return failed(
        'Function.ResponseSizeTooLarge',
        `Response payload size exceeded maximum allowed payload size (${payloadLimit} bytes).`,
      );
    return { kind: 'ok', payload: JSON.parse(outcome.payload) as unknown };
  };
  return {
    async invoke(function_, payload) {
      const name = function_.split(':').at(function_.startsWith('arn:') ? 6 : 0) ?? '';
      const spec = Object.hasOwn(functions, name) ? functions[name] : undefined;
      if (!spec) throw new Error(`There is no function "${function_}".`);
      begun += 1;
      const end = run(name, spec, payload).finally(onEnd);
      running.add(end);
      return end.finally(() => running.delete(end));
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
    get begun() {
      return begun;
    },
  };
}

/** A function that overruns is not stopped here as Lambda stops it, since others run beside it: its answer is dropped. */
async function within(seconds: number, pool: Options['pool'], event: string, invocation: Invocation): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const message = `RequestId: ${invocation.requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`;
  const timer = setTimeout(() => resolve(failed('Sandbox.Timedout', message)), seconds * 1_000);
  try {
    return await Promise.race([pool.execute(event, invocation), promise]);
  } finally {
    clearTimeout(timer);
  }
}
