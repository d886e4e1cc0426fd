import { createHash } from 'node:crypto';

/** Source: EventBridge Scheduler user guide, "Target payload". Same name and time, same id: a repeat is known. */
export function scheduledEvent(name: string, time: number, place: { region: string; account: string }) {
  const hash = createHash('sha256').update(`${name} ${time}`).digest('hex');
  return {
    version: '0',
    id: `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}`,
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: place.account,
    time: `${new Date(time).toISOString().slice(0, 19)}Z`,
    region: place.region,
    resources: [`arn:aws:scheduler:${place.region}:${place.account}:schedule/default/${name}`],
    detail: '{}',
  };
}
