import * as z from 'zod/mini';
import { Identifier } from '../kernel/common.ts';
import { DocketRequest } from '../docket/docket-facts.ts';
import { DecisionRequest, StageName } from '../stages/decision.ts';
import { NeedRequest } from '../lines/need.ts';
import { LadderView } from '../ladder/ladder-facts.ts';
import { ObligationsView } from '../obligations/obligation-facts.ts';
import { ApproveRequest } from '../road-map/road-map-facts.ts';
import { RoadMapView } from '../road-map/view-road-map.ts';
import { AddNoteRequest } from '../work/office-note.ts';
import {
  ContactRequest,
  ExtendRequest,
  HandOverRequest,
  MergeRequest,
  RenewLinkRequest,
  RenewPauseRequest,
  ReopenRequest,
  ResumeRequest,
  SendAgainRequest,
  SuspendRequest,
  TakeRequest,
  TerminateRequest,
  WithdrawRequest,
} from '../project/project-action.ts';
import { Sector } from '../letter/sector.ts';
import { AssignmentPage, EmailPage, EventPage, NotePage, ProjectPage, ProjectView } from './views.ts';
import { change, define, none, onProject, page, ProjectId, read } from './define.ts';
import { examples } from './examples.ts';
import { followUpOperations } from './follow-up-operations.ts';
import { obstacleOperations } from './obstacle-operations.ts';
import { zoneOperations } from './zone-operations.ts';

const AssignmentId = z.object({ assignmentId: z.string().check(z.regex(/^[a-z0-9_-]{1,160}$/)) });
const onAssignment = { ...change, auth: 'jwt', params: AssignmentId, query: none } as const;

export const officeOperations = {
  listProjects: define({
    ...read,
    path: '/api/projects',
    auth: 'jwt',
    params: none,
    answer: ProjectPage,
    summary:
      'Projects of a zone: all, or those for which everything named holds; q is a number, a company number or the beginning of a name. A narrowed page may be short and still have a next one',
    query: z.object({
      zone: Identifier,
      ...page,
      stage: z.optional(z.string().check(z.maxLength(40))),
      holder: z.optional(Identifier),
      forum: z.optional(Identifier),
      sector: z.optional(Sector),
      overdue: z.optional(z.literal('true')),
      q: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
      /** Projects under way by the due date of their stage, the overdue first. */
      sort: z.optional(z.literal('due')),
    }),
  }),
  viewProject: define({
    ...read,
    path: '/api/projects/{projectId}',
    auth: 'jwt',
    params: ProjectId,
    query: none,
    summary: 'One project: stages, assignments, who holds it, what is missing, allowed actions',
    answer: ProjectView,
  }),
  listEvents: define({
    ...read,
    path: '/api/projects/{projectId}/events',
    auth: 'jwt',
    params: ProjectId,
    query: z.object(page),
    summary: 'The log of a project, oldest first',
    answer: EventPage,
  }),
  listEmails: define({
    ...read,
    path: '/api/projects/{projectId}/emails',
    auth: 'jwt',
    params: ProjectId,
    query: none,
    summary: 'Emails of a project and what became of each',
    answer: EmailPage,
  }),
  listAssignments: define({
    ...read,
    path: '/api/assignments',
    auth: 'jwt',
    params: none,
    answer: AssignmentPage,
    summary:
      'My work list: open assignments by due date, the office’s own or a holder’s; without a zone the first of all my zones',
    query: z.object({
      zone: z.optional(Identifier),
      holder: z._default(Identifier, 'office'),
      ...page,
      stage: z.optional(StageName),
      overdue: z.optional(z.literal('true')),
      mine: z.optional(z.literal('true')),
    }),
  }),
  decide: define({
    ...onAssignment,
    path: '/api/assignments/{assignmentId}/decision',
    body: DecisionRequest,
    example: examples.decision,
    summary: 'Answer an assignment: the office’s own, or one that came on paper (onBehalf)',
  }),
  sendAgain: define({
    ...onAssignment,
    path: '/api/assignments/{assignmentId}/send-again',
    body: SendAgainRequest,
    example: {},
    failures: [...change.failures, 429],
    summary: 'Send the email of an open assignment again, with the same link; at most three times a day',
  }),
  handOver: define({
    ...onAssignment,
    path: '/api/assignments/{assignmentId}/hand-over',
    summary: 'Give an open assignment to another party of the zone; the due date stays',
    body: HandOverRequest,
    example: examples.handOver,
  }),
  take: define({
    ...onAssignment,
    path: '/api/assignments/{assignmentId}/take',
    summary: 'Work on an assignment of the office; from a colleague only by naming them',
    body: TakeRequest,
    example: {},
  }),
  giveBack: define({
    ...onAssignment,
    path: '/api/assignments/{assignmentId}/give-back',
    summary: 'Give an assignment back to the whole office',
    body: none,
    example: {},
  }),
  renewLink: define({
    ...onAssignment,
    path: '/api/assignments/{assignmentId}/renew-link',
    summary: 'Make a party’s link open no more and send a new one',
    body: RenewLinkRequest,
    example: {},
  }),
  renewTrackingLink: define({
    ...onProject,
    path: '/api/projects/{projectId}/renew-link',
    summary: 'Make the investor’s links open no more and send a new one',
    body: RenewLinkRequest,
    example: {},
  }),
  mendContact: define({
    ...onProject,
    path: '/api/projects/{projectId}/contact',
    summary: 'Mend the investor’s name, email address or telephone; a new address is confirmed anew',
    body: ContactRequest,
    example: examples.contact,
  }),
  suspend: define({
    ...onProject,
    path: '/api/projects/{projectId}/suspend',
    summary: 'Stop the clock until a day of review',
    body: SuspendRequest,
    example: examples.suspend,
  }),
  renewPause: define({
    ...onProject,
    path: '/api/projects/{projectId}/renew-pause',
    summary: 'Let a pause go on until a later day of review; what nobody renews ends by itself on that day',
    body: RenewPauseRequest,
    example: examples.renewPause,
  }),
  resume: define({
    ...onProject,
    path: '/api/projects/{projectId}/resume',
    summary: 'Let the clock run again',
    body: ResumeRequest,
    example: {},
  }),
  extend: define({
    ...onProject,
    path: '/api/projects/{projectId}/extend',
    summary: 'A later due date for an assignment or the running stage',
    body: ExtendRequest,
    example: examples.extend,
  }),
  withdraw: define({
    ...onProject,
    path: '/api/projects/{projectId}/withdraw',
    summary: 'Record that the investor withdraws',
    body: WithdrawRequest,
    example: {},
  }),
  merge: define({
    ...onProject,
    path: '/api/projects/{projectId}/merge',
    summary: 'End a letter that is about the same project as another one, which is kept',
    body: MergeRequest,
    example: examples.merge,
  }),
  terminate: define({
    ...onProject,
    path: '/api/projects/{projectId}/terminate',
    summary: 'Terminate a project',
    body: TerminateRequest,
    example: examples.terminate,
  }),
  reopen: define({
    ...onProject,
    path: '/api/projects/{projectId}/reopen',
    summary: 'Take the ending of a project back: it goes on at the stage in which it ended',
    body: ReopenRequest,
    example: examples.reopen,
  }),
  ...zoneOperations,
  viewRoadMap: define({
    ...read,
    path: '/api/projects/{projectId}/road-map',
    auth: 'jwt',
    params: ProjectId,
    query: none,
    summary:
      'The road map of a project: stages and assignments with baseline, target, actual and expected day, responsible person and deputy, and what is missing before it can be approved',
    answer: RoadMapView,
  }),
  sayNeed: define({
    ...onProject,
    path: '/api/projects/{projectId}/needs',
    summary:
      'Say what a project needs of a line of its zone: capacity in the unit of its kind, by when, for which stage; or take it back. What is not said is inferred from its letter',
    body: NeedRequest,
    example: examples.need,
  }),
  viewLadder: define({
    ...read,
    path: '/api/projects/{projectId}/ladder',
    auth: 'jwt',
    params: ProjectId,
    query: none,
    summary:
      'How far a project is built since the start of construction, by phase: each rung with its day, file, who said it and which other body confirmed or disputed it; a phase without `top` is not stated',
    answer: LadderView,
  }),
  viewObligations: define({
    ...read,
    path: '/api/projects/{projectId}/obligations',
    auth: 'jwt',
    params: ProjectId,
    query: none,
    summary:
      'What the contract of a project promises by year, what its investor has reported and its office confirmed, and the rest; a period that is `not-reported` is never nought',
    answer: ObligationsView,
  }),
  approveRoadMap: define({
    ...onProject,
    path: '/api/projects/{projectId}/road-map/approve',
    summary:
      'Approve a road map: its dates become the baseline, and their hash stands in the log; refused while a row lacks a date, a person or a deputy, each named as an issue',
    body: ApproveRequest,
    example: {},
  }),
  actOnDocket: define({
    ...onProject,
    path: '/api/projects/{projectId}/docket',
    summary:
      'Open or close the docket of a contract whose construction has not begun, or take its next step: none is skipped, none dated before the one before',
    body: DocketRequest,
    example: examples.actOnDocket,
  }),
  ...obstacleOperations,
  listNotes: define({
    ...read,
    path: '/api/projects/{projectId}/notes',
    auth: 'jwt',
    params: ProjectId,
    query: z.object(page),
    summary: 'Notes of the office, the latest first',
    answer: NotePage,
    failures: [403, 404],
  }),
  addNote: define({
    ...onProject,
    path: '/api/projects/{projectId}/notes',
    summary: 'Write a note for the office, or one that the investor gets by email',
    body: AddNoteRequest,
    example: examples.addNote,
  }),
  ...followUpOperations,
} as const;
