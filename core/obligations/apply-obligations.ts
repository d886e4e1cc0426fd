import type { EventBody, ProjectEvent } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';
import { withProject } from '../project/with.ts';
import type { Obligations } from './obligation-facts.ts';

export type ObligationBody = Extract<EventBody, { type: `obligations-${string}` }>;

export const isOfObligations = (body: EventBody): body is ObligationBody => body.type.startsWith('obligations-');

const none: Obligations = { every: 'year', years: [], reports: [], missing: [] };

function planned(
  before: Obligations,
  { every, year, figures, launchBy = before.launchBy }: Extract<ObligationBody, { type: 'obligations-planned' }>,
): Obligations {
  const years = [...before.years.filter((one) => one.year !== year), { year, planned: figures }];
  return {
    ...before,
    every,
    ...(launchBy !== undefined && { launchBy }),
    years: years.toSorted((a, b) => a.year - b.year),
  };
}

function reported(
  { missing, reports, ...before }: Obligations,
  { period, figures }: Extract<ObligationBody, { type: 'obligations-reported' }>,
  { actor }: Pick<ProjectEvent, 'actor'>,
): Obligations {
  const enteredBy = actor.kind === 'staff' ? actor.personId : undefined;
  return {
    ...before,
    reports: [
      ...reports.filter((one) => one.period !== period),
      { period, reported: figures, ...(enteredBy !== undefined && { enteredBy }) },
    ],
    missing: missing.filter((one) => one.period !== period),
  };
}

function after(before: Obligations, body: ObligationBody, event: ProjectEvent): Obligations {
  switch (body.type) {
    case 'obligations-planned':
      return planned(before, body);
    case 'obligations-asked':
      return { ...before, missing: [...before.missing, { period: body.period }] };
    case 'obligations-missed': {
      const others = before.missing.filter(({ period }) => period !== body.period);
      return { ...before, missing: [...others, { period: body.period, rung: body.rung }] };
    }
    case 'obligations-reported':
      return reported(before, body, event);
    case 'obligations-confirmed':
      return {
        ...before,
        reports: before.reports.map((one) => (one.period === body.period ? { ...one, confirmed: body.figures } : one)),
      };
    case 'obligations-proven':
      return { ...before, proven: { number: body.number, on: body.on } };
    case 'obligations-visit-opened': {
      const { breach: _, ...others } = before;
      return { ...others, visit: { period: body.period, until: body.until } };
    }
    case 'obligations-visited':
      return before.visit ? { ...before, visit: { ...before.visit, on: body.on } } : before;
    case 'obligations-breach': {
      const { number, on, cureUntil } = body;
      return { ...before, breach: { number, on, cureUntil } };
    }
  }
}

export const applyObligations = (aggregate: Aggregate, event: ProjectEvent, body: ObligationBody): Aggregate =>
  withProject(aggregate, { obligations: after(aggregate.project.obligations ?? none, body, event) });
