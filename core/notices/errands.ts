import type { Errand } from './outbox.ts';
import type { Change } from '../letter/change-draft.ts';
import { noticesOf } from './notices-of.ts';
import { answerOf, openWaits } from '../stages/waits.ts';

/** Waits that were open before a change and are not after it: their task tokens are to be answered. */
function answers({ before, after }: Change): readonly Errand[] {
  if (before === undefined) return [];
  return openWaits(before).flatMap((wait): Errand[] => {
    const answer = answerOf(after, wait);
    return answer ? [{ kind: 'answer', wait, answer }] : [];
  });
}

/** Every errand of a change: the workflow first, then the emails in the order of the events. */
export function errandsOf(change: Change): readonly Errand[] {
  const start: Errand[] = change.before === undefined ? [{ kind: 'start', stage: change.after.project.stage }] : [];
  return [...start, ...answers(change), ...noticesOf(change).map((notice): Errand => ({ kind: 'email', notice }))];
}
