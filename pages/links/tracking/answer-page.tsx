import type { JSX } from 'preact';
import type { LetterField } from '#core/letter/letter-correction.ts';
import { assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { correctionTexts } from '#core/texts/areas/correction.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import type { Asked } from '#core/project/view-tracking.ts';
import { ReturnedFields } from '../../answer/returned-fields.tsx';
import { MoreTime } from '../../answer/more-time.tsx';
import { Saved, SaveLater } from '../../answer/save-later.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../../components/form.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { DocumentsButton } from '../../documents/documents-link.tsx';
import { FactsForm } from '../../answer/facts-form.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';

interface AnswerProps {
  readonly frame: Frame;
  readonly asked: Asked;
  /** The fields of the letter that may be changed. */
  readonly returned: readonly LetterField[];
  /** The clock of the whole project stands. */
  readonly suspended: boolean;
  readonly form: FormState;
  readonly back: string;
  /** The last day on which half an answer is there, and whether it has just been saved. */
  readonly keptUntil: string;
  readonly saved: boolean;
}

export const isCorrection = ({ assignment: { kind } }: Asked): boolean => kind === 'correction' || kind === 'cure';

/** The investor's answer to one assignment: a correction in words, or the facts that its kind brings. */
export function answerPage({
  frame,
  asked,
  returned,
  suspended,
  form,
  back,
  keptUntil,
  saved,
}: AnswerProps): JSX.Element {
  const { language } = frame;
  const words = trackingTexts(language);
  const texts = textsOf(language);
  const { kind, line, stage, about, due, overdue } = asked.assignment;
  const title = capital(language, assignmentName(texts, kind, line));
  return (
    <Layout frame={frame} title={title} back={back} failed={form.errors.length > 0}>
      {saved && <Saved frame={frame} keptUntil={keptUntil} />}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {fill(texts.assignments[kind].request, {
          stage: texts.stages[stage],
          about: about ? assignmentName(texts, about, line) : '',
        })}
      </p>
      {asked.reasonCode && (
        <p class="govuk-body">
          {words.facts.reason}: {texts.reasons[asked.reasonCode]}
        </p>
      )}
      {asked.note && (
        <>
          <p class="govuk-body">{words.facts.note}:</p>
          <div class="govuk-inset-text said">{asked.note}</div>
        </>
      )}
      <p class="govuk-body">
        <strong>{fill(overdue ? words.due.late : words.due.answerBy, { date: dateText(language, due) })}</strong>
      </p>
      <MoreTime
        frame={frame}
        suspended={suspended}
        assignment={asked.assignment}
        here={`${back}/answer/${asked.assignment.assignmentId}`}
      />
      <Form frame={frame}>
        <FactsForm frame={frame} form={form} kind={kind} />
        <ReturnedFields frame={frame} form={form} returned={returned} />
        {isCorrection(asked) && (
          <TextArea
            frame={frame}
            form={form}
            name="note"
            label={words.answer.note}
            hint={words.answer.noteHint}
            rows={8}
          />
        )}
        <div class="govuk-button-group">
          {returned.length > 0 ? (
            <Button name="step" value="check">
              {correctionTexts(language).check.button}
            </Button>
          ) : (
            <Button name="step" value="send">
              {isCorrection(asked) ? words.answer.correct : frame.words.send}
            </Button>
          )}
        </div>
        <SaveLater frame={frame} keptUntil={keptUntil} />
        <DocumentsButton frame={frame} />
      </Form>
    </Layout>
  );
}

/** Asks once more before a project is withdrawn, which one: they cannot undo it themselves. */
export function withdrawPage({
  frame,
  project,
  form,
  back,
}: Pick<AnswerProps, 'frame' | 'form' | 'back'> & { readonly project: string }): JSX.Element {
  const { withdraw } = trackingTexts(frame.language);
  return (
    <Layout frame={frame} title={`${withdraw.title} · ${project}`} back={back} failed={form.errors.length > 0}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{project}</span>
        {withdraw.title}
      </h1>
      <p class="govuk-body">{withdraw.text}</p>
      <Form frame={frame}>
        <TextArea frame={frame} form={form} name="reason" label={withdraw.reason} optional />
        <div class="govuk-button-group">
          <Button kind="warning">{withdraw.button}</Button>
          <a class="govuk-link" href={back}>
            {withdraw.keep}
          </a>
        </div>
      </Form>
    </Layout>
  );
}
