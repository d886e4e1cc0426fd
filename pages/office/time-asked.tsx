import type { JSX } from 'preact';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { dateText } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { actionAddress } from './addresses.ts';

interface Props {
  readonly frame: Frame;
  readonly view: Pick<ProjectView, 'projectId' | 'allowedActions'>;
  readonly assignment: Pick<AssignmentView, 'assignmentId'>;
  /** The day that was asked for. */
  readonly date: string;
}

/** A later day that whoever has to answer asks for: for those who may set one, the way to do so. */
export function TimeAsked({ frame, view: { projectId, allowedActions }, assignment: { assignmentId }, date }: Props): JSX.Element {
  const text = dateText(frame.language, date);
  return allowedActions.includes('extend') ? <a class="govuk-link" href={actionAddress(projectId, 'extend', { target: assignmentId, to: date })}>{text}</a> : <>{text}</>;
}
