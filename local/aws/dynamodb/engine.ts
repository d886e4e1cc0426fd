import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { isFree } from '../../kit/free-port.ts';
import { endEnginesOn } from './orphan.ts';

export interface Engine {
  /** **Whoever has it has the table**: the engine asks for no key. It is for the functions, and in no file. */
  readonly endpoint: string;
  readonly at: Address;
  /** Settles only when the engine ends by itself, with what it said. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

interface Address {
  readonly address: string;
  readonly port: number;
}

interface Options {
  readonly binary: string;
  readonly databaseFile: string;
  /** Where the one before was, whose clients are to find this one. */
  readonly at?: Address | undefined;
}

/** One of four million addresses of 127.64.0.0/10 and 50,000 ports: nobody finds it by trying; one firewall rule. */
async function hiddenAddress(): Promise<Address> {
  for (;;) {
    const address = `127.${String(randomInt(64, 128))}.${String(randomInt(256))}.${String(randomInt(1, 255))}`;
    const port = randomInt(15_000, 65_536);
    if (await isFree(port, address)) return { address, port };
  }
}

/** Starts the DynamoDB engine on its file, after ending one that a killed host left behind; resolves when it answers. */
export async function startEngine({ binary, databaseFile, at: former }: Options): Promise<Engine> {
  await endEnginesOn(databaseFile);
  const at = former ?? (await hiddenAddress());
  // In a process group of its own: Ctrl-C ends the host, which then ends the engine when all is written.
  const child = spawn(binary, ['--host', at.address, '--port', String(at.port), '--db-path', databaseFile], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const endWithHost = () => child.kill('SIGKILL');
  process.once('exit', endWithHost);
  const ended = endOf(child);
  const forget = () => void process.removeListener('exit', endWithHost);
  ended.then(forget, forget);
  const endpoint = `http://${at.address}:${at.port}`;
  await Promise.race([
    answers(endpoint, () => child.exitCode !== null || child.signalCode !== null),
    ended.then((said) => Promise.reject(new Error(said))),
  ]);
  let stopping = false;
  return {
    endpoint,
    at,
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
    const answered = await fetch(endpoint).then(
      async (response) => response.arrayBuffer().then(() => true),
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
