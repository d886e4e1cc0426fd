import type { JSX } from 'preact';
import { isLocalDate } from '#core/calendar/local-date.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { Checkboxes, Radios, Select, type Choice } from './choices.tsx';
import type { Fact } from './facts.tsx';
import type { FormState } from './form-state.ts';
import { DateField, TextArea, TextField } from './text-field.tsx';

/** One field of a form, said once: how it is drawn, what it is called where something is wrong, how it is shown once more, how it is read. */
export interface Field {
  readonly name: string;
  readonly kind: 'line' | 'email' | 'tel' | 'text' | 'date' | 'whole' | 'select' | 'radios' | 'tick' | 'unseen';
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  readonly width?: 5 | 10 | 20;
  readonly rows?: number;
  readonly spellcheck?: boolean;
  readonly autoComplete?: string;
  readonly choices?: readonly Choice[];
  readonly others?: readonly Choice[];
  readonly othersTitle?: string;
  /** Where the contract has it, if it is called otherwise there. */
  readonly path?: string;
  /** What was typed as the contract has it; undefined: nothing was chosen. */
  readonly value?: (typed: string) => unknown;
}

/** A version or a count that the reader saw: carried along unseen. */
export const seenNumber = (name: string): Field => ({ name, kind: 'unseen', label: '', value: Number });

export function FieldInput({
  frame,
  form,
  field: {
    kind,
    choices = [],
    width,
    rows,
    spellcheck,
    autoComplete,
    others,
    othersTitle,
    path: _,
    value: __,
    ...rest
  },
}: {
  readonly frame: Frame;
  readonly form: FormState;
  readonly field: Field;
}): JSX.Element {
  const own = { frame, form, ...rest };
  const line = {
    ...own,
    ...(width && { width }),
    ...(spellcheck !== undefined && { spellcheck }),
    ...(autoComplete && { autoComplete }),
  };
  switch (kind) {
    case 'line':
      return <TextField {...line} />;
    case 'email':
      return <TextField {...line} type="email" spellcheck={false} />;
    case 'tel':
      return <TextField {...line} type="tel" width={20} />;
    case 'whole':
      return <TextField {...line} reading={{ whole: true }} numeric width={5} />;
    case 'text':
      return <TextArea {...own} {...(rows && { rows })} />;
    case 'date':
      return <DateField {...own} />;
    case 'select':
      return <Select {...own} choices={choices} />;
    case 'radios':
      return <Radios {...own} choices={choices} {...(others && { others })} {...(othersTitle && { othersTitle })} />;
    case 'tick':
      return <Checkboxes {...own} choices={choices} />;
    case 'unseen':
      return <input type="hidden" name={rest.name} value={form.text(rest.name)} />;
  }
}

function shown({ language }: Frame, { kind, choices = [], others = [] }: Field, typed: string): Fact['value'] {
  if (kind === 'date') return isLocalDate(typed) ? dateText(language, typed) : typed;
  if (kind === 'text') return <span class="said">{typed}</span>;
  const choice = [...choices, ...others].find(({ value }) => value === typed);
  return choice ? capital(language, choice.text) : typed;
}

export const summaryOf = (frame: Frame, fields: readonly Field[], typed: URLSearchParams): readonly Fact[] =>
  fields
    .map((field) => ({ field, text: typed.get(field.name)?.trim() ?? '' }))
    .filter(({ field, text }) => field.kind !== 'unseen' && text !== '')
    .map(({ field, text }) => ({ term: field.label, value: shown(frame, field, text) }));
