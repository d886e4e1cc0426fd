import type { JSX } from 'preact';
import type { Reading } from '#core/kernel/typed-number.ts';
import { idOf } from './form-state.ts';
import { describedBy, FormGroup, type FieldProps } from './form-group.tsx';
import { NumberNotes } from './number-notes.tsx';

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'search';
  /** What the browser may fill in by itself: HTML's `autocomplete`. */
  readonly autoComplete?: string;
  readonly numeric?: boolean;
  readonly reading?: Reading | undefined;
  readonly suffix?: string | undefined;
  /** Characters it is about as wide as. */
  readonly width?: 5 | 10 | 20;
  readonly spellcheck?: boolean;
}

export function TextField({
  type = 'text',
  autoComplete,
  numeric = false,
  reading,
  suffix,
  width,
  spellcheck,
  ...field
}: TextFieldProps): JSX.Element {
  const { form, name } = field;
  const input = (
    <input
      class={`govuk-input${width === undefined ? '' : ` govuk-input--width-${String(width)}`}${form.error(name) === undefined ? '' : ' govuk-input--error'}`}
      // Preact types each kind of input apart; these take the same attributes.
      id={idOf(name)}
      name={name}
      type={type as 'text'}
      value={form.text(name)}
      {...(autoComplete && { autocomplete: autoComplete })}
      {...(numeric && { inputMode: 'decimal' as const })}
      {...(spellcheck !== undefined && { spellcheck })}
      {...(form.error(name) !== undefined && { 'aria-invalid': true })}
      {...describedBy(field)}
    />
  );
  return (
    <FormGroup {...field}>
      {suffix === undefined ? (
        input
      ) : (
        <div class="govuk-input__wrapper">
          {input}
          <div class="govuk-input__suffix" aria-hidden="true">
            {suffix}
          </div>
        </div>
      )}
      {numeric && <NumberNotes frame={field.frame} form={form} name={name} reading={reading} />}
    </FormGroup>
  );
}

/** A day. Without a script the browser's own picker, or text as YYYY-MM-DD. */
export const DateField = (props: FieldProps): JSX.Element => <TextField {...props} type="date" width={10} />;

export function TextArea({ rows = 5, ...field }: FieldProps & { readonly rows?: number }): JSX.Element {
  const { form, name } = field;
  return (
    <FormGroup {...field}>
      <textarea
        class={`govuk-textarea${form.error(name) === undefined ? '' : ' govuk-textarea--error'}`}
        id={idOf(name)}
        name={name}
        rows={rows}
        {...describedBy(field)}
      >
        {form.text(name)}
      </textarea>
    </FormGroup>
  );
}
