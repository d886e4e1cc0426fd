import { DateText } from '../kernel/common.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { assignmentSpecs } from './assignment-kind.ts';
import { stages } from './definition.ts';
import { later, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { endOfLeft } from '../calendar/term.ts';
import { addWorkingDays, workingDayFrom, workingDaysBetween } from '../calendar/working-days.ts';
import { stageRecord } from '../project/apply.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { answeredOn, arrivedOn, ownDays, runningTerm, termOf } from './deadlines.ts';
import { endedIn } from '../project/lives.ts';
import { followDocuments, openAssignment, openWhatIsPossible } from './opening.ts';
import { withoutOn } from './asked-setting.ts';
import { needsOf, settlementOf } from '../project/standing.ts';

/**
 * Those that settled a need whose kind carries over; all where an ending was taken back. A project that was sent
 * back is asked everything anew: what was answered for another plot or plant no longer holds.
 */
export function carriedOver(aggregate: Aggregate): readonly string[] {
  const { project } = aggregate;
  const record = stageRecord(project, project.stage);
  if (endedIn(project, { stage: project.stage, round: record.round - 1 }) && record.outcome === undefined)
    return record.carried;
  if (record.outcome !== 'returned') return [];
  const earlier: Aggregate = {
    ...aggregate,
    project: { ...project, stages: { ...project.stages, [project.stage]: { ...record, round: record.round - 1 } } },
  };
  // What a supplier answered for another need no longer holds.
  const changed = correctionBefore(aggregate)?.answer?.corrected?.fields ?? [];
  return needsOf(project, project.stage)
    .filter((need) => assignmentSpecs[need.kind].carried && !(need.line && changed.includes(`utilities.${need.line}`)))
    .flatMap((need) => settlementOf(earlier, need)?.assignmentId ?? []);
}

/** The correction for which the round that opens has waited. */
const correctionBefore = ({ project: { stage, stages }, assignments }: Aggregate): Assignment | undefined =>
  assignments.findLast(
    (one) => one.kind === 'correction' && one.stage === stage && one.round === (stages[stage]?.round ?? 0) - 1,
  );

/** The day from which a round counts: when the correction it waited for was received, or now. */
function roundFrom(aggregate: Aggregate, context: ZoneContext): LocalDate {
  const { project } = aggregate;
  const { outcome } = stageRecord(project, project.stage);
  if (outcome !== 'returned') return arrivedOn(context);
  const corrected = correctionBefore(aggregate);
  return corrected?.answer ? answeredOn(context, corrected, corrected.answer) : arrivedOn(context);
}

/** The day before which the stage is not due: construction need not be started before the day of the contract. */
function notBefore({ project, assignments }: Aggregate, { calendar }: ZoneContext): LocalDate | undefined {
  const brought = stages[project.stage].notBefore;
  if (brought === undefined) return undefined;
  const done = assignments.findLast(({ kind, answer }) => kind === brought.kind && answer?.outcome === 'done');
  const parsed = DateText.safeParse(done?.answer?.facts[brought.fact]);
  return parsed.success ? workingDayFrom(calendar, parsed.data) : undefined;
}

/** A round after a correction keeps what was asked; every other one asks by the zone's version of the day on which it begins. */
function leftOut(
  { project: { stage, stages: records } }: Aggregate,
  { zone }: ZoneContext,
  on: LocalDate,
): { readonly without?: string[] } {
  const record = records[stage];
  const without = record?.outcome === 'returned' ? record.without : withoutOn(zone, stage, on);
  return without === undefined || without.length === 0 ? {} : { without: [...without] };
}

/** Sets its due date, opens the office's decision and what waits for nothing else. Asked again, nothing changes. */
export function openStage(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  const { project } = aggregate;
  if (project.phase !== 'entering') return undefined;
  const change = changeBuilder(aggregate, context.now, { kind: 'system' });
  const { version, norm, start, due: byNorm } = termOf(project, context, roundFrom(aggregate, context));
  const due = later(byNorm, notBefore(aggregate, context) ?? byNorm);
  const { round, outcome, decidedAt } = stageRecord(project, project.stage);
  const corrected =
    outcome === 'returned' && decidedAt !== undefined
      ? localDateOf(decidedAt, context.calendar.offsetMinutes)
      : undefined;
  const pausedDays = corrected === undefined ? 0 : Math.max(0, workingDaysBetween(context.calendar, corrected, start));
  change.emit({
    type: 'stage-opened',
    stage: project.stage,
    round,
    durationVersion: version,
    due,
    on: start,
    norm,
    stood: pausedDays,
    carried: [...carriedOver(aggregate)],
    ...leftOut(aggregate, context, start),
  });
  openAssignment(change, context, { kind: 'office-decision', due });
  followDocuments(change, context);
  openWhatIsPossible(change, context, start);
  return change.change();
}

/** The workflow has arrived at a correction: the investor is asked, with the days the decision gave. */
export function openCorrection(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  const { project, assignments } = aggregate;
  const record = stageRecord(project, project.stage);
  const asked = assignments.some(
    ({ kind, stage, round }) => kind === 'correction' && stage === project.stage && round === record.round,
  );
  if (project.phase !== 'correcting' || asked) return undefined;
  const change = changeBuilder(aggregate, context.now, { kind: 'system' });
  const due = addWorkingDays(context.calendar, arrivedOn(context), record.daysToCure ?? ownDays.cure);
  // The stage goes on with the days it had left.
  openAssignment(change, context, {
    kind: 'correction',
    due,
    fields: record.fields,
    stageDue: endOfLeft(context.calendar, runningTerm(project, context), due, Math.max(1, record.daysLeft ?? 1)),
  });
  return change.change();
}
