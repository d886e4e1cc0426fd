import type { JSX } from 'preact';
import { assignmentSpecs, settling } from '#core/stages/assignment-kind.ts';
import type { Outcome } from '#core/stages/decision.ts';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { ReturnedFields } from '../../answer/returned-fields.tsx';
import { factFields } from '#core/stages/facts.ts';
import { ConfirmForm } from '../../components/confirm-form.tsx';
import { EmailPreviews, type EmailPreview } from '../../components/email-previews.tsx';
import type { FormState } from '../../components/form-state.ts';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { assignmentAddress } from '../addresses.ts';
import { EntryList } from '../work-list/entry-list.tsx';
import { choiceName, DecisionFields } from './decision-fields.tsx';
import type { AssignmentProps, DecisionProps } from './page.tsx';

/** An answer that needs no words, with the emails it will send: looked at and given where the project is read. */
export interface ReadyAnswer {
  readonly outcome: Outcome;
  /** The stage is approved with it. */
  readonly approve: boolean;
  readonly emails: readonly EmailPreview[];
}

type Asked = Pick<AssignmentView, 'kind' | 'line' | 'allowedOutcomes'>;

/** Whether the stage waits for this answer alone, and the reader may approve it as well. */
export function endsStage(
  { missing, assignments }: Pick<ProjectView, 'missing' | 'assignments'>,
  { kind, line }: Pick<AssignmentView, 'kind' | 'line'>,
  outcome: Outcome,
): boolean {
  const mayApprove = assignments.some((one) =>
    one.impossible?.some((not) => not.outcome === 'approved' && not.because === 'gate'),
  );
  return (
    mayApprove &&
    settling.includes(outcome) &&
    missing.length === 1 &&
    missing.every(({ what, name }) => (what === 'line' ? name === line : what === 'assignment' && name === kind))
  );
}

/** The answer that can be given without a word: an approval, or that something was looked at. */
export function wordless({ kind, allowedOutcomes }: Asked): Outcome | undefined {
  const outcome = kind === 'office-decision' ? 'approved' : 'done';
  const isPlain =
    kind === 'office-decision' ||
    (kind !== 'question' &&
      kind !== 'regulator-word' &&
      assignmentSpecs[kind].holder === 'office' &&
      factFields[kind].length === 0);
  return isPlain && allowedOutcomes.includes(outcome) ? outcome : undefined;
}

/** What an answer does is opened, read and confirmed on the spot. */
function Ready({
  frame,
  view,
  assignment,
  ready: { outcome, approve, emails },
}: {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly assignment: AssignmentView;
  readonly ready: ReadyAnswer;
}): JSX.Element {
  const { answer: words } = officeTexts(frame.language);
  const fields = new URLSearchParams({ outcome, version: String(view.version), ...(approve && { approve: 'true' }) });
  return (
    <details class="decide">
      <summary class="govuk-button">{approve ? words.andApprove : choiceName(frame, assignment, outcome)}</summary>
      <div class="decide__check">
        <EmailPreviews frame={frame} emails={emails} contact={view.contact} />
        <ConfirmForm
          frame={frame}
          action={assignmentAddress(assignment.assignmentId, outcome)}
          fields={fields}
          send={words.confirm}
        />
      </div>
    </details>
  );
}

/** The form of an answer; where it can be given without a word, that is offered first. */
export function AnswerHere({
  sheet,
  form,
  ready,
  ...props
}: DecisionProps & { readonly sheet: Sheet; readonly form: FormState }): JSX.Element {
  const { frame, view, assignment, outcome, returned } = props;
  const fields = (
    <SheetForm sheet={sheet} form={form}>
      <DecisionFields frame={frame} form={form} assignment={assignment} outcome={outcome} />
      <ReturnedFields frame={frame} form={form} returned={returned} />
    </SheetForm>
  );
  if (ready?.outcome !== 'done' || outcome !== 'done' || form.errors.length > 0 || form.text('note') !== '')
    return fields;
  return (
    <>
      <Ready frame={frame} view={view} assignment={assignment} ready={ready} />
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{officeTexts(frame.language).answer.withNote}</span>
        </summary>
        <div class="govuk-details__text">{fields}</div>
      </details>
    </>
  );
}

/** What can be given on the spot, every other answer as a link to its form, and why one may not be given. */
export function Choose(props: AssignmentProps): JSX.Element {
  const { frame, view, assignment, ready } = props;
  const { answer: words } = officeTexts(frame.language);
  const { assignmentId, allowedOutcomes } = assignment;
  const others = allowedOutcomes.filter((outcome) => outcome !== ready?.outcome);
  return (
    <>
      {allowedOutcomes.length > 0 && <h2 class="govuk-heading-m">{words.choose}</h2>}
      {ready && <Ready frame={frame} view={view} assignment={assignment} ready={ready} />}
      {others.length > 0 && (
        <EntryList
          frame={frame}
          entries={others.map((outcome) => ({
            key: outcome,
            href: assignmentAddress(assignmentId, outcome),
            name: choiceName(frame, assignment, outcome),
          }))}
        />
      )}
      <Impossible {...props} />
    </>
  );
}

/** Outcomes that cannot be chosen now, each with its reason: nobody has to guess where an approval went. */
function Impossible({ frame, assignment }: AssignmentProps): JSX.Element | null {
  const { answer: words, because } = officeTexts(frame.language);
  const { impossible = [] } = assignment;
  if (impossible.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{words.impossible}</h3>
      <ul class="govuk-list impossible">
        {impossible.map((one) => (
          <li key={one.outcome}>
            {choiceName(frame, assignment, one.outcome)} – {because[one.because]}
          </li>
        ))}
      </ul>
    </>
  );
}
