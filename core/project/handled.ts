import { correctedProject } from '../letter/corrected.ts';
import type { ExternalNumber } from './care-facts.ts';
import type { LineNeed } from '../lines/need.ts';
import type { EventBody, ProjectEvent } from './event.ts';
import type { Aggregate, Assignment, Delegate } from './project.ts';
import { askedOn, dayOf, withAssignment, withProject } from './with.ts';

type Handling = Extract<
  EventBody,
  {
    type:
      | 'assignment-sent-again'
      | 'assignment-handed-over'
      | 'assignment-taken'
      | 'assignment-given-back'
      | 'link-renewed'
      | 'contact-corrected'
      | 'letter-changed'
      | 'delegate-asked'
      | 'delegate-confirmed'
      | 'delegate-removed'
      | 'copy-sent'
      | 'naming-agreed'
      | 'naming-taken-back'
      | 'time-asked'
      | 'time-refused'
      | 'start-moved'
      | 'personal-data-erased'
      | 'number-given'
      | 'confirmation-reminded'
      | 'merged-into'
      | 'letter-merged'
      | 'number-noted'
      | 'number-removed'
      | 'companion-named'
      | 'verified'
      | 'need-said'
      | 'need-removed';
  }
>;

const next = (version = 0): number => version + 1;

function sentAgain(assignment: Assignment, on: string): Assignment {
  const { times = 0, on: last, onThatDay = 0 } = assignment.sentAgain ?? {};
  return { ...assignment, sentAgain: { times: times + 1, on, onThatDay: last === on ? onThatDay + 1 : 1 } };
}

/** What its holder asked for is answered, or they have it no longer. */
export function timeAnswered({ timeAsked: _, timeAskedNote: _note, ...assignment }: Assignment): Assignment {
  return assignment;
}

function givenBack({ assignee: _, ...assignment }: Assignment): Assignment {
  return assignment;
}

function delegatesAfter(
  before: readonly Delegate[] = [],
  body: Extract<Handling, { type: `delegate-${string}` }>,
): Delegate[] {
  const { delegate } = body;
  if (body.type === 'delegate-asked') return [...before, { delegate, as: body.as, state: 'asked' }];
  // Who confirmed the contact's own new address is the contact from then on.
  const state = (as: Delegate['as']) =>
    body.type === 'delegate-removed' || as === 'contact' ? 'removed' : 'confirmed';
  return before.map((one) => (one.delegate === delegate ? { ...one, state: state(one.as) } : one));
}

function startMoved(aggregate: Aggregate, line: string | undefined): Aggregate {
  const { lateLine: _, ...project } = aggregate.project;
  return { ...aggregate, project: { ...project, ...(line !== undefined && { lateLine: line }) } };
}

function unnamed({ project: { namedSince: _, ...project }, ...rest }: Aggregate): Aggregate {
  return { ...rest, project };
}

const numberIn = ({ kind, number }: ExternalNumber): ExternalNumber => ({ kind, number });

const withoutNumber = ({ numbers = [] }: Aggregate['project'], { kind, number }: ExternalNumber): ExternalNumber[] =>
  numbers.filter((one) => one.kind !== kind || one.number !== number);

const withoutNeed = ({ needs = [] }: Aggregate['project'], { lineId }: Pick<LineNeed, 'lineId'>): LineNeed[] =>
  needs.filter((one) => one.lineId !== lineId);

function caredFor(
  aggregate: Aggregate,
  body: Extract<
    Handling,
    {
      type:
        | `number-${'noted' | 'removed'}`
        | `need-${'said' | 'removed'}`
        | `naming-${'agreed' | 'taken-back'}`
        | 'companion-named'
        | 'verified'
        | 'letter-changed';
    }
  >,
  { at, actor }: Pick<ProjectEvent, 'at' | 'actor'>,
): Aggregate {
  switch (body.type) {
    case 'number-noted':
      return withProject(aggregate, { numbers: [...withoutNumber(aggregate.project, body), numberIn(body)] });
    case 'number-removed':
      return withProject(aggregate, { numbers: withoutNumber(aggregate.project, body) });
    case 'letter-changed':
      return withProject(aggregate, correctedProject(aggregate.project, body.corrected));
    case 'naming-agreed':
      return withProject(aggregate, { namedSince: at });
    case 'naming-taken-back':
      return unnamed(aggregate);
    case 'companion-named':
      return withProject(aggregate, { companion: body.personId });
    case 'need-said': {
      const { type: _, ...need } = body;
      return withProject(aggregate, { needs: [...withoutNeed(aggregate.project, body), need] });
    }
    case 'need-removed':
      return withProject(aggregate, { needs: withoutNeed(aggregate.project, body) });
    case 'verified':
      return actor.kind === 'staff' ? withProject(aggregate, { verified: { at, by: actor.personId } }) : aggregate;
  }
}

export function handled(
  aggregate: Aggregate,
  body: Handling,
  { at, actor }: Pick<ProjectEvent, 'at' | 'actor'>,
): Aggregate {
  const { project } = aggregate;
  switch (body.type) {
    case 'merged-into':
      return withProject(aggregate, { mergedInto: { projectId: body.into, number: body.number } });
    case 'letter-merged':
      return withProject(aggregate, {
        merged: [...(project.merged ?? []), { projectId: body.merged, number: body.number }],
      });
    case 'assignment-sent-again':
      return withAssignment(aggregate, body.assignmentId, (one) => sentAgain(one, dayOf(project, at)));
    case 'assignment-handed-over':
      return withAssignment(aggregate, body.assignmentId, (one) => ({
        ...givenBack(timeAnswered(one)),
        holder: body.holder,
        heldSince: at,
        linkVersion: next(one.linkVersion),
        ownLinksFrom: next(one.linkVersion),
      }));
    case 'assignment-taken':
      return withAssignment(aggregate, body.assignmentId, (one) => ({ ...one, assignee: body.personId }));
    case 'assignment-given-back':
      return withAssignment(aggregate, body.assignmentId, givenBack);
    case 'time-asked':
      return withAssignment(aggregate, body.assignmentId, (one) => ({
        ...one,
        timeAsked: body.to,
        timeAskedNote: body.noteId,
      }));
    case 'time-refused':
      return withAssignment(aggregate, body.assignmentId, timeAnswered);
    case 'start-moved':
      return startMoved(aggregate, body.line);
    case 'link-renewed':
      return body.assignmentId === undefined
        ? withProject(aggregate, { linkVersion: next(project.linkVersion) })
        : withAssignment(aggregate, body.assignmentId, (one) => ({ ...one, linkVersion: next(one.linkVersion) }));
    case 'personal-data-erased':
      return withProject(aggregate, {
        erased: {
          at,
          company: body.company || project.erased?.company === true,
          documents: body.documents || project.erased?.documents === true,
        },
      });
    case 'number-given':
      return withProject(aggregate, { number: body.number });
    case 'confirmation-reminded':
      return withProject(aggregate, { asked: { on: askedOn(project), reminded: body.days } });
    case 'delegate-asked':
    case 'delegate-confirmed':
    case 'delegate-removed':
      return withProject(aggregate, { delegates: delegatesAfter(project.delegates, body) });
    case 'copy-sent':
      return withProject(aggregate, { copySentAt: at });
    case 'contact-corrected': {
      const { noAddress, addressEntered: _entered, ...reached } = project;
      return body.fields.includes('email')
        ? withProject(
            { ...aggregate, project: reached },
            {
              confirmed: false,
              linkVersion: next(project.linkVersion),
              asked: { on: dayOf(project, at), reminded: 0 },
              ...(actor.kind === 'staff' && {
                addressEntered: { by: actor.personId, at, corrected: noAddress === undefined },
              }),
            },
          )
        : withProject(aggregate, body.language ? { language: body.language } : {});
    }
    default:
      return caredFor(aggregate, body, { at, actor });
  }
}
