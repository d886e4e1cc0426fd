import type { JSX } from 'preact';
import type { AssignmentView } from '#core/api/views.ts';
import { handlings, type Handling } from '#core/project/project-action.ts';
import { handlingTexts, type HandlingStep } from '#core/texts/areas/handling.ts';
import { Button } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { handlingAddress } from '../addresses.ts';

/** Everything that can have been done on such a page, as the address says it afterwards. */
export const handlingSteps = [
  ...handlings,
  'take-over',
  'tracking-link',
  'contact',
] as const satisfies readonly HandlingStep[];

/** Taking what a colleague works on is said in other words than taking what is free. */
export const stepOf = (handling: Handling, { assignee }: Pick<AssignmentView, 'assignee'>): HandlingStep =>
  handling === 'take' && assignee !== undefined ? 'take-over' : handling;

export function HandlingLinks({
  frame,
  assignment,
}: {
  readonly frame: Frame;
  readonly assignment: AssignmentView;
}): JSX.Element | null {
  const words = handlingTexts(frame.language);
  const { allowedHandlings, assignmentId } = assignment;
  if (allowedHandlings.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.more}</h2>
      <div class="govuk-button-group">
        {allowedHandlings.map((handling) => (
          <Button key={handling} kind="secondary" href={handlingAddress(assignmentId, handling)}>
            {words.steps[stepOf(handling, assignment)].title}
          </Button>
        ))}
      </div>
    </>
  );
}
