import { readFileSync, readdirSync } from 'node:fs';

/** After `kill -9` of a host its engine lives on, and two on one file would not see each other's writes in order. */
export function enginesOn(databaseFile: string, processes = '/proc'): number[] {
  return readdirSync(processes)
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      const [command = '', ...args] = commandLine(`${processes}/${name}/cmdline`);
      return (
        command.endsWith('/dynoxide') && args.some((arg, at) => arg === '--db-path' && args[at + 1] === databaseFile)
      );
    })
    .map(Number);
}

/** Ends them and waits until they are gone; nothing acknowledged is lost by that (SQLite's log). */
export async function endEnginesOn(databaseFile: string): Promise<number[]> {
  const ended = enginesOn(databaseFile);
  for (const id of ended) kill(id);
  while (enginesOn(databaseFile).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return ended;
}

/** A process that has just ended is what was wanted. */
function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function commandLine(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\0').slice(0, -1);
  } catch {
    return [];
  }
}
