import type { JSX } from 'preact';
import type { TrackingView } from '#core/project/tracking.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { dateText, fill } from '#core/texts/index.ts';
import { formState } from '../../components/form-state.ts';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';

export interface Asking {
  readonly frame: Frame;
  /** Number and company. */
  readonly project: string;
  /** The page of the link: `/l/{link}`. */
  readonly path: string;
}

export function questionSheet({ frame, project, path }: Asking): Sheet {
  const { questions: words } = trackingTexts(frame.language);
  return {
    frame,
    title: words.heading,
    caption: project,
    text: words.text,
    fields: [{ name: 'question', kind: 'text', label: words.label, rows: 4 }],
    address: `${path}/questions`,
    back: path,
    button: words.button,
  };
}

type Question = TrackingView['questions'][number];

/** What was asked, and under it the answer or by when it comes. */
function Asked({ frame: { language }, question }: { readonly frame: Frame; readonly question: Question }): JSX.Element {
  const { questions: words } = trackingTexts(language);
  const { on, due, late, text, answered, closed } = question;
  const day = (template: string, date: string) => fill(template, { date: dateText(language, date) });
  return (
    <li>
      <div class="govuk-hint">{day(words.asked, on)}</div>
      <div class="govuk-inset-text said">{text ?? words.erased}</div>
      {answered ? (
        <>
          <div class="govuk-hint">{day(words.answered, answered.on)}</div>
          <p class="govuk-body said">{answered.text ?? words.erased}</p>
        </>
      ) : (
        <p class="govuk-body">
          {closed ? (
            words.closed
          ) : late ? (
            <strong class="late">{day(words.late, due)}</strong>
          ) : (
            day(words.answerBy, due)
          )}
        </p>
      )}
    </li>
  );
}

/** Asking the office, and all that was asked before. */
export function Questions({
  frame,
  view: { link, questions },
  path,
}: Omit<Asking, 'project'> & { readonly view: TrackingView }): JSX.Element | null {
  const mayAsk = link.actions.includes('question');
  if (!mayAsk && questions.length === 0) return null;
  const sheet = questionSheet({ frame, path, project: link.number });
  return (
    <section aria-labelledby="questions">
      <h2 class="govuk-heading-m" id="questions">
        {sheet.title}
      </h2>
      {mayAsk && <p class="govuk-body">{sheet.text}</p>}
      {mayAsk && <SheetForm sheet={sheet} form={formState(new URLSearchParams())} />}
      {questions.length > 0 && (
        <ol class="govuk-list">
          {questions.map((question) => (
            <Asked key={question.assignmentId} frame={frame} question={question} />
          ))}
        </ol>
      )}
    </section>
  );
}
