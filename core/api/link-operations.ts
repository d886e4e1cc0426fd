import * as z from 'zod/mini';
import { CorrectionRequest, LinkDecisionRequest } from '../stages/decision.ts';
import { ObstacleId } from '../obstacles/obstacle-facts.ts';
import { AnswerObstacleRequest, RaiseObstacleRequest, ResolveObstacleRequest } from '../obstacles/obstacle.ts';
import { Identifier } from '../kernel/common.ts';
import { LineByLinkRequest } from '../lines/line-by-link.ts';
import { Line } from '../lines/line.ts';
import { AskOfficeRequest, WithdrawRequest } from '../project/project-action.ts';
import { ShowcaseLinkRequest } from '../showcase/proposal.ts';
import { ShowcaseLinkView } from '../showcase/showcase-views.ts';
import { LinkView, ObstacleView } from './views.ts';
import { byLink, change, define, Link, none, read } from './define.ts';
import { examples } from './examples.ts';

const OfLink = z.extend(Link, { obstacleId: ObstacleId });
const onLink = { ...byLink, ...change, failures: [...change.failures, 410] } as const;

export const linkOperations = {
  viewLink: define({
    ...read,
    ...byLink,
    failures: [404, 410],
    path: '/api/links/{link}',
    summary: 'What a link opens; changes nothing',
    answer: LinkView,
  }),
  confirmByLink: define({
    ...onLink,
    path: '/api/links/{link}/confirm',
    summary: 'The investor confirms the email address',
    body: none,
    example: {},
  }),
  decideByLink: define({
    ...onLink,
    path: '/api/links/{link}/decision',
    summary: 'A party or the investor answers an assignment',
    body: LinkDecisionRequest,
    example: examples.linkDecision,
  }),
  correctByLink: define({
    ...onLink,
    path: '/api/links/{link}/correction',
    summary: 'The investor has corrected what was asked',
    body: CorrectionRequest,
    example: examples.correction,
  }),
  withdrawByLink: define({
    ...onLink,
    path: '/api/links/{link}/withdraw',
    summary: 'The investor withdraws',
    body: WithdrawRequest,
    example: {},
  }),
  askOfficeByLink: define({
    ...onLink,
    failures: [...onLink.failures, 429],
    path: '/api/links/{link}/questions',
    summary: 'The investor asks the office',
    body: AskOfficeRequest,
    example: examples.askOffice,
  }),
  raiseObstacleByLink: define({
    ...onLink,
    failures: [...onLink.failures, 429],
    path: '/api/links/{link}/obstacles',
    summary: 'The investor reports an obstacle, against a stage or a utility line',
    body: RaiseObstacleRequest,
    example: examples.raiseObstacle,
  }),
  viewObstacleByLink: define({
    ...read,
    ...byLink,
    params: OfLink,
    failures: [404, 410],
    path: '/api/links/{link}/obstacles/{obstacleId}',
    summary: 'One obstacle with all that was said of it',
    answer: ObstacleView,
  }),
  answerObstacleByLink: define({
    ...onLink,
    params: OfLink,
    failures: [...onLink.failures, 429],
    path: '/api/links/{link}/obstacles/{obstacleId}/answer',
    summary: 'The investor, or the party that has it, writes about an obstacle',
    body: AnswerObstacleRequest,
    example: examples.answerObstacle,
  }),
  resolveObstacleByLink: define({
    ...onLink,
    params: OfLink,
    failures: [...onLink.failures, 429],
    path: '/api/links/{link}/obstacles/{obstacleId}/resolve',
    summary: 'The investor says that an obstacle of their own is resolved',
    body: ResolveObstacleRequest,
    example: examples.resolveObstacle,
  }),
  viewShowcaseByLink: define({
    ...read,
    ...byLink,
    failures: [404, 410],
    path: '/api/links/{link}/showcase',
    summary: 'What the link of a buyer, a proposer, or of a bank or party that is asked opens; changes nothing',
    answer: ShowcaseLinkView,
  }),
  actByShowcaseLink: define({
    ...onLink,
    path: '/api/links/{link}/showcase',
    summary:
      'A proposer confirms, asks and reports; a buyer accepts, declines and answers; a bank or party asks and decides',
    failures: [...onLink.failures],
    body: ShowcaseLinkRequest,
    answer: ShowcaseLinkView,
    example: { action: 'confirm' },
  }),
  reportLineByLink: define({
    ...onLink,
    params: z.extend(Link, { lineId: Identifier }),
    path: '/api/links/{link}/lines/{lineId}',
    summary: 'The party that builds a utility line says by when a milestone of it is reached, or that it is',
    failures: [...onLink.failures, 429],
    body: LineByLinkRequest,
    answer: Line,
    example: examples.lineByLink,
  }),
} as const;
