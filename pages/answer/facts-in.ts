import { factFields, type NamedField, type AssignmentKind } from '#core/stages/facts.ts';
import { mostPhases } from '#core/stages/fact-field.ts';
import type { Language } from '#core/kernel/common.ts';
import { factsTexts } from '#core/texts/areas/facts.ts';
import type { Labels } from '../kit/check.ts';
import { moneyIn, numberIn, present, textIn, wholeIn } from '../kit/values.ts';

/** Phases in their order; rows left empty are none. */
function phasesIn(fields: URLSearchParams): object[] {
  return Array.from({ length: mostPhases }, (_, at) => {
    const part = (name: string) => textIn(fields, `phases.${String(at)}.${name}`);
    return present({ name: part('name'), from: part('from'), to: part('to') });
  }).filter((phase) => Object.keys(phase).length > 0);
}

function valueOf(fields: URLSearchParams, { name, kind }: NamedField): unknown {
  switch (kind) {
    case 'number':
      return wholeIn(fields, name);
    case 'hectares':
      return numberIn(fields, name);
    case 'money':
      return moneyIn(fields, name);
    case 'statement':
      return fields.get(name) === 'true' ? true : undefined;
    case 'documents':
      return fields.getAll(name);
    case 'phases':
      return phasesIn(fields);
    default:
      return textIn(fields, name);
  }
}

/** The facts of an answer as its contract takes them (core/stages/facts.ts), from the fields of `FactsForm`; unchecked. */
export const factsIn = (kind: AssignmentKind, fields: URLSearchParams): Record<string, unknown> =>
  present(
    Object.fromEntries(
      factFields[kind]
        .filter(({ ours }) => !ours)
        .map((field): [string, unknown] => [field.name, valueOf(fields, field)]),
    ),
  );

export function factLabels(kind: AssignmentKind, language: Language): Labels {
  const { labels, phase } = factsTexts(language);
  return Object.fromEntries(
    factFields[kind].flatMap(({ name, kind: of }): [string, string][] => {
      if (of === 'money')
        return [
          [`${name}.amount`, labels[name]],
          [`${name}.currency`, labels[name]],
        ];
      if (of !== 'phases') return [[name, labels[name]]];
      const rows = Array.from({ length: mostPhases }, (_, at) =>
        (['name', 'from', 'to'] as const).map((part): [string, string] => [
          `phases.${String(at)}.${part}`,
          phase[part],
        ]),
      );
      return [[name, labels[name]], ...rows.flat()];
    }),
  );
}
