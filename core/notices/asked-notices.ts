import type { EventBody, Holder } from '../project/event.ts';
import { rowParts, type RowChangeAsked } from '../road-map/kept.ts';
import type { ProjectNotice, Recipient } from './notice.ts';
import type { Aggregate, Assignment } from '../project/project.ts';

export const investor: Recipient = { to: 'investor' };
export const office: Recipient = { to: 'office' };

export const recipientOf = (holder: Holder): Recipient =>
  holder.kind === 'party' ? { to: 'party', partyId: holder.partyId } : { to: holder.kind };

export const about = (assignment: Pick<Assignment, 'assignmentId' | 'kind' | 'stage' | 'line' | 'about' | 'due'>) => ({
  assignmentId: assignment.assignmentId,
  assignment: assignment.kind,
  stage: assignment.stage,
  due: assignment.due,
  ...(assignment.line && { line: assignment.line }),
  ...(assignment.about && { about: assignment.about }),
});

type Asked = Pick<
  Assignment,
  'assignmentId' | 'kind' | 'stage' | 'line' | 'about' | 'due' | 'holder' | 'fields' | 'noteId'
>;

export const why = ({
  reasonCode,
  noteId,
}: {
  reasonCode?: ProjectNotice['reasonCode'];
  noteId?: string | undefined;
}) => ({ ...(reasonCode && { reasonCode }), ...(noteId && { noteId }) });

/** Why something was returned or refused: the reason of the decision or of the party's answer before. */
function reasonBehind(body: Asked, after: Aggregate) {
  const source =
    body.kind === 'correction'
      ? after.project.stages[body.stage]
      : after.assignments.findLast(({ kind, line }) => kind === body.about && line === body.line)?.answer;
  return source && 'reasonCode' in source ? why(source) : {};
}

function askedAnew(body: Asked, { assignments }: Aggregate): Partial<ProjectNotice> {
  const before = assignments.slice(
    0,
    Math.max(
      0,
      assignments.findIndex(({ assignmentId }) => assignmentId === body.assignmentId),
    ),
  );
  const same = (one: Assignment) => one.stage === body.stage && one.line === body.line;
  const refused = before.findLast((one) => same(one) && one.kind === body.kind)?.answer;
  if (refused?.outcome !== 'refused') return {};
  const choice = before.findLast((one) => same(one) && one.kind === 'refusal' && one.about === body.kind)?.answer;
  return {
    outcome: 'refused',
    ...why({ ...(refused.reasonCode && { reasonCode: refused.reasonCode }), noteId: choice?.noteId }),
    ...(refused.noteId && { refusalNoteId: refused.noteId }),
  };
}

/** The email that asks for an assignment: when it opens, when it is sent again, when another party gets it. */
export function ofAsked(body: Asked, after: Aggregate): readonly ProjectNotice[] {
  if (body.kind === 'office-decision') return [];
  if (body.kind === 'correction' || body.kind === 'cure') {
    return [
      {
        notice: 'correction',
        recipient: investor,
        ...about(body),
        ...reasonBehind(body, after),
        ...(body.fields && { fields: body.fields }),
      },
    ];
  }
  const { due, ...subject } = about(body);
  const held = after.assignments.find(({ assignmentId }) => assignmentId === body.assignmentId)?.moratorium;
  return [
    {
      notice: 'assignment',
      recipient: recipientOf(body.holder),
      ...subject,
      // While its clock stands there is no day by which it is awaited.
      ...(held ? { moratoriumId: held.moratoriumId } : { due }),
      ...(body.kind === 'question' && body.noteId !== undefined && { reportNoteId: body.noteId }),
      ...(body.kind === 'refusal' ? reasonBehind(body, after) : askedAnew(body, after)),
    },
  ];
}

type OfTime = Extract<EventBody, { type: 'time-asked' | 'time-refused' }>;

export function ofTime(
  body: OfTime,
  { holder }: Assignment,
  subject: Omit<ProjectNotice, 'notice' | 'recipient'>,
): readonly ProjectNotice[] {
  const { noteId } = body;
  if (body.type === 'time-asked')
    return [{ notice: 'time-asked', recipient: { to: 'office' }, ...subject, to: body.to, who: holder, noteId }];
  return [{ notice: 'time-refused', recipient: recipientOf(holder), ...subject, reasonCode: body.reasonCode, noteId }];
}

/** To whoever of the office is above. */
export function ofRoadMap({ row, target, noteId }: RowChangeAsked): readonly ProjectNotice[] {
  const { stage, kind, line } = rowParts(row);
  return [
    {
      notice: 'road-map-change',
      recipient: office,
      stage,
      ...(kind && { assignment: kind }),
      ...(line && { line }),
      ...(target !== undefined && { to: target }),
      noteId,
    },
  ];
}
