import type { JSX } from 'preact';
import { currencies, languages, type Language } from '#core/kernel/common.ts';
import { sectors } from '#core/letter/sector.ts';
import { financingSources } from '#core/letter/letter-of-intent.ts';
import { isLocalDate } from '#core/calendar/local-date.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { dateText, fill, languageNames, numberText } from '#core/texts/index.ts';
import { numberInWords } from '#core/texts/number-words.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import type { DraftSlot } from '#core/documents/draft-documents.ts';
import { Checkboxes } from '../../components/choices.tsx';
import { Notification, SummaryList, type Fact } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { countryChoices } from '../country-names.ts';
import { NumberDoubt } from '../number-doubt.tsx';
import { letterLabels } from '../labels.ts';
import type { ZoneChoice } from '../steps/page.tsx';
import { letterSteps, stepFields, unknownNeed, type FormStep, type LetterField } from '../steps/steps.ts';

export interface AnswersProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly zones: readonly ZoneChoice[];
  /** Numbers as they were understood, by field; what could not be read is shown as it was typed. */
  readonly numbers: Readonly<Record<string, number | undefined>>;
  /** The plot that it asks for, by its name. */
  readonly plot?: string | undefined;
}

interface CheckProps extends AnswersProps {
  readonly slots: readonly DraftSlot[];
  readonly path: string;
  /** What tells these answers from others: it comes back with the form. */
  readonly seen: string;
  readonly isChanged?: boolean;
}

const find = <Value extends string>(all: readonly Value[], text: string): Value | undefined =>
  all.find((one) => one === text);

function answerText({ frame: { language }, form, zones, numbers }: AnswersProps, name: LetterField): string {
  const words = letterTexts(language);
  const typed = form.text(name);
  const number = numbers[name];
  if (typed === '') return form.text(unknownNeed(name)) === 'true' ? words.unknownNeed : '';
  switch (name) {
    case 'zoneId':
      return zones.find(({ zoneId }) => zoneId === typed)?.names[language] ?? typed;
    case 'company.country':
      return words.countries[find(['KZ', 'UZ', 'other'] as const, typed) ?? 'other'];
    case 'company.registeredIn':
      return countryChoices(language).find(({ value }) => value === typed)?.text ?? typed;
    case 'sector':
      return sectorTexts(language)[find(sectors, typed) ?? 'other'];
    case 'forum':
      return zones.flatMap(({ forums }) => forums).find(({ forumId }) => forumId === typed)?.names[language] ?? typed;
    case 'financing':
      return (find(financingSources, typed) && words.financing[find(financingSources, typed) ?? 'mixed']) ?? typed;
    case 'contact.language':
      return languageName(find(languages, typed)) ?? typed;
    case 'wantedStart':
      return isLocalDate(typed) ? dateText(language, typed) : typed;
    case 'investment.amount': {
      const currency = find(currencies, form.text('investment.currency'));
      return number === undefined || currency === undefined ? typed : numberInWords(language, number, currency);
    }
    case 'exportShare':
      return number === undefined ? typed : `${numberText(language, number)} %`;
    default:
      return number === undefined ? typed : numberInWords(language, number);
  }
}

const shownAnswer = (props: AnswersProps, name: LetterField): Fact['value'] =>
  name === 'company.number' ? (
    <>
      {answerText(props, name)}
      <NumberDoubt {...props} />
    </>
  ) : (
    answerText(props, name)
  );

const languageName = (language: Language | undefined): string | undefined => language && languageNames[language];

/** Which answers a page shows: a country of its own only for companies from elsewhere, only the utilities that are needed. */
function shown({ form }: AnswersProps, step: FormStep): readonly LetterField[] {
  return stepFields[step].filter((name) => {
    if (name === 'company.registeredIn') return form.text('company.country') === 'other';
    if (name === 'investment.currency' || (name === 'forum' && form.text(name) === '')) return false;
    return step !== 'utilities' || form.text(name) !== '' || form.text(unknownNeed(name)) === 'true';
  });
}

export function answersOf(props: AnswersProps, step: FormStep): Fact[] {
  const { language } = props.frame;
  const labels = letterLabels(language);
  const facts = [
    ...(step === 'land' && props.plot !== undefined ? [{ term: plotTexts(language).plot, value: props.plot }] : []),
    ...shown(props, step).map((name): Fact => ({ term: labels[name], value: shownAnswer(props, name) })),
  ];
  const words = letterTexts(language);
  return facts.length > 0 ? facts : [{ term: words.steps[step], value: words.noNeeds }];
}

const Section = ({
  frame,
  title,
  facts,
  change,
}: {
  readonly frame: Frame;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly change: string;
}): JSX.Element => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    <SummaryList frame={frame} facts={facts} />
    <p class="govuk-body">
      <a class="govuk-link" href={change}>
        {frame.words.change}
        <span class="govuk-visually-hidden"> ({title})</span>
      </a>
    </p>
  </section>
);

function slotText({ language }: Frame, { state, document }: DraftSlot): string {
  const words = documentTexts(language).states[state];
  return document === undefined ? words : `${document.fileName} (${words})`;
}

export function checkPage(props: CheckProps): JSX.Element {
  const { frame, form, slots, path, seen, isChanged = false } = props;
  const words = letterTexts(frame.language);
  const { names } = documentTexts(frame.language);
  const steps = Object.keys(stepFields) as FormStep[];
  return (
    <Layout frame={frame} title={words.steps.check} failed={form.errors.length > 0} back={`${path}/documents`}>
      <ErrorSummary frame={frame} form={form} />
      {isChanged && <Notification frame={frame}>{words.check.changed}</Notification>}
      <span class="govuk-caption-l">
        {fill(words.step, { number: letterSteps.indexOf('check') + 1, count: letterSteps.length })}
      </span>
      <h1 class="govuk-heading-l">{words.steps.check}</h1>
      <p class="govuk-body">{words.check.text}</p>
      {steps.map((step) => (
        <Section
          key={step}
          frame={frame}
          title={words.steps[step]}
          facts={answersOf(props, step)}
          change={`${path}/${step}`}
        />
      ))}
      <Section
        frame={frame}
        title={words.steps.documents}
        facts={slots.map((slot) => ({ term: names[slot.kind], value: slotText(frame, slot) }))}
        change={`${path}/documents`}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}/print`}>
          {words.print.link}
        </a>
      </p>
      <Form frame={frame}>
        <input type="hidden" name="seen" value={seen} />
        <Checkboxes
          frame={frame}
          form={form}
          name="consent"
          label={words.labels.consent}
          choices={[{ value: 'true', text: words.check.consent }]}
        />
        <Button>{words.check.button}</Button>
      </Form>
    </Layout>
  );
}
