import { evaluateTyped, type Scope } from '../expressions/evaluate.ts';
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
  const cause = Number.isInteger(value)
    ? `${field} must be between ${String(least)} and ${String(most)} but was: ${String(value)}`
    : `The ${field} field cannot be parsed as an integer: ${String(value)}`;
  throw new StateFailed({ error: 'States.QueryEvaluationError', cause }, field);
}
