import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { readEndpoints, type Endpoints } from '#local/host/endpoints.ts';

/** What `npm start` runs with node. */
const start = manifest.scripts.start.split(' ').slice(1);

export interface HostProcess {
  readonly endpoints: Endpoints;
  /** From the command to the first answer, ms. */
  readonly startedIn: number;
  /** Resident memory of the host, KiB. */
  readonly memoryKiB: () => number;
  readonly stop: () => Promise<void>;
}

/** Resolves with the first line the host prints, which says that it is ready. */
async function ready(child: ChildProcess): Promise<void> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    if (printed.includes('ready in')) return;
  }
  throw new Error(`The host did not start: ${printed}`);
}

/** Starts `npm start` as a process of its own on a folder that is removed afterwards. */
export async function startHostProcess(...args: string[]): Promise<HostProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zholkarta-bench-'));
  const from = performance.now();
  const child = spawn(process.execPath, [...start, ...args], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(child);
  const startedIn = performance.now() - from;
  child.stdout?.resume();
  const endpoints = readEndpoints(dataDir);
  if (endpoints === undefined) throw new Error('The host left no endpoints');
  return {
    endpoints,
    startedIn,
    memoryKiB: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1]),
    stop: async () => {
      child.kill('SIGINT');
      await once(child, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
