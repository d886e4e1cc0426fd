/** Lambda's: values are lists of texts to equal, `{ prefix }`, `{ 'anything-but': [...] }`, `{ exists }`; no other. */
export type Pattern = { readonly [field: string]: Pattern | readonly Rule[] };
export type Rule =
  | string
  | number
  | boolean
  | null
  | { readonly prefix: string }
  | { readonly exists: boolean }
  | { readonly 'anything-but': readonly (string | number)[] };

type Test = (value: unknown) => boolean;

/** Makes a test of a pattern; throws for a rule this host does not know, so that a filter is never passed over in silence. */
export function compileFilter(pattern: Pattern): Test {
  const tests = Object.entries(pattern).map(([field, part]): Test => {
    const test = isRules(part) ? oneOf(part.map(compileRule)) : compileFilter(part);
    return (value) => test(isRecord(value) ? value[field] : undefined);
  });
  return (value) => tests.every((test) => test(value));
}

const oneOf =
  (tests: readonly Test[]): Test =>
  (value) =>
    tests.some((test) => test(value));

function compileRule(rule: Rule): Test {
  if (typeof rule !== 'object' || rule === null) return (value) => value === rule;
  const [[kind, wanted] = [], ...more] = Object.entries(rule) as [string, unknown][];
  if (more.length === 0) {
    if (kind === 'prefix' && typeof wanted === 'string')
      return (value) => typeof value === 'string' && value.startsWith(wanted);
    if (kind === 'exists' && typeof wanted === 'boolean') return (value) => (value !== undefined) === wanted;
    if (kind === 'anything-but' && Array.isArray(wanted))
      return (value) => value !== undefined && !wanted.includes(value);
  }
  throw new Error(`The filter rule ${JSON.stringify(rule)} is not supported here.`);
}

const isRules = (part: Pattern | readonly Rule[]): part is readonly Rule[] => Array.isArray(part);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
