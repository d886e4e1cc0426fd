import { applicationDocuments } from '#core/stages/definition.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import type { JSX } from 'preact';
import type { Outcome } from '#core/stages/decision.ts';
import { fieldsOf, type NamedField, type AssignmentKind } from '#core/stages/facts.ts';
import { mostPhases } from '#core/stages/fact-field.ts';
import { fill } from '#core/texts/index.ts';
import { factsTexts } from '#core/texts/areas/facts.ts';
import { Checkboxes } from '../components/choices.tsx';
import { FieldInput } from '../components/fields.tsx';
import type { FormState } from '../components/form-state.ts';
import { Button } from '../components/form.tsx';
import { MoneyField } from '../components/money-field.tsx';
import { DateField, TextArea, TextField } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { answerFields, bringsFacts, type PartyOutcome } from './fields.ts';

interface Props {
  readonly frame: Frame;
  readonly form: FormState;
}

/** The fields of an answer to one kind of assignment. Its errors come by the field's name: `estimate.amount`, `phases.0.from`. */
export const FactsForm = ({
  kind,
  outcome = 'done',
  byLaw,
  ...props
}: Props & {
  readonly kind: AssignmentKind;
  readonly outcome?: Outcome;
  readonly byLaw?: boolean | undefined;
}): JSX.Element => (
  <>
    {fieldsOf(kind, outcome, byLaw)
      .filter(({ ours }) => !ours)
      .map((field) => (
        <Field key={field.name} {...props} field={isNeeded(field, outcome) ? { ...field, optional: false } : field} />
      ))}
  </>
);

const isNeeded = ({ needed }: NamedField, outcome: Outcome): boolean =>
  needed !== undefined && 'outcome' in needed && needed.outcome === outcome;

function Field({
  frame,
  form,
  field: { name, kind, optional = false },
}: Props & { readonly field: NamedField }): JSX.Element {
  const words = factsTexts(frame.language);
  const props = { frame, form, name, label: words.labels[name], optional };
  switch (kind) {
    case 'text':
      return <TextField {...props} />;
    case 'paragraph':
      return <TextArea {...props} />;
    case 'date':
      return <DateField {...props} />;
    case 'number':
      return <TextField {...props} reading={{ whole: true }} numeric width={10} />;
    case 'hectares':
      return <TextField {...props} numeric width={10} suffix={words.hectares} />;
    case 'money':
      return <MoneyField {...props} />;
    case 'statement':
      return <Checkboxes {...props} choices={[{ value: 'true', text: frame.words.yes }]} />;
    case 'documents':
      return (
        <Checkboxes
          {...props}
          choices={applicationDocuments.map((value) => ({ value, text: documentTexts(frame.language).names[value] }))}
        />
      );
    case 'phases':
      return <Phases frame={frame} form={form} />;
  }
}

/** Rows for the phases that were filled in and one more: without a script the button brings another by posting the form. */
function Phases({ frame, form }: Props): JSX.Element {
  const { phase, labels } = factsTexts(frame.language);
  const isFilled = (at: number) =>
    ['name', 'from', 'to'].some((part) => form.text(`phases.${String(at)}.${part}`) !== '');
  const last = Array.from({ length: mostPhases }, (_, at) => at).findLast(isFilled) ?? -1;
  const rows = Array.from({ length: Math.min(mostPhases, last + 2) }, (_, at) => at);
  return (
    <>
      <h2 class="govuk-heading-m">{labels.phases}</h2>
      {form.error('phases') && <p class="govuk-error-message">{form.error('phases')}</p>}
      {rows.map((at) => {
        const named = (part: 'name' | 'from' | 'to') => ({
          frame,
          form,
          name: `phases.${String(at)}.${part}`,
          label: phase[part],
        });
        return (
          <fieldset key={at} class="govuk-fieldset phase" {...(at === 0 && { id: 'phases', tabIndex: -1 })}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
              {fill(phase.heading, { number: at + 1 })}
            </legend>
            <TextField {...named('name')} />
            <div class="money">
              <DateField {...named('from')} />
              <DateField {...named('to')} />
            </div>
          </fieldset>
        );
      })}
      <Button kind="secondary" name="more" value="phases">
        {phase.more}
      </Button>
    </>
  );
}

interface AnswerProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly kind: AssignmentKind;
  readonly outcome: PartyOutcome;
  readonly byLaw?: boolean | undefined;
}

export const AnswerFields = ({ frame, form, kind, outcome, byLaw }: AnswerProps): JSX.Element => (
  <>
    {bringsFacts(outcome) && <FactsForm frame={frame} form={form} kind={kind} outcome={outcome} byLaw={byLaw} />}
    {answerFields(frame.language, outcome, byLaw).map((field) => (
      <FieldInput key={field.name} frame={frame} form={form} field={field} />
    ))}
  </>
);
