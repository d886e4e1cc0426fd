import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openClock, type MovableClock } from '../clock/clock.ts';
import { type DeadLetter, openDeadLetters } from './dead-letters.ts';
import { type Disk, type DiskOptions, openDisk } from './disk.ts';
import { removeDrafts } from '../kit/files.ts';
import type { Admission } from '../folder/folder.ts';
import { restoreDraft } from '../folder/parts.ts';
import { lockFolder } from './lock.ts';
import { type LogFile, openLog } from './log.ts';

export const place = { region: 'eu-central-1', account: '000000000000' } as const;

export interface DataFolder {
  readonly dataDir: string;
  readonly disk: Disk;
  readonly admission: Admission;
  readonly clock: MovableClock;
  readonly log: LogFile;
  readonly report: (error: unknown) => void;
  readonly giveUp: (letter: Omit<DeadLetter, 'at'>) => void;
  readonly file: (name: string) => string;
}

/** `enter` looks at it before anything in it changes, and throws when it may not be started; `startAt` in ms. */
export function openDataFolder(
  path: string,
  enter: (dataDir: string) => Admission,
  startAt: number | undefined,
  cleanup: AsyncDisposableStack,
  room: DiskOptions = {},
): DataFolder {
  mkdirSync(resolve(path), { recursive: true, mode: 0o700 });
  const dataDir = realpathSync(resolve(path));
  // One that was there may have been open to others.
  chmodSync(dataDir, 0o700);
  const disk = openDisk(dataDir, room);
  disk.checkStart();
  const file = (name: string) => join(dataDir, name);
  if (existsSync(file(restoreDraft)))
    throw new Error(`${dataDir} was being restored and is not whole. Restore the backup again, into an empty folder.`);
  const lock = lockFolder(dataDir);
  cleanup.defer(() => lock.release());
  const admission = enter(dataDir);
  for (const left of [dataDir, file('mail')]) if (existsSync(left)) removeDrafts(left);
  const clock = openClock({ file: file('clock.json'), startAt });
  const log = openLog(file('host.log'));
  cleanup.defer(() => log.flush());
  const report = (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log.write(
      JSON.stringify({ time: new Date(clock.now()).toISOString(), level: 'ERROR', message: 'host fault', stack }),
    );
  };
  const write = openDeadLetters(file('dead-letters.jsonl'), ({ function: name, condition }) =>
    report(new Error(`${name} gave up: ${condition}`)),
  );
  return {
    dataDir,
    disk,
    admission,
    clock,
    log,
    report,
    file,
    giveUp: (letter) => write({ at: new Date(clock.now()).toISOString(), ...letter }),
  };
}
