import { addDays } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { changeBuilder, type Change, type ChangeBuilder } from '../project/change-builder.ts';
import { counts } from '../documents/apply-document.ts';
import type { ProjectDocument } from '../documents/document.ts';
import { endIn } from '../project/end.ts';
import type { ActorRef } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { isTooFar } from '../stages/farthest-dates.ts';
import type { DocketRequest, DocketStep } from './docket-facts.ts';
import { stepRules } from './law.ts';
import {
  contractOf,
  doneOf,
  frozenSince,
  groundsOf,
  halfOf,
  isFrozen,
  lawOf,
  nextSteps,
  notBefore,
  untilOf,
} from './steps.ts';

type Changing = Result<Change | undefined>;
type StepRequest = Exclude<DocketRequest, { step: 'open' | 'close' }>;
type Decision = Extract<DocketRequest, { step: 'decision' }>;

const invalid = (...issues: Issue[]) => fail({ kind: 'invalid', issues });
const notAllowed = (because: string) => fail({ kind: 'not-allowed', action: 'docket', because });

/** The day of a paper lies between that of the step before and today. */
const dayIssue = (on: string, earliest: string, context: ZoneContext): Issue | undefined => {
  if (on > today(context)) return { path: 'on', code: 'in-future' };
  return on < earliest ? { path: 'on', code: 'before-step' } : undefined;
};

const isPaper = (document: ProjectDocument): boolean => document.kind === 'docket-paper' && counts(document);

/** A file that is named is a paper of the docket which can be read. */
const fileIssue = (documentId: string | undefined, { documents }: Aggregate): Issue | undefined =>
  documentId === undefined || documents.some((one) => one.documentId === documentId && isPaper(one))
    ? undefined
    : { path: 'documentId', code: 'invalid_value' };

const startIssue = (startBy: string, context: ZoneContext): Issue | undefined => {
  if (startBy <= today(context)) return { path: 'startBy', code: 'not-in-future' };
  return isTooFar(context, startBy) ? { path: 'startBy', code: 'too-late' } : undefined;
};

/** Said once a start: by itself when half of the term has gone by, or with the docket that comes before it. */
function remind(change: ChangeBuilder): void {
  const contract = contractOf(change.state());
  if (contract && change.state().project.startReminded?.startBy !== contract.startBy)
    change.emit({ type: 'start-reminded', startBy: contract.startBy }, { kind: 'system' });
}

function open(change: ChangeBuilder, context: ZoneContext, words?: string): void {
  remind(change);
  const contract = contractOf(change.state());
  if (contract === undefined) return;
  change.emit({
    type: 'docket-opened',
    contract,
    until: addWorkingDays(context.calendar, today(context), stepRules['act-of-breach'].within),
    ...(words !== undefined && { noteId: change.note(words) }),
  });
}

/** Opened once the term of the start has passed; a second time it is open already. */
export function openDocket(aggregate: Aggregate, context: ZoneContext, words: string, by: ActorRef): Changing {
  if (isFrozen(aggregate.project)) return ok(undefined);
  const contract = contractOf(aggregate);
  if (contract === undefined) return notAllowed('no-contract');
  if (frozenSince({ contract }) > today(context)) return notAllowed('not-late');
  const change = changeBuilder(aggregate, context.now, by);
  open(change, context, words);
  return ok(change.change());
}

/** What time brings, on working days: the reminder, and the docket once the term has passed. Nothing while the project stands still. */
export function passDocketDay(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  const { project } = aggregate;
  const contract = contractOf(aggregate);
  const on = today(context);
  const stands = project.phase === 'ended' || project.pause !== undefined || !context.calendar.isWorkingDay(on);
  if (contract === undefined || stands) return undefined;
  const change = changeBuilder(aggregate, context.now, { kind: 'system' });
  if (halfOf(contract) <= on) remind(change);
  if (!isFrozen(project) && frozenSince({ contract }) <= on) open(change, context);
  return change.change().events.length === 0 ? undefined : change.change();
}

function decisionIssues(
  { ground, startBy, on }: Decision,
  aggregate: Aggregate,
  context: ZoneContext,
): readonly Issue[] {
  if (ground === undefined) {
    const issue = startBy === undefined ? { path: 'startBy', code: 'missing' } : startIssue(startBy, context);
    return issue ? [issue] : [];
  }
  const found = groundsOf(aggregate.project, lawOf(context)).find((one) => one.ground === ground);
  return [
    ...(found === undefined || found.from > on ? [{ path: 'ground', code: 'not-yet' }] : []),
    ...(startBy === undefined ? [] : [{ path: 'startBy', code: 'invalid_value' }]),
  ];
}

const isRepeat = ({ docket }: Aggregate['project'], { step, number, on }: StepRequest): boolean => {
  const known = docket && doneOf(docket, step);
  return known?.number === number && known.on === on;
};

/** What a step brings beside its paper. */
function broughtBy(change: ChangeBuilder, request: StepRequest) {
  switch (request.step) {
    case 'act-of-breach':
      return { cureUntil: addDays(request.on, request.cureDays), noteId: change.note(request.words) };
    case 'decision':
      return {
        ...(request.ground === undefined ? { startBy: request.startBy } : { ground: request.ground }),
        noteId: change.note(request.words),
      };
    case 'contract-ended':
      return request.pledgee === undefined ? {} : { pledgee: request.pledgee };
    default:
      return {};
  }
}

/** The state after a step, as far as by when the next one is due depends on it. */
function untilAfter(aggregate: Aggregate, request: StepRequest, brought: object, by: ActorRef, context: ZoneContext) {
  const { project } = aggregate;
  if (project.docket === undefined) return undefined;
  const { step, number, on } = request;
  const steps = [...project.docket.steps, { step, number, on, by, at: context.now, ...brought }];
  return untilOf({ ...project, docket: { ...project.docket, steps } }, context);
}

function isOrder({ docket }: Aggregate['project'], step: DocketStep): boolean {
  const decided = docket && doneOf(docket, 'decision');
  return (
    docket !== undefined &&
    nextSteps(docket).includes(step) &&
    (step !== 'contract-ended' || decided?.ground !== undefined)
  );
}

/** One step of an open docket: none is skipped, none is dated before the one before or in the future. Once more it is done already. */
export function takeStep(aggregate: Aggregate, context: ZoneContext, request: StepRequest, by: ActorRef): Changing {
  const { project } = aggregate;
  const { step, number, on, documentId } = request;
  if (isRepeat(project, request)) return ok(undefined);
  if (project.docket?.state !== 'open') return notAllowed('no-docket');
  if (doneOf(project.docket, step)) return fail({ kind: 'conflict', version: project.version, state: step });
  if (!isOrder(project, step)) return notAllowed('step-before');
  const wrong = [
    dayIssue(on, notBefore(project, step, context, lawOf(context)), context),
    fileIssue(documentId, aggregate),
    ...(request.step === 'decision' ? decisionIssues(request, aggregate, context) : []),
  ].filter((one) => one !== undefined);
  if (wrong.length > 0) return invalid(...wrong);
  const change = changeBuilder(aggregate, context.now, by);
  const brought = broughtBy(change, request);
  const until = untilAfter(aggregate, request, brought, by, context);
  change.emit({
    type: 'docket-step',
    step,
    number,
    on,
    ...(documentId !== undefined && { documentId }),
    ...brought,
    ...(until !== undefined && { until }),
  });
  if (request.step === 'decision' && request.ground === undefined)
    change.emit({ type: 'docket-closed', because: 'new-schedule', number, on, startBy: request.startBy });
  if (step === 'contract-ended') endIn(change, { as: 'terminated', reasonCode: 'not-started' });
  return ok(change.change());
}

/** Before the contract has ended: the breach was cured, or there was none; the start has another day from then on. */
export function closeDocket(
  aggregate: Aggregate,
  context: ZoneContext,
  { number, on, documentId, because, startBy, words }: Extract<DocketRequest, { step: 'close' }>,
  by: ActorRef,
): Changing {
  const { docket, phase, startReminded } = aggregate.project;
  if (docket?.closed?.number === number && docket.closed.on === on) return ok(undefined);
  if (docket?.state !== 'open') return notAllowed('no-docket');
  if (phase === 'ended') return notAllowed('terminated');
  const last = docket.steps.at(-1)?.on ?? startReminded?.on ?? docket.contract.date;
  const wrong = [dayIssue(on, last, context), fileIssue(documentId, aggregate), startIssue(startBy, context)].filter(
    (one) => one !== undefined,
  );
  if (wrong.length > 0) return invalid(...wrong);
  const change = changeBuilder(aggregate, context.now, by);
  const noteId = change.note(words);
  change.emit({
    type: 'docket-closed',
    because,
    number,
    on,
    ...(documentId !== undefined && { documentId }),
    startBy,
    noteId,
  });
  return ok(change.change());
}
