import type { JSX } from 'preact';
import { utilities, type Utility } from '#core/kernel/common.ts';
import { financingSources } from '#core/letter/letter-of-intent.ts';
import type { LetterField as CorrectableField } from '#core/letter/letter-correction.ts';
import { sectors } from '#core/letter/sector.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import { Checkbox, Radios, Select } from '../components/choices.tsx';
import type { FormState } from '../components/form-state.ts';
import { MoneyField } from '../components/money-field.tsx';
import { DateField, TextArea, TextField } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { countryChoices } from './country-names.ts';
import { letterLabels } from './labels.ts';
import { NumberDoubt } from './number-doubt.tsx';
import { letterNumbers } from './numbers.ts';
import { unknownNeed, type LetterField } from './steps/steps.ts';

interface Props {
  readonly frame: Frame;
  readonly form: FormState;
}

const letterField = ({ frame, form }: Props, name: LetterField) => ({
  frame,
  form,
  name,
  label: letterLabels(frame.language)[name],
});

function Register(props: Props): JSX.Element {
  const { hints, countries } = letterTexts(props.frame.language);
  return (
    <>
      <Radios
        {...letterField(props, 'company.country')}
        choices={(['KZ', 'UZ', 'other'] as const).map((value) => ({ value, text: countries[value] }))}
      />
      <Select
        {...letterField(props, 'company.registeredIn')}
        hint={hints.registeredIn}
        choices={countryChoices(props.frame.language)}
      />
      <TextField {...letterField(props, 'company.number')} hint={hints.number} width={20} spellcheck={false} />
      <NumberDoubt frame={props.frame} form={props.form} />
    </>
  );
}

function Need({ line, ...props }: Props & { readonly line: Utility }): JSX.Element {
  const words = letterTexts(props.frame.language);
  return (
    <div class="need">
      <TextField {...letterField(props, `utilities.${line}`)} optional numeric width={10} />
      <Checkbox
        form={props.form}
        name={unknownNeed(`utilities.${line}`)}
        text={words.unknownNeed}
        label={`${words.needs[line]}: ${words.unknownNeed}`}
      />
    </div>
  );
}

export function LetterInput({ field, ...props }: Props & { readonly field: CorrectableField }): JSX.Element {
  const { frame, form } = props;
  const { hints, financing, labels } = letterTexts(frame.language);
  switch (field) {
    case 'company.name':
      return <TextField {...letterField(props, field)} autoComplete="organization" />;
    case 'company.number':
      return <Register {...props} />;
    case 'production':
      return <TextArea {...letterField(props, field)} hint={hints.production} />;
    case 'sector':
      return (
        <Select
          {...letterField(props, field)}
          choices={sectors.map((value) => ({ value, text: sectorTexts(frame.language)[value] }))}
        />
      );
    case 'investment':
      return (
        <MoneyField
          frame={frame}
          form={form}
          name={field}
          label={labels.investment}
          hint={hints.investment}
          reading={letterNumbers['investment.amount']}
        />
      );
    case 'jobs':
      return <TextField {...letterField(props, field)} reading={letterNumbers.jobs} numeric width={10} />;
    case 'exportShare':
      return (
        <TextField
          {...letterField(props, field)}
          hint={hints.exportShare}
          reading={letterNumbers.exportShare}
          numeric
          width={5}
          suffix="%"
        />
      );
    case 'financing':
      return (
        <Radios
          {...letterField(props, field)}
          choices={financingSources.map((value) => ({ value, text: financing[value] }))}
        />
      );
    case 'landHectares':
      return <TextField {...letterField(props, field)} numeric width={10} />;
    case 'wantedStart':
      return <DateField {...letterField(props, field)} />;
    default:
      return (
        <>
          {utilities
            .filter((line) => field === `utilities.${line}`)
            .map((line) => (
              <Need key={line} {...props} line={line} />
            ))}
        </>
      );
  }
}
