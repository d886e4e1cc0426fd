import middy from '@middy/core';
import { sweepOutbox } from '#core/notices/sweep-outbox.ts';
import { log, reportOldestMessage } from '../observe.ts';
import { errandPorts, onFailure, onPartitionFailure } from './message-ports.ts';
import { scheduledAt } from './scheduled.ts';

const ports = errandPorts();

function watched(now: number) {
  let oldest = now;
  const waiting: typeof ports.outbox.waiting = async (laneId) => {
    const rows = await ports.outbox.waiting(laneId);
    for (const { createdAt, nextAttemptAt } of rows) if (nextAttemptAt <= now) oldest = Math.min(oldest, createdAt);
    return rows;
  };
  return { ports: { ...ports, outbox: { ...ports.outbox, waiting } }, oldest: () => oldest };
}

export const handler = middy<unknown, undefined>().handler(async (event) => {
  const at = scheduledAt(event);
  const began = performance.now();
  const sweep = watched(at);
  const messages = await sweepOutbox(
    sweep.ports,
    () => Math.round(at + performance.now() - began),
    onFailure,
    onPartitionFailure,
  );
  reportOldestMessage(at - sweep.oldest());
  log('lanes-worked-off', { lanes: 0, errands: messages });
  return undefined;
});
