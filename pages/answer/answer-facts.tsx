import type { Decision } from '#core/stages/decision.ts';
import type { AnyFacts, AssignmentKind } from '#core/stages/facts.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, numberText, textsOf } from '#core/texts/index.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { givenFacts } from '#core/texts/given-facts.ts';
import type { Fact } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';

export interface AnswerGiven {
  readonly outcome: Decision['outcome'];
  readonly facts?: AnyFacts | undefined;
  readonly reasonCode?: keyof ReturnType<typeof textsOf>['reasons'] | undefined;
  readonly words?: string | undefined;
  readonly daysToCure?: number | undefined;
  readonly until?: string | undefined;
}

export const answerOf = (decision: Decision): AnswerGiven => ({
  outcome: decision.outcome,
  ...('facts' in decision && decision.facts && { facts: decision.facts }),
  ...('reasonCode' in decision && { reasonCode: decision.reasonCode, words: decision.reason }),
  ...('note' in decision && { words: decision.note }),
  ...('daysToCure' in decision && { daysToCure: decision.daysToCure }),
  ...('until' in decision && { until: decision.until }),
});

const said = (text: string) => <span class="said">{text}</span>;

export function answerFacts(
  { language }: Frame,
  kind: AssignmentKind,
  { outcome, facts = {}, reasonCode, words, daysToCure, until }: AnswerGiven,
): readonly Fact[] {
  const { fields, given } = partyTexts(language);
  const texts = textsOf(language);
  return [
    { term: given, value: texts.outcomes[outcome] },
    ...givenFacts(language, kind, facts).map((fact): Fact => ({
      ...fact,
      value: typeof fact.value === 'string' ? said(fact.value) : fact.value,
    })),
    ...(reasonCode === undefined
      ? []
      : [{ term: fields.reasonCode, value: capital(language, texts.reasons[reasonCode]) }]),
    ...(words === undefined
      ? []
      : [{ term: reasonCode === undefined ? fields.note : fields.reason, value: said(words) }]),
    ...(daysToCure === undefined ? [] : [{ term: fields.daysToCure, value: numberText(language, daysToCure) }]),
    ...(until === undefined ? [] : [{ term: fields.until, value: dateText(language, until) }]),
  ];
}
