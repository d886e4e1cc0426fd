import * as z from 'zod/mini';
import { Identifier } from '../kernel/common.ts';
import { ActOnFollowUpRequest, FollowUp, FollowUpsView, MakeFollowUpRequest } from '../work/follow-ups.ts';
import { define, none, ProjectId, read } from './define.ts';
import { examples } from './examples.ts';

const onOne = { auth: 'jwt', query: none, status: 200, answer: FollowUp, failures: [400, 403, 404, 409] } as const;

/** What somebody of an office does about a project on a day. */
export const followUpOperations = {
  listFollowUps: define({
    ...read,
    path: '/api/follow-ups',
    auth: 'jwt',
    params: none,
    query: z.object({ zone: Identifier }),
    summary: 'What the reader is to do about projects of a zone and has not done, the next first',
    answer: FollowUpsView,
    failures: [403, 404],
  }),
  makeFollowUp: define({
    ...onOne,
    method: 'POST',
    path: '/api/projects/{projectId}/follow-ups',
    params: ProjectId,
    summary: 'Something to do about a project on a day, for oneself or for a colleague; nobody outside hears of it',
    body: MakeFollowUpRequest,
    example: examples.makeFollowUp,
  }),
  actOnFollowUp: define({
    ...onOne,
    method: 'POST',
    path: '/api/projects/{projectId}/follow-ups/{followUpId}',
    params: z.extend(ProjectId, { followUpId: Identifier }),
    summary: 'It is done, or moved to another day: by whoever does it, whoever made it, or the head of the office',
    body: ActOnFollowUpRequest,
    example: examples.actOnFollowUp,
  }),
} as const;
