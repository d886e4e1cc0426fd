import type { FileRecord } from './document.ts';
import { untaken, uploadBudgets, usualBytes } from './upload-budgets.ts';
import type { Budget, Ports } from '../kernel/ports.ts';

type Counters = Pick<Ports, 'limits' | 'ids'>;

export async function hasRoom({ limits }: Pick<Ports, 'limits'>, now: number): Promise<boolean> {
  const { amount } = uploadBudgets.untaken;
  return (await limits.spent(untaken, uploadBudgets.untaken, now)) + usualBytes <= amount;
}

/** Who is no stranger is not stopped by what strangers bring. */
export const isCounted = ({ by }: Pick<FileRecord, 'by'>): boolean => by.kind === 'investor';

const once = (budget: Budget) => ({ count: 1, seconds: budget.seconds });

/** Files that a letter or a project has taken no longer count among those that nobody has. Repeated or at once, each counts once. */
export async function taken({ limits, ids }: Counters, files: readonly FileRecord[]): Promise<void> {
  for (const { fileId, bytes, at } of files.filter(isCounted)) {
    const isFirst = await limits.allow(`taken-${fileId}`, ids.fileId(), once(uploadBudgets.untaken), at);
    if (isFirst) await limits.giveBack(untaken, bytes, uploadBudgets.untaken, at);
  }
}
