import type { JSX } from 'preact';
import { currencies } from '#core/kernel/common.ts';
import type { Reading } from '#core/kernel/typed-number.ts';
import { idOf } from './form-state.ts';
import { ErrorMessage, groupClass, labelText, type FieldProps } from './form-group.tsx';
import { NumberNotes } from './number-notes.tsx';

/** An amount and its currency: fields `{name}.amount` and `{name}.currency`. */
export function MoneyField({
  reading,
  ...field
}: FieldProps & { readonly reading?: Reading | undefined }): JSX.Element {
  const { frame, form, name, hint } = field;
  const [amount, currency] = [`${name}.amount`, `${name}.currency`];
  const error = form.error(amount) ?? form.error(currency);
  const described = [hint && `${idOf(name)}-hint`, error && `${idOf(name)}-error`].filter(Boolean).join(' ');
  const invalid = error === undefined ? '' : ' govuk-input--error';
  return (
    <div class={groupClass(error)}>
      <fieldset class="govuk-fieldset" {...(described && { 'aria-describedby': described })}>
        <legend class="govuk-fieldset__legend">{labelText(field)}</legend>
        {hint && (
          <div id={`${idOf(name)}-hint`} class="govuk-hint">
            {hint}
          </div>
        )}
        {error && <ErrorMessage frame={frame} id={`${idOf(name)}-error`} message={error} />}
        <div class="money">
          <div>
            <label class="govuk-label" for={idOf(amount)}>
              {frame.words.amount}
            </label>
            <input
              class={`govuk-input govuk-input--width-20${invalid}`}
              id={idOf(amount)}
              name={amount}
              type="text"
              inputMode="decimal"
              value={form.text(amount)}
            />
          </div>
          <div>
            <label class="govuk-label" for={idOf(currency)}>
              {frame.words.currency}
            </label>
            <select class="govuk-select" id={idOf(currency)} name={currency}>
              {currencies.map((one) => (
                <option key={one} value={one} selected={one === form.text(currency)}>
                  {one}
                </option>
              ))}
            </select>
          </div>
        </div>
        <NumberNotes frame={frame} form={form} name={amount} reading={reading} currencyField={currency} />
      </fieldset>
    </div>
  );
}
