import { appendFileSync, renameSync, statSync } from 'node:fs';

export interface LogFile {
  write(text: string): void;
  flush(): void;
}

/** Then the file becomes `NAME.1` and a new one begins, so that a host that runs for years fills no disk. */
const largest = 32 * 1024 * 1024;

/** What waits for a full disk: the newest lines, as many letters of them. */
const mostWaiting = 1024 * 1024;

/** Lines that cannot be written wait for the next ones; they never end the host. */
export function openLog(file: string, limit = largest): LogFile {
  let waiting = '';
  let isPlanned = false;
  let size = sizeOf(file);
  const flush = () => {
    if (waiting === '') return;
    try {
      if (size + waiting.length > limit && size > 0) {
        renameSync(file, `${file}.1`);
        size = 0;
      }
      appendFileSync(file, waiting, { mode: 0o600 });
      size += Buffer.byteLength(waiting);
      waiting = '';
    } catch {
      // A part may be there: the lines begin anew.
      waiting = `\n${waiting.trimStart().slice(-mostWaiting)}`;
    }
    isPlanned = false;
  };
  return {
    write(text) {
      if (!isPlanned) setImmediate(flush);
      isPlanned = true;
      waiting += text.endsWith('\n') ? text : `${text}\n`;
    },
    flush,
  };
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
