import type { OutboxMessage } from './outbox.ts';
import type { Change } from '../project/change-builder.ts';
import { generationOf } from '../project/lives.ts';
import { noticesOf } from './notices-of.ts';
import { answerOf, openWaits } from '../stages/waits.ts';

/** Waits that were open before a change and are not after it: their task tokens are to be answered. */
function answers({ before, after }: Change): readonly OutboxMessage[] {
  if (before === undefined) return [];
  return openWaits(before).flatMap((wait): OutboxMessage[] => {
    const answer = answerOf(after, wait);
    return answer ? [{ kind: 'answer', wait, answer }] : [];
  });
}

/** A project begins with an execution, and goes on with another one where its ending was taken back. */
function starts({ before, after: { project }, events }: Change): readonly OutboxMessage[] {
  if (before === undefined) return [{ kind: 'start', stage: project.stage }];
  return events.some(({ body }) => body.type === 'reopened')
    ? [{ kind: 'start', stage: project.stage, generation: generationOf(project) }]
    : [];
}

/** Every message of a change: the workflow first, then the emails in the order of the events. */
export function messagesOf(change: Change): readonly OutboxMessage[] {
  return [
    ...starts(change),
    ...answers(change),
    ...noticesOf(change).map((notice): OutboxMessage => ({ kind: 'email', notice })),
  ];
}
