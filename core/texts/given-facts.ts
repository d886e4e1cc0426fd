import { DateText, Money, type Language } from '../kernel/common.ts';
import { factFields, type NamedField, type AnyFacts, type AssignmentKind } from '../stages/facts.ts';
import { documentKinds } from '../documents/document-kind.ts';
import { documentTexts } from './areas/documents.ts';
import { dateText, numberText } from './index.ts';
import { moneyText } from './money.ts';
import { factsTexts } from './areas/facts.ts';
import { frameTexts } from './areas/frame.ts';

const nameOf = (language: Language, kind: string): string =>
  documentTexts(language).names[documentKinds.find((one) => one === kind) ?? 'other'];

const dated = (language: Language, value: unknown): string => {
  const date = DateText.safeParse(value);
  return date.success ? dateText(language, date.data) : String(value);
};

export interface TextFact {
  readonly term: string;
  readonly value: string;
}

interface Phase {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

function valueText(language: Language, { kind }: NamedField, value: unknown): string {
  const words = factsTexts(language);
  switch (kind) {
    case 'date':
      return dated(language, value);
    case 'number':
      return numberText(language, Number(value));
    case 'hectares':
      return `${numberText(language, Number(value))} ${words.hectares}`;
    case 'money':
      return moneyText(language, Money.parse(value));
    case 'statement':
      return frameTexts(language).yes;
    case 'documents':
      return (value as readonly string[]).map((one) => nameOf(language, one)).join('; ');
    case 'phases':
      return (value as readonly Phase[])
        .map(({ name, from, to }) => `${name}: ${dated(language, from)} – ${dated(language, to)}`)
        .join('; ');
    default:
      return String(value);
  }
}

/** What an answer states beside its outcome, in words. */
export const givenFacts = (language: Language, kind: AssignmentKind, facts: AnyFacts): readonly TextFact[] =>
  factFields[kind].flatMap((field) => {
    const value = facts[field.name];
    return value === undefined
      ? []
      : [{ term: factsTexts(language).labels[field.name], value: valueText(language, field, value) }];
  });
