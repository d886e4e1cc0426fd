import { DateText, Money, type Language } from '#core/kernel/common.ts';
import { factFields, type NamedField, type AnyFacts, type AssignmentKind } from '#core/stages/facts.ts';
import { documentKinds } from '#core/documents/document-kind.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { moneyText } from '#core/texts/money.ts';
import { factsTexts } from '#core/texts/areas/facts.ts';
import { frameTexts } from '#core/texts/areas/frame.ts';
import type { Fact } from '../components/facts.tsx';

const nameOf = (language: Language, kind: string): string =>
  documentTexts(language).names[documentKinds.find((one) => one === kind) ?? 'other'];

const dated = (language: Language, value: unknown): string => {
  const date = DateText.safeParse(value);
  return date.success ? dateText(language, date.data) : String(value);
};

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

export const givenFacts = (language: Language, kind: AssignmentKind, facts: AnyFacts): readonly Fact[] =>
  factFields[kind].flatMap((field) => {
    const value = facts[field.name];
    return value === undefined
      ? []
      : [{ term: factsTexts(language).labels[field.name], value: valueText(language, field, value) }];
  });

export const requestText = (
  language: Language,
  {
    kind,
    stage,
    about,
  }: {
    readonly kind: AssignmentKind;
    readonly stage: keyof ReturnType<typeof textsOf>['stages'];
    readonly about?: AssignmentKind | undefined;
  },
): string => {
  const { assignments, stages } = textsOf(language);
  return fill(assignments[kind].request, { stage: stages[stage], about: about ? assignments[about].name : '' });
};
