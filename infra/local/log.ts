import { appendFileSync, renameSync, statSync } from 'node:fs';

export interface LogFile {
  /** Appends whole lines; they reach the file within a turn of the event loop. */
  write(text: string): void;
  /** Writes what waits. */
  flush(): void;
}

/** Then the file becomes `NAME.1` and a new one begins, so that a host that runs for years fills no disk. */
const largest = 32 * 1024 * 1024;

/** A log of JSON lines, in one file and the one before it. */
export function openLog(file: string, limit = largest): LogFile {
  let waiting = '';
  let size = sizeOf(file);
  const flush = () => {
    if (waiting === '') return;
    const text = waiting;
    waiting = '';
    if (size + text.length > limit && size > 0) {
      renameSync(file, `${file}.1`);
      size = 0;
    }
    appendFileSync(file, text, { mode: 0o600 });
    size += Buffer.byteLength(text);
  };
  return {
    write(text) {
      if (waiting === '') setImmediate(flush);
      waiting += text.endsWith('\n') ? text : `${text}\n`;
    },
    flush,
  };
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
