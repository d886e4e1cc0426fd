import middy from '@middy/core';
import { runDrafts } from '#core/letter/run-drafts.ts';
import { runDay } from '#core/digests/run-day.ts';
import { log } from '../observe.ts';
import { tablePorts, withHeadquarters, withLines, withOfficeWork } from '../ports.ts';
import { scheduledAt } from './scheduled.ts';

const ports = withOfficeWork(withHeadquarters(withLines(tablePorts())));

export const handler = middy<unknown, undefined>().handler(async (event) => {
  const now = scheduledAt(event);
  await runDrafts(ports, now, (draftId, error) => {
    log('day-failed-for-draft', { draftId, error });
  });
  const digests = await runDay(ports, now, (projectId, error) => {
    log('day-failed-for-project', { projectId, error });
  });
  log('day-run', { digests });
  return undefined;
});
