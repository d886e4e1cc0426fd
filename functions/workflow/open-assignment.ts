import middy from '@middy/core';
import { OpenAssignmentRequest, type OpenLinesResponse } from '#core/stages/workflow.ts';
import { openAssignment } from '#core/stages/open-assignment.ts';
import { log } from '../observe.ts';
import { tablePorts } from '../ports.ts';

const ports = tablePorts();

/** Fails loudly: the machine retries. */
export const handler = middy<unknown, OpenLinesResponse>().handler(async (event) => {
  const request = OpenAssignmentRequest.parse(event);
  const opened = await openAssignment(ports, request);
  log('assignment-opened', { projectId: request.projectId, wait: request.wait });
  return opened;
});
