import middy from '@middy/core';
import { runDrafts } from '#core/letter/run-drafts.ts';
import { runDay } from '#core/digests/run-day.ts';
import { publishNight } from '#core/open-data/nights.ts';
import { environment } from '../adapters/aws/environment.ts';
import { log } from '../observe.ts';
import { nightPorts } from '../night-ports.ts';
import {
  showcasePorts,
  tablePorts,
  timetablePorts,
  withForecasts,
  withForums,
  withHeadquarters,
  withLines,
  withOfficeWork,
} from '../ports.ts';
import { scheduledAt } from './scheduled.ts';

const ports = {
  ...withOfficeWork(withForums(withForecasts(withHeadquarters(withLines(tablePorts()))))),
  ...showcasePorts(),
  ...timetablePorts(),
  ...nightPorts(),
};
const site = environment('SITE_URL');

export const handler = middy<unknown, undefined>().handler(async (event) => {
  const now = scheduledAt(event);
  await runDrafts(ports, now, (draftId, error) => {
    log('day-failed-for-draft', { draftId, error });
  });
  const digests = await runDay(ports, now, (projectId, error) => {
    log('day-failed-for-project', { projectId, error });
  });
  log('day-run', { digests });
  // Last: it tells of projects as this day finds them.
  const { nightFiles } = await import('#pages/public/open-data/files.ts');
  const published = await publishNight(ports, now, (view) => nightFiles(view, site));
  if (published !== undefined) log('open-data-published', { day: published });
  return undefined;
});
