import type { JSX } from 'preact';
import { currencies, type Currency } from '#core/kernel/common.ts';
import { fieldReading, typedNumber, type Reading, type TypedNumber } from '#core/kernel/typed-number.ts';
import { fill } from '#core/texts/index.ts';
import { numberInWords } from '#core/texts/number-words.ts';
import { idOf } from './form-state.ts';
import type { FieldProps } from './form-group.tsx';

interface Props extends Pick<FieldProps, 'frame' | 'form' | 'name'> {
  readonly reading?: Reading | undefined;
  readonly currencyField?: string;
}

const currencyOf = ({ form, currencyField = '' }: Props): Currency | undefined =>
  currencies.find((one) => one === form.text(currencyField));

const typedOf = ({ form, name, reading = {} }: Pick<Props, 'form' | 'name' | 'reading'>): TypedNumber =>
  typedNumber(form.text(name), { ...fieldReading(form.text, name), ...reading });

function Question(props: Props & { readonly readings: readonly number[]; readonly meant: string }): JSX.Element {
  const { frame, name, readings, meant } = props;
  const id = (at: number) => `${idOf(name)}-meant-${String(at + 1)}`;
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{frame.words.whichNumber}</legend>
      <div class="govuk-radios">
        {readings.map((value, at) => (
          <div key={value} class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              id={id(at)}
              name={`${name}.meant`}
              value={String(value)}
              checked={meant === String(value)}
            />
            <label class="govuk-label govuk-radios__label" for={id(at)}>
              {value === 0 ? frame.words.zeroMeant : numberInWords(frame.language, value, currencyOf(props))}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** What was read in the language of another page keeps that meaning until it is typed anew. */
export function NumberNotes(props: Props): JSX.Element {
  const { frame, form, name, reading = {} } = props;
  const typed = typedOf(props);
  const open = typedNumber(form.text(name), { ...reading, language: frame.language });
  const meant = form.text(`${name}.meant`);
  const isAsked = typed.kind === 'asked' || (open.kind === 'asked' && meant !== '');
  return (
    <>
      <input type="hidden" name={`${name}.in`} value={frame.language} />
      {open.kind === 'asked' && isAsked && <Question {...props} readings={open.readings} meant={meant} />}
      {typed.kind === 'asked' && open.kind !== 'asked' && (
        <Question {...props} readings={typed.readings} meant={meant} />
      )}
      {typed.kind === 'number' && open.kind === 'asked' && !isAsked && (
        <input type="hidden" name={`${name}.meant`} value={String(typed.value)} />
      )}
      {typed.kind === 'number' && typed.value >= 1000 && (
        <p class="govuk-hint">
          {fill(frame.words.numberRead, { number: numberInWords(frame.language, typed.value, currencyOf(props)) })}
        </p>
      )}
    </>
  );
}
