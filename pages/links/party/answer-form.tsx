import type { JSX } from 'preact';
import type { AssignmentKind } from '#core/stages/facts.ts';
import { SaveLater } from '../../answer/save-later.tsx';
import { partyTexts } from '#core/texts/areas/party.ts';
import { AnswerFields } from '../../answer/answer-fields.tsx';
import type { PartyOutcome } from '../../answer/fields.ts';
import { Radios } from '../../components/choices.tsx';
import { Button, Form } from '../../components/form.tsx';
import type { FormState } from '../../components/form-state.ts';
import { DocumentsButton } from '../../documents/documents-link.tsx';
import type { Frame } from '../../frame.ts';

interface OutcomeProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly outcomes: readonly PartyOutcome[];
}

/** First which answer, then its fields: a page each, so that no script has to hide fields. */
export function OutcomeForm({ frame, form, outcomes }: OutcomeProps): JSX.Element {
  const words = partyTexts(frame.language);
  const hints: Partial<Record<PartyOutcome, string>> = words.hints;
  return (
    <form method="get" noValidate>
      <Radios
        frame={frame}
        form={form}
        name="answer"
        label={words.question}
        heading
        choices={outcomes.map((outcome) => ({ value: outcome, text: words.choices[outcome], hint: hints[outcome] }))}
      />
      {/* A form without a choice would lead to a bare address, which says nothing of it. */}
      <Button name="chosen" value="yes">
        {words.continue}
      </Button>
    </form>
  );
}

interface AnswerProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly kind: AssignmentKind;
  readonly outcome: PartyOutcome;
  /** It is the only answer there is, so it need not be named. */
  readonly alone: boolean;
  /** The last day on which half of it is there. */
  readonly keptUntil: string;
}

export function AnswerForm({ frame, form, kind, outcome, alone, keptUntil }: AnswerProps): JSX.Element {
  const words = partyTexts(frame.language);
  return (
    <Form frame={frame}>
      <h2 class="govuk-heading-m">{alone ? words.answer : `${words.answer}: ${words.choices[outcome]}`}</h2>
      <input type="hidden" name="answer" value={outcome} />
      <AnswerFields frame={frame} form={form} kind={kind} outcome={outcome} />
      {/* The first button is what Enter presses. */}
      <div class="govuk-button-group">
        <Button name="step" value="check">
          {words.continue}
        </Button>
      </div>
      <SaveLater frame={frame} keptUntil={keptUntil} />
      <DocumentsButton frame={frame} />
    </Form>
  );
}
