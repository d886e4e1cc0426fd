import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  failed,
  type FromWorker,
  type HandlerSource,
  type Invocation,
  type Outcome,
  type ToWorker,
  type WorkerSettings,
} from './protocol.ts';

export interface Pool {
  /** Runs a function with JSON text as its event; never rejects. */
  execute(event: string, invocation: Invocation): Promise<Outcome>;
  close(): Promise<void>;
}

interface Options {
  /** One thread each: functions in one do not slow those in another. */
  readonly groups: readonly Readonly<Record<string, HandlerSource>>[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: (text: string) => void;
}

/** MiB a thread: what one function may have on AWS, and young space small enough that a rate of letters leaves no hill of it (docs/performance.md). */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 } as const;

export function openPool({ groups, environment, log }: Options): Pool {
  const members = groups.map((functions) => ({ functions, member: openMember({ functions }, environment, log) }));
  return {
    async execute(event, invocation) {
      const found = members.find(({ functions }) => Object.hasOwn(functions, invocation.functionName));
      return found
        ? found.member.execute(event, invocation)
        : failed('Runtime.ImportModuleError', `There is no function ${invocation.functionName}.`);
    },
    async close() {
      await Promise.all(members.map(({ member }) => member.close()));
    },
  };
}

/** One worker; one that ends by itself (a function called `process.exit`, memory ran out) fails what it ran and is started anew. */
function openMember(settings: WorkerSettings, environment: Options['environment'], log: Options['log']): Pool {
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let count = 0;
  let closing = false;
  const start = (): Worker => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: settings,
      env: environment,
      stdout: true,
      stderr: true,
      resourceLimits,
    });
    worker.on('message', ({ id, outcome }: FromWorker) => {
      waiting.get(id)?.(outcome);
      waiting.delete(id);
    });
    for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', log);
    worker.on('error', (error) =>
      log(JSON.stringify({ level: 'ERROR', message: 'worker ended', stack: String(error) })),
    );
    worker.on('exit', () => {
      for (const answer of waiting.values()) answer(failed('Runtime.ExitError', 'Runtime exited'));
      waiting.clear();
      if (!closing) current = start();
    });
    return worker;
  };
  let current = start();
  return {
    execute(event, invocation) {
      const id = ++count;
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      waiting.set(id, resolve);
      current.postMessage({ kind: 'invoke', id, event, invocation } satisfies ToWorker);
      return promise;
    },
    async close() {
      closing = true;
      const exited = once(current, 'exit');
      current.postMessage({ kind: 'close' } satisfies ToWorker);
      await exited;
    },
  };
}
