import { about, investor, ofAsked, office, ofRoadMap, ofTime, recipientOf, why } from './asked-notices.ts';
import { ofClock } from './clock-notices.ts';
import type { ActorRef, EventBody, ProjectEvent } from '../project/event.ts';
import type { ProjectNotice, Recipient } from './notice.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { isOfDocket } from '../docket/apply-docket.ts';
import { ofDocket } from '../docket/docket-notices.ts';
import { isOfObstacle } from '../obstacles/apply-obstacle.ts';
import { isOfObligations } from '../obligations/apply-obligations.ts';
import { ofObligations } from '../obligations/obligation-notices.ts';
import type { Change } from '../project/change-builder.ts';
import { missing } from '../stages/gate.ts';
import { linkVersionOf } from '../links/link-status.ts';
import { obstaclesEnd, obstaclesGoOn, ofObstacle } from '../obstacles/obstacle-notices.ts';
import { toldBeside } from '../project/delegate.ts';
import { isReached } from '../figures/reached.ts';
import { openAssignments } from '../project/standing.ts';
import { firstStage } from '../stages/stage-id.ts';

type Body<Type extends EventBody['type']> = Extract<EventBody, { type: Type }>;

const approvals: readonly string[] = ['approved', 'approved-with-conditions'];

function ofDecided(body: Body<'stage-decided'>): readonly ProjectNotice[] {
  const base = { recipient: investor, stage: body.stage, outcome: body.outcome, ...why(body) };
  if (approvals.includes(body.outcome))
    return body.next ? [{ notice: 'stage-approved', ...base, stage: body.next }] : [];
  if (body.outcome === 'sent-back') return [{ notice: 'sent-back', ...base, stage: body.next ?? body.stage }];
  if (body.outcome === 'rejected')
    return [{ notice: 'rejected', ...base, ...(body.appealNoteId && { appealNoteId: body.appealNoteId }) }];
  return [];
}

const ofRecorded = (
  { onBehalf }: Pick<Body<'assignment-answered'>, 'onBehalf'>,
  { holder }: Assignment,
  subject: Omit<ProjectNotice, 'notice' | 'recipient'>,
): readonly ProjectNotice[] =>
  onBehalf && holder.kind !== 'office'
    ? [{ notice: 'answer-recorded', recipient: recipientOf(holder), ...subject }]
    : [];

const ofReceived = (
  { kind }: ActorRef,
  { holder }: Assignment,
  subject: Omit<ProjectNotice, 'notice' | 'recipient'>,
): readonly ProjectNotice[] =>
  kind === holder.kind ? [{ notice: 'answer-received', recipient: recipientOf(holder), ...subject, who: holder }] : [];

function ofPaused(body: Body<'assignment-paused'>, actor: ActorRef, after: Aggregate): readonly ProjectNotice[] {
  const assignment = after.assignments.find(({ assignmentId }) => assignmentId === body.assignmentId);
  if (assignment === undefined) return [];
  const subject = { ...about(assignment), outcome: 'suspended' as const, to: body.until, ...why(body) };
  return [
    ...ofRecorded(body, assignment, subject),
    ...ofReceived(actor, assignment, subject),
    { notice: 'line-answered', recipient: investor, ...subject },
  ];
}

function ofAnswered(body: Body<'assignment-answered'>, actor: ActorRef, after: Aggregate): readonly ProjectNotice[] {
  const assignment = after.assignments.find(({ assignmentId }) => assignmentId === body.assignmentId);
  if (assignment === undefined) return [];
  const subject = { ...about(assignment), outcome: body.outcome, ...why(body) };
  if (assignment.kind === 'question')
    return [
      {
        notice: 'question-answered',
        recipient: investor,
        stage: assignment.stage,
        ...(assignment.noteId !== undefined && { reportNoteId: assignment.noteId }),
        ...why(body),
      },
    ];
  const recorded = [...ofRecorded(body, assignment, subject), ...ofReceived(actor, assignment, subject)];
  const line: ProjectNotice[] =
    assignment.kind === 'technical-condition' && body.outcome !== 'returned'
      ? [{ notice: 'line-answered', recipient: investor, ...subject }]
      : [];
  const corrected: ProjectNotice[] =
    assignment.kind === 'correction' || assignment.kind === 'cure'
      ? [{ notice: 'corrected', recipient: office, ...subject }]
      : [];
  return [...recorded, ...line, ...corrected];
}

function ofEnded(body: Body<'ended'>, { events, after }: Change): readonly ProjectNotice[] {
  const base = { stage: after.project.stage, ...why(body) };
  switch (body.as) {
    case 'withdrawn':
      return [investor, office].map((recipient) => ({ notice: 'withdrawn', recipient, ...base }));
    case 'terminated':
      // The end of a contract is told with its paper.
      if (events.some((one) => one.body.type === 'docket-step')) return [];
      return [{ notice: 'terminated', recipient: investor, ...base }];
    case 'construction-started':
      return [{ notice: 'construction-started', recipient: investor, ...base }];
    case 'rejected':
      return [];
  }
}

/** Whoever was told of the end is told that the project goes on; what it asks them anew comes with an email of its own. */
function ofReopened({ stage, noteId }: Body<'reopened'>, { before }: Change): readonly ProjectNotice[] {
  const closed = (before?.assignments ?? []).filter(
    ({ holder, state, closedAt }) =>
      holder.kind === 'party' && state === 'closed' && closedAt === before?.project.endedAt,
  );
  const byParty = new Map(closed.map((one) => [JSON.stringify(one.holder), one]));
  return [
    ...[investor, office].map((recipient): ProjectNotice => ({ notice: 'reopened', recipient, stage, noteId })),
    ...[...byParty.values()].map(({ holder, assignmentId, kind, line }): ProjectNotice => ({
      notice: 'reopened',
      recipient: recipientOf(holder),
      stage,
      assignmentId,
      assignment: kind,
      ...(line && { line }),
    })),
  ];
}

function ofExtended(body: Body<'extended'>, { project, assignments }: Aggregate): readonly ProjectNotice[] {
  const assignment = assignments.find(({ assignmentId }) => assignmentId === body.assignmentId);
  const dates = { from: body.from, to: body.to, due: body.to, ...why(body) };
  if (assignment === undefined) return [{ notice: 'extended', recipient: investor, stage: project.stage, ...dates }];
  return [{ notice: 'extended', recipient: recipientOf(assignment.holder), ...about(assignment), ...dates }];
}

const ofLeft = (assignment: Assignment): readonly ProjectNotice[] =>
  assignment.holder.kind === 'office'
    ? []
    : [{ notice: 'assignment-closed', recipient: recipientOf(assignment.holder), ...about(assignment) }];

function ofNamed(
  { assignmentId }: { readonly assignmentId?: string | undefined },
  state: Aggregate | undefined,
  follows: (assignment: Assignment) => readonly ProjectNotice[],
): readonly ProjectNotice[] {
  const assignment = state?.assignments.find((one) => one.assignmentId === assignmentId);
  return assignment ? follows(assignment) : [];
}

/** Whoever brought a file that was refused hears of it: the office has others to ask what became of it. */
function ofScanned(
  body: Body<'document-scanned'>,
  { project: { stage }, documents, assignments }: Aggregate,
): readonly ProjectNotice[] {
  const document = documents.find((one) => one.documentId === body.documentId && one.version === body.version);
  if (document?.state !== 'refused') return [];
  const { by, kind } = document;
  const assignment = assignments.find(({ assignmentId }) => assignmentId === document.assignmentId);
  const recipient: Recipient =
    by.kind === 'party' ? { to: 'party', partyId: by.partyId } : by.kind === 'investor' ? investor : office;
  return [
    {
      notice: 'document-refused',
      recipient,
      document: kind,
      stage,
      ...(by.kind === 'party' && assignment && { assignmentId: assignment.assignmentId }),
    },
  ];
}

/** The office hears of another version at once: it may have judged the earlier one. */
const ofAdded = (
  { version, kind }: Body<'document-added'>,
  { actor }: ProjectEvent,
  { project: { stage } }: Aggregate,
): readonly ProjectNotice[] =>
  version > 1 && actor.kind !== 'staff'
    ? [{ notice: 'document-replaced', recipient: office, document: kind, stage }]
    : [];

/** Whoever had the address is told first: if they are the investor, this is the only email that reaches them. */
function ofCorrected(
  { fields }: Body<'contact-corrected'>,
  { actor }: ProjectEvent,
  {
    before,
    after: {
      project: { stage },
    },
  }: Change,
): readonly ProjectNotice[] {
  if (!fields.includes('email')) return [];
  if (actor.kind === 'investor')
    return [
      {
        notice: 'address-moved',
        recipient: { to: 'former-investor', linkVersion: before ? linkVersionOf(before.project) : 0 },
        stage,
      },
      { notice: 'address-moved', recipient: investor, stage },
    ];
  const linkVersion = before ? linkVersionOf(before.project) : 0;
  return [
    { notice: 'address-changed', recipient: { to: 'former-investor', linkVersion }, stage },
    { notice: 'address-corrected', recipient: investor, stage },
  ];
}

/** The office hears of a letter when it counts, and has its number. */
const received = (stage: ProjectNotice['stage']): ProjectNotice => ({
  notice: 'letter-received',
  recipient: office,
  stage,
});

function ofReturned(body: Body<'document-returned'>, after: Aggregate): readonly ProjectNotice[] {
  const due = openAssignments(after).find(({ kind }) => kind === 'documents')?.due;
  return [
    {
      notice: 'document-returned',
      recipient: investor,
      document: body.kind,
      stage: after.project.stage,
      ...why(body),
      ...(due && { due }),
    },
  ];
}

/** The investor is told once that a stage has passed its date; nobody writes to an address that was never confirmed. */
const ofLate = (
  { kind, stage, due }: Assignment,
  { confirmed, accepted }: Aggregate['project'],
): readonly ProjectNotice[] =>
  kind === 'office-decision' && (confirmed || accepted)
    ? [{ notice: 'stage-late', recipient: investor, stage, due }]
    : [];

function ofEvent(event: ProjectEvent, change: Change): readonly ProjectNotice[] {
  const { body } = event;
  const { before, after } = change;
  const { stage } = after.project;
  if (isOfObstacle(body)) return ofObstacle(event, body, change);
  if (isOfDocket(body)) return ofDocket(body, change);
  if (isOfObligations(body)) return ofObligations(body, stage);
  switch (body.type) {
    case 'letter-submitted': {
      // A project taken over from paper was received long ago.
      if (after.project.accepted) return [];
      const receipt: ProjectNotice = { notice: 'receipt', recipient: investor, stage };
      return body.reference === undefined ? [receipt, received(stage)] : [receipt];
    }
    // An officer who has accepted a letter knows of it.
    case 'number-given':
      return after.project.accepted ? [] : [received(stage)];
    case 'confirmation-reminded':
      return [{ notice: 'confirm-reminder', recipient: investor, stage }];
    // A document that was returned is asked for with the reason, in one email.
    case 'assignment-opened':
      return body.kind === 'documents' && change.events.some((one) => one.body.type === 'document-returned')
        ? []
        : ofAsked(body, after);
    case 'assignment-answered':
      return ofAnswered(body, event.actor, after);
    case 'assignment-closed':
      return ofNamed(body, before, ofLeft);
    case 'assignment-paused':
      return ofPaused(body, event.actor, after);
    case 'stage-decided':
      return ofDecided(body);
    case 'assignment-unpaused':
    case 'moratorium-applied':
    case 'suspended':
    case 'pause-renewed':
    case 'resumed':
      return ofClock(event, body, change);
    case 'extended':
      return ofExtended(body, after);
    case 'time-asked':
    case 'time-refused':
      return ofNamed(body, after, (one) => ofTime(body, one, about(one)));
    case 'road-map-change-asked':
      return ofRoadMap(body);
    case 'document-added':
      return ofAdded(body, event, after);
    case 'document-scanned':
      return ofScanned(body, after);
    case 'document-returned':
      return ofReturned(body, after);
    case 'became-overdue':
      return ofNamed(body, after, (one) => ofLate(one, after.project));
    case 'merged-into':
      return [{ notice: 'merged', recipient: investor, stage, kept: body.number }];
    case 'ended':
      return [...ofEnded(body, change), ...obstaclesEnd(change)];
    case 'reopened':
      return [...ofReopened(body, change), ...obstaclesGoOn(change)];
    case 'assignment-sent-again':
      return ofNamed(body, after, (one) => ofAsked(one, after));
    case 'assignment-handed-over':
      return [...ofNamed(body, before, ofLeft), ...ofNamed(body, after, (one) => ofAsked(one, after))];
    case 'link-renewed':
      return body.assignmentId === undefined
        ? [{ notice: 'new-link', recipient: investor, stage }]
        : ofNamed(body, after, (one) => [{ notice: 'new-link', recipient: recipientOf(one.holder), ...about(one) }]);
    case 'contact-corrected':
      return ofCorrected(body, event, change);
    case 'copy-sent':
      return [{ notice: 'copy-sent', recipient: investor, stage }];
    case 'delegate-asked':
      return [{ notice: 'invited', recipient: { to: 'investor', delegate: body.delegate }, stage }];
    case 'note-added':
      return body.shared ? [{ notice: 'note-shared', recipient: investor, stage, noteId: body.noteId }] : [];
    default:
      return [];
  }
}

/** What is about the contact's own address and link. */
const contactsOwn: readonly ProjectNotice['notice'][] = [
  'receipt',
  'confirm-reminder',
  'new-link',
  'address-corrected',
  'address-changed',
  'address-moved',
  'invited',
  'copy-sent',
];

/** Colleagues of the contact are told what the contact is told. */
const besideContact = (notice: ProjectNotice, project: Aggregate['project']): readonly ProjectNotice[] =>
  notice.recipient.to === 'investor' && !contactsOwn.includes(notice.notice)
    ? toldBeside(project).map((delegate) => ({ ...notice, recipient: { to: 'investor', delegate } }))
    : [];

const isReady = (aggregate: Aggregate | undefined): boolean =>
  aggregate?.project.phase === 'open' &&
  openAssignments(aggregate).some(({ kind }) => kind === 'office-decision') &&
  missing(aggregate, []).every(
    ({ what }) => what === 'line-readiness' || what === 'signed-letter' || what === 'being-scanned',
  );

/** What is written from files by the hundred: nobody is told of the stage in which each is, until something happens in it. */
const isImport = ({ before, events }: Change): boolean =>
  before?.project.imported === true &&
  Object.values(before.project.stages).every(({ openedAt }) => openedAt === undefined) &&
  events.some(({ body }) => body.type === 'stage-opened');

export function noticesOf(change: Change): readonly ProjectNotice[] {
  if (isImport(change)) return [];
  const { stage, due } = change.after.project;
  const becameReady = stage !== firstStage && isReady(change.after) && !isReady(change.before);
  const decision = openAssignments(change.after).find(({ kind }) => kind === 'office-decision');
  const ready: ProjectNotice[] =
    becameReady && decision
      ? [
          {
            notice: 'ready-for-decision',
            recipient: office,
            stage,
            assignmentId: decision.assignmentId,
            ...(due && { due }),
          },
        ]
      : [];
  return [...change.events.flatMap((event) => ofEvent(event, change)), ...ready]
    .filter(isReached(change))
    .flatMap((notice) => [notice, ...besideContact(notice, change.after.project)]);
}
