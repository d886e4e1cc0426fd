import { expect, it } from 'vitest';
import { scheduledEvent } from './event.ts';

it('a scheduled event carries the scheduled time in UTC and an id that a repeat shares', () => {
  const time = Date.parse('2025-12-13T06:30:00+05:00');
  const event = scheduledEvent('run-day', time, { region: 'eu-central-1', account: '000000000000' });
  expect(event).toMatchObject({
    time: '2025-12-13T01:30:00Z',
    source: 'aws.scheduler',
    resources: ['arn:aws:scheduler:eu-central-1:000000000000:schedule/default/run-day'],
  });
  expect(event.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(scheduledEvent('run-day', time, { region: 'eu-central-1', account: '000000000000' })).toEqual(event);
  expect(scheduledEvent('run-day', time + 60_000, { region: 'eu-central-1', account: '000000000000' }).id).not.toBe(
    event.id,
  );
});
