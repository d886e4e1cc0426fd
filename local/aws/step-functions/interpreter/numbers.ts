import { evaluateTyped, type Scope } from '../expressions/evaluate.ts';
import { StateFailed } from '../faults.ts';
import type { Json } from '../json.ts';

const isNumber = (value: Json): value is number => typeof value === 'number';

const fail = (cause: string, field: string): never => {
  throw new StateFailed({ error: 'States.QueryEvaluationError', cause }, field);
};

/** Throws StateFailed with States.QueryEvaluationError. */
export async function numberOf(
  template: Json,
  field: string,
  scope: Scope,
  least: number,
  most: number,
): Promise<number> {
  const value = await evaluateTyped(template, field, scope, 'number', isNumber);
  return value >= least && value <= most
    ? value
    : fail(`${field} must be between ${String(least)} and ${String(most)} but was: ${String(value)}`, field);
}

/** Throws StateFailed with States.QueryEvaluationError. */
export async function integerOf(
  template: Json,
  field: string,
  scope: Scope,
  least: number,
  most: number,
): Promise<number> {
  const value = await numberOf(template, field, scope, least, most);
  return Number.isInteger(value)
    ? value
    : fail(`The ${field} field cannot be parsed as an integer: ${String(value)}`, field);
}
