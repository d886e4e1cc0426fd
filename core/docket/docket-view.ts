import { overdueDays } from '../calendar/clock-pause.ts';
import type { Actor } from '../kernel/actor.ts';
import { hasRole, isAllowed } from '../project/permissions.ts';
import type { Aggregate, Project } from '../project/project.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { counts } from '../documents/apply-document.ts';
import type { Contract, DocketRequest } from './docket-facts.ts';
import type { DocketView, NextView } from './docket.ts';
import { docketAction } from './law.ts';
import { contractOf, doneOf, frozenSince, groundsOf, halfOf, lawOf, nextSteps, notBefore } from './steps.ts';

type Context = Pick<ZoneContext, 'now' | 'calendar' | 'zone'>;

/** What is to be done next, by when; of several steps that may be done now each. */
export function nextViews(project: Project, context: Context): NextView[] {
  const { docket } = project;
  if (docket === undefined) return [];
  const law = lawOf(context);
  const { until } = docket;
  return nextSteps(docket).map((step) => ({
    step,
    from:
      (step === 'decision' ? groundsOf(project, law)[0]?.from : undefined) ?? notBefore(project, step, context, law),
    ...(until !== undefined && { until }),
    late: until === undefined ? 0 : overdueDays(context.calendar, until, today(context)),
  }));
}

const mayOpen = (actor: Actor, { project }: Aggregate, contract: Contract, on: string): boolean =>
  project.phase !== 'ended' &&
  project.docket?.state !== 'open' &&
  frozenSince({ contract }) <= on &&
  hasRole(actor, project, docketAction('open'));

function actionsOf(actor: Actor, aggregate: Aggregate, contract: Contract, on: string): DocketView['actions'] {
  const { project } = aggregate;
  const { docket, phase } = project;
  if (docket?.state !== 'open') return mayOpen(actor, aggregate, contract, on) ? ['open'] : [];
  const may = (step: DocketRequest['step']) => isAllowed(actor, project, docketAction(step));
  return [...nextSteps(docket).filter(may), ...(phase !== 'ended' && may('close') ? (['close'] as const) : [])];
}

function doneViews(actor: Actor, { docket }: Project): Pick<DocketView, 'steps' | 'closed'> {
  const ofStaff = actor.kind === 'staff';
  if (docket === undefined) return { steps: [] };
  const { closed } = docket;
  const person = (one: { readonly kind: string; readonly personId?: string }) =>
    ofStaff && one.personId !== undefined ? { personId: one.personId } : {};
  return {
    steps: docket.steps.map(({ by: who, pledgee, documentId, ...one }) => ({
      ...one,
      ...(ofStaff && documentId !== undefined && { documentId }),
      ...person(who),
      ...(ofStaff && pledgee !== undefined && { pledgee }),
    })),
    ...(closed && { closed: (({ by: who, ...one }) => ({ ...one, ...person(who) }))(closed) }),
  };
}

/** The latest version of each, where no step names it. */
const papersOf = ({ project: { docket }, documents }: Aggregate): DocketView['papers'] =>
  documents
    .filter(
      (one) =>
        one.kind === 'docket-paper' &&
        counts(one) &&
        !docket?.steps.some(({ documentId }) => documentId === one.documentId),
    )
    .map(({ documentId, version }) => ({ documentId, version }));

/** Undefined before the contract is signed, and of a project that ended without a docket. */
export function docketView(actor: Actor, aggregate: Aggregate, context: Context): DocketView | undefined {
  const { project } = aggregate;
  const { docket, startReminded } = project;
  const contract = docket?.state === 'open' || docket?.state === 'done' ? docket.contract : contractOf(aggregate);
  if (contract === undefined || (project.phase === 'ended' && docket === undefined)) return undefined;
  const law = lawOf(context);
  const on = today(context);
  return {
    contract,
    half: halfOf(contract),
    ...(startReminded?.startBy === contract.startBy && { remindedOn: startReminded.on }),
    ...(docket && {
      state: docket.state,
      openedAt: docket.openedAt,
      ...(actor.kind === 'staff' && docket.openedBy.kind === 'staff' && { openedBy: docket.openedBy.personId }),
    }),
    ...(docket?.state === 'open' && { frozenSince: frozenSince(docket) }),
    ...doneViews(actor, project),
    next: nextViews(project, context),
    grounds:
      docket?.state === 'open' && doneOf(docket, 'decision') === undefined
        ? groundsOf(project, law).map((one) => ({ ...one, holds: one.from <= on, article: law.articles[one.ground] }))
        : [],
    law: law.articles,
    noticeDays: law.notice,
    papers: actor.kind === 'staff' ? papersOf(aggregate) : [],
    actions: actionsOf(actor, aggregate, contract, on),
  };
}

/** With what was written beside it. */
export async function withDocketWords(
  view: DocketView,
  words: (noteId: string) => Promise<string | undefined>,
): Promise<DocketView> {
  const told = async <One extends { readonly noteId?: string | undefined }>(one: One): Promise<One> => {
    const text = one.noteId === undefined ? undefined : await words(one.noteId);
    return text === undefined ? one : { ...one, text };
  };
  return {
    ...view,
    steps: await Promise.all(view.steps.map(told)),
    ...(view.closed && { closed: await told(view.closed) }),
  };
}
