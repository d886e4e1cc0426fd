import type { JSX } from 'preact';
import type { CorrectionView, LetterField } from '#core/letter/letter-correction.ts';
import { assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { correctionTexts } from '#core/texts/areas/correction.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import type { Asked } from '#core/project/tracking.ts';
import { ReturnedFields } from '../../answer/returned-fields.tsx';
import { MoreTimeButton, TimeAsked } from '../../answer/more-time.tsx';
import { Saved, SaveLater } from '../../answer/save-later.tsx';
import { SummaryList } from '../../components/facts.tsx';
import { FieldInput, summaryOf } from '../../components/fields.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../../components/form.tsx';
import { reviewPage, type Sheet } from '../../components/sheet.tsx';
import { DocumentsButton } from '../../documents/documents-link.tsx';
import { FactsForm } from '../../answer/facts-form.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { LetterChanges } from '../../letter/letter-changes.tsx';

export interface Answering {
  readonly frame: Frame;
  readonly asked: Asked;
  readonly returned: readonly LetterField[];
  readonly suspended: boolean;
  readonly back: string;
  /** The last day on which half an answer is there, and whether it has just been saved. */
  readonly keptUntil: string;
  readonly saved: boolean;
}

export const isCorrection = ({ assignment: { kind } }: Asked): boolean => kind === 'correction' || kind === 'cure';

export function answerSheet({ frame, asked, returned, back }: Answering): Sheet {
  const { language } = frame;
  const { answer: words } = trackingTexts(language);
  const { check } = correctionTexts(language);
  const { kind, line, assignmentId } = asked.assignment;
  const title = capital(language, assignmentName(textsOf(language), kind, line));
  return {
    frame,
    title,
    caption: title,
    fields: isCorrection(asked)
      ? [{ name: 'note', kind: 'text', label: words.note, hint: words.noteHint, rows: 8 }]
      : [],
    address: `${back}/answer/${assignmentId}`,
    back,
    button:
      returned.length > 0
        ? correctionTexts(language).check.button
        : isCorrection(asked)
          ? words.correct
          : frame.words.send,
    review: { title: check.title, caption: title, button: check.send, change: check.mend },
  };
}

export function answerPage(props: Answering & { readonly form: FormState }): JSX.Element {
  const { frame, asked, returned, suspended, form, back, keptUntil, saved } = props;
  const { language } = frame;
  const words = trackingTexts(language);
  const texts = textsOf(language);
  const { kind, stage, about, due, overdue } = asked.assignment;
  const { title, fields, button } = answerSheet(props);
  return (
    <Layout frame={frame} title={title} back={back} failed={form.errors.length > 0}>
      {saved && <Saved frame={frame} keptUntil={keptUntil} />}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {fill(texts.assignments[kind].request, {
          stage: texts.stages[stage],
          about: about ? assignmentName(texts, about, asked.assignment.line) : '',
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
      <TimeAsked frame={frame} assignment={asked.assignment} />
      <Form frame={frame}>
        <FactsForm frame={frame} form={form} kind={kind} />
        <ReturnedFields frame={frame} form={form} returned={returned} />
        {fields.map((field) => (
          <FieldInput key={field.name} frame={frame} form={form} field={field} />
        ))}
        <div class="govuk-button-group">
          <Button name="step" value={returned.length > 0 ? 'check' : 'send'}>
            {button}
          </Button>
        </div>
        <SaveLater frame={frame} keptUntil={keptUntil} />
        <MoreTimeButton frame={frame} assignment={asked.assignment} suspended={suspended} />
        <DocumentsButton frame={frame} />
      </Form>
    </Layout>
  );
}

export function checkCorrectionPage(about: Answering, correction: CorrectionView, typed: URLSearchParams): JSX.Element {
  const sheet = answerSheet(about);
  return reviewPage(
    { ...sheet, back: sheet.address },
    {
      typed,
      facts: [],
      children: (
        <>
          <LetterChanges frame={about.frame} correction={correction} />
          <SummaryList frame={about.frame} facts={summaryOf(about.frame, sheet.fields, typed)} />
        </>
      ),
    },
  );
}

/** Asks once more before a project is withdrawn, which one: they cannot undo it themselves. */
export function withdrawSheet({
  frame,
  project,
  back,
}: Pick<Answering, 'frame' | 'back'> & { readonly project: string }): Sheet {
  const { withdraw } = trackingTexts(frame.language);
  return {
    frame,
    title: withdraw.title,
    caption: project,
    text: withdraw.text,
    fields: [{ name: 'reason', kind: 'text', label: withdraw.reason, optional: true }],
    address: `${back}/withdraw`,
    back,
    button: withdraw.button,
    warning: true,
    cancel: withdraw.keep,
  };
}
