import * as z from 'zod/mini';
import { Identifier } from '../kernel/common.ts';
import { ZoneObstacle } from '../obstacles/zone-obstacle.ts';
import { ObstacleId, OutsideBody } from '../obstacles/obstacle-facts.ts';
import {
  ActOnObstacleRequest,
  HandOverObstacleRequest,
  OfficeAnswerRequest,
  RecordObstacleRequest,
  ReferObstacleRequest,
  ReferralAnswerRequest,
  ResolveObstacleRequest,
} from '../obstacles/obstacle.ts';
import { define, none, onProject, page, ProjectId, read } from './define.ts';
import { examples } from './examples.ts';
import { ObstaclePage, ObstacleView } from './views.ts';
import { ZoneObstacleView } from './zone-obstacle-view.ts';

const OfProject = z.extend(ProjectId, { obstacleId: ObstacleId });
const OfZone = z.object({ zoneId: Identifier });
const OneOfZone = z.extend(OfZone, { obstacleId: ObstacleId });
const inZone = { auth: 'jwt', query: none, answer: ZoneObstacle, failures: [400, 403, 404, 409] } as const;
const onObstacle = { ...onProject, params: OfProject } as const;

/** What staff see and do about obstacles. */
export const obstacleOperations = {
  listObstacles: define({
    ...read,
    path: '/api/obstacles',
    auth: 'jwt',
    params: none,
    query: z.object({
      zone: Identifier,
      ...page,
      owner: z.optional(Identifier),
      scope: z.optional(z.enum(['stage', 'line', 'party', 'instruction'])),
      referral: z.optional(OutsideBody),
    }),
    summary:
      'Open obstacles of a zone, the one that was reported first on top: all, or those of an owner (office, investor or a party), against one sort of thing, or with a body outside. A narrowed page may be short and still have a next one',
    answer: ObstaclePage,
  }),
  viewObstacle: define({
    ...read,
    path: '/api/projects/{projectId}/obstacles/{obstacleId}',
    auth: 'jwt',
    params: OfProject,
    query: none,
    summary: 'One obstacle with all that was said of it',
    answer: ObstacleView,
    failures: [403, 404],
  }),
  raiseObstacle: define({
    ...onProject,
    path: '/api/projects/{projectId}/obstacles',
    summary: 'Record an obstacle; the investor is told',
    body: RecordObstacleRequest,
    example: examples.raiseObstacle,
  }),
  handOverObstacle: define({
    ...onObstacle,
    path: '/api/projects/{projectId}/obstacles/{obstacleId}/hand-over',
    summary: 'Give an obstacle to the office, the investor or a party of the zone',
    body: HandOverObstacleRequest,
    example: examples.handOverObstacle,
  }),
  answerObstacle: define({
    ...onObstacle,
    path: '/api/projects/{projectId}/obstacles/{obstacleId}/answer',
    summary: 'Write about an obstacle; the investor and the party that has it are told',
    body: OfficeAnswerRequest,
    example: examples.answerObstacle,
  }),
  referObstacle: define({
    ...onObstacle,
    path: '/api/projects/{projectId}/obstacles/{obstacleId}/refer',
    summary:
      'Refer an obstacle to the investment ombudsman, the prosecutor or the regulator, with the day and the words',
    body: ReferObstacleRequest,
    example: examples.referObstacle,
  }),
  noteReferralAnswer: define({
    ...onObstacle,
    path: '/api/projects/{projectId}/obstacles/{obstacleId}/referral-answer',
    summary: 'What the body outside answered, and on which day',
    body: ReferralAnswerRequest,
    example: examples.noteReferralAnswer,
  }),
  resolveObstacle: define({
    ...onObstacle,
    path: '/api/projects/{projectId}/obstacles/{obstacleId}/resolve',
    summary: 'End an obstacle and say how it was resolved',
    body: ResolveObstacleRequest,
    example: examples.resolveObstacle,
  }),
  raiseZoneObstacle: define({
    ...inZone,
    method: 'POST',
    path: '/api/zones/{zoneId}/obstacles',
    params: OfZone,
    summary:
      'Record one obstacle for all projects of a zone that it stands in the way of: in a stage, on a line, with a party, or against an instruction; sent twice it is one',
    body: RecordObstacleRequest,
    status: 200,
    example: examples.raiseZoneObstacle,
  }),
  viewZoneObstacle: define({
    ...read,
    path: '/api/zones/{zoneId}/obstacles/{obstacleId}',
    auth: 'jwt',
    params: OneOfZone,
    query: none,
    summary: 'One obstacle of a zone with all that was said of it, and the projects in whose way it stands',
    answer: ZoneObstacleView,
    failures: [403, 404],
  }),
  actOnZoneObstacle: define({
    ...inZone,
    method: 'POST',
    path: '/api/zones/{zoneId}/obstacles/{obstacleId}',
    params: OneOfZone,
    summary:
      'Answer it, hand it over, refer it outside, record the answer from there, or settle it for all projects at once',
    body: ActOnObstacleRequest,
    status: 200,
    example: examples.actOnZoneObstacle,
  }),
} as const;
