import { evaluateTyped, type Scope } from '../expressions/evaluate.ts';
import { sourceOf } from '../expressions/compile.ts';
import { StateFailed } from '../faults.ts';
import type { Json } from '../json.ts';

const isNumber = (value: Json): value is number => typeof value === 'number';

/**
 * Evaluates a field that must be a whole number between two bounds.
 * @throws StateFailed with States.QueryEvaluationError
 */
export async function integerOf(template: Json, field: string, scope: Scope, least: number, most: number): Promise<number> {
  const value = await evaluateTyped(template, field, scope, 'number', isNumber);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const source = typeof template === 'string' ? sourceOf(template) : String(value);
  const subject = `The JSONata expression '${source}' specified for the field '${field}' returned`;
  const cause = Number.isInteger(value)
    ? `${subject} a value that is out of range: ${String(value)}. The value must be between ${String(least)} and ${String(most)}.`
    : `${subject} an unexpected result type. Expected 'integer', but was 'number' for value: ${String(value)}`;
  throw new StateFailed({ error: 'States.QueryEvaluationError', cause }, field);
}
