import { applicationDocuments } from '#core/stages/definition.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { factFields, type NamedField, type AssignmentKind } from '#core/stages/facts.ts';
import { fill } from '#core/texts/index.ts';
import { factsOn } from '#local/demo/answers.ts';
import { factsTexts } from '#core/texts/areas/facts.ts';
import type { Person } from './person.ts';

interface Phase {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

async function fillPhases(person: Person, phases: readonly Phase[]): Promise<void> {
  const { phase: words } = factsTexts(person.language);
  for (const [at, phase] of phases.entries()) {
    if (at > 0) await person.press(words.more);
    const row = person.group(fill(words.heading, { number: at + 1 }));
    for (const part of ['name', 'from', 'to'] as const) await person.type(words[part], phase[part], row);
  }
}

async function fillField(person: Person, { name, kind }: NamedField, value: unknown): Promise<void> {
  const { labels } = factsTexts(person.language);
  const label = labels[name];
  switch (kind) {
    case 'statement':
      return person.choose(label, person.words.yes);
    case 'documents': {
      for (const one of applicationDocuments) await person.choose(label, documentTexts(person.language).names[one]);
      return;
    }
    case 'money': {
      const { amountMinor, currency } = value as Money;
      const group = person.page.getByRole('group', { name: new RegExp(`^${label}`) });
      await person.type(person.words.amount, String(amountMinor / 100), group);
      return person.select(person.words.currency, currency, group);
    }
    case 'phases':
      return fillPhases(person, value as readonly Phase[]);
    default:
      return person.type(label, String(value).replace('.', kind === 'hectares' ? ',' : '.'));
  }
}

/** Fills in what a good answer of a kind brings, field by field by their labels. */
export async function fillFacts(person: Person, kind: AssignmentKind, day: string): Promise<void> {
  const facts = factsOn(day, kind);
  for (const field of factFields[kind].filter(({ ours }) => !ours)) {
    if (facts[field.name] !== undefined) await fillField(person, field, facts[field.name]);
  }
}
