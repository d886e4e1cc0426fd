import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the data folder as an operator does, in a process of its own. */
export async function folderCommand(
  dataDir: string,
  name: 'backup' | 'restore' | 'export' | 'import' | 'check' | 'migrate' | 'send' | 'erase',
  ...args: readonly string[]
): Promise<Said> {
  const script = fileURLToPath(new URL(`../../local/folder/commands/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, err };
}
