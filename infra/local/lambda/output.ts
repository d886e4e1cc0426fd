import { AsyncLocalStorage } from 'node:async_hooks';

export interface Output {
  /** Runs a task whose output goes to `sink` instead of the terminal, also from what it starts. */
  capture<T>(task: () => Promise<T>): Promise<T>;
  /** Writes to the log. */
  write(text: string): void;
  /** Gives the terminal back to everybody. */
  release(): void;
}

/** Sends what functions print to a log, as Lambda does, and leaves the host's own words on the terminal. */
export function divertOutput(sink: (text: string) => void): Output {
  const inside = new AsyncLocalStorage<true>();
  const streams = [process.stdout, process.stderr].map((stream) => {
    const original = stream.write;
    const diverted = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
      if (!inside.getStore()) return Reflect.apply(original, stream, [chunk, ...rest]);
      sink(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
      const done = rest.findLast((value) => typeof value === 'function');
      if (done) process.nextTick(done);
      return true;
    };
    stream.write = diverted;
    return { stream, original, diverted };
  });
  return {
    capture: (task) => inside.run(true, task),
    write: sink,
    release() {
      for (const { stream, original, diverted } of streams) if (stream.write === diverted) stream.write = original;
    },
  };
}
