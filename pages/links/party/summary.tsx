import { factFields } from '#core/stages/facts.ts';
import type { JSX } from 'preact';
import type { AskedView } from '#core/stages/view-asked.ts';
import { dateText } from '#core/texts/index.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { answerFacts } from '../../answer/answer-facts.tsx';
import { answererText } from '../../answer/answerer-text.ts';
import { answerFields, bringsFacts, isPartyOutcome } from '../../answer/fields.ts';
import { SummaryList, type Fact } from '../../components/facts.tsx';
import { summaryOf } from '../../components/fields.tsx';
import type { Frame } from '../../frame.ts';
import { factsTexts } from '#core/texts/areas/facts.ts';

interface Props {
  readonly frame: Frame;
  readonly view: AskedView;
  /** What was typed into an answer that was not taken: nothing typed is lost. */
  readonly typed?: URLSearchParams | undefined;
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
      {typed && <h2 class="govuk-heading-m">{frame.words.typed}</h2>}
      {typed && <SummaryList frame={frame} facts={typedFacts(frame, view, typed)} />}
    </>
  );
}

function typedFacts(frame: Frame, { assignment: { kind: asked } }: AskedView, typed: URLSearchParams): readonly Fact[] {
  const outcome = typed.get('answer');
  if (!isPartyOutcome(outcome)) return [];
  const { fields, choices } = partyTexts(frame.language);
  const { labels } = factsTexts(frame.language);
  const text = (name: string): string => typed.getAll(name).join('; ');
  const facts = bringsFacts(outcome)
    ? factFields[asked].map(({ name, kind }) => ({
        term: labels[name],
        value: kind === 'money' ? `${text(`${name}.amount`)} ${text(`${name}.currency`)}` : text(name),
      }))
    : [];
  return [
    { term: fields.answer, value: choices[outcome] },
    ...facts.filter(({ value }) => value.trim() !== ''),
    ...summaryOf(frame, answerFields(frame.language, outcome), typed),
  ];
}
