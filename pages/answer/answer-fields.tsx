import type { JSX } from 'preact';
import type { AssignmentKind } from '#core/stages/facts.ts';
import { textsOf } from '#core/texts/index.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { Select } from '../components/choices.tsx';
import type { FormState } from '../components/form-state.ts';
import { DateField, TextArea, TextField } from '../components/text-field.tsx';
import { FactsForm } from './facts-form.tsx';
import type { Frame } from '../frame.ts';
import { answerParts, reasonsFor, type AnswerPart, type PartyOutcome } from './fields.ts';

interface Props {
  readonly frame: Frame;
  readonly form: FormState;
  readonly kind: AssignmentKind;
  readonly outcome: PartyOutcome;
}

/** Every field of an answer with one outcome. */
export const AnswerFields = (props: Props): JSX.Element => (
  <>
    {answerParts[props.outcome].map((part) => (
      <Part key={part} {...props} part={part} />
    ))}
  </>
);

function Part({ frame, form, kind, outcome, part }: Props & { readonly part: AnswerPart }): JSX.Element {
  if (part === 'facts')
    return (
      <FactsForm
        frame={frame}
        form={form}
        kind={kind}
        required={outcome === 'issued-with-conditions' ? 'conditions' : undefined}
      />
    );
  const { fields } = partyTexts(frame.language);
  const { reasons } = textsOf(frame.language);
  const field = { frame, form, name: part, label: fields[part] };
  switch (part) {
    case 'reasonCode':
      return <Select {...field} choices={reasonsFor(outcome).map((code) => ({ value: code, text: reasons[code] }))} />;
    case 'reason':
      return <TextArea {...field} />;
    case 'daysToCure':
      return <TextField {...field} reading={{ whole: true }} numeric width={5} />;
    case 'until':
      return <DateField {...field} />;
    case 'note':
      return <TextArea {...field} optional rows={3} />;
  }
}
