import type { Assignment, Aggregate, Project, StageRecord } from './project.ts';
import type { EventBody, ProjectEvent } from './event.ts';
import { applyLadder, isOfLadder, type LadderBody } from '../ladder/apply-ladder.ts';
import { firstStage, startOfConstruction, type StageId } from '../stages/stage-id.ts';
import { documentAdded, documentReturned, documentScanned, originalHeld } from '../documents/apply-document.ts';
import { applyDocket, isOfDocket, type DocketBody } from '../docket/apply-docket.ts';
import { applyObstacle, closeObstacles, isOfObstacle, type ObstacleBody } from '../obstacles/apply-obstacle.ts';
import { correctedProject } from '../letter/corrected.ts';
import { applyObligations, isOfObligations, type ObligationBody } from '../obligations/apply-obligations.ts';
import { applyPause, isOfPause, withAwaited, withStageDue, type PauseBody } from './apply-pause.ts';
import { stageEnd } from './standing.ts';
import { handled, timeAnswered } from './handled.ts';
import { reopened } from './reopened.ts';
import { dayOf, withAssignment, withProject } from './with.ts';

type RoadMapBody = Extract<EventBody, { type: `road-map-${string}` }>;
const isOfRoadMap = (body: EventBody): body is RoadMapBody => body.type.startsWith('road-map-');

type Body<Type extends EventBody['type']> = Extract<EventBody, { type: Type }>;

const emptyRecord: StageRecord = { round: 0, carried: [], extensions: 0, stood: 0, passes: [] };

export const stageRecord = (project: Project, stage: StageId): StageRecord => project.stages[stage] ?? emptyRecord;

function begin(event: ProjectEvent, body: Body<'letter-submitted'>): Aggregate {
  const { type: _, enteredBy, ...facts } = body;
  const project: Project = {
    ...facts,
    ...(enteredBy !== undefined &&
      body.noAddress === undefined && { addressEntered: { by: enteredBy, at: event.at, corrected: false } }),
    projectId: event.projectId,
    version: event.sequence,
    submittedAt: event.at,
    signed: false,
    confirmed: body.noAddress === true,
    accepted: false,
    stage: firstStage,
    phase: 'entering',
    stages: { [firstStage]: { ...emptyRecord, round: 1 } },
    actual: {},
    openObstacles: 0,
  };
  return { project, assignments: [], documents: [], obstacles: [] };
}

const withRecord = (project: Project, stage: StageId, change: Partial<StageRecord>): Project['stages'] => ({
  ...project.stages,
  [stage]: { ...stageRecord(project, stage), ...change },
});

function decided(aggregate: Aggregate, body: Body<'stage-decided'>, at: number): Aggregate {
  const { project } = aggregate;
  const { stage, outcome, next, daysLeft, daysToCure, reasonCode, noteId, fields } = body;
  const passes = body.took ? [...stageRecord(project, stage).passes, body.took] : stageRecord(project, stage).passes;
  const record = { outcome, decidedAt: at, next, daysLeft, daysToCure, reasonCode, noteId, fields, passes };
  const stages = withRecord(project, stage, record);
  const approved = outcome === 'approved' || outcome === 'approved-with-conditions';
  const actual = approved ? { ...project.actual, [stage]: dayOf(project, at) } : project.actual;
  const accepted = project.accepted || (approved && stage === firstStage);
  const decidedProject = { ...project, stages, actual, accepted };
  if (next === undefined) return { ...aggregate, project: decidedProject };
  const phase = outcome === 'returned' ? 'correcting' : 'entering';
  const entered =
    phase === 'entering'
      ? withRecord(decidedProject, next, { round: stageRecord(decidedProject, next).round + 1 })
      : stages;
  return withProject({ ...aggregate, project: decidedProject }, { stage: next, phase, stages: entered });
}

function opened(aggregate: Aggregate, body: Body<'assignment-opened'>, at: number): Aggregate {
  const { type: _, stageDue, ...facts } = body;
  const assignment: Assignment = { ...facts, state: 'open', openedAt: at, baselineDue: body.due, overdue: false };
  return withStageDue({ ...aggregate, assignments: [...aggregate.assignments, assignment] }, stageDue);
}

function answered(aggregate: Aggregate, body: Body<'assignment-answered'>, event: ProjectEvent): Aggregate {
  const { type: _, assignmentId, stageDue, ...answer } = body;
  const next = withAssignment(aggregate, assignmentId, (assignment) => ({
    ...assignment,
    state: 'answered',
    overdue: false,
    answer: { ...answer, at: event.at, actor: event.actor },
  }));
  const assignment = next.assignments.find((one) => one.assignmentId === assignmentId);
  const { project } = next;
  if (assignment?.kind !== 'correction') return withStageDue(next, stageDue);
  const stages = withRecord(project, project.stage, { round: stageRecord(project, project.stage).round + 1 });
  return withProject(next, {
    phase: 'entering',
    stages,
    ...(body.corrected && correctedProject(project, body.corrected)),
  });
}

function resumed(aggregate: Aggregate, body: Body<'resumed'>, at: number): Aggregate {
  const { pause: _, ...project } = aggregate.project;
  const { stage } = project;
  const stages = withRecord(project, stage, { stood: stageRecord(project, stage).stood + body.stood });
  return {
    ...aggregate,
    project: { ...project, due: body.stageDue, stages },
    assignments: withAwaited(
      aggregate.assignments.map((assignment) => {
        const due = body.dues[assignment.assignmentId];
        const { awaitedUntil: _awaited, ...running } = assignment;
        return due === undefined ? assignment : { ...running, due, resumedOn: dayOf(project, at) };
      }),
      body.awaited,
    ),
  };
}

function extended(aggregate: Aggregate, body: Body<'extended'>, at: number): Aggregate {
  if (body.assignmentId !== undefined) {
    const awaited = body.awaitedUntil === undefined ? {} : { awaitedUntil: body.awaitedUntil };
    return withAssignment(aggregate, body.assignmentId, (assignment) => ({
      ...timeAnswered(assignment),
      due: body.to,
      overdue: false,
      extended: { from: body.from, at },
      ...awaited,
    }));
  }
  const { project } = aggregate;
  const extensions = stageRecord(project, project.stage).extensions + 1;
  const next = withProject(aggregate, { due: body.to, stages: withRecord(project, project.stage, { extensions }) });
  return {
    ...next,
    assignments: next.assignments.map((assignment) =>
      assignment.kind === 'office-decision' && assignment.state === 'open'
        ? { ...assignment, due: body.to, overdue: false, extended: { from: body.from, at } }
        : assignment,
    ),
  };
}

function stageOpened(aggregate: Aggregate, body: Body<'stage-opened'>, at: number): Aggregate {
  const { stage, round, due, carried, without, durationVersion, on, norm } = body;
  const earlier = stageRecord(aggregate.project, stage);
  // A round after a correction goes on with the passing that was returned; every other one begins a new passing.
  const passing =
    earlier.outcome === 'returned' ? { stood: earlier.stood + body.stood } : { stood: 0, begunOn: on, behind: false };
  const stages = withRecord(aggregate.project, stage, {
    round,
    openedAt: at,
    durationVersion,
    carried,
    without,
    norm,
    ...passing,
  });
  return withProject(aggregate, { phase: 'open', due, stages });
}

function applyRoadMap(aggregate: Aggregate, { at, sequence }: ProjectEvent, body: RoadMapBody): Aggregate {
  const { roadMap } = aggregate.project;
  const withAsked = (asked: number[]) =>
    withProject(aggregate, roadMap === undefined ? {} : { roadMap: { ...roadMap, asked } });
  switch (body.type) {
    case 'road-map-approved':
      return withProject(aggregate, {
        baseline: body.baseline,
        ...(body.hash !== undefined && { roadMap: { at, hash: body.hash, asked: [] } }),
      });
    case 'road-map-change-asked':
      return withAsked([...(roadMap?.asked ?? []), sequence]);
    case 'road-map-change-answered':
      return withAsked(roadMap?.asked.filter((one) => one !== body.change) ?? []);
    // It lies in the log alone until it is approved.
    case 'road-map-filled':
      return aggregate;
  }
}

/** An instant of a day in every zone: noon in UTC. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

const takenOver = (
  aggregate: Aggregate,
  { stage, baseline, contract, imported, built }: Body<'taken-over'>,
  { sequence }: ProjectEvent,
): Aggregate =>
  withProject(aggregate, {
    stage,
    accepted: true,
    confirmed: true,
    baseline,
    ...(contract && { contract }),
    ...(imported && { imported }),
    ...(built && {
      phase: 'ended' as const,
      ending: 'construction-started' as const,
      endedAt: noonOf(built.on),
      actual: { [startOfConstruction]: built.on },
      ...(built.rung !== undefined && { built: [{ said: sequence, phase: 1, rung: built.rung }] }),
    }),
    stages: { [stage]: { ...emptyRecord, round: 1 } },
  });

function change(aggregate: Aggregate, event: ProjectEvent): Aggregate {
  const { body } = event;
  if (isOfObstacle(body)) return applyObstacle(aggregate, event, body);
  if (isOfPause(body)) return applyPause(aggregate, event, body);
  if (isOfRoadMap(body)) return applyRoadMap(aggregate, event, body);
  if (isOfLadder(body)) return applyLadder(aggregate, event, body);
  if (isOfObligations(body)) return applyObligations(aggregate, event, body);
  return isOfDocket(body) ? applyDocket(aggregate, event, body) : changeByStage(aggregate, event, body);
}

function changeByStage(
  aggregate: Aggregate,
  event: ProjectEvent,
  body: Exclude<EventBody, ObstacleBody | DocketBody | PauseBody | RoadMapBody | LadderBody | ObligationBody>,
): Aggregate {
  const { at } = event;
  switch (body.type) {
    case 'letter-submitted':
      throw new Error('A log has one beginning.');
    case 'taken-over':
      return takenOver(aggregate, body, event);
    case 'address-confirmed':
      return withProject(aggregate, { confirmed: true });
    case 'stage-opened':
      return stageOpened(aggregate, body, at);
    case 'stage-decided':
      return decided(aggregate, body, at);
    case 'assignment-opened':
      return opened(aggregate, body, at);
    case 'assignment-answered':
      return answered(aggregate, body, event);
    case 'assignment-closed':
      return withAssignment(aggregate, body.assignmentId, (assignment) => ({
        ...assignment,
        state: 'closed',
        overdue: false,
        closedAt: at,
      }));
    case 'document-added':
      return documentAdded(aggregate, body, event);
    case 'document-scanned':
      return documentScanned(aggregate, body);
    case 'document-returned':
      return documentReturned(aggregate, body, event);
    case 'original-held':
      return originalHeld(aggregate, body);
    case 'became-overdue':
      return withAssignment(aggregate, body.assignmentId, (assignment) => ({ ...assignment, overdue: true }));
    case 'fell-behind':
      return withProject(aggregate, { stages: withRecord(aggregate.project, body.stage, { behind: true }) });
    case 'resumed':
      return resumed(aggregate, body, at);
    case 'extended':
      return extended(aggregate, body, at);
    case 'ended': {
      const { due: _due, pause: _pause, ...project } = aggregate.project;
      return closeObstacles({ ...aggregate, project: { ...project, phase: 'ended', ending: body.as, endedAt: at } });
    }
    case 'taken-back':
      throw new Error('Only the whole log knows what was before.');
    case 'reopened':
      return reopened(aggregate, body);
    // It lies in the log, and nothing else depends on it.
    case 'note-added':
      return aggregate;
    default:
      return handled(aggregate, body, event);
  }
}

/** One step of the log: the state after `event`. Throws on an event out of order: the log is gapless by construction. */
export function apply(aggregate: Aggregate | undefined, event: ProjectEvent): Aggregate {
  if (event.body.type === 'letter-submitted' && aggregate === undefined) return begin(event, event.body);
  if (aggregate === undefined) throw new Error('A log begins with a letter of intent.');
  if (event.sequence !== aggregate.project.version + 1) throw new Error('The log has a gap.');
  const next = change(aggregate, event);
  const { stageEndsOn: _, ...project } = next.project;
  const end = stageEnd(next);
  return { ...next, project: { ...project, version: event.sequence, ...(end !== undefined && { stageEndsOn: end }) } };
}

/** The state from the whole log, oldest first; undefined for an empty one. */
export function rebuild(events: readonly ProjectEvent[]): Aggregate | undefined {
  const states: Aggregate[] = [];
  for (const event of events) {
    const { body, sequence } = event;
    const before = body.type === 'taken-back' ? states[body.from - 2] : undefined;
    states.push(
      before ? { ...before, project: { ...before.project, version: sequence } } : apply(states.at(-1), event),
    );
  }
  return states.at(-1);
}
