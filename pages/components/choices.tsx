import type { JSX } from 'preact';
import { idOf } from './form-state.ts';
import { describedBy, FieldGroup, FormGroup, type FieldProps } from './form-group.tsx';

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
}

interface ChoicesProps extends FieldProps {
  readonly choices: readonly Choice[];
}

/** One of many, in a list that opens. Its first entry chooses nothing. */
export function Select({ choices, blank = true, ...field }: ChoicesProps & { readonly blank?: boolean }): JSX.Element {
  const { frame, form, name } = field;
  const chosen = form.text(name);
  return (
    <FormGroup {...field}>
      <select
        class={`govuk-select${form.error(name) === undefined ? '' : ' govuk-select--error'}`}
        id={idOf(name)}
        name={name}
        {...describedBy(field)}
      >
        {blank && <option value="">{frame.words.choose}</option>}
        {choices.map(({ value, text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}

/** The id of the first control is the field's own, so that the error summary leads to it. */
const choiceId = (name: string, at: number): string => (at === 0 ? idOf(name) : `${idOf(name)}-${String(at + 1)}`);

function Control({
  kind,
  name,
  choice,
  at,
  checked,
  label,
}: {
  readonly label?: string | undefined;
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly choice: Choice;
  readonly at: number;
  readonly checked: boolean;
}): JSX.Element {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const id = choiceId(name, at);
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        type={kind}
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        {...(label && { 'aria-label': label })}
        {...(choice.hint && { 'aria-describedby': `${id}-item-hint` })}
      />
      <label class={`govuk-label ${block}__label`} for={id}>
        {choice.text}
      </label>
      {choice.hint && (
        <div id={`${id}-item-hint`} class={`govuk-hint ${block}__hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}

/** One thing to be ticked or not, by a name of its own. @param label what it is called where the page shows several with the same text */
export const Checkbox = ({
  form,
  name,
  text,
  value = 'true',
  label,
}: Pick<FieldProps, 'form' | 'name'> & {
  readonly text: string;
  readonly value?: string;
  readonly label?: string;
}): JSX.Element => (
  <div class="govuk-form-group">
    <div class="govuk-checkboxes">
      <Control
        kind="checkbox"
        name={name}
        choice={{ value, text }}
        at={0}
        checked={form.text(name) === value}
        label={label}
      />
    </div>
  </div>
);

interface RadiosProps extends ChoicesProps {
  readonly heading?: boolean;
  /** What is seldom chosen: folded under a name, open when one of it is chosen or there is nothing else. */
  readonly others?: readonly Choice[];
  readonly othersTitle?: string;
}

export function Radios({ choices, heading = false, others = [], othersTitle, ...field }: RadiosProps): JSX.Element {
  const chosen = field.form.text(field.name);
  const controls = (list: readonly Choice[], from: number) => (
    <div class="govuk-radios">
      {list.map((choice, at) => (
        <Control
          key={choice.value}
          kind="radio"
          name={field.name}
          choice={choice}
          at={from + at}
          checked={chosen === choice.value}
        />
      ))}
    </div>
  );
  const isOpen = choices.length === 0 || others.some(({ value }) => value === chosen);
  return (
    <FieldGroup {...field} heading={heading}>
      {choices.length > 0 && controls(choices, 0)}
      {others.length > 0 && (
        <details class="govuk-details" open={isOpen}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{othersTitle}</span>
          </summary>
          <div class="govuk-details__text">{controls(others, choices.length)}</div>
        </details>
      )}
    </FieldGroup>
  );
}

export const Checkboxes = ({
  choices,
  heading = false,
  ...field
}: ChoicesProps & { readonly heading?: boolean }): JSX.Element => (
  <FieldGroup {...field} heading={heading}>
    <div class="govuk-checkboxes">
      {choices.map((choice, at) => (
        <Control
          key={choice.value}
          kind="checkbox"
          name={field.name}
          choice={choice}
          at={at}
          checked={field.form.texts(field.name).includes(choice.value)}
        />
      ))}
    </div>
  </FieldGroup>
);
