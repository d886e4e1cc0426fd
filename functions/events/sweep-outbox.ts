import middy from '@middy/core';
import { sweepOutbox } from '#core/use-cases/sweep-outbox.ts';
import { log } from '../observe.ts';
import { errandPorts, onFailure } from './errand-ports.ts';
import { scheduledAt } from './scheduled.ts';

const ports = errandPorts();

/** Every five minutes: what failed and is due, what the stream forgot. */
export const handler = middy<unknown, undefined>().handler(async (event) => {
  const errands = await sweepOutbox(ports, scheduledAt(event), onFailure, (lane, error) => { log('lane-failed', { lane, error }); });
  log('lanes-worked-off', { lanes: 0, errands });
  return undefined;
});
