import { factFields } from '#core/stages/facts.ts';
import type { JSX } from 'preact';
import type { AskedView } from '#core/stages/view-asked.ts';
import { dateText } from '#core/texts/index.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { answerFacts } from '../../answer/answer-facts.tsx';
import { answererText } from '../../answer/answerer-text.ts';
import { answerParts, isPartyOutcome } from '../../answer/fields.ts';
import { SummaryList, type Fact } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import type { Frame } from '../../frame.ts';
import { factsTexts } from '#core/texts/areas/facts.ts';

interface Props {
  readonly frame: Frame;
  readonly view: AskedView;
  /** What was typed into an answer that was not taken: nothing typed is lost. */
  readonly typed?: FormState | undefined;
}

/** What became of an assignment that can no longer be answered. */
export function Given({ frame, view, typed }: Props): JSX.Element {
  const words = partyTexts(frame.language);
  const { answer, kind } = view.assignment;
  return (
    <>
      <p class="call call--calm govuk-body">
        <strong>{answer ? words.answered : words.ended}</strong>
      </p>
      {answer && <h2 class="govuk-heading-m">{words.details}</h2>}
      {answer && (
        <SummaryList
          frame={frame}
          facts={[
            ...answerFacts(frame, kind, { outcome: answer.outcome, facts: answer.facts, ...view.given }),
            ...(view.answeredBy === undefined
              ? []
              : [{ term: words.answeredBy, value: answererText(frame.language, view.answeredBy) }]),
            ...(view.answeredOn === undefined
              ? []
              : [{ term: words.on, value: dateText(frame.language, view.answeredOn) }]),
          ]}
        />
      )}
      {answer?.onBehalf && <p class="govuk-body">{words.onPaper}</p>}
      {typed && <h2 class="govuk-heading-m">{words.typed}</h2>}
      {typed && <SummaryList frame={frame} facts={typedFacts(frame, view, typed)} />}
    </>
  );
}

function typedFacts(frame: Frame, { assignment }: AskedView, typed: FormState): readonly Fact[] {
  const outcome = typed.text('answer');
  if (!isPartyOutcome(outcome)) return [];
  const { fields, choices } = partyTexts(frame.language);
  const { labels } = factsTexts(frame.language);
  const parts = answerParts[outcome].flatMap((part): Fact[] => {
    if (part !== 'facts') return [{ term: fields[part], value: typed.text(part) }];
    return factFields[assignment.kind].map(({ name, kind }) => ({
      term: labels[name],
      value:
        kind === 'money'
          ? `${typed.text(`${name}.amount`)} ${typed.text(`${name}.currency`)}`
          : typed.texts(name).join('; '),
    }));
  });
  return [
    { term: fields.answer, value: choices[outcome] },
    ...parts.filter(({ value }) => typeof value === 'string' && value.trim() !== ''),
  ];
}
