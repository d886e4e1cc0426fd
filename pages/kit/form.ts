import type * as z from 'zod/mini';
import type { Field } from '#pages/components/fields.tsx';
import { check, type Checked, type Labels } from './check.ts';
import { textIn, wholeIn } from './values.ts';

type Branch = Record<string, unknown>;

/** Puts a value where a path of the contract leads. What a field lies in is there though it be empty: then the field is missing, not all of them. */
function put(whole: Branch, { name, path = name, kind }: Field, value: unknown): void {
  if (kind === 'unseen' && value === undefined) return;
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const inner = parts.reduce<Branch>((branch, part) => (branch[part] ??= {}) as Branch, whole);
  if (value !== undefined) inner[last] = value;
}

function valueOf(typed: URLSearchParams, { name, kind, value }: Field): unknown {
  if (kind === 'whole') return wholeIn(typed, name);
  const text = textIn(typed, name);
  return text === undefined || value === undefined ? text : value(text);
}

export function valuesIn(typed: URLSearchParams, fields: readonly Field[]): Branch {
  const whole: Branch = {};
  for (const field of fields) put(whole, field, valueOf(typed, field));
  return whole;
}

/** A form put to its contract; what is wrong is told by the fields' own names. @param more what the form does not ask for */
export function readForm<Schema extends z.ZodMiniType>(
  schema: Schema,
  typed: URLSearchParams,
  fields: readonly Field[],
  more: object = {},
): Checked<z.output<Schema>> {
  const checked = check(schema, { ...valuesIn(typed, fields), ...more });
  if (checked.ok) return checked;
  const nameOf = (path: string): string =>
    fields.find((field) => path === field.path || path.startsWith(`${field.path ?? field.name}.`))?.name ?? path;
  return { ok: false, issues: checked.issues.map(({ path, code }) => ({ path: nameOf(path), code })) };
}

export const labelsOf = (fields: readonly Field[]): Labels =>
  Object.fromEntries(fields.filter(({ kind }) => kind !== 'unseen').map(({ name, label }) => [name, label]));
