import { utilities, type Utility } from '#core/kernel/common.ts';
import type { Obstacle } from '#core/obstacles/obstacle.ts';
import type { AssignmentListing, ListedAssignment, ProjectListing } from '#core/project/listing.ts';
import type { Project } from '#core/project/project.ts';
import type { OutboxRow } from '#core/notices/outbox.ts';
import type { LateHolder } from '#core/figures/late-holders.ts';
import type { Refusal } from '#core/figures/figures.ts';
import type { StartStanding } from '#core/figures/start-ports.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import type { Wait } from '#core/notices/outbox.ts';
import { waitKey } from '#core/stages/waits.ts';
import type { EnteredTask } from '#core/stages/workflow-ports.ts';
import { firstDue } from '#core/work/work-row.ts';
import { answeredPartition, keys, obstaclePartition, outboxShards, padded, sortableInstant } from './keys.ts';

export type Item = Readonly<Record<string, unknown>>;

export const workPartition = (zoneId: string): string => `WORK#${zoneId}`;

export const startPartition = (zoneId: string, standing: StartStanding): string => `START#${zoneId}#${standing}`;

/** Projects in a docket lie in the index of holders: no holder is called so. */
export const docketPartition = (zoneId: string): string => `DOCKETS#${zoneId}`;

export const latePartition = (zoneId: string, holder: LateHolder): string => `OVERDUE#${zoneId}#${holder}`;

/** Answers that said no lie in the index of what is late: they are open no more, and it is as sparse. */
export const refusedPartition = (zoneId: string, stage: StageId, what: Refusal): string =>
  `REFUSED#${zoneId}#${stage}#${what.replace(' ', '#')}`;

const lineSigns = (lines: readonly Utility[]): string => lines.map((line) => String(utilities.indexOf(line))).join('');

export const reminderPartition = (zoneId: string): string => `REMIND#${zoneId}`;

/** Letters without a number come before the first one, in the order in which they came: backwards, they lie behind all that count. */
const sortableNumber = ({ number, submittedAt }: Project, { numbered }: ProjectListing): string =>
  numbered ? number : `#${sortableInstant(submittedAt)}#${number}`;

/** By the day planned; what else the key says of a start is read by nobody now and stays as it was written. */
function startIndex(project: Project, listing: ProjectListing): Item {
  const { start } = listing;
  if (start === undefined) return {};
  const startPk = startPartition(project.zoneId, start.standing);
  if (start.standing === 'unconfirmed') return { startPk, startSk: sortableNumber(project, listing) };
  const { planned, number, projectId, wanted, receivedOn, stage, endsOn = '', lines } = start;
  const known = [planned, number, projectId, wanted, receivedOn, stage, endsOn, lineSigns(lines)];
  return { startPk, startSk: known.join('#') };
}

/** Where a project lies in its zone's open work, by the first answer that is awaited; its row goes along, so that a list reads nothing else. */
function workIndex({ zoneId, projectId }: Project, { work }: ProjectListing): Item {
  return work === undefined
    ? {}
    : { workPk: workPartition(zoneId), workSk: `${firstDue(work)}#${projectId}`, workRow: JSON.stringify(work) };
}

/** Index attributes of a project: absent ones take it out of a sparse index. */
export function projectIndexes(project: Project, listing: ProjectListing): Item {
  const { zoneId, number, projectId, forum, sector } = project;
  const { bucket, standing, due, lateSince, comesUp, frozenSince } = listing;
  return {
    zonePk: `ZONE#${zoneId}`,
    zoneSk: sortableNumber(project, listing),
    stagePk: `STAGE#${zoneId}#${bucket}`,
    stageSk: `${due ?? '9999-12-31'}#${projectId}`,
    ...(forum && { forumPk: `FORUM#${zoneId}#${forum}`, forumSk: `${standing}#${number}` }),
    sectorPk: `SECTOR#${zoneId}#${sector}`,
    sectorSk: `${standing}#${number}`,
    ...startIndex(project, listing),
    ...(lateSince && { overduePk: `OVERDUE#${zoneId}`, overdueSk: `${lateSince}#${projectId}` }),
    ...(comesUp && {
      duePk: comesUp.as === 'review' ? `DUE#${zoneId}` : reminderPartition(zoneId),
      dueSk: `${comesUp.on}#${projectId}`,
    }),
    ...(frozenSince && { holderPk: docketPartition(zoneId), holderSk: `${frozenSince}#${projectId}` }),
    ...workIndex(project, listing),
  };
}

export const sparseProjectAttributes = [
  'overduePk',
  'overdueSk',
  'duePk',
  'dueSk',
  'startPk',
  'startSk',
  'workPk',
  'workSk',
  'workRow',
  'holderPk',
  'holderSk',
] as const;

function assignmentIndexes(
  zoneId: string,
  place: string,
  due: string,
  { holder, assignee, lateThrough, comesUpOn, answeredAt, refused }: AssignmentListing,
): Item {
  if (answeredAt !== undefined) {
    const byAnswer = `${sortableInstant(answeredAt)}#${place}`;
    return {
      ...(holder !== undefined && { holderPk: answeredPartition(zoneId, holder), holderSk: byAnswer }),
      ...(refused && { overduePk: refusedPartition(zoneId, refused.stage, refused.what), overdueSk: byAnswer }),
    };
  }
  const byDue = `${due}#${place}`;
  return {
    ...(holder !== undefined && { holderPk: `HOLDER#${zoneId}#${holder}`, holderSk: byDue }),
    ...(assignee !== undefined && { assigneePk: `ASSIGNEE#${zoneId}#${assignee}`, assigneeSk: byDue }),
    ...(lateThrough && { overduePk: latePartition(zoneId, lateThrough), overdueSk: byDue }),
    ...(comesUpOn && { duePk: `DUE#${zoneId}`, dueSk: `${comesUpOn}#${place}` }),
  };
}

export const assignmentItem = ({ projectId, zoneId }: Project, { assignment, listing }: ListedAssignment): Item => ({
  ...keys.assignment(projectId, assignment.assignmentId),
  assignment,
  ...(listing && assignmentIndexes(zoneId, assignment.assignmentId, assignment.due, listing)),
});

export const wordItems = (
  { zoneId, projectId }: Pick<Project, 'zoneId' | 'projectId'>,
  words: readonly string[],
): readonly Item[] => words.map((word) => ({ ...keys.word(zoneId, word, projectId), projectId }));

/** Open obstacles lie in the index of holders under a name of their own: no holder is called so. */
export const obstacleItem = ({ projectId, zoneId }: Project, obstacle: Obstacle): Item => ({
  ...keys.obstacle(projectId, obstacle.obstacleId),
  obstacle,
  ...(obstacle.state === 'open' && {
    holderPk: obstaclePartition(zoneId),
    holderSk: `${sortableInstant(obstacle.raisedAt)}#${projectId}#${obstacle.obstacleId}`,
    ...(obstacle.due !== undefined && {
      duePk: `DUE#${zoneId}`,
      dueSk: `${obstacle.due}#${projectId}#${obstacle.obstacleId}`,
    }),
  }),
});

const shardOf = (laneId: string): number =>
  [...laneId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % outboxShards, 0);

export const outboxIndex = (laneId: string, nextAttemptAt: number): Item => ({
  outboxPk: `OUTBOX#${String(shardOf(laneId))}`,
  outboxSk: `${sortableInstant(nextAttemptAt)}#${laneId}`,
});

export const outboxItem = (row: OutboxRow): Item => ({
  ...keys.outbox(row.laneId, row.rowId),
  ...row,
  ...outboxIndex(row.laneId, row.nextAttemptAt),
});

const placeOf = ({ generation, redrive, enteredAt, attempt }: EnteredTask): string =>
  [padded(generation, 6), padded(redrive, 4), sortableInstant(enteredAt), padded(attempt, 6)].join('#');

/** A token, and that no later one may be there. */
export function tokenItem(projectId: string, wait: Wait, task: EnteredTask) {
  const place = placeOf(task);
  return {
    Item: { ...keys.token(projectId, waitKey(wait)), token: task.token, place },
    ConditionExpression: 'attribute_not_exists(PK) OR place <= :place',
    ExpressionAttributeValues: { ':place': place },
  };
}
