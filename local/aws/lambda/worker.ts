import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Context } from 'aws-lambda';
import { makeContext } from './context.ts';
import {
  failed,
  type FromWorker,
  type HandlerSource,
  type Invocation,
  type Outcome,
  type ToWorker,
  type WorkerSettings,
} from './protocol.ts';
import { placeStacks } from './stacks.ts';

type Handler = (event: unknown, context: Context) => unknown;

const { functions } = workerData as WorkerSettings;
placeStacks();
const loaded = new Map(Object.entries(functions).map(([name, source]) => [name, load(source)]));

async function load(source: HandlerSource): Promise<Handler | Error> {
  try {
    const url = isAbsolute(source.module) ? pathToFileURL(source.module).href : source.module;
    const handler: unknown = Reflect.get((await import(url)) as object, source.export);
    return typeof handler === 'function'
      ? (handler as Handler)
      : new Error(`${source.module} exports no function "${source.export}".`);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function run(event: string, invocation: Invocation): Promise<Outcome> {
  const handler = await loaded.get(invocation.functionName);
  if (typeof handler !== 'function')
    return uncaught(handler ?? new Error('no such function'), invocation, 'Runtime.ImportModuleError');
  try {
    // What JSON has no word for (a function that returns nothing) is null to the caller.
    const payload = JSON.stringify(await handler(JSON.parse(event), makeContext(invocation))) as string | undefined;
    return { kind: 'ok', payload: payload ?? 'null' };
  } catch (error) {
    return uncaught(error, invocation, error instanceof Error ? error.name : typeof error);
  }
}

function uncaught(error: unknown, { functionName, requestId }: Invocation, errorType: string): Outcome {
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `${JSON.stringify({ level: 'ERROR', message: 'Invoke Error', function_name: functionName, function_request_id: requestId, stack })}\n`,
  );
  return failed(errorType, error instanceof Error ? error.message : String(error));
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'close') {
    // What was printed first reaches the host.
    process.stdout.write('', () => process.stderr.write('', () => process.exit()));
    return;
  }
  const { id, event, invocation } = message;
  void run(event, invocation).then((outcome) => parentPort?.postMessage({ id, outcome } satisfies FromWorker));
});
