import type { ComponentChildren, JSX } from 'preact';
import type { Frame } from '../frame.ts';
import { idOf, type FormState } from './form-state.ts';

/** What every field is given. Its value and error come from the form by its name. */
export interface FieldProps {
  readonly frame: Frame;
  readonly form: FormState;
  /** As it is posted; dots as in the contract, e.g. `company.name`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
}

export const ErrorMessage = ({
  frame,
  id,
  message,
}: {
  readonly frame: Frame;
  readonly id: string;
  readonly message: string;
}): JSX.Element => (
  <p id={id} class="govuk-error-message">
    <span class="govuk-visually-hidden">{frame.words.error}: </span>
    {message}
  </p>
);

export const describedBy = ({
  form,
  name,
  hint,
}: Pick<FieldProps, 'form' | 'name' | 'hint'>): { 'aria-describedby'?: string } => {
  const ids = [hint && `${idOf(name)}-hint`, form.error(name) && `${idOf(name)}-error`].filter(Boolean).join(' ');
  return ids === '' ? {} : { 'aria-describedby': ids };
};

export const groupClass = (error: string | undefined): string =>
  `govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`;

export const labelText = ({
  frame,
  label,
  optional = false,
}: Pick<FieldProps, 'frame' | 'label' | 'optional'>): string =>
  optional ? `${label} (${frame.words.optional})` : label;

export function FormGroup({ children, ...field }: FieldProps & { readonly children: ComponentChildren }): JSX.Element {
  const { frame, form, name, hint } = field;
  const id = idOf(name);
  const error = form.error(name);
  return (
    <div class={groupClass(error)}>
      <label class="govuk-label" for={id}>
        {labelText(field)}
      </label>
      {hint && (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error && <ErrorMessage frame={frame} id={`${id}-error`} message={error} />}
      {children}
    </div>
  );
}

export function FieldGroup({
  children,
  heading = false,
  ...field
}: FieldProps & { readonly children: ComponentChildren; readonly heading?: boolean }): JSX.Element {
  const { frame, form, name, hint } = field;
  const id = idOf(name);
  const error = form.error(name);
  return (
    <div class={groupClass(error)}>
      <fieldset class="govuk-fieldset" {...describedBy(field)}>
        <legend class={`govuk-fieldset__legend${heading ? ' govuk-fieldset__legend--m' : ''}`}>
          {labelText(field)}
        </legend>
        {hint && (
          <div id={`${id}-hint`} class="govuk-hint">
            {hint}
          </div>
        )}
        {error && <ErrorMessage frame={frame} id={`${id}-error`} message={error} />}
        {children}
      </fieldset>
    </div>
  );
}
