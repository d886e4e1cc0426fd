import { statfsSync } from 'node:fs';
import type { Intake } from '#functions/http/intake.ts';

export interface Disk {
  /** What the site takes in: below the reserve no files, below a quarter of it nothing. */
  readonly intake: () => Intake;
  /** Whether work in the background may go on: what waits loses nothing. */
  readonly isWritable: () => boolean;
  /** Throws, with words, when there is not even room to start. */
  readonly checkStart: () => void;
  readonly explained: (error: unknown) => unknown;
}

export interface DiskOptions {
  /** Bytes; the smaller of 2 GB and 5 % of the disk, but at least 64 MB, unless told otherwise. */
  readonly reserve?: number | undefined;
  /** Bytes that are free; the file system's own count unless a test gives another. */
  readonly free?: (() => number) | undefined;
}

const megabyte = 1_000_000;
/** The lock, the databases' journals and the notes of a start. A host that cannot write starts and is read. */
const startNeeds = 8 * megabyte;

const freeOn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

function usualReserve(folder: string): number {
  const { blocks, bsize } = statfsSync(folder);
  return Math.max(64 * megabyte, Math.min(2_000 * megabyte, blocks * bsize * 0.05));
}

/** SQLite's number for a full disk. */
const sqliteFull = 13;
const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) ||
    ('errcode' in error && error.errcode === sqliteFull) ||
    /disk is full|no space left/i.test(error.message));

export function openDisk(
  folder: string,
  { reserve = usualReserve(folder), free = () => freeOn(folder) }: DiskOptions = {},
): Disk {
  const inMegabytes = (bytes: number): string => String(Math.floor(bytes / megabyte));
  const tooFull = (): Error =>
    new Error(
      `The disk of ${folder} is full: ${inMegabytes(free())} MB are free, the host needs ${inMegabytes(startNeeds)} MB to start and ${inMegabytes(reserve)} MB to take files. Make room, or move the folder to a larger disk.`,
    );
  const isWritable = (): boolean => free() >= reserve / 4;
  return {
    isWritable,
    intake: () => (free() >= reserve ? 'all' : isWritable() ? 'no-files' : 'nothing'),
    checkStart: () => {
      if (free() < startNeeds) throw tooFull();
    },
    explained: (error) => (isFull(error) ? tooFull() : error),
  };
}
