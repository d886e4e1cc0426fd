import type { Server } from 'node:http';
import type { StatesEngine, StatesOptions } from './api.ts';
import { Core } from './engine/core.ts';
import { dispatch } from './protocol/dispatch.ts';
import { serve } from './protocol/http.ts';

export type { InvokeResult, StatesEngine, StatesOptions } from './api.ts';

/** Takes up the executions of the file. Throws when another engine runs on it. */
export async function openStates(options: StatesOptions): Promise<StatesEngine> {
  const core = new Core(options);
  const servers: Server[] = [];
  const handle = (target: string, body: unknown): ReturnType<typeof dispatch> => dispatch(core, target, body);
  core.resume();
  await core.store.batch.saved();
  return {
    handle,
    listen: async (wanted) => {
      const { server, port } = await serve(wanted, handle);
      servers.push(server);
      return { port, url: `http://127.0.0.1:${String(port)}` };
    },
    nextDueAt: () => core.store.nextDue(),
    runDue: () => core.runDue(),
    idle: () => core.idle(),
    still: () => core.still(),
    fault: () => core.fault,
    close: async () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
      await core.close();
    },
  };
}
