import { later } from '../calendar/local-date.ts';
import type { EventBody, ProjectEvent } from './event.ts';
import type { Aggregate, Assignment } from './project.ts';
import { stoppedOn } from './standstill.ts';
import { dayOf, withAssignment, withProject } from './with.ts';

const types = [
  'assignment-paused',
  'assignment-unpaused',
  'moratorium-applied',
  'moratorium-lifted',
  'suspended',
  'pause-renewed',
] as const;
type Body<Type extends EventBody['type']> = Extract<EventBody, { type: Type }>;
export type PauseBody = Body<(typeof types)[number]>;

export const isOfPause = (body: EventBody): body is PauseBody => types.some((one) => one === body.type);

function unpaused(
  { pausedOn: _on, pausedUntil: _until, awaitedUntil: _awaited, moratorium: _moratorium, ...assignment }: Assignment,
  due: string,
  resumedOn: string,
): Assignment {
  return { ...assignment, state: 'open', due, resumedOn };
}

/** Where a moratorium holds it too, a pause of its supplier's own ends with the later of both. */
function besideMoratorium(
  { awaitedUntil: before, ...assignment }: Assignment,
  { until, awaitedUntil = before }: Body<'assignment-paused'>,
): Assignment {
  const { moratorium } = assignment;
  const { pausedUntil: _, ...endless } = assignment;
  if (moratorium !== undefined && moratorium.until === undefined)
    return { ...endless, moratorium: { ...moratorium, ownUntil: until } };
  return {
    ...assignment,
    ...(awaitedUntil !== undefined && { awaitedUntil }),
    ...(moratorium?.until !== undefined && {
      moratorium: { ...moratorium, ownUntil: until },
      pausedUntil: later(until, moratorium.until),
    }),
  };
}

/** Its clock stands from a day on; what became late only after that day is not late. */
function underMoratorium(
  { pausedUntil, awaitedUntil: _, moratorium: known, ...assignment }: Assignment,
  { moratoriumId, on, until, awaitedUntil }: Body<'moratorium-applied'>,
): Assignment {
  const ownUntil = known === undefined ? pausedUntil : known.ownUntil;
  return {
    ...assignment,
    state: 'paused',
    pausedOn: on,
    overdue: assignment.overdue && assignment.due < on,
    moratorium: { moratoriumId, ...(until !== undefined && { until }), ...(ownUntil !== undefined && { ownUntil }) },
    ...(until !== undefined && { pausedUntil: later(until, ownUntil ?? until) }),
    ...(awaitedUntil !== undefined && { awaitedUntil }),
  };
}

/** The stage's own due date goes along, and with it that of the office's decision. */
export function withStageDue(aggregate: Aggregate, due: string | undefined): Aggregate {
  if (due === undefined) return aggregate;
  const assignments = aggregate.assignments.map((one): Assignment =>
    one.kind === 'office-decision' && one.state === 'open' ? { ...one, due, overdue: false } : one,
  );
  return withProject({ ...aggregate, assignments }, { due });
}

/** What stands still with the days by which it is awaited then; without one, what is said of it stays. */
export const withAwaited = (
  assignments: readonly Assignment[],
  awaited: Readonly<Record<string, string>> = {},
): readonly Assignment[] =>
  assignments.map((one) => {
    const awaitedUntil = awaited[one.assignmentId];
    return awaitedUntil === undefined ? one : { ...one, awaitedUntil };
  });

export function applyPause(aggregate: Aggregate, { at }: Pick<ProjectEvent, 'at'>, body: PauseBody): Aggregate {
  switch (body.type) {
    case 'assignment-paused':
      return withAssignment(aggregate, body.assignmentId, (assignment) =>
        besideMoratorium(
          {
            ...assignment,
            state: 'paused',
            pausedOn: stoppedOn(aggregate.project, assignment, { at, onBehalf: body.onBehalf }),
            pausedUntil: body.until,
          },
          body,
        ),
      );
    case 'moratorium-applied':
      return withAssignment(aggregate, body.assignmentId, (assignment) => underMoratorium(assignment, body));
    case 'moratorium-lifted':
      return withAssignment(
        aggregate,
        body.assignmentId,
        ({ moratorium: _, awaitedUntil: _awaited, ...assignment }) => ({
          ...assignment,
          pausedUntil: body.until,
          ...(body.awaitedUntil !== undefined && { awaitedUntil: body.awaitedUntil }),
        }),
      );
    case 'assignment-unpaused':
      return withStageDue(
        withAssignment(aggregate, body.assignmentId, (assignment) =>
          unpaused(assignment, body.due, dayOf(aggregate.project, at)),
        ),
        body.stageDue,
      );
    case 'suspended': {
      const { type: _, awaited, ...pause } = body;
      return withProject({ ...aggregate, assignments: withAwaited(aggregate.assignments, awaited) }, { pause });
    }
    case 'pause-renewed': {
      const { type: _, awaited, ...renewed } = body;
      const { pause } = aggregate.project;
      if (pause === undefined) return aggregate;
      const renewedOn = dayOf(aggregate.project, at);
      return withProject(
        { ...aggregate, assignments: withAwaited(aggregate.assignments, awaited) },
        { pause: { ...pause, ...renewed, renewedOn } },
      );
    }
  }
}
