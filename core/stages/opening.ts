import type { Utility } from '../kernel/common.ts';
import type { AssignmentKind } from './facts.ts';
import type { LetterField } from '../letter/letter-correction.ts';
import type { ActorRef, Holder } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';
import { assignmentIdOf } from './assignment-id.ts';
import { assignmentSpecs, holdsIn, stageSteps, supplierLaw, type StageStep } from './assignment-kind.ts';
import { stages } from './definition.ts';
import { later, type LocalDate } from '../calendar/local-date.ts';
import { stageRecord } from '../project/apply.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { ChangeBuilder } from '../project/change-builder.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { arrivedOn, dueOfShare, ownDays, runningTerm } from './deadlines.ts';
import { lackingDocuments } from '../documents/needed-documents.ts';
import { isOpen, isSettled, needsOf, threadOf } from '../project/standing.ts';
import { awaitedUntil } from '../project/standstill.ts';

interface Opening {
  readonly kind: AssignmentKind;
  readonly due: LocalDate;
  readonly line?: Utility | undefined;
  readonly about?: AssignmentKind | undefined;
  readonly stageDue?: LocalDate | undefined;
  readonly fields?: readonly LetterField[] | undefined;
  readonly noteId?: string | undefined;
  /** Who asks; absent: the path itself. */
  readonly by?: ActorRef | undefined;
}

/** Whoever was asked last, else the party of that kind; where the zone has none, whoever holds the package of connections, and the office on its behalf. */
export function holderOf(
  { project, assignments }: Aggregate,
  context: ZoneContext,
  { kind, line }: Pick<Opening, 'kind' | 'line'>,
): Holder {
  const { holder } = assignmentSpecs[kind];
  if (holder === 'office' || holder === 'investor') return { kind: holder };
  const last = assignments.findLast((one) => one.kind === kind && one.line === line)?.holder;
  if (
    last?.kind === 'party' &&
    context.parties.some(({ partyId, endedOn }) => partyId === last.partyId && endedOn === undefined)
  )
    return last;
  const partyOf = (wanted: string | undefined) =>
    context.parties.find((one) => one.endedOn === undefined && one.kind === wanted);
  const inPackage =
    holder === 'line' &&
    holdsIn(project, project.stage, stageSteps[project.stage].find((step) => step.kind === kind)?.termByLaw);
  const party = partyOf(holder === 'line' ? line : holder) ?? (inPackage ? partyOf('architecture') : undefined);
  return party ? { kind: 'party', partyId: party.partyId } : { kind: 'office' };
}

export function openAssignment(
  change: ChangeBuilder,
  context: ZoneContext,
  { kind, due, line, about, stageDue, fields = [], noteId, by = { kind: 'system' } }: Opening,
): void {
  const { project, assignments } = change.state();
  const { round } = stageRecord(project, project.stage);
  const key = { kind, stage: project.stage, round, ...(line && { line }), ...(about && { about }) };
  const earlier = assignments.filter(
    (one) =>
      one.stage === key.stage && one.round === round && one.kind === kind && one.line === line && one.about === about,
  );
  const opening = { ...key, attempt: earlier.length + 1 };
  const awaited = awaitedUntil(context, project.pause, { due, openedAt: context.now });
  change.emit(
    {
      type: 'assignment-opened',
      assignmentId: assignmentIdOf(project.projectId, opening),
      ...opening,
      holder: holderOf(change.state(), context, opening),
      due,
      ...(fields.length > 0 && { fields: [...fields] }),
      ...(awaited !== undefined && { awaitedUntil: awaited }),
      ...(stageDue !== undefined && { stageDue }),
      ...(noteId !== undefined && { noteId }),
    },
    by,
  );
}

/** Working days of the running stage, by the version with which it began. */
const stageDays = ({ project }: ReturnType<ChangeBuilder['state']>, context: ZoneContext): number =>
  runningTerm(project, context).workingDays ?? stageRecord(project, project.stage).norm ?? 1;

/** The stage's own date, less what is still to be done in it after an assignment. */
function untilStageEnds(
  { project }: ReturnType<ChangeBuilder['state']>,
  { calendar }: ZoneContext,
  { kind, days }: { readonly kind: StageStep['kind']; readonly days: number },
): LocalDate | undefined {
  const rest = stageSteps[project.stage]
    .filter(({ after }) => after.includes(kind))
    .reduce((sum, { share }) => sum + share, 0);
  return project.due === undefined
    ? undefined
    : addWorkingDays(calendar, project.due, -Math.max(1, Math.floor(days * rest)));
}

/** What the office returned is asked for in any stage; what was never there, in the stage whose gate asks for it. */
const asksFor = (aggregate: Aggregate): boolean =>
  lackingDocuments(aggregate).some(
    ({ state }) => state === 'returned' || stages[aggregate.project.stage].gate === 'documents',
  );

/** Opens it while something lacks, answers it with the last that came, and lets the stage go on then. */
export function followDocuments(change: ChangeBuilder, context: ZoneContext): void {
  const state = change.state();
  if (state.project.phase !== 'open') return;
  const asked = state.assignments.find((one) => one.kind === 'documents' && isOpen(one));
  const asks = asksFor(state);
  if (asks && !asked)
    openAssignment(change, context, {
      kind: 'documents',
      due: addWorkingDays(context.calendar, arrivedOn(context), ownDays.cure),
    });
  if (asks || !asked) return;
  change.emit(
    { type: 'assignment-answered', assignmentId: asked.assignmentId, outcome: 'done', facts: {} },
    { kind: 'system' },
  );
  openWhatIsPossible(change, context);
}

/** A supplier's own clock: fewer days for an object that the contract calls simple. */
function daysByLaw({ assignments }: Aggregate, term: StageStep['termByLaw']): number | undefined {
  const contract = assignments.findLast(({ kind, answer }) => kind === 'contract' && answer?.outcome === 'done');
  return contract?.answer?.facts['simpleObject'] === true ? term?.simple : term?.workingDays;
}

/** What is open or answered stays. The office's days count from the receipt of what came before, others' from now. */
export function openWhatIsPossible(
  change: ChangeBuilder,
  context: ZoneContext,
  received: LocalDate = arrivedOn(context),
): void {
  const { project } = change.state();
  if (project.phase !== 'open') return;
  const days = stageDays(change.state(), context);
  const needs = needsOf(project, project.stage);
  const asked = new Set<string>(needs.map(({ kind }) => kind));
  for (const { line, step } of needs) {
    const state = change.state();
    // The office's days for looking through them begin when they are there.
    const { kind } = step;
    const awaited = step.looksThrough && lackingDocuments(state).length > 0;
    const ready = !awaited && step.after.every((before) => !asked.has(before) || isSettled(state, { kind: before }));
    if (ready && threadOf(state, line ? { kind, line } : { kind }).length === 0) {
      const byLaw = daysByLaw(state, supplierLaw(project, { kind, stage: project.stage, line }).termByLaw);
      const byShare =
        byLaw === undefined
          ? dueOfShare(context, days, step.share, step.holder === 'office' ? received : arrivedOn(context))
          : addWorkingDays(context.calendar, arrivedOn(context), byLaw);
      const due = step.untilStageEnds
        ? later(byShare, untilStageEnds(state, context, { kind, days }) ?? byShare)
        : byShare;
      openAssignment(change, context, { kind, line, due });
    }
  }
}
