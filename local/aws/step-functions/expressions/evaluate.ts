import { StateFailed } from '../faults.ts';
import { compact, typeName, type Json, type JsonObject } from '../json.ts';
import { compile, isExpression, sourceOf } from './compile.ts';
import { guardName, type Guard } from './guard.ts';

class UnsupportedValue extends Error {}

/** AWS writes numbers that JSON cannot as strings: "Infinity", "NaN". Throws UnsupportedValue on a function. */
function toJson(value: unknown): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || '_jsonata_lambda' in value || '_jsonata_function' in value)
    throw new UnsupportedValue();
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(toJson);
  const members: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    Object.defineProperty(members, key, {
      value: toJson(member),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return members;
}

export interface Scope {
  readonly states: { readonly [key: string]: Json };
  readonly variables: { readonly [name: string]: Json };
  readonly now: number;
}

const error = 'States.QueryEvaluationError';
const fail = (cause: string, field: string): never => {
  throw new StateFailed({ error, cause }, field);
};

/** AWS's words for the bounds of an evaluation, which take a colon where coded errors take a full stop. */
const bounds: Readonly<Record<string, string>> = {
  TIME: 'Expression evaluation timeout: Check for infinite loop',
  DEPTH: 'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive',
  MEMORY: 'Expression evaluation memory limit exceeded: Check for excessive memory usage',
  D2014: 'Expression evaluation memory limit exceeded: Check for excessive memory usage',
  D2015: 'Expression evaluation memory limit exceeded: Check for excessive memory usage',
};

function words(thrown: unknown): string {
  const { code, message } = thrown as { code?: string; message?: string };
  if (thrown instanceof RangeError)
    return `: ${bounds[/string length/.test(thrown.message) ? 'MEMORY' : 'DEPTH'] ?? ''}`;
  const bound = code === undefined ? undefined : bounds[code];
  if (bound !== undefined) return `: ${bound}`;
  return code === undefined ? `. ${message ?? String(thrown)}` : `. ${code}: ${message ?? ''}`;
}

/** `text` with its delimiters; `field` as AWS names it, like `Output/a[0]`. Throws StateFailed with AWS's cause. */
export async function evaluate(text: string, field: string, scope: Scope): Promise<Json> {
  const source = sourceOf(text);
  const subject = `The JSONata expression '${source}' specified for the field '${field}'`;
  let result: unknown;
  try {
    const { expression, builds } = compile(source);
    const guard: Guard = { now: scope.now, builds };
    result = await expression.evaluate(undefined, { ...scope.variables, states: scope.states, [guardName]: guard });
  } catch (thrown) {
    return fail(`${subject} threw an error during evaluation${words(thrown)}`, field);
  }
  if (result === undefined) return fail(`${subject} returned nothing (undefined).`, field);
  try {
    return toJson(result);
  } catch (thrown) {
    if (thrown instanceof UnsupportedValue) return fail(`${subject} returned an unsupported result type.`, field);
    throw thrown;
  }
}

export async function evaluateTemplate(template: Json, field: string, scope: Scope): Promise<Json> {
  if (typeof template === 'string') return isExpression(template) ? evaluate(template, field, scope) : template;
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) {
    const items: Json[] = [];
    for (const [index, item] of template.entries())
      items.push(await evaluateTemplate(item, `${field}[${index}]`, scope));
    return items;
  }
  const members: JsonObject = {};
  for (const [key, member] of Object.entries(template)) {
    Object.defineProperty(members, key, {
      value: await evaluateTemplate(member, `${field}/${key}`, scope),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return members;
}

export async function evaluateTyped<T extends Json>(
  template: Json,
  field: string,
  scope: Scope,
  expected: string,
  accepts: (value: Json) => value is T,
): Promise<T> {
  const value = await evaluateTemplate(template, field, scope);
  if (accepts(value)) return value;
  const source = typeof template === 'string' ? sourceOf(template) : '';
  return fail(
    `The JSONata expression '${source}' specified for the field '${field}' returned an unexpected result type. ` +
      `Expected '${expected}', but was '${typeName(value)}' for value: ${compact(value)}`,
    field,
  );
}
