import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readEndpoints } from '#local/host/endpoints.ts';
import { newFolder, worldAt, type World } from './host.ts';

const main = fileURLToPath(new URL('../../local/host/main.ts', import.meta.url));

/** `npm start` in a process of its own, which can be killed at any moment and started again on the same folder. */
export interface KillableHost {
  readonly dataDir: string;
  readonly world: () => World;
  /** Resolves when it answers. */
  readonly start: () => Promise<void>;
  /** kill -9; resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** Ends it as Ctrl-C does, and removes its folder. */
  readonly close: () => Promise<void>;
}

async function ready(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('The host has no output');
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('runs:')) return;
  throw new Error(`The host ended with ${String(child.exitCode)} before it answered`);
}

/** @param environment of the process, beside this one's @param dataDir a folder to go on in, instead of a new one */
export function killableHost({
  dataDir = newFolder(),
  environment = {},
}: { readonly dataDir?: string; readonly environment?: NodeJS.ProcessEnv } = {}): KillableHost {
  let child: ChildProcess | undefined;
  let world: World | undefined;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    dataDir,
    world: () => {
      if (world === undefined) throw new Error('The host has not been started');
      return world;
    },
    start: async () => {
      child = spawn(process.execPath, [main], {
        env: { ...process.env, DATA_DIR: dataDir, PORT: '0', ...environment },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await ready(child);
      const endpoints = readEndpoints(dataDir);
      if (endpoints === undefined) throw new Error('The host wrote no endpoints');
      // The ports may be others after a start: somebody else may have taken them meanwhile.
      world = worldAt(endpoints);
    },
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
