import type { EventBody } from './event.ts';
import type { Aggregate, Assignment, StageRecord } from './project.ts';
import { undoneEnd } from '../docket/apply-docket.ts';
import { reopenObstacles } from '../obstacles/apply-obstacle.ts';

type Reopened = Extract<EventBody, { type: 'reopened' }>;

function undecided({
  outcome: _outcome,
  next: _next,
  decidedAt: _at,
  daysLeft: _left,
  daysToCure: _cure,
  fields: _fields,
  reasonCode: _code,
  noteId: _note,
  ...record
}: StageRecord): StageRecord {
  return record;
}

/** A rejection that was taken back is no refusal; the return that an investor was mending when it ended stays one. */
const withoutReason = ({ answer, ...assignment }: Assignment): Assignment => {
  if (answer === undefined) return assignment;
  const { reasonCode: _code, ...kept } = answer;
  return { ...assignment, answer: kept };
};

/** The state after an ending was taken back: as before it, in the next round of the same stage, for which the workflow sets out again. */
export function reopened(aggregate: Aggregate, { stage, round, correcting, carried, unmade }: Reopened): Aggregate {
  const { ending: _ending, endedAt: _endedAt, ...project } = aggregate.project;
  const record = project.stages[stage];
  if (record === undefined) throw new Error('A project ends in a stage it has reached.');
  const { [stage]: _day, ...others } = project.actual;
  const kept = correcting ? record : undecided(record);
  const passes = unmade ? record.passes.slice(0, -1) : record.passes;
  return reopenObstacles({
    ...aggregate,
    assignments: aggregate.assignments.map((one) =>
      !correcting && one.kind === 'office-decision' && one.stage === stage && one.round === round
        ? withoutReason(one)
        : one,
    ),
    project: {
      ...project,
      ...(project.docket && { docket: undoneEnd(project.docket) }),
      phase: correcting ? 'correcting' : 'entering',
      stages: { ...project.stages, [stage]: { ...kept, round: round + 1, carried, passes } },
      actual: others,
      reopened: [...(project.reopened ?? []), { stage, round }],
    },
  });
}
