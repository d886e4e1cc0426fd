import * as z from 'zod/mini';
import { addDays, addMonths, dayNumberOf, later, type LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { DateText, Money } from '../kernel/common.ts';
import type { Aggregate, Assignment, Project } from '../project/project.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { zoneTypeOn } from '../reference/zone-type.ts';
import { docketSteps, type Contract, type DocketStep, type Ground } from './docket-facts.ts';
import type { Docket, DoneStep } from './docket.ts';
import { docketLaws, stepRules, type DocketLaw } from './law.ts';

type Context = Pick<ZoneContext, 'now' | 'calendar' | 'zone'>;

const Signed = z.object({
  contractNumber: z.string(),
  contractDate: DateText,
  contractUntil: DateText,
  startBy: DateText,
  committedInvestment: z.optional(Money),
});
const Plot = z.object({
  hectares: z.optional(z.number()),
  cadastralNumber: z.optional(z.string()),
  leaseNumber: z.optional(z.string()),
});

const isGiven =
  (kind: Assignment['kind']) =>
  (one: Assignment): boolean =>
    one.kind === kind && one.answer?.outcome === 'done';

export const isSigned = isGiven('contract');

/** As the answers of the third stage have it; of a project that was taken over later, as it was brought along. */
function signedContract({ project, assignments }: Pick<Aggregate, 'project' | 'assignments'>): Contract | undefined {
  const signed = Signed.safeParse(assignments.findLast(isSigned)?.answer?.facts);
  if (!signed.success) return project.contract;
  const {
    contractNumber: number,
    contractDate: date,
    contractUntil: until,
    startBy,
    committedInvestment,
  } = signed.data;
  const plot = Plot.safeParse(assignments.findLast(isGiven('plot'))?.answer?.facts ?? {});
  return {
    number,
    date,
    until,
    startBy,
    from: date,
    ...(committedInvestment && { investment: committedInvestment }),
    ...(plot.success && plot.data),
  };
}

/** The contract that holds, with the start that was agreed last; undefined before it is signed. */
export function contractOf(aggregate: Pick<Aggregate, 'project' | 'assignments'>): Contract | undefined {
  const contract = signedContract(aggregate);
  const { startTerm } = aggregate.project;
  return contract && startTerm !== undefined && startTerm.startBy > contract.startBy
    ? { ...contract, ...startTerm }
    : contract;
}

/** The day on which half of the term until the start has gone by; of an odd number of days the earlier one. */
export const halfOf = ({ from, startBy }: Pick<Contract, 'from' | 'startBy'>): LocalDate =>
  addDays(from, Math.max(0, Math.floor((dayNumberOf(startBy) - dayNumberOf(from)) / 2)));

export const isFrozen = ({ docket }: Pick<Project, 'docket'>): boolean => docket?.state === 'open';
export const frozenSince = ({ contract }: Pick<Docket, 'contract'>): LocalDate => addDays(contract.startBy, 1);

export const lawOf = (context: Pick<ZoneContext, 'now' | 'calendar' | 'zone'>): DocketLaw =>
  docketLaws[zoneTypeOn(context.zone, today(context))];

export const doneOf = ({ steps }: Pick<Docket, 'steps'>, step: DocketStep): DoneStep | undefined =>
  steps.find((one) => one.step === step);

/** A right that is not pledged has nobody to be told. */
const isNeeded = (docket: Docket, step: DocketStep): boolean =>
  step !== 'pledgee-told' || doneOf(docket, 'contract-ended')?.pledgee !== undefined;

/** What may be done now, in order: several at once where none waits for the other. */
export const nextSteps = (docket: Docket): readonly DocketStep[] =>
  docket.state !== 'open'
    ? []
    : docketSteps.filter(
        (step) =>
          doneOf(docket, step) === undefined &&
          isNeeded(docket, step) &&
          stepRules[step].after.every((before) => !isNeeded(docket, before) || doneOf(docket, before) !== undefined),
      );

/** From which day each ground of a one-sided end holds, the earliest first; none while the project stands still through no fault of the investor's. */
export function groundsOf(
  { docket, pause }: Pick<Project, 'docket' | 'pause'>,
  law: DocketLaw,
): readonly { readonly ground: Ground; readonly from: LocalDate }[] {
  const cureUntil = docket && doneOf(docket, 'act-of-breach')?.cureUntil;
  if (docket === undefined || (pause !== undefined && pause.fault !== 'investor')) return [];
  const from: Readonly<Record<Ground, LocalDate | undefined>> = {
    late: law.lateMonths === undefined ? undefined : addDays(addMonths(docket.contract.startBy, law.lateMonths), 1),
    'not-cured': cureUntil && addDays(cureUntil, 1),
  };
  return law.grounds
    .flatMap((ground) => {
      const day = from[ground];
      return day === undefined ? [] : [{ ground, from: day }];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The first day that the paper of a step may bear: not before that of the step before, after the term, and after a notice where the law has one. */
export function notBefore(project: Project, step: DocketStep, { calendar }: Context, law: DocketLaw): LocalDate {
  const { docket, startReminded } = project;
  if (docket === undefined) throw new Error('There is no docket.');
  const before = stepRules[step].after.flatMap((one) => doneOf(docket, one)?.on ?? []);
  const last = before.reduce(later, startReminded?.on ?? docket.contract.date);
  if (step === 'act-of-breach') return later(last, frozenSince(docket));
  return step === 'contract-ended' && law.notice > 0 ? addWorkingDays(calendar, last, law.notice) : last;
}

/** By when the next of its steps is to be done. */
export function untilOf(project: Project, context: Context): LocalDate | undefined {
  const { docket } = project;
  const [step] = docket ? nextSteps(docket) : [];
  if (docket === undefined || step === undefined) return undefined;
  const law = lawOf(context);
  const days = stepRules[step].within;
  const on = today(context);
  const begun = (): LocalDate => {
    if (step === 'act-of-breach') return later(on, frozenSince(docket));
    return step === 'decision'
      ? later(on, groundsOf(project, law)[0]?.from ?? on)
      : notBefore(project, step, context, law);
  };
  return addWorkingDays(context.calendar, begun(), days);
}
