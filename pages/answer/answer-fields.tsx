import type { JSX } from 'preact';
import type { AssignmentKind } from '#core/stages/facts.ts';
import { FieldInput } from '../components/fields.tsx';
import type { FormState } from '../components/form-state.ts';
import { FactsForm } from './facts-form.tsx';
import type { Frame } from '../frame.ts';
import { answerFields, bringsFacts, type PartyOutcome } from './fields.ts';

interface Props {
  readonly frame: Frame;
  readonly form: FormState;
  readonly kind: AssignmentKind;
  readonly outcome: PartyOutcome;
}

/** Every field of an answer with one outcome. */
export const AnswerFields = ({ frame, form, kind, outcome }: Props): JSX.Element => (
  <>
    {bringsFacts(outcome) && (
      <FactsForm
        frame={frame}
        form={form}
        kind={kind}
        required={outcome === 'issued-with-conditions' ? 'conditions' : undefined}
      />
    )}
    {answerFields(frame.language, outcome).map((field) => (
      <FieldInput key={field.name} frame={frame} form={form} field={field} />
    ))}
  </>
);
