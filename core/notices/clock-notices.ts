import type { Change } from '../project/change-builder.ts';
import type { EventBody, ProjectEvent } from '../project/event.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { openAssignments } from '../project/standing.ts';
import { about, investor, office, recipientOf, why } from './asked-notices.ts';
import type { ProjectNotice } from './notice.ts';

type Body<Type extends EventBody['type']> = Extract<EventBody, { type: Type }>;

/** The project's clock stands or runs again: for the investor, the office, and each party that owes an answer (with its own due date). */
function ofProjectsClock(aggregate: Aggregate, base: Omit<ProjectNotice, 'recipient'>): readonly ProjectNotice[] {
  const asked = openAssignments(aggregate).filter(({ holder }) => holder.kind === 'party');
  const { noteId: _words, ...facts } = base;
  return [
    { ...base, recipient: investor },
    { ...base, recipient: office },
    ...asked.map((one): ProjectNotice => {
      const { due, ...subject } = about(one);
      return {
        ...facts,
        ...subject,
        recipient: recipientOf(one.holder),
        ...(base.notice !== 'suspended' && base.notice !== 'pause-renewed' && { due }),
      };
    }),
  ];
}

/** A supplier's own pause is over: the supplier is told by when it answers, unless the project's clock tells it anyway. */
function ofUnpaused(
  { assignmentId }: Body<'assignment-unpaused'>,
  { before, after, events }: Change,
): readonly ProjectNotice[] {
  const named = (one: Assignment) => one.assignmentId === assignmentId;
  const assignment = after.assignments.find(named);
  if (assignment === undefined || events.some(({ body }) => body.type === 'resumed')) return [];
  // Its supplier has said so itself, of all projects at once.
  if (before?.assignments.find(named)?.moratorium)
    return [{ notice: 'moratorium-ended', recipient: investor, ...about(assignment) }];
  return [{ notice: 'resumed', recipient: recipientOf(assignment.holder), ...about(assignment) }];
}

function ofMoratorium(
  { assignmentId, moratoriumId, until }: Body<'moratorium-applied'>,
  { before, after }: Change,
): readonly ProjectNotice[] {
  const named = (one: Assignment) => one.assignmentId === assignmentId;
  const assignment = after.assignments.find(named);
  if (assignment === undefined || before?.assignments.find(named)?.moratorium) return [];
  const { due: _, ...subject } = about(assignment);
  return [
    {
      notice: 'moratorium-began',
      recipient: investor,
      ...subject,
      moratoriumId,
      ...(until !== undefined && { to: until }),
    },
  ];
}

function dueNow(aggregate: Aggregate): Pick<ProjectNotice, 'due'> {
  const { phase, due: ofStage } = aggregate.project;
  const due =
    phase === 'correcting' ? openAssignments(aggregate).find(({ kind }) => kind === 'correction')?.due : ofStage;
  return due === undefined ? {} : { due };
}

/** That a clock stands, goes on standing, or runs again. */
export function ofClock(
  { actor }: ProjectEvent,
  body: Body<'assignment-unpaused' | 'moratorium-applied' | 'suspended' | 'pause-renewed' | 'resumed'>,
  change: Change,
): readonly ProjectNotice[] {
  const { after } = change;
  const { stage } = after.project;
  switch (body.type) {
    case 'assignment-unpaused':
      return ofUnpaused(body, change);
    case 'moratorium-applied':
      return ofMoratorium(body, change);
    case 'suspended':
    case 'pause-renewed':
      return ofProjectsClock(after, { notice: body.type, stage, to: body.reviewOn, ...why(body) });
    case 'resumed':
      return ofProjectsClock(after, {
        notice: actor.kind === 'system' ? 'pause-ended' : 'resumed',
        stage,
        ...dueNow(after),
      });
  }
}
