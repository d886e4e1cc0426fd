import type { Decision, PaperAnswer } from './decision.ts';
import { factsOf, type AnyFacts } from './facts.ts';
import type { LetterAlone } from '../letter/letter-correction.ts';
import { most } from '../obstacles/obstacle-home.ts';
import type { Aggregate, Assignment, Project } from '../project/project.ts';
import type { ActorRef, Corrected } from '../project/event.ts';
import { assignmentSpecs, outcomesOf, supplierLaw } from './assignment-kind.ts';
import { applicationDocuments } from './definition.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Utility } from '../kernel/common.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { changeBuilder, type Change, type ChangeBuilder } from '../project/change-builder.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { answeredOn, arrivedOn, ownDays } from './deadlines.ts';
import { factIssues, paperIssues } from './facts-issues.ts';
import { pauseIssue } from './farthest-dates.ts';
import { openAssignment, openWhatIsPossible } from './opening.ts';
import { missingDocuments } from './gate.ts';
import { neededDocuments } from '../documents/needed-documents.ts';
import { isOpen, stageDueAfter } from '../project/standing.ts';
import { awaitedUntil, moved, stoppedOn } from '../project/standstill.ts';
import { correctLetter } from '../letter/correct-letter.ts';
import { decideStage, isStageDecision } from './decide-stage.ts';

export interface AnswerCommand {
  readonly assignmentId: string;
  readonly decision: Decision;
  readonly by: ActorRef;
  readonly onBehalf?: PaperAnswer | undefined;
  readonly letter?: LetterAlone | undefined;
}

const invalid = (...issues: Issue[]) => fail({ kind: 'invalid', issues });

/** The facts an answer brings, checked against its kind; refusals and returns bring none. */
function factsFor(
  context: ZoneContext,
  project: Project,
  assignment: Assignment,
  decision: Decision,
): Result<AnyFacts> {
  const { kind } = assignment;
  const { refusalByLaw } = supplierLaw(project, assignment);
  if (decision.outcome === 'refused' && refusalByLaw && !refusalByLaw.grounds.includes(decision.reasonCode))
    return invalid({ path: 'decision.reasonCode', code: 'invalid_value' });
  if (!('facts' in decision) && decision.outcome !== 'refused') return ok({});
  const parsed = factsOf(kind, decision.outcome, refusalByLaw !== undefined).safeParse(decision.facts ?? {});
  if (!parsed.success)
    return invalid(
      ...parsed.error.issues.map(({ path, code }) => ({ path: ['decision', 'facts', ...path].join('.'), code })),
    );
  const facts: AnyFacts = parsed.data;
  const wrong = factIssues({ kind, outcome: decision.outcome, facts }, context);
  return wrong.length === 0
    ? ok(facts)
    : invalid(...wrong.map(({ path, code }) => ({ path: `decision.facts.${path}`, code })));
}

/** What was looked through is what is there. */
function withWhatIsThere(change: ChangeBuilder, facts: AnyFacts): AnyFacts {
  const there = new Set(neededDocuments(change.state()).map(({ kind }) => kind));
  return { ...facts, documents: applicationDocuments.filter((kind) => there.has(kind)) };
}

/** The law knows no supplier that suspends: what it says stands in the way, open with the office until it is resolved. */
function openObstacle(change: ChangeBuilder, assignment: Assignment, line: Utility, reason: string): void {
  const { project, obstacles } = change.state();
  const { termByLaw: law } = supplierLaw(project, assignment);
  const isThere = obstacles.some(
    ({ state, about }) => state === 'open' && about.kind === 'line' && about.line === line,
  );
  if (law === undefined || isThere || obstacles.length >= most.ever || project.openObstacles >= most.open) return;
  change.emit({
    type: 'obstacle-raised',
    obstacleId: `o${String(project.version + 1)}`,
    about: { kind: 'line', line },
    noteId: change.note(reason),
  });
}

function pause(
  change: ChangeBuilder,
  context: ZoneContext,
  assignment: Assignment,
  { assignmentId, onBehalf }: AnswerCommand,
  decision: Extract<Decision, { outcome: 'suspended' }>,
): Result<undefined> {
  const { until, reasonCode, reason } = decision;
  const code = pauseIssue(context, until);
  if (code) return invalid({ path: 'decision.until', code });
  const { project } = change.state();
  const pausedOn = stoppedOn(project, assignment, { at: context.now, onBehalf });
  const awaited = awaitedUntil(context, project.pause, { ...assignment, pausedOn, pausedUntil: until });
  change.emit({
    type: 'assignment-paused',
    assignmentId,
    until,
    ...(awaited !== undefined && { awaitedUntil: awaited }),
    reasonCode,
    noteId: change.note(reason),
    ...(onBehalf && { onBehalf }),
  });
  if (assignment.line !== undefined) openObstacle(change, assignment, assignment.line, reason);
  return ok(undefined);
}

/** Only a utility line can be waived: a plot or an expertise that was refused is asked again or the stage decided. */
const fits = (project: Project, assignment: Assignment, { outcome }: Decision): boolean =>
  outcomesOf(project, assignment).includes(outcome) && (outcome !== 'not-needed' || assignment.line !== undefined);

/** Fields of the letter are the office's to return: a party returns what it was sent. */
const returnsFields = (decision: Decision): boolean =>
  decision.outcome === 'returned' && (decision.fields ?? []).length > 0;

/** Working days the holder had left when it answered: the days of those who mend or choose in between are not its own. */
const leftAtAnswer = (context: ZoneContext, assignment: Assignment): number =>
  assignment.answer
    ? workingDaysBetween(
        context.calendar,
        assignment.pausedOn ?? answeredOn(context, assignment, assignment.answer),
        assignment.due,
      )
    : 1;

/** The office's days run from the day the answer was received, those of others from the day they are asked. */
function follow(
  change: ChangeBuilder,
  context: ZoneContext,
  assignment: Assignment,
  decision: Decision,
  received: LocalDate,
): void {
  const { kind, line, about } = assignment;
  const inDays = (days: number, from = arrivedOn(context)) => addWorkingDays(context.calendar, from, Math.max(1, days));
  const again = () => {
    const original = change.state().assignments.findLast((one) => one.kind === about && one.line === line);
    if (about === undefined) return;
    const due = inDays(original ? leftAtAnswer(context, original) : 1);
    openAssignment(change, context, {
      kind: about,
      line,
      due,
      ...(kind === 'cure' && stageDueAfter(change.state().project, due)),
    });
  };
  if (decision.outcome === 'returned')
    openAssignment(change, context, { kind: 'cure', about: kind, line, due: inDays(decision.daysToCure) });
  else if (decision.outcome === 'refused') {
    openAssignment(change, context, { kind: 'refusal', about: kind, line, due: inDays(ownDays.refusal, received) });
    if (supplierLaw(change.state().project, assignment).refusalByLaw)
      openAssignment(change, context, {
        kind: 'regulator-word',
        line,
        due: inDays(ownDays['regulator-word'], received),
      });
  } else if (decision.outcome === 'asked-again' || kind === 'cure') again();
  openWhatIsPossible(change, context, received);
}

/** What the answer changes in the letter: of a correction alone, and only in what the office returned. */
function correctedBy(
  change: ChangeBuilder,
  context: ZoneContext,
  { kind, fields = [] }: Assignment,
  { decision, letter, onBehalf }: AnswerCommand,
): Result<Corrected | undefined> {
  const given = decision.outcome === 'done' ? decision.letter : undefined;
  if (given === undefined) return ok(undefined);
  if (kind !== 'correction' || letter === undefined)
    return invalid({ path: 'decision.letter', code: 'outcome-does-not-fit' });
  return correctLetter(change, { letter, given, asked: fields, today: onBehalf ? undefined : today(context) });
}

function record(
  change: ChangeBuilder,
  context: ZoneContext,
  assignment: Assignment,
  command: AnswerCommand,
): Result<undefined> {
  const { decision, assignmentId, onBehalf } = command;
  if (isStageDecision(decision) && assignment.kind === 'office-decision')
    return decideStage(change, context, assignment, decision);
  if (decision.outcome === 'suspended') return pause(change, context, assignment, command, decision);
  const { looksThrough } = assignmentSpecs[assignment.kind];
  const lacking = looksThrough || assignment.kind === 'documents' ? missingDocuments(change.state()) : [];
  if (lacking.length > 0) return fail({ kind: 'gate-closed', missing: lacking });
  const given = factsFor(context, change.state().project, assignment, decision);
  if (!given.ok) return given;
  if (
    (assignment.kind === 'question' || assignment.kind === 'regulator-word') &&
    !('note' in decision && decision.note !== undefined)
  )
    return invalid({ path: 'decision.note', code: 'missing' });
  const corrected = correctedBy(change, context, assignment, command);
  if (!corrected.ok) return corrected;
  const facts = looksThrough ? withWhatIsThere(change, given.value) : given.value;
  const reason = 'reason' in decision ? { reasonCode: decision.reasonCode, noteId: change.note(decision.reason) } : {};
  const note = 'note' in decision && decision.note !== undefined ? { noteId: change.note(decision.note) } : {};
  const received = answeredOn(context, assignment, { at: context.now, onBehalf });
  // The days of a pause that an answer ends early are not the office's either.
  const follows =
    assignment.pausedOn === undefined
      ? {}
      : stageDueAfter(change.state().project, moved(context, assignment.due, assignment.pausedOn, received));
  change.emit({
    type: 'assignment-answered',
    assignmentId,
    outcome: decision.outcome,
    facts,
    ...reason,
    ...note,
    ...(onBehalf && { onBehalf }),
    ...(corrected.value && { corrected: corrected.value }),
    ...follows,
  });
  follow(change, context, assignment, decision, received);
  return ok(undefined);
}

/** Fails with `conflict` (not open, or an older state was seen), `invalid` for its kind, `gate-closed` (missing). */
export function answer(aggregate: Aggregate, context: ZoneContext, command: AnswerCommand): Result<Change> {
  const { project } = aggregate;
  const { decision } = command;
  const assignment = aggregate.assignments.find((one) => one.assignmentId === command.assignmentId);
  if (assignment === undefined) return fail({ kind: 'not-found' });
  const stale =
    decision.version !== undefined && decision.version !== project.version && assignment.kind === 'office-decision';
  if (!isOpen(assignment) || stale)
    return fail({ kind: 'conflict', version: project.version, state: assignment.answer?.outcome ?? assignment.state });
  if (!fits(project, assignment, decision)) return invalid({ path: 'decision.outcome', code: 'outcome-does-not-fit' });
  if (assignment.kind !== 'office-decision' && returnsFields(decision))
    return invalid({ path: 'decision.fields', code: 'outcome-does-not-fit' });
  const undated = paperIssues(command.onBehalf, context);
  if (undated.length > 0) return invalid(...undated);
  const change = changeBuilder(aggregate, context.now, command.by);
  const recorded = record(change, context, assignment, command);
  return recorded.ok ? ok(change.change()) : recorded;
}
