import type { Outcome } from '../stages/decision.ts';
import type { Aggregate, Assignment } from './project.ts';
import type {
  AssignmentLineView,
  AssignmentView,
  LegalClockView,
  LinkView,
  ProjectLineView,
  ProjectView,
  StageView,
} from '../api/views.ts';
import type { ChangedView } from '../api/define.ts';
import type { Actor } from '../kernel/actor.ts';
import { projectOfAssignment } from '../stages/assignment-id.ts';
import { assignmentSpecs, outcomesOf, supplierLaw } from '../stages/assignment-kind.ts';
import { overdueDays } from '../calendar/clock-pause.ts';
import { durationVersion } from '../calendar/durations.ts';
import { unitsIn } from '../calendar/term.ts';
import { legalClockOf } from '../stages/legal-clock.ts';
import { stageRecord } from './apply.ts';
import { numbersOf } from './care-facts.ts';
import { today, type ZoneContext } from './zone-context.ts';
import { expectedStart, forecastOf, lateReason, onItsWay, slackOf } from '../stages/expected-start.ts';
import { isCounted } from '../figures/figures.ts';
import { mayDownload } from '../documents/document-rights.ts';
import { missing, missingDocuments } from '../stages/gate.ts';
import { allowedHandlings } from '../work/handling.ts';
import { linkVersionOf } from '../links/link-status.ts';
import { allowedActions, decisionAction, hasRole, isAllowed, isOwn, mayChangeAddress, rules } from './permissions.ts';
import { heldSince, holdersOf, isOpen, stageEnd, waitsForOthers } from './standing.ts';
import { stageIds, stageIndex, startOfConstruction } from '../stages/stage-id.ts';
import { moratoriumView } from '../moratoria/moratorium.ts';
import type { ProjectLine } from '../kernel/ports.ts';
import { factsOfCorrection } from '../letter/view-correction.ts';
import { docketView } from '../docket/docket-view.ts';
import { lineNeedViews } from '../lines/view-needs.ts';
import { obstacleViews } from '../obstacles/obstacle-views.ts';

const optional = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>;

const approvals: readonly Outcome[] = ['approved', 'approved-with-conditions'];

/** Outcomes an actor may answer an assignment with now: what a page offers. Nobody is offered an approval that the gate would refuse. */
function allowedOutcomes(
  actor: Actor,
  aggregate: Aggregate,
  assignment: Assignment,
  context: ZoneContext,
): AssignmentView['allowedOutcomes'] {
  if (!isOpen(assignment)) return [];
  const { project } = aggregate;
  const shut = assignment.kind === 'office-decision' && missing(aggregate, context.lines, today(context)).length > 0;
  // Documents are answered for by what is there.
  if (
    assignment.kind === 'documents' ||
    (assignmentSpecs[assignment.kind].looksThrough && missingDocuments(aggregate).length > 0)
  )
    return [];
  const own = isOwn(actor, project, assignment) && isAllowed(actor, project, 'answer');
  return outcomesOf(project, assignment).filter((outcome) => {
    if (shut && approvals.includes(outcome)) return false;
    if (outcome === 'not-needed') return assignment.line !== undefined && isAllowed(actor, project, 'waive-line');
    const action = assignment.kind === 'office-decision' ? decisionAction(outcome) : undefined;
    return action === undefined ? own || isAllowed(actor, project, 'record-answer') : isAllowed(actor, project, action);
  });
}

function impossible(
  actor: Actor,
  aggregate: Aggregate,
  assignment: Assignment,
  allowed: readonly Outcome[],
  context: ZoneContext,
): AssignmentView['impossible'] {
  const { project } = aggregate;
  if (actor.kind !== 'staff' || assignment.kind !== 'office-decision' || !isOpen(assignment)) return undefined;
  return assignmentSpecs['office-decision'].outcomes
    .filter((outcome) => !allowed.includes(outcome))
    .map((outcome) => {
      const action = decisionAction(outcome);
      if (action !== undefined && !rules[action].when(project)) return { outcome, because: 'stage' as const };
      if (action !== undefined && !hasRole(actor, project, action)) return { outcome, because: 'head' as const };
      return {
        outcome,
        because:
          approvals.includes(outcome) && missing(aggregate, context.lines, today(context)).length > 0
            ? ('gate' as const)
            : ('stage' as const),
      };
    });
}

const filesOf = (actor: Actor, aggregate: Aggregate, assignmentId: string): AssignmentView['files'] =>
  aggregate.documents
    .filter((one) => one.assignmentId === assignmentId && mayDownload(actor, aggregate, one))
    .map(({ documentId, kind, version }) => ({ documentId, kind, version }));

const plainView = ({
  assignmentId,
  kind,
  stage,
  round,
  line,
  about,
  holder,
  due,
  state,
  openedAt,
  baselineDue,
  overdue,
  pausedUntil,
  awaitedUntil,
  timeAsked,
  fields,
}: Assignment) => ({
  assignmentId,
  kind,
  stage,
  round,
  holder,
  due,
  state,
  openedAt,
  baselineDue,
  overdue,
  ...optional('line', line),
  ...optional('about', about),
  ...optional('fields', fields),
  ...(isOpen({ state }) && { ...optional('pausedUntil', pausedUntil), ...optional('awaitedUntil', awaitedUntil) }),
  // Whose work is put off needs no other day now.
  ...(state === 'open' && optional('timeAsked', timeAsked)),
});

function moratoriumFor({ moratorium }: Assignment, { moratoria }: ZoneContext): AssignmentView['moratorium'] {
  const found = moratoria.find(({ moratoriumId }) => moratoriumId === moratorium?.moratoriumId);
  return found && moratoriumView(found);
}

export function assignmentView(
  actor: Actor,
  aggregate: Aggregate,
  assignment: Assignment,
  context: ZoneContext,
): AssignmentView {
  const { assignee, sentAgain, answer } = assignment;
  const given = answer && {
    outcome: answer.outcome,
    at: answer.at,
    by: answer.actor.kind,
    facts: answer.facts,
    onBehalf: answer.onBehalf !== undefined,
    ...optional('receivedOn', answer.onBehalf?.receivedOn),
    ...optional('reasonCode', answer.reasonCode),
    ...optional('corrected', answer.corrected && factsOfCorrection(answer.corrected)),
    ...(actor.kind === 'staff' && {
      ...optional('paper', answer.onBehalf),
      ...(answer.actor.kind === 'staff' && { personId: answer.actor.personId }),
    }),
  };
  const allowed = allowedOutcomes(actor, aggregate, assignment, context);
  return {
    ...plainView(assignment),
    projectId: aggregate.project.projectId,
    ...optional('moratorium', isOpen(assignment) ? moratoriumFor(assignment, context) : undefined),
    ...optional('answer', given),
    files: filesOf(actor, aggregate, assignment.assignmentId),
    allowedOutcomes: allowed,
    ...(supplierLaw(aggregate.project, assignment).refusalByLaw && { byLaw: true as const }),
    ...optional('impossible', impossible(actor, aggregate, assignment, allowed, context)),
    allowedHandlings: [...allowedHandlings(actor, aggregate, assignment)],
    ...(actor.kind === 'staff' && {
      ...optional('assignee', assignee),
      sentAgain: sentAgain?.times ?? 0,
      linkVersion: linkVersionOf(assignment),
    }),
  };
}

export const assignmentLineView = (assignment: Assignment): AssignmentLineView => ({
  ...plainView(assignment),
  projectId: projectOfAssignment(assignment.assignmentId) ?? '',
  ...optional('assignee', assignment.assignee),
});

/** By how much the running stage is late: past its own due date while its clock runs and it waits for no days of others. */
function lateOfStage(aggregate: Aggregate, context: ZoneContext): StageView['late'] {
  const { phase, pause, due } = aggregate.project;
  if (phase !== 'open' || pause !== undefined || due === undefined || waitsForOthers(aggregate)) return undefined;
  const days = overdueDays(context.calendar, due, today(context));
  return days > 0 ? { due, days } : undefined;
}

export function stageViews(aggregate: Aggregate, context: ZoneContext): StageView[] {
  const { project } = aggregate;
  const legal = legalClockOf(aggregate, context);
  const at = project.ending === 'construction-started' ? stageIds.length : stageIndex(project.stage);
  const dates = forecastOf(context, { ...onItsWay(project), endsOn: stageEnd(aggregate) }, project.actual);
  return stageIds.map((stage, index) => ({
    stage,
    state: index < at ? 'done' : index === at ? 'running' : 'ahead',
    round: stageRecord(project, stage).round,
    ...optional('baseline', project.baseline?.[stage]),
    target: (index < at ? project.actual[stage] : undefined) ?? dates[stage].due,
    ...(index === at && {
      ...optional('late', lateOfStage(aggregate, context)),
      ...optional('suspendedUntil', project.pause?.reviewOn),
    }),
    ...optional('actual', project.actual[stage]),
    ...optional('legalBy', legal?.stages.includes(stage) ? legal.by : undefined),
  }));
}

export function legalView(aggregate: Aggregate, context: ZoneContext): LegalClockView | undefined {
  const legal = legalClockOf(aggregate, context);
  return legal && { ...legal, stages: [...legal.stages] };
}

/** When construction starts; undefined for a project that has ended. */
export function startView(project: Aggregate['project'], context: ZoneContext): ProjectView['start'] {
  if (project.ending !== undefined) return undefined;
  const { wantedStart: wanted } = project;
  const way = onItsWay(project);
  const expected = expectedStart(context, way);
  const planned = project.baseline?.[startOfConstruction];
  return {
    ...optional('planned', planned),
    expected,
    wanted,
    slack: slackOf(context, expected, wanted),
    ...optional('because', lateReason(context, way, { planned, wanted })),
  };
}

export const projectLineView = ({ project, company }: ProjectLine): ProjectLineView => ({
  projectId: project.projectId,
  number: project.number,
  company,
  sector: project.sector,
  stage: project.stage,
  phase: project.phase,
  ...optional('ending', project.ending),
  suspended: project.pause !== undefined,
  ...optional('suspendedUntil', project.pause?.reviewOn),
  counted: isCounted(project),
  // What is left of the stage before says nothing of the one that opens.
  ...(project.phase !== 'entering' && {
    ...optional('due', project.due),
    ...optional('endsOn', project.stageEndsOn ?? project.due),
  }),
  receivedOn: project.receivedOn,
  figures: project.figures,
  openObstacles: project.openObstacles,
});

/** Who holds the project now, since when and until when, by name where it is a party. Whose clock stands is awaited until the pause is over. */
export const holderViews = (aggregate: Aggregate, { parties }: ZoneContext): ProjectView['holders'] =>
  holdersOf(aggregate).map((one) => ({
    holder: one.holder,
    ...optional(
      'names',
      one.holder.kind === 'party'
        ? parties.find(({ partyId }) => one.holder.kind === 'party' && partyId === one.holder.partyId)?.names
        : undefined,
    ),
    since: heldSince(aggregate, one),
    due: one.due,
    ...optional(
      'pausedUntil',
      [one.pausedUntil, aggregate.project.pause?.reviewOn]
        .filter((day) => day !== undefined)
        .toSorted()
        .at(-1),
    ),
    ...(one.moratorium !== undefined && one.pausedUntil === undefined && { endless: true as const }),
    assignmentId: one.assignmentId,
  }));

/** The same for somebody outside the office: no ids. */
export const outsideHolders = (aggregate: Aggregate, context: ZoneContext): LinkView['holders'] =>
  holderViews(aggregate, context).map(({ holder, names, due, pausedUntil }) => ({
    holder: holder.kind,
    ...optional('names', names),
    due,
    ...optional('pausedUntil', pausedUntil),
  }));

function termOf(project: Aggregate['project'], { durations }: ZoneContext): ProjectView['term'] {
  const version = project.ending === undefined ? stageRecord(project, project.stage).durationVersion : undefined;
  const found = durations.find((one) => durationVersion(one) === version);
  if (found === undefined) return undefined;
  return { ...Object.fromEntries(unitsIn(found).map((unit) => [unit, found[unit]])), source: found.source };
}

export function projectView(actor: Actor, aggregate: Aggregate, company: string, context: ZoneContext): ProjectView {
  const { project } = aggregate;
  return {
    ...projectLineView({ project, company }),
    version: project.version,
    zoneId: project.zoneId,
    ...optional('forum', project.forum),
    ...optional('plotId', project.plotId),
    ...optional('forumNames', context.zone.forums.find(({ forumId }) => forumId === project.forum)?.names),
    confirmed: project.confirmed,
    linkVersion: linkVersionOf(project),
    addressRests: isAllowed(actor, project, 'correct-contact') && !mayChangeAddress(actor, project, context.now),
    ...optional('mergedInto', project.mergedInto),
    ...optional('merged', project.merged),
    ...optional('pause', project.pause),
    wantedStart: project.wantedStart,
    ...optional('start', startView(project, context)),
    lines: [...project.lines],
    lineNeeds: lineNeedViews(project, context),
    stages: stageViews(aggregate, context),
    ...optional('legal', legalView(aggregate, context)),
    ...optional('term', termOf(project, context)),
    assignments: aggregate.assignments.map((assignment) => assignmentView(actor, aggregate, assignment, context)),
    obstacles: obstacleViews(actor, aggregate, context),
    ...optional('docket', docketView(actor, aggregate, context)),
    ...optional('roadMap', project.roadMap && { ...project.roadMap, asked: project.roadMap.asked.length }),
    numbers: [...numbersOf(project)],
    ...optional('companion', project.companion),
    ...optional('verified', project.verified),
    holders: holderViews(aggregate, context),
    missing: project.phase === 'open' ? [...missing(aggregate, context.lines, today(context))] : [],
    allowedActions: allowedActions(actor, aggregate, missing(aggregate, context.lines, today(context))).filter(
      // A need is one of a line that is kept.
      (action) => action !== 'say-need' || context.lines.some(({ lineId }) => lineId !== undefined),
    ),
  };
}

export const changedView = ({ project }: Aggregate): ChangedView => ({
  projectId: project.projectId,
  number: project.number,
  version: project.version,
  stage: project.stage,
  phase: project.phase,
  ...optional('ending', project.ending),
});
