import { json } from '../aws/http/answer.ts';
import type { Service } from '../aws/http/server.ts';
import type { Clock } from './clock.ts';
import { parseDuration } from './duration.ts';
import type { Moment, Timekeeper } from './timekeeper.ts';

/** `GET` tells the time; `POST {"advance": "P7D"}` or `{"to": "2026-11-30T09:00:00+05:00"}` moves it. */
export function clockService(clock: Clock, time: Pick<Timekeeper, 'advanceTo'> | undefined): Service {
  return async ({ method, body }) => {
    if (method === 'GET') return json(200, { now: new Date(clock.now()).toISOString() });
    if (!time) return json(405, { message: 'The clock of a published host goes with real time.' }, { allow: 'GET' });
    if (method !== 'POST') return json(405, { message: 'GET or POST.' }, { allow: 'GET, POST' });
    try {
      const { now, ran } = await time.advanceTo(target(body));
      return json(200, { now: new Date(now).toISOString(), ran });
    } catch (error) {
      if (error instanceof RangeError) return json(400, { message: error.message });
      throw error;
    }
  };
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

function target(body: Buffer): Moment {
  const { advance, to } = parse(body);
  if (typeof advance === 'string' && to === undefined) {
    const duration = parseDuration(advance);
    return (now) => now + duration;
  }
  if (typeof to === 'string' && advance === undefined && moment.test(to) && !Number.isNaN(Date.parse(to)))
    return Date.parse(to);
  throw new RangeError('Send {"advance": "P7D"} or {"to": "2026-11-30T09:00:00+05:00"}.');
}

function parse(body: Buffer): { advance?: unknown; to?: unknown } {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
