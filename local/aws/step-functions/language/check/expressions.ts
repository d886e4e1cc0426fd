import { compile, isExpression, parseAsAws, sourceOf } from '../../expressions/compile.ts';
import { isObject } from '../../json.ts';
import type { Report } from './report.ts';

export const always: readonly string[] = ['input', 'context'];
export const withResult: readonly string[] = [...always, 'result'];
export const withError: readonly string[] = [...always, 'errorOutput'];

export function checkTemplate(report: Report, value: unknown, location: string, known: readonly string[]): void {
  if (typeof value === 'string') checkText(report, value, location, known);
  else if (Array.isArray(value))
    value.forEach((item, index) => {
      checkTemplate(report, item, `${location}[${String(index)}]`, known);
    });
  else if (isObject(value))
    for (const [key, member] of Object.entries(value)) checkTemplate(report, member, `${location}/${key}`, known);
}

export function checkExpression(report: Report, value: unknown, location: string, known: readonly string[]): void {
  if (typeof value === 'string' && !value.startsWith('{%'))
    report.shape('JSONata string must start with {% and end with %}', location);
  else checkTemplate(report, value, location, known);
}

function checkText(report: Report, text: string, location: string, known: readonly string[]): void {
  if (!text.startsWith('{%')) return;
  if (!isExpression(text)) {
    report.shape('JSONata string must start with {% and end with %}', location);
    return;
  }
  try {
    parseAsAws(sourceOf(text));
    const fault = faultOf(compile(sourceOf(text)).expression.ast(), known, false);
    if (fault !== undefined) report.add('UNSUPPORTED_JSONATA_EXPRESSION', fault, location);
  } catch (thrown) {
    report.add('INVALID_JSONATA_EXPRESSION', (thrown as Error).message, location);
  }
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly steps?: readonly Node[];
}

/** Parts of a node that are evaluated on what the rest of it yields, so that names in them are members of that. */
const within = new Set(['predicate', 'stages', 'group', 'terms', 'pattern', 'update', 'delete']);

/** To `$$`, to a member `$states` has not there, or to a name where it can be a member of nothing (not `inside`). */
function faultOf(node: unknown, known: readonly string[], inside: boolean): string | undefined {
  if (typeof node !== 'object' || node === null || node instanceof RegExp) return undefined;
  const { type, value, steps } = node as Node;
  if (type === 'variable' && value === '$') return "Reference to '$$' is not supported.";
  if (type === 'name' && !inside) return `Reference to '${String(value)}' at the top level is not supported.`;
  if (type === 'path' && steps?.[0]?.type === 'variable' && steps[0].value === 'states' && steps[1]?.type === 'name') {
    const member = String(steps[1].value);
    if (!known.includes(member)) return `Field '$states.${member}' does not exist.`;
  }
  for (const [part, content] of Object.entries(node)) {
    const fault =
      part === 'steps'
        ? firstOf((content as readonly Node[]).map((step, index) => faultOf(step, known, inside || index > 0)))
        : faultOf(content, known, inside || within.has(part));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const firstOf = (faults: readonly (string | undefined)[]): string | undefined =>
  faults.find((fault) => fault !== undefined);
