import type { JSX } from 'preact';
import { utilities } from '#core/kernel/common.ts';
import type { LetterField } from '#core/letter/letter-correction.ts';
import type { Outcome } from '#core/stages/decision.ts';
import type { AssignmentView } from '#core/api/views.ts';
import { stageIds, stageIndex } from '#core/stages/stage-id.ts';
import { capital } from '#core/texts/capital.ts';
import { correctionTexts } from '#core/texts/areas/correction.ts';
import { textsOf } from '#core/texts/index.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { Select } from '../../components/choices.tsx';
import { idOf, type FormState } from '../../components/form-state.ts';
import { DateField, TextArea, TextField } from '../../components/text-field.tsx';
import { FactsForm } from '../../answer/facts-form.tsx';
import type { Frame } from '../../frame.ts';
import { decisionParts, reasonsFor, type DecisionPart } from './decision-parts.ts';

interface Props {
  readonly frame: Frame;
  readonly form: FormState;
  readonly assignment: Pick<AssignmentView, 'kind' | 'stage' | 'holder' | 'byLaw'>;
  readonly outcome: Outcome;
}

function Part({ frame, form, assignment, outcome, part }: Props & { readonly part: DecisionPart }): JSX.Element {
  if (part === 'facts')
    return <FactsForm frame={frame} form={form} kind={assignment.kind} outcome={outcome} byLaw={assignment.byLaw} />;
  const { answer: words } = officeTexts(frame.language);
  const { reasons, stages } = textsOf(frame.language);
  const field = { frame, form, name: part, label: words[part] };
  switch (part) {
    case 'reasonCode':
      return (
        <Select
          {...field}
          choices={reasonsFor(outcome, assignment.byLaw).map((code) => ({ value: code, text: reasons[code] }))}
        />
      );
    case 'to':
      return (
        <Select
          {...field}
          choices={stageIds
            .slice(0, stageIndex(assignment.stage))
            .map((stage) => ({ value: stage, text: stages[stage] }))}
        />
      );
    case 'reason':
    case 'conditions':
      return <TextArea {...field} />;
    case 'appeal':
      return <TextArea {...field} hint={words.appealHint} rows={3} />;
    case 'daysToCure':
      return <TextField {...field} reading={{ whole: true }} numeric width={5} />;
    case 'until':
      return <DateField {...field} />;
    case 'note':
      return assignment.kind === 'question' ? (
        <TextArea {...field} label={words.replyWords} />
      ) : (
        <TextArea {...field} optional={assignment.kind !== 'regulator-word'} rows={3} />
      );
  }
}

/** Whether the answer is somebody else's, entered from their letter on paper. A line is waived by the office itself. */
export const isOnPaper = ({ holder }: Pick<AssignmentView, 'holder'>, outcome: Outcome): boolean =>
  holder.kind !== 'office' && outcome !== 'not-needed';

/** An outcome as the office chooses it: a command for its own answer, and for somebody else's what their letter says. */
export const choiceName = (
  { language }: Pick<Frame, 'language'>,
  assignment: Pick<AssignmentView, 'kind' | 'holder'>,
  outcome: Outcome,
): string => {
  const { answer: words, choices } = officeTexts(language);
  if (assignment.kind === 'question') return words.reply;
  return isOnPaper(assignment, outcome) ? capital(language, textsOf(language).outcomes[outcome]) : choices[outcome];
};

/** Whether the answer can say which fields of the letter are wrong. */
export const returnsFields = ({
  assignment: { kind },
  outcome,
}: {
  readonly assignment: Pick<AssignmentView, 'kind'>;
  readonly outcome: Outcome;
}): boolean => kind === 'office-decision' && outcome === 'returned';

const sections = [
  ['company', ['company.name', 'company.number']],
  ['production', ['production', 'sector', 'investment', 'jobs', 'exportShare', 'financing']],
  ['utilities', utilities.map((line) => `utilities.${line}` as const)],
  ['land', ['landHectares', 'wantedStart']],
] as const satisfies readonly (readonly [string, readonly LetterField[]])[];

/** The fields of the letter, to be ticked where they are wrong; folded, as most returns need no more than words. */
function MarkedFields({ frame, form }: Pick<Props, 'frame' | 'form'>): JSX.Element {
  const { mark, fields } = correctionTexts(frame.language);
  return (
    <details class="govuk-details" open={form.texts('fields').length > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{mark.label}</span>
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-hint">{mark.hint}</p>
        {sections.map(([name, own]) => (
          <fieldset key={name} class="govuk-fieldset govuk-form-group">
            <legend class="govuk-fieldset__legend">{mark[name]}</legend>
            <div class="govuk-checkboxes">
              {own.map((field) => (
                <div key={field} class="govuk-checkboxes__item">
                  <input
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    id={`fields-${idOf(field)}`}
                    name="fields"
                    value={field}
                    checked={form.texts('fields').includes(field)}
                  />
                  <label class="govuk-label govuk-checkboxes__label" for={`fields-${idOf(field)}`}>
                    {fields[field]}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  );
}

/** Every field of an answer with one outcome; for somebody else's answer also the number and date of their letter. */
export function DecisionFields(props: Props): JSX.Element {
  const { frame, form, assignment, outcome } = props;
  const { answer: words, project } = officeTexts(frame.language);
  return (
    <>
      {isOnPaper(assignment, outcome) && (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{words.paper}</legend>
          <TextField frame={frame} form={form} name="onBehalf.number" label={words.paperNumber} width={20} />
          <DateField frame={frame} form={form} name="onBehalf.date" label={words.paperDate} />
          <DateField frame={frame} form={form} name="onBehalf.receivedOn" label={project.receivedOn} optional />
        </fieldset>
      )}
      {returnsFields(props) && <MarkedFields frame={frame} form={form} />}
      {decisionParts[outcome].map((part) => (
        <Part key={part} {...props} part={part} />
      ))}
    </>
  );
}
