import { compile, isExpression, sourceOf } from '../expressions/compile.ts';
import { isObject } from '../json.ts';

type Fields = Readonly<Record<string, unknown>>;
interface Found {
  readonly name: string;
  readonly fields: Fields;
}

function statesOf(scope: unknown): Found[] {
  if (!isObject(scope) || !isObject(scope['States'])) return [];
  return Object.entries(scope['States']).flatMap(([name, fields]) => {
    if (!isObject(fields)) return [];
    const inner = [
      fields['ItemProcessor'],
      fields['Iterator'],
      ...(Array.isArray(fields['Branches']) ? fields['Branches'] : []),
    ];
    return [{ name, fields }, ...inner.flatMap(statesOf)];
  });
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, member]) =>
    ['ItemProcessor', 'Iterator', 'Branches'].includes(field) ? [] : textsOf(member),
  );
}

function variablesOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, value } = node as { type?: unknown; value?: unknown };
  return [...(type === 'variable' ? [String(value)] : []), ...Object.values(node).flatMap(variablesOf)];
}

function assignedBy(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, member]) => [
    ...(field === 'Assign' && isObject(member) ? Object.keys(member) : []),
    ...assignedBy(member),
  ]);
}

export function referencesOf(definition: string): Record<string, string[]> {
  const machine: unknown = JSON.parse(definition);
  const assigned = new Set(assignedBy(machine));
  const references: Record<string, string[]> = {};
  if (assigned.size === 0) return references;
  for (const { name, fields } of statesOf(machine)) {
    const named = textsOf(fields)
      .filter(isExpression)
      .flatMap((text) => variablesOf(compile(sourceOf(text)).expression.ast()));
    const known = [...new Set(named)].filter((variable) => assigned.has(variable)).sort();
    if (known.length > 0) references[name] = known;
  }
  return references;
}
