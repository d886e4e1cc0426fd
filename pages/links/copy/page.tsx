import type { JSX } from 'preact';
import type { CopyView, GivenAnswer } from '#core/links/view-copy.ts';
import { assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { answerFacts } from '../../answer/answer-facts.tsx';
import { SummaryList } from '../../components/facts.tsx';
import { formState } from '../../components/form-state.ts';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { answersOf } from '../../letter/check/page.tsx';
import { letterFields } from '../../letter/correct-letter.ts';
import { numbersIn } from '../../letter/read-letter.ts';
import { stepFields, type FormStep } from '../../letter/steps/steps.ts';

interface Props {
  readonly frame: Frame;
  readonly view: CopyView;
  readonly back: string;
}

function fieldsOf({ letter, contact, zone: { zoneId } }: CopyView): URLSearchParams {
  const { forum } = letter;
  const beside = Object.entries({
    zoneId,
    forum,
    'contact.name': contact?.name,
    'contact.email': contact?.email,
    'contact.phone': contact?.phone,
    'contact.language': contact?.language,
  });
  return new URLSearchParams([
    ...letterFields(letter),
    ...beside.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
  ]);
}

/** The letter as it stands now, under the headings of its form. */
function TheLetter({ frame, view }: Props): JSX.Element {
  const { language } = frame;
  const fields = fieldsOf(view);
  const props = { frame, form: formState(fields), zones: [view.zone], numbers: numbersIn(fields) };
  const steps = (Object.keys(stepFields) as FormStep[]).filter(
    (step) => step !== 'contact' || view.contact !== undefined,
  );
  return (
    <>
      {steps.map((step) => (
        <section key={step}>
          <h2 class="govuk-heading-s">{letterTexts(language).steps[step]}</h2>
          <SummaryList frame={frame} facts={answersOf(props, step)} />
        </section>
      ))}
    </>
  );
}

const Given = ({ frame, answer }: { readonly frame: Frame; readonly answer: GivenAnswer }): JSX.Element => (
  <section>
    <h2 class="govuk-heading-s">
      {capital(frame.language, assignmentName(textsOf(frame.language), answer.kind, answer.line))}
      <span class="govuk-caption-m">{dateText(frame.language, answer.on)}</span>
    </h2>
    <SummaryList frame={frame} facts={answerFacts(frame, answer.kind, answer)} />
  </section>
);

export function copyPage(props: Props): JSX.Element {
  const { frame, view, back } = props;
  const { language } = frame;
  const { copy: words } = trackingTexts(language);
  return (
    <Layout frame={frame} title={`${words.title} · ${view.number}`} back={back}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {view.number} · {view.zone.names[language]}
        </span>
        {words.title}
      </h1>
      <p class="govuk-body">
        {fill(words.received, { date: dateText(language, view.receivedOn), on: dateText(language, view.on) })}
      </p>
      <p class="govuk-inset-text no-print">{words.how}</p>
      <TheLetter {...props} />
      {view.answers.map((answer) => (
        <Given key={answer.assignmentId} frame={frame} answer={answer} />
      ))}
    </Layout>
  );
}
