import type { PaperContact } from '../letter/letter-of-intent.ts';
import type { ProjectNotice } from '../notices/notice.ts';
import type { Change } from '../project/change-builder.ts';
import type { Issue } from '../kernel/result.ts';

/** Whether there is anybody to email: an investor without an address is told by telephone, and nobody had one before the first. */
export const isReached =
  ({ before, after }: Change) =>
  ({ recipient: { to } }: ProjectNotice): boolean =>
    !(to === 'investor' && after.project.noAddress === true) &&
    !(to === 'former-investor' && before?.project.noAddress === true);

/** What a contact lacks to be told anything: an email address, or on paper at least a telephone. */
export function unreachable(
  { email, phone }: Pick<PaperContact, 'email' | 'phone'>,
  isOnPaper: boolean,
): readonly Issue[] {
  if (email !== undefined) return [];
  if (!isOnPaper) return [{ path: 'email', code: 'missing' }];
  return phone === undefined ? [{ path: 'phone', code: 'missing' }] : [];
}
