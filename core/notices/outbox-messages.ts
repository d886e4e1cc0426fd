import { waitingRow, type OutboxMessage, type OutboxRow, type Wait } from './outbox.ts';
import type { Change } from '../project/change-builder.ts';
import { generationOf } from '../project/lives.ts';
import { noticesOf } from './notices-of.ts';
import { answerOf, openWaits, waitKey } from '../stages/waits.ts';
import type { WorkflowAnswer } from '../stages/workflow.ts';

/** Waits that were open before a change and are not after it: their task tokens are to be answered. */
function answers({ before, after }: Change): readonly OutboxMessage[] {
  if (before === undefined) return [];
  return openWaits(before).flatMap((wait): OutboxMessage[] => {
    const answer = answerOf(after, wait);
    return answer ? [{ kind: 'answer', wait, answer }] : [];
  });
}

/** A project begins with an execution, unless it was taken over while it was being built, and goes on with another one where its ending was taken back. */
function starts({ before, after: { project }, events }: Change): readonly OutboxMessage[] {
  if (before === undefined && project.ending !== undefined) return [];
  if (before === undefined) return [{ kind: 'start', stage: project.stage }];
  return events.some(({ body }) => body.type === 'reopened')
    ? [{ kind: 'start', stage: project.stage, generation: generationOf(project) }]
    : [];
}

export function messagesOf(change: Change): readonly OutboxMessage[] {
  return [
    ...starts(change),
    ...answers(change),
    ...noticesOf(change).map((notice): OutboxMessage => ({ kind: 'email', notice })),
  ];
}

/** The stream has first go at a message; the sweep takes what is still there after so long. */
const sweepAfterMs = 300_000;

const rowIdOf = (sequence: number, place: number): string =>
  `${String(sequence).padStart(6, '0')}-${String(place).padStart(3, '0')}`;

/** @param heldUntil they wait until then (epoch ms), and can be taken back */
export function rowsOf(change: Change, also: readonly OutboxMessage[], heldUntil?: number): readonly OutboxRow[] {
  const { projectId: laneId, version } = change.after.project;
  const at = change.events.at(-1)?.at ?? 0;
  return [...messagesOf(change), ...also].map((message, place) => ({
    ...waitingRow({ laneId, rowId: rowIdOf(version, place) }, message, at),
    ...(heldUntil === undefined ? { nextAttemptAt: at + sweepAfterMs } : { nextAttemptAt: heldUntil, heldUntil }),
  }));
}

/** A row of its own each time, the last of its partition: one that is being worked off just now stays what it is. */
export const answerRow = (projectId: string, wait: Wait, answer: WorkflowAnswer, now: number): OutboxRow =>
  waitingRow(
    { laneId: projectId, rowId: `${rowIdOf(999_999, 0)}-${waitKey(wait)}-${String(now).padStart(15, '0')}` },
    { kind: 'answer', wait, answer },
    now,
  );
