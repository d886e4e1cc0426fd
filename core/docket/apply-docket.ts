import type { ChangeBuilder } from '../project/change-builder.ts';
import type { EventBody, ProjectEvent } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';
import { dayOf, withProject } from '../project/with.ts';
import type { Docket } from './docket.ts';

export type DocketBody = Extract<EventBody, { type: 'start-reminded' | `docket-${string}` }>;

export const isOfDocket = (body: EventBody): body is DocketBody =>
  body.type === 'start-reminded' || body.type.startsWith('docket-');

function withStep(
  docket: Docket,
  { type: _, until, ...facts }: Extract<DocketBody, { type: 'docket-step' }>,
  { at, actor }: Pick<ProjectEvent, 'at' | 'actor'>,
): Docket {
  const { until: _before, ...others } = docket;
  return {
    ...others,
    ...(until !== undefined && { until }),
    state: facts.step === 'plot-free' ? 'done' : docket.state,
    steps: [...docket.steps, { ...facts, by: actor, at }],
  };
}

export function applyDocket(aggregate: Aggregate, { at, actor }: ProjectEvent, body: DocketBody): Aggregate {
  const { project } = aggregate;
  const { docket } = project;
  switch (body.type) {
    case 'start-reminded':
      return withProject(aggregate, { startReminded: { startBy: body.startBy, on: dayOf(project, at) } });
    case 'docket-opened': {
      const { contract, until } = body;
      return withProject(aggregate, {
        docket: { state: 'open', openedBy: actor, openedAt: at, contract, until, steps: [] },
      });
    }
    case 'docket-step':
      return docket ? withProject(aggregate, { docket: withStep(docket, body, { at, actor }) }) : aggregate;
    case 'docket-closed': {
      if (docket === undefined) return aggregate;
      const { type: _, ...facts } = body;
      const { until: _until, ...others } = docket;
      return withProject(aggregate, {
        docket: { ...others, state: 'closed', closed: { ...facts, by: actor, at } },
        ...(facts.startBy !== undefined && {
          startTerm: { startBy: facts.startBy, from: facts.on ?? dayOf(project, at) },
        }),
      });
    }
  }
}

/** An ending that is taken back leaves the decision to end standing; what followed from the end is no longer so. */
export const undoneEnd = (docket: Docket): Docket =>
  docket.state === 'open'
    ? { ...docket, steps: docket.steps.filter(({ step }) => step === 'act-of-breach' || step === 'decision') }
    : docket;

/** A project that ends otherwise, or begins to build, is in no docket any more. */
export function leaveDocket(change: ChangeBuilder, because: 'started' | 'ended'): void {
  const { docket } = change.state().project;
  if (docket?.state === 'open' && !docket.steps.some(({ step }) => step === 'contract-ended'))
    change.emit({ type: 'docket-closed', because });
}
