import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort, isFree } from '../ports.ts';
import { endEnginesOn } from './orphan.ts';

export interface Engine {
  readonly endpoint: string;
  readonly port: number;
  /** Settles only when the engine ends by itself, with what it said. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

interface Options {
  readonly binary: string;
  /** Absolute path of the SQLite file. */
  readonly databaseFile: string;
  /** Taken when it is free, so that a restarted host comes back on its addresses. */
  readonly preferredPort?: number | undefined;
}

/** Starts the DynamoDB engine on its file, after ending one that a killed host left behind; resolves when it answers. */
export async function startEngine({ binary, databaseFile, preferredPort }: Options): Promise<Engine> {
  await endEnginesOn(databaseFile);
  const port = preferredPort !== undefined && (await isFree(preferredPort)) ? preferredPort : await freePort();
  // In a process group of its own: Ctrl-C ends the host, which then ends the engine when all is written.
  const child = spawn(binary, ['--host', '127.0.0.1', '--port', String(port), '--db-path', databaseFile], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const endWithHost = () => child.kill('SIGKILL');
  process.once('exit', endWithHost);
  const ended = endOf(child);
  const forget = () => void process.removeListener('exit', endWithHost);
  ended.then(forget, forget);
  const endpoint = `http://127.0.0.1:${port}`;
  await Promise.race([answers(endpoint, () => child.exitCode !== null || child.signalCode !== null), ended.then((said) => Promise.reject(new Error(said)))]);
  let stopping = false;
  return {
    endpoint,
    port,
    died: new Promise((resolve) => void ended.then((said) => (stopping ? undefined : resolve(said)))),
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function endOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2_000)));
  const ended = Promise.race([once(child, 'exit'), once(child, 'error').then(([error]) => [String(error)])]);
  const [code] = await ended;
  return `The DynamoDB engine ended (${String(code)}): ${said.trim() || 'without a word'}`;
}

/** Any HTTP answer will do. */
async function answers(endpoint: string, gaveUp: () => boolean): Promise<void> {
  while (!gaveUp()) {
    const answered = await fetch(endpoint).then(async (response) => response.arrayBuffer().then(() => true), () => false);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
