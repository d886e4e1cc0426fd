import type { StatesEngine } from './index.ts';

interface Options {
  readonly open: () => Promise<StatesEngine>;
  readonly isWritable: () => boolean;
  readonly onError: (error: unknown) => void;
}

/** A store that could not be written (a full disk) stops its engine: when next asked it is opened anew and goes on. */
export async function openReopening({ open, isWritable, onError }: Options): Promise<StatesEngine> {
  let engine = await open();
  let turn: Promise<void> | undefined;
  const reopen = async (fault: Error): Promise<void> => {
    onError(fault);
    await engine.close().catch(() => undefined);
    engine = await open();
  };
  const whole = async (): Promise<StatesEngine> => {
    const fault = engine.fault();
    if (fault !== undefined && !isWritable()) throw fault;
    if (fault !== undefined)
      await (turn ??= reopen(fault).finally(() => {
        turn = undefined;
      }));
    return engine;
  };
  return {
    listen: (port) => engine.listen(port),
    handle: async (target, body) => (await whole()).handle(target, body),
    nextDueAt() {
      if (engine.fault() === undefined) return engine.nextDueAt();
      void whole().catch(() => undefined);
      return undefined;
    },
    runDue: async () => (await whole()).runDue(),
    idle: async () => engine.idle(),
    still: async () => engine.still(),
    fault: () => engine.fault(),
    close: async () => {
      await turn?.catch(() => undefined);
      await engine.close();
    },
  };
}
