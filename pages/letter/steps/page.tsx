import type { JSX } from 'preact';
import { languages, utilities } from '#core/kernel/common.ts';
import type { LetterField as CorrectableField } from '#core/letter/letter-correction.ts';
import type { Forum, Names } from '#core/reference/reference.ts';
import { fill, languageNames } from '#core/texts/index.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { Radios, Select } from '../../components/choices.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../../components/form.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { countryChoices } from '../country-names.ts';
import { NumberDoubt } from '../number-doubt.tsx';
import { letterLabels } from '../labels.ts';
import { LetterInput } from '../letter-input.tsx';
import { letterSteps, stepBefore, type FormStep, type LetterField } from './steps.ts';

export interface ZoneChoice {
  readonly zoneId: string;
  readonly names: Names;
  readonly forums: readonly Forum[];
  /** Persons in business cannot take part in it. */
  readonly companiesOnly: boolean;
}

interface StepProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly zones: readonly ZoneChoice[];
  readonly zoneId: string;
  /** On paper the office types it, and there may be no email address. */
  readonly email?: { readonly label: string; readonly hint: string };
}

const field = ({ frame, form }: StepProps, name: LetterField) => ({
  frame,
  form,
  name,
  label: letterLabels(frame.language)[name],
});

function Company(props: StepProps): JSX.Element {
  const { hints, countries } = letterTexts(props.frame.language);
  const { language } = props.frame;
  return (
    <>
      <Select
        {...field(props, 'zoneId')}
        choices={props.zones.map(({ zoneId, names }) => ({ value: zoneId, text: names[language] }))}
      />
      <Radios
        {...field(props, 'company.country')}
        choices={(['KZ', 'UZ', 'other'] as const).map((value) => ({ value, text: countries[value] }))}
      />
      <Select {...field(props, 'company.registeredIn')} hint={hints.registeredIn} choices={countryChoices(language)} />
      <TextField {...field(props, 'company.name')} autoComplete="organization" />
      <TextField {...field(props, 'company.number')} hint={hints.number} width={20} spellcheck={false} />
      <NumberDoubt {...props} />
    </>
  );
}

const inputs =
  (fields: readonly CorrectableField[]) =>
  ({ frame, form }: StepProps): JSX.Element => (
    <>
      {fields.map((name) => (
        <LetterInput key={name} frame={frame} form={form} field={name} />
      ))}
    </>
  );

const Production = inputs(['production', 'sector', 'investment', 'jobs', 'exportShare', 'financing']);
const Lines = inputs(utilities.map((one) => `utilities.${one}` as const));
const Land = inputs(['landHectares', 'wantedStart']);

const Utilities = (props: StepProps): JSX.Element => (
  <>
    <p class="govuk-body">{letterTexts(props.frame.language).hints.utilities}</p>
    <Lines {...props} />
  </>
);

function ForumField(props: StepProps): JSX.Element | null {
  const { language } = props.frame;
  const words = letterTexts(language);
  const forums = props.zones.find(({ zoneId }) => zoneId === props.zoneId)?.forums ?? [];
  if (forums.length === 0) return null;
  const choices = [
    { value: '', text: words.noForum },
    ...forums.map(({ forumId, names }) => ({ value: forumId, text: names[language] })),
  ];
  return <Select {...field(props, 'forum')} hint={words.hints.forum} optional blank={false} choices={choices} />;
}

function Contact(props: StepProps): JSX.Element {
  const { hints } = letterTexts(props.frame.language);
  return (
    <>
      <TextField {...field(props, 'contact.name')} autoComplete="name" spellcheck={false} />
      <TextField
        {...field(props, 'contact.email')}
        hint={hints.email}
        {...props.email}
        type="email"
        autoComplete={props.email ? 'off' : 'email'}
        spellcheck={false}
      />
      <TextField
        {...field(props, 'contact.phone')}
        hint={hints.phone}
        optional={props.email === undefined}
        type="tel"
        autoComplete="tel"
        width={20}
      />
      <Radios
        {...field(props, 'contact.language')}
        hint={hints.language}
        choices={languages.map((value) => ({ value, text: languageNames[value] }))}
      />
      <ForumField {...props} />
    </>
  );
}

const bodies: Readonly<Record<FormStep, (props: StepProps) => JSX.Element>> = {
  company: Company,
  production: Production,
  utilities: Utilities,
  land: Land,
  contact: Contact,
};

export const StepFields = ({ step, ...props }: StepProps & { readonly step: FormStep }): JSX.Element =>
  bodies[step](props);

/** One page of the letter. @param path where the letter is: `/letter/{draft}` */
export function stepPage({
  step,
  path,
  ...props
}: StepProps & { readonly step: FormStep; readonly path: string }): JSX.Element {
  const { frame, form } = props;
  const words = letterTexts(frame.language);
  const before = stepBefore(step);
  return (
    <Layout
      frame={frame}
      title={words.steps[step]}
      failed={form.errors.length > 0}
      back={before ? `${path}/${before}` : '/'}
    >
      <ErrorSummary frame={frame} form={form} />
      <span class="govuk-caption-l">
        {fill(words.step, { number: letterSteps.indexOf(step) + 1, count: letterSteps.length })}
      </span>
      <h1 class="govuk-heading-l">{words.steps[step]}</h1>
      <Form frame={frame}>
        <StepFields {...props} step={step} />
        <div class="govuk-button-group">
          <Button>{frame.words.save}</Button>
          <Button kind="secondary" name="then" value="save">
            {words.save.link}
          </Button>
        </div>
      </Form>
    </Layout>
  );
}
