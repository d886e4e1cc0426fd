import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { makeContext } from './context.ts';
import type { Output } from './output.ts';
import { payloadLimit, throughJson } from './payload.ts';

export type LambdaHandler = (event: unknown, context: Context) => unknown;

/** What Lambda answers a caller. */
export type InvokeResult =
  | { readonly kind: 'ok'; readonly payload: unknown }
  | { readonly kind: 'function-error'; readonly errorType: string; readonly errorMessage: string };

export interface LambdaRuntime {
  /** Runs a function by name or ARN; never rejects for what happens inside it. Throws for a function that is not there. */
  invoke(function_: string, payload: unknown): Promise<InvokeResult>;
  /** Resolves when no invocation runs. */
  settled(): Promise<void>;
  /** Invocations begun so far. */
  readonly begun: number;
}

interface Options {
  readonly functions: Readonly<Record<string, { readonly memoryMb: number; readonly timeoutSeconds: number }>>;
  readonly load: (name: string) => Promise<LambdaHandler>;
  readonly region: string;
  readonly account: string;
  readonly output: Output;
  /** Told after each invocation, which may have written to the table. */
  readonly onEnd: (name: string, result: InvokeResult) => void;
}

const failed = (errorType: string, errorMessage: string): InvokeResult => ({ kind: 'function-error', errorType, errorMessage });

/** Functions in this process, called as Lambda calls them: JSON in and out, context, time limit, errors as values. */
export function openRuntime({ functions, load, region, account, output, onEnd }: Options): LambdaRuntime {
  const loaded = new Map<string, Promise<LambdaHandler>>();
  const running = new Set<Promise<unknown>>();
  let begun = 0;
  const handlerOf = (name: string) => {
    const known = loaded.get(name) ?? load(name);
    loaded.set(name, known);
    return known;
  };
  const run = async (name: string, spec: { memoryMb: number; timeoutSeconds: number }, payload: unknown): Promise<InvokeResult> => {
    const event = throughJson(payload);
    if (event.bytes > payloadLimit) return failed('RequestEntityTooLargeException', `Request must be smaller than ${payloadLimit} bytes for the InvokeFunction operation`);
    const handler = await handlerOf(name).catch((error: unknown) => (loaded.delete(name), error));
    if (typeof handler !== 'function') return failed('Runtime.ImportModuleError', String(handler));
    const requestId = randomUUID();
    const functionArn = `arn:aws:lambda:${region}:${account}:function:${name}`;
    const deadline = Date.now() + spec.timeoutSeconds * 1_000;
    const context = makeContext({ functionName: name, functionArn, memoryMb: spec.memoryMb, requestId, deadline });
    return within(spec.timeoutSeconds, requestId, () => output.capture(() => call(handler as LambdaHandler, event.value, context, output)));
  };
  return {
    async invoke(function_, payload) {
      const name = function_.split(':').at(function_.startsWith('arn:') ? 6 : 0) ?? '';
      const spec = Object.hasOwn(functions, name) ? functions[name] : undefined;
      if (!spec) throw new Error(`There is no function "${function_}".`);
      begun += 1;
      const end = run(name, spec, payload).then((result) => (onEnd(name, result), result));
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

async function call(handler: LambdaHandler, event: unknown, context: Context, output: Output): Promise<InvokeResult> {
  try {
    const { value, bytes } = throughJson(await handler(event, context));
    if (bytes > payloadLimit) return failed('Function.ResponseSizeTooLarge', `Response payload size exceeded maximum allowed payload size (${payloadLimit} bytes).`);
    return { kind: 'ok', payload: value };
  } catch (error) {
    output.write(uncaught(error, context));
    return error instanceof Error ? failed(error.name, error.message) : failed(typeof error, String(error));
  }
}

/** The line Lambda's runtime logs for an error that the function did not catch. */
function uncaught(error: unknown, { functionName, awsRequestId }: Context): string {
  const stack = error instanceof Error ? error.stack : String(error);
  return `${JSON.stringify({ level: 'ERROR', message: 'Invoke Error', function_name: functionName, function_request_id: awsRequestId, stack })}\n`;
}

/** A function that overruns cannot be stopped here as Lambda stops it: its answer is dropped. */
async function within(seconds: number, requestId: string, task: () => Promise<InvokeResult>): Promise<InvokeResult> {
  const { promise, resolve } = Promise.withResolvers<InvokeResult>();
  const timer = setTimeout(() => resolve(failed('Sandbox.Timedout', `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`)), seconds * 1_000);
  try {
    return await Promise.race([task(), promise]);
  } finally {
    clearTimeout(timer);
  }
}
