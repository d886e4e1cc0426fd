import type { JSX } from 'preact';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { dateText } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { actionAddress } from './addresses.ts';

interface Props {
  readonly frame: Frame;
  readonly view: Pick<ProjectView, 'projectId' | 'allowedActions'>;
  readonly assignment: Pick<AssignmentView, 'assignmentId'>;
  readonly date: string;
  readonly reason?: string | undefined;
}

export function TimeAsked({
  frame,
  view: { projectId, allowedActions },
  assignment: { assignmentId },
  date,
  reason,
}: Props): JSX.Element {
  const text = dateText(frame.language, date);
  const day = allowedActions.includes('extend') ? (
    <a class="govuk-link" href={actionAddress(projectId, 'extend', { target: assignmentId, to: date })}>
      {text}
    </a>
  ) : (
    text
  );
  return (
    <>
      {day}
      {reason !== undefined && <span class="said">{` – ${reason}`}</span>}
    </>
  );
}
