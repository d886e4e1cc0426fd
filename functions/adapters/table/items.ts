import { utilities, type Utility } from '#core/kernel/common.ts';
import type { Obstacle } from '#core/obstacles/obstacle.ts';
import type { Assignment, Aggregate, Project } from '#core/project/project.ts';
import type { OutboxRow } from '#core/notices/outbox.ts';
import { later } from '#core/calendar/local-date.ts';
import { isNumbered } from '#core/letter/number.ts';
import { nextReminder } from '#core/notices/reminders.ts';
import { onItsWay } from '#core/stages/expected-start.ts';
import { isCounted, standingOf } from '#core/figures/figures.ts';
import { heldBy, type LateHolder } from '#core/figures/late-holders.ts';
import { isBehind, isOpen, lateOf } from '#core/project/standing.ts';
import type { StartStanding } from '#core/figures/start-ports.ts';
import { keys, obstaclePartition, outboxShards, sortableInstant } from './keys.ts';
import { startOfConstruction } from '#core/stages/stage-id.ts';

export type Item = Readonly<Record<string, unknown>>;

export const startPartition = (zoneId: string, standing: StartStanding): string => `START#${zoneId}#${standing}`;

/** Where late answers of a kind of holder lie. */
export const latePartition = (zoneId: string, holder: LateHolder): string => `OVERDUE#${zoneId}#${holder}`;

/** The lines a project needs as the places of a list, so that the key of a start stays short. */
const lineSigns = (lines: readonly Utility[]): string => lines.map((line) => String(utilities.indexOf(line))).join('');
export const linesOf = (signs: string): Utility[] => [...signs].flatMap((sign) => utilities[Number(sign)] ?? []);

/** Where a project lies among the starts; its key says what a page of starts shows, so that the page reads nothing else. */
function startIndex(aggregate: Aggregate): Item {
  const { zoneId, number, projectId, ending, baseline, wantedStart } = aggregate.project;
  if (ending !== undefined) return {};
  if (!isCounted(aggregate.project))
    return { startPk: startPartition(zoneId, 'unconfirmed'), startSk: sortableNumber(aggregate.project) };
  const planned = baseline?.[startOfConstruction];
  if (planned === undefined) return {};
  const { receivedOn, stage, endsOn = '', lines } = onItsWay(aggregate.project);
  const known = [planned, number, projectId, wantedStart, receivedOn, stage, endsOn, lineSigns(lines)];
  return { startPk: startPartition(zoneId, isBehind(aggregate) ? 'behind' : 'plan'), startSk: known.join('#') };
}

/** Letters without a number come before the first one, in the order in which they came: backwards, they lie behind all that count. */
const sortableNumber = (project: Project): string =>
  isNumbered(project) ? project.number : `#${sortableInstant(project.submittedAt)}#${project.number}`;

/** Where letters lie whose address is still to be confirmed, by the day of their next reminder: apart from what is due. */
export const reminderPartition = (zoneId: string): string => `REMIND#${zoneId}`;

/** The day on which time next brings something to a project as a whole: the review of its pause, or a reminder to confirm the address. */
function dueIndex(project: Project): Item {
  const { zoneId, projectId, pause } = project;
  if (pause) return { duePk: `DUE#${zoneId}`, dueSk: `${pause.reviewOn}#${projectId}` };
  const reminder = nextReminder(project);
  return reminder === undefined ? {} : { duePk: reminderPartition(zoneId), dueSk: `${reminder}#${projectId}` };
}

/** Index attributes of a project: absent ones take it out of a sparse index. */
export function projectIndexes(aggregate: Aggregate): Item {
  const { project } = aggregate;
  const { zoneId, number, projectId, forum, due, ending, stage } = project;
  const late = lateOf(aggregate)
    .map(({ due }) => due)
    .toSorted()[0];
  return {
    zonePk: `ZONE#${zoneId}`,
    zoneSk: sortableNumber(project),
    stagePk: `STAGE#${zoneId}#${ending ?? stage}`,
    stageSk: `${due ?? '9999-12-31'}#${projectId}`,
    ...(forum && { forumPk: `FORUM#${zoneId}#${forum}`, forumSk: `${standingOf(project)}#${number}` }),
    sectorPk: `SECTOR#${zoneId}#${project.sector}`,
    sectorSk: `${standingOf(project)}#${number}`,
    ...startIndex(aggregate),
    ...(late && { overduePk: `OVERDUE#${zoneId}`, overdueSk: `${late}#${projectId}` }),
    ...dueIndex(project),
  };
}

/** Attributes that a project may have lost with a change. */
export const sparseProjectAttributes = ['overduePk', 'overdueSk', 'duePk', 'dueSk', 'startPk', 'startSk'] as const;

function assignmentIndexes(project: Project, assignment: Assignment, waits: boolean): Item {
  const { zoneId, pause, phase, stageEndsOn } = project;
  if (!isOpen(assignment)) return {};
  const { holder, due, pausedUntil, assignmentId, assignee } = assignment;
  const who = holder.kind === 'party' ? holder.partyId : holder.kind;
  const counted = pause === undefined && phase !== 'ended';
  // The office's own decision is not late while it waits for days that belong to others.
  const comesUp =
    waits && assignment.kind === 'office-decision' ? later(due, stageEndsOn ?? due) : (pausedUntil ?? due);
  const late = isCounted(project) && assignment.overdue && assignment.kind !== 'bounced-email';
  return {
    holderPk: `HOLDER#${zoneId}#${who}`,
    holderSk: `${due}#${assignmentId}`,
    ...(assignee !== undefined && {
      assigneePk: `ASSIGNEE#${zoneId}#${assignee}`,
      assigneeSk: `${due}#${assignmentId}`,
    }),
    ...(late && { overduePk: latePartition(zoneId, heldBy(assignment)), overdueSk: `${due}#${assignmentId}` }),
    ...(counted && { duePk: `DUE#${zoneId}`, dueSk: `${comesUp}#${assignmentId}` }),
  };
}

/** @param waits whether the running stage waits for days that belong to others (`waitsForOthers`) */
export const assignmentItem = (project: Project, assignment: Assignment, waits = false): Item => ({
  ...keys.assignment(project.projectId, assignment.assignmentId),
  assignment,
  ...assignmentIndexes(project, assignment, waits),
});

/** Open obstacles lie in the index of holders under a name of their own: no holder is called so. */
export const obstacleItem = ({ projectId, zoneId }: Project, obstacle: Obstacle): Item => ({
  ...keys.obstacle(projectId, obstacle.obstacleId),
  obstacle,
  ...(obstacle.state === 'open' && {
    holderPk: obstaclePartition(zoneId),
    holderSk: `${sortableInstant(obstacle.raisedAt)}#${projectId}#${obstacle.obstacleId}`,
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
