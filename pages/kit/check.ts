import type * as z from 'zod/mini';
import type { Language } from '#core/kernel/common.ts';
import type { Issue } from '#core/kernel/result.ts';
import { issueText } from '#core/texts/areas/problems.ts';
import { formState, type FieldError, type FormState } from '#pages/components/form-state.ts';
import { typedIn } from './values.ts';

/** The label of each field of a page, by the field's name: the summary of errors names fields by it. */
export type Labels = Readonly<Record<string, string>>;

export type Checked<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly issues: readonly Issue[] };

/** An absent value is missing, whatever type was expected of it. */
const codeOf = ({ code, input, ...rest }: z.core.$ZodIssue): string => {
  if (code === 'invalid_type' && typeof input === 'number') return 'not-a-number';
  if (input === undefined && (code === 'invalid_type' || code === 'invalid_value')) return 'missing';
  if (code === 'too_small' && Array.isArray(input) && input.length === 0) return 'missing';
  return code === 'invalid_union' && 'discriminator' in rest ? 'invalid_value' : code;
};

export function check<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): Checked<z.output<Schema>> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    issues: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), code: codeOf(issue) })),
  };
}

/** The field that shows an issue: the one of its name, or of the longest beginning of its path; none: only the summary says it. */
function fieldOf(path: string, labels: Labels): string {
  const parts = path
    .replace(/^facts\.|^decision\.(?:facts|letter)\.|^decision\./, '')
    .replace(/\.amountMinor$/, '.amount')
    .split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('.');
    if (Object.hasOwn(labels, name)) return name;
    // An amount that is missing as a whole.
    if (Object.hasOwn(labels, `${name}.amount`)) return `${name}.amount`;
  }
  return '';
}

/** A label that is a question ends by itself. */
const named = (label: string, text: string): string => (label.endsWith('?') ? `${label} ${text}` : `${label}: ${text}`);

export interface Wording {
  /** As they were posted: a number that may be two is asked about. */
  readonly fields?: URLSearchParams;
  /** What to enter into a field, in a sentence of its own; undefined where the general words tell more. */
  readonly sentence?: (name: string, code: string) => string | undefined;
}

/** What cannot be read as one number: two readings, a nought that is seldom meant, or none. */
function numberCode(code: string, name: string, fields?: URLSearchParams): string {
  if (code !== 'not-a-number' || fields === undefined) return code;
  const typed = typedIn(fields, name);
  if (typed.kind === 'asked') return 'two-readings';
  return typed.kind === 'number' && typed.value === 0 ? 'is-zero' : code;
}

/** What is wrong, by field and in the reader's words, in the order of the labels; one message a field. */
export function errorsOf(
  language: Language,
  issues: readonly Issue[],
  labels: Labels,
  { fields, sentence }: Wording = {},
): readonly FieldError[] {
  const byField = new Map<string, FieldError>();
  for (const { path, code: given } of issues) {
    const name = fieldOf(path, labels);
    const label = labels[name];
    const code = numberCode(given, name, fields);
    const text = issueText(language, code);
    const message = sentence?.(name, code) ?? (label === undefined ? text : named(label, text));
    if (!byField.has(name)) byField.set(name, { name, message });
  }
  const order = ['', ...Object.keys(labels)];
  return [...byField.values()].toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
}

export const formWithErrors = (
  language: Language,
  fields: URLSearchParams,
  issues: readonly Issue[],
  labels: Labels,
  sentence?: Wording['sentence'],
): FormState => formState(fields, errorsOf(language, issues, labels, { fields, ...(sentence && { sentence }) }));
