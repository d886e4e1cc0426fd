import type { Budget } from '../kernel/ports.ts';

export const draftFileDays = 7;

const megabyte = 1_000_000;
const week = draftFileDays * 86_400;

/** Bytes (ours; docs/decisions/0013-limits-by-bytes.md) by the size that is announced; what never comes counts. */
export const uploadBudgets = {
  /** One letter that is being filled in: three documents of 100 MB, and some of them once more. */
  draft: { amount: 500 * megabyte, seconds: week },
  /** One network address: a forum hall shares one. */
  network: { amount: 2_000 * megabyte, seconds: 3600 },
  link: { amount: 1_000 * megabyte, seconds: 86_400 },
  staff: { amount: 5_000 * megabyte, seconds: 3600 },
  /** What strangers have announced and no letter or project has taken yet. */
  untaken: { amount: 20_000 * megabyte, seconds: week },
} as const satisfies Readonly<Record<string, Budget>>;

export const untaken = 'untaken-files';

/** Whether there is room is asked for a file of a usual size before anybody chooses one. */
export const usualBytes = 10 * megabyte;
