import type { JSX } from 'preact';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { textsOf } from '#core/texts/index.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { capital } from '#core/texts/capital.ts';
import { Table, Tag } from '../../components/facts.tsx';
import { Until } from '../../components/until.tsx';
import type { Frame } from '../../frame.ts';
import { assignmentAddress } from '../addresses.ts';
import { holderName, nameOf, type Parties } from '../names.ts';

export function stateTag(
  { language }: Frame,
  { state, overdue }: Pick<AssignmentView, 'state' | 'overdue'>,
): JSX.Element {
  const { assignmentStates } = textsOf(language);
  if (overdue && (state === 'open' || state === 'paused')) return <Tag colour="red">{assignmentStates.overdue}</Tag>;
  const colour = state === 'answered' ? 'green' : state === 'closed' ? 'grey' : state === 'paused' ? 'yellow' : 'blue';
  return <Tag colour={colour}>{assignmentStates[state]}</Tag>;
}

/** What was answered, if anything, and whether it came on paper. */
function answerText(frame: Frame, { answer }: AssignmentView): string {
  if (answer === undefined) return '';
  const outcome = capital(frame.language, textsOf(frame.language).outcomes[answer.outcome]);
  return answer.onBehalf ? `${outcome} (${officeTexts(frame.language).project.onPaper})` : outcome;
}

/** Every assignment of a project, the latest first. */
export function AssignmentTable({
  frame,
  view,
  parties,
}: {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly parties: Parties;
}): JSX.Element {
  const { language } = frame;
  const { project: words } = officeTexts(language);
  return (
    <Table
      frame={frame}
      caption={words.assignments}
      columns={[
        { text: words.assignment },
        { text: words.heldBy },
        { text: words.due },
        { text: words.state },
        { text: words.answer },
      ]}
      rows={view.assignments.toReversed().map((one) => [
        <a class="govuk-link" href={assignmentAddress(one.assignmentId)}>
          {capital(frame.language, nameOf(frame, one))}
        </a>,
        holderName(frame, one.holder, parties),
        <Until key={one.assignmentId} frame={frame} due={one.due} pausedUntil={one.pausedUntil} />,
        stateTag(frame, one),
        answerText(frame, one),
      ])}
    />
  );
}
