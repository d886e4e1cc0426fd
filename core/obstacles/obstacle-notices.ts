import type { ActorRef, Holder, ProjectEvent } from '../project/event.ts';
import type { ProjectNotice, Recipient } from '../notices/notice.ts';
import type { Obstacle } from './obstacle.ts';
import type { Aggregate } from '../project/project.ts';
import type { ObstacleBody } from './apply-obstacle.ts';
import type { Change } from '../project/change-builder.ts';
import { openAssignments } from '../project/standing.ts';

const recipientOf = (holder: Holder): Recipient =>
  holder.kind === 'party' ? { to: 'party', partyId: holder.partyId } : { to: holder.kind };

/** A party has no account: it reads and answers by the link of an assignment that it still has to answer, if it has one here. */
function linkOf(aggregate: Aggregate, { about }: Obstacle, recipient: Recipient): Pick<ProjectNotice, 'assignmentId'> {
  if (recipient.to !== 'party') return {};
  const own = openAssignments(aggregate).filter(
    ({ holder }) => holder.kind === 'party' && holder.partyId === recipient.partyId,
  );
  const assignmentId = (own.find(({ line }) => about.kind === 'line' && line === about.line) ?? own[0])?.assignmentId;
  return assignmentId === undefined ? {} : { assignmentId };
}

function placeOf({ project }: Aggregate, { about }: Obstacle): Pick<ProjectNotice, 'stage' | 'line'> {
  if (about.kind === 'stage') return { stage: about.stage };
  return { stage: project.stage, ...(about.kind === 'line' && { line: about.line }) };
}

function subject(aggregate: Aggregate, obstacle: Obstacle, recipient: Recipient): Omit<ProjectNotice, 'notice'> {
  const [report] = obstacle.said;
  return {
    recipient,
    obstacleId: obstacle.obstacleId,
    ...placeOf(aggregate, obstacle),
    ...(report && { reportNoteId: report.noteId }),
    ...(obstacle.state === 'open' && obstacle.due !== undefined && { due: obstacle.due }),
    ...linkOf(aggregate, obstacle, recipient),
  };
}

/** Office, investor and the party that has it; the one who did it knows already. */
function others({ owner }: Obstacle, by: ActorRef): readonly Recipient[] {
  const all: Recipient[] = [
    { to: 'office' },
    { to: 'investor' },
    ...(owner.kind === 'party' ? [recipientOf(owner)] : []),
  ];
  const author = by.kind === 'staff' ? 'office' : by.kind;
  return all.filter(({ to }) => to !== author);
}

const asHolder = (by: ActorRef): Holder =>
  by.kind === 'party' ? by : { kind: by.kind === 'investor' ? 'investor' : 'office' };

const released = (aggregate: Aggregate, obstacle: Obstacle): readonly ProjectNotice[] =>
  obstacle.owner.kind === 'party'
    ? [{ notice: 'obstacle-closed', ...subject(aggregate, obstacle, recipientOf(obstacle.owner)) }]
    : [];

function ofHandedOver(
  after: Aggregate,
  obstacle: Obstacle,
  before: Obstacle | undefined,
  note: Pick<ProjectNotice, 'noteId'>,
): readonly ProjectNotice[] {
  const { owner } = obstacle;
  const asked: ProjectNotice = { notice: 'obstacle-asked', ...subject(after, obstacle, recipientOf(owner)), ...note };
  const told: ProjectNotice[] =
    owner.kind === 'investor'
      ? []
      : [{ notice: 'obstacle-handed-over', ...subject(after, obstacle, { to: 'investor' }), who: owner, ...note }];
  return [asked, ...told, ...(before ? released(after, before) : [])];
}

export function ofObstacle(
  { actor }: ProjectEvent,
  body: ObstacleBody,
  { before, after }: Change,
): readonly ProjectNotice[] {
  const found = ({ obstacles }: Aggregate) => obstacles.find(({ obstacleId }) => obstacleId === body.obstacleId);
  const obstacle = found(after);
  if (obstacle === undefined) return [];
  if (body.type === 'obstacle-escalated') return [];
  const note = body.noteId === undefined ? {} : { noteId: body.noteId };
  switch (body.type) {
    case 'obstacle-raised':
      return others(obstacle, actor).map((to) => ({ notice: 'obstacle-raised', ...subject(after, obstacle, to) }));
    case 'obstacle-handed-over':
      return ofHandedOver(after, obstacle, before && found(before), note);
    case 'obstacle-answered':
    case 'obstacle-referred':
    case 'obstacle-referral-answered':
      return others(obstacle, actor).map((to) => ({
        notice: 'obstacle-answered',
        ...subject(after, obstacle, to),
        who: asHolder(actor),
        ...note,
      }));
    case 'obstacle-resolved': {
      const told = others({ ...obstacle, owner: { kind: 'office' } }, actor);
      return [
        ...told.map((to): ProjectNotice => ({ notice: 'obstacle-resolved', ...subject(after, obstacle, to), ...note })),
        ...released(after, obstacle),
      ];
    }
  }
}

/** A project ends with what was in its way: parties that had some of it need do nothing more. */
export const obstaclesEnd = ({ before, after }: Change): readonly ProjectNotice[] =>
  (before?.obstacles ?? []).filter(({ state }) => state === 'open').flatMap((obstacle) => released(after, obstacle));

export const obstaclesGoOn = ({ before, after }: Change): readonly ProjectNotice[] =>
  (before?.obstacles ?? [])
    .filter(({ state, owner }) => state === 'closed' && owner.kind === 'party')
    .map((obstacle) => ({ notice: 'obstacle-asked', ...subject(after, obstacle, recipientOf(obstacle.owner)) }));
