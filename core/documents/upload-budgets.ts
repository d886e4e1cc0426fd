import type { Budget } from '../kernel/ports.ts';

/** How long the file of a letter that is not handed in yet is there. */
export const draftFileDays = 7;

const megabyte = 1_000_000;
const week = draftFileDays * 86_400;

/**
 * How many bytes of files may be announced (ours; docs/decisions/0013-limits-by-bytes.md). A file is counted when it is asked for,
 * with the size that is said of it, which the store holds it to; what never comes is counted all the same.
 */
export const uploadBudgets = {
  /** One letter that is being filled in: three documents of 100 MB, and some of them once more. */
  draft: { amount: 500 * megabyte, seconds: week },
  /** One network address: a forum hall shares one. */
  network: { amount: 2_000 * megabyte, seconds: 3600 },
  /** An investor's or a party's link. */
  link: { amount: 1_000 * megabyte, seconds: 86_400 },
  staff: { amount: 5_000 * megabyte, seconds: 3600 },
  /** What strangers have announced and no letter or project has taken yet. */
  untaken: { amount: 20_000 * megabyte, seconds: week },
} as const satisfies Readonly<Record<string, Budget>>;

/** The one account of what strangers bring. */
export const untaken = 'untaken-files';

/** Whether there is room is asked for a file of a usual size before anybody chooses one. */
export const usualBytes = 10 * megabyte;
