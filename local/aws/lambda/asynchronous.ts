import type { InvokeResult, LambdaRuntime } from './runtime.ts';

interface Options {
  readonly runtime: LambdaRuntime;
  readonly giveUp: (functionName: string, event: unknown, condition: string) => void;
}

/** Lambda repeats an asynchronous invocation twice. Source: Lambda developer guide, "Asynchronous invocation". */
const repetitions = 2;

/** Invokes as EventBridge and Scheduler do: repeated when the function fails, then put with the dead letters. Resolves with whether the function took it. */
export async function invokeAsync(
  functionName: string,
  event: unknown,
  { runtime, giveUp }: Options,
): Promise<boolean> {
  let result: InvokeResult = await runtime.invoke(functionName, event);
  for (let count = 0; result.kind !== 'ok' && count < repetitions; count++)
    result = await runtime.invoke(functionName, event);
  if (result.kind !== 'ok') giveUp(functionName, event, `${result.errorType}: ${result.errorMessage}`);
  return result.kind === 'ok';
}
