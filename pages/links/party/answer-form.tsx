import type { JSX } from 'preact';
import type { Decision } from '#core/stages/decision.ts';
import type { AskedView } from '#core/stages/view-asked.ts';
import { SaveLater } from '../../answer/save-later.tsx';
import { partyTexts } from '#core/texts/areas/party.ts';
import { AnswerFields } from '../../answer/facts-form.tsx';
import { answerFacts, answerOf } from '../../answer/answer-facts.tsx';
import { answerFields, type PartyOutcome } from '../../answer/fields.ts';
import { MoreTimeButton } from '../../answer/more-time.tsx';
import { Radios } from '../../components/choices.tsx';
import { Button, Form } from '../../components/form.tsx';
import type { FormState } from '../../components/form-state.ts';
import { reviewPage, type Sheet } from '../../components/sheet.tsx';
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

/** An answer that is being given: what is asked, and which answer. */
export interface Answering {
  readonly frame: Frame;
  readonly view: AskedView;
  /** The page of the link. */
  readonly path: string;
  readonly outcome: PartyOutcome;
}

export const answerSheet = ({ frame, view, path, outcome }: Answering): Sheet => {
  const words = partyTexts(frame.language);
  return {
    frame,
    title: words.answer,
    caption: view.number,
    fields: answerFields(frame.language, outcome, view.assignment.byLaw),
    address: `${path}?answer=${outcome}`,
    back: path,
    button: words.continue,
    review: {
      title: words.check,
      caption: `${view.number} · ${view.letter.company.name}`,
      button: words.send,
      change: words.mend,
    },
  };
};

/** A party's answer once more, before it is sent: it can be given once. @param typed as it was typed: what is shown here is what is sent */
export function checkAnswerPage(about: Answering, decision: Decision, typed: URLSearchParams): JSX.Element {
  const sheet = answerSheet(about);
  const { frame, view } = about;
  return reviewPage(
    { ...sheet, back: sheet.address },
    {
      typed,
      facts: answerFacts(frame, view.assignment.kind, answerOf(decision)),
      children: <p class="govuk-body">{partyTexts(frame.language).single}</p>,
    },
  );
}

interface AnswerProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly view: AskedView;
  readonly outcome: PartyOutcome;
  /** It is the only answer there is, so it need not be named. */
  readonly alone: boolean;
  /** The last day on which half of it is there. */
  readonly keptUntil: string;
}

export function AnswerForm({ frame, form, view, outcome, alone, keptUntil }: AnswerProps): JSX.Element {
  const { assignment, suspended } = view;
  const words = partyTexts(frame.language);
  return (
    <Form frame={frame}>
      <h2 class="govuk-heading-m">{alone ? words.answer : `${words.answer}: ${words.choices[outcome]}`}</h2>
      <input type="hidden" name="answer" value={outcome} />
      <AnswerFields frame={frame} form={form} kind={assignment.kind} outcome={outcome} byLaw={assignment.byLaw} />
      {/* The first button is what Enter presses. */}
      <div class="govuk-button-group">
        <Button name="step" value="check">
          {words.continue}
        </Button>
      </div>
      <SaveLater frame={frame} keptUntil={keptUntil} />
      <MoreTimeButton frame={frame} assignment={assignment} suspended={suspended} />
      <DocumentsButton frame={frame} />
    </Form>
  );
}
