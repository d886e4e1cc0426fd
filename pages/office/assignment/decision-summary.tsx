import type { Language } from '#core/kernel/common.ts';
import type { LetterField } from '#core/letter/letter-correction.ts';
import type { AssignmentView } from '#core/api/views.ts';
import type { Decision, DecisionRequest } from '#core/stages/decision.ts';
import { correctionTexts } from '#core/texts/areas/correction.ts';
import { dateText, numberText, textsOf } from '#core/texts/index.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { capital } from '#core/texts/capital.ts';
import { givenFacts } from '#core/texts/given-facts.ts';
import type { Fact } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { decisionParts, type DecisionPart } from './decision-parts.ts';

function partFact(frame: Frame, decision: Decision, part: Exclude<DecisionPart, 'facts'>): readonly Fact[] {
  const { language } = frame;
  const { answer: words } = officeTexts(language);
  const texts = textsOf(language);
  const value = (decision as Readonly<Record<string, unknown>>)[part];
  if (value === undefined) return [];
  const term = words[part];
  switch (part) {
    case 'to':
      return 'to' in decision ? [{ term, value: texts.stages[decision.to] }] : [];
    case 'reasonCode':
      return 'reasonCode' in decision
        ? [{ term, value: capital(frame.language, texts.reasons[decision.reasonCode]) }]
        : [];
    case 'until':
      return [{ term, value: dateText(language, String(value)) }];
    case 'daysToCure':
      return [{ term, value: numberText(language, Number(value)) }];
    default:
      return [{ term, value: <span class="said">{String(value)}</span> }];
  }
}

const fieldList = (language: Language, fields: readonly LetterField[]): Fact['value'] => (
  <ul class="govuk-list">
    {fields.map((field) => (
      <li key={field}>{correctionTexts(language).fields[field]}</li>
    ))}
  </ul>
);

/** An answer as it was filled in, as terms and values. */
export function decisionSummary(
  frame: Frame,
  { kind, stage }: Pick<AssignmentView, 'kind' | 'stage'>,
  { decision, onBehalf: paper, approve = false }: DecisionRequest,
): readonly Fact[] {
  const { language } = frame;
  const { answer: words } = officeTexts(language);
  return [
    { term: words.outcome, value: capital(frame.language, textsOf(language).outcomes[decision.outcome]) },
    ...(paper
      ? [
          { term: words.paperNumber, value: paper.number },
          { term: words.paperDate, value: dateText(language, paper.date) },
        ]
      : []),
    ...(paper?.receivedOn === undefined
      ? []
      : [{ term: officeTexts(language).project.receivedOn, value: dateText(language, paper.receivedOn) }]),
    ...(decision.outcome === 'returned' && decision.fields?.length
      ? [{ term: correctionTexts(language).toCorrect, value: fieldList(language, decision.fields) }]
      : []),
    ...decisionParts[decision.outcome].flatMap((part): readonly Fact[] => {
      if (part === 'facts') return 'facts' in decision ? givenFacts(language, kind, decision.facts ?? {}) : [];
      return partFact(frame, decision, part);
    }),
    ...(approve
      ? [
          {
            term: officeTexts(language).project.stage,
            value: `${textsOf(language).stages[stage]}: ${textsOf(language).outcomes.approved}`,
          },
        ]
      : []),
  ];
}
