import type { ComponentChildren, JSX } from 'preact';
import { formTokenField, type Frame } from '../frame.ts';
import { idOf, type FormState } from './form-state.ts';

interface FormProps {
  readonly frame: Frame;
  /** Where it is posted; its own page when absent. */
  readonly action?: string;
  readonly multipart?: boolean;
  readonly children: ComponentChildren;
}

/** A form that is posted; staff's carry the proof of their session. */
export const Form = ({ frame, action, multipart = false, children }: FormProps): JSX.Element => (
  <form method="post" noValidate {...(action && { action })} {...(multipart && { encType: 'multipart/form-data' })}>
    {frame.staff && <input type="hidden" name={formTokenField} value={frame.staff.formToken} />}
    {children}
  </form>
);

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: 'secondary' | 'warning';
  /** With both, the button says what it does by its own field. */
  readonly name?: string;
  readonly value?: string;
  readonly href?: string;
}

export function Button({ children, kind, name, value, href }: ButtonProps): JSX.Element {
  const classes = `govuk-button${kind === undefined ? '' : ` govuk-button--${kind}`}`;
  if (href !== undefined)
    return (
      <a class={classes} href={href} role="button" draggable={false}>
        {children}
      </a>
    );
  return (
    <button type="submit" class={classes} {...(name !== undefined && { name, value: value ?? '' })}>
      {children}
    </button>
  );
}

/** What is wrong, on top of the page, each with a link to its field. The small script moves the focus here. */
export function ErrorSummary({ frame, form }: { readonly frame: Frame; readonly form: FormState }): JSX.Element | null {
  if (form.errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{frame.words.errorSummary}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {form.errors.map(({ name, message, href }) => (
              <li key={name}>{name === '' ? message : <a href={href ?? `#${idOf(name)}`}>{message}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
