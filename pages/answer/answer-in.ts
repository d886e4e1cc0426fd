import { Decision, type Outcome } from '#core/stages/decision.ts';
import type { Language } from '#core/kernel/common.ts';
import { factsOf, type AssignmentKind } from '#core/stages/facts.ts';
import type { Issue } from '#core/kernel/result.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { answerFields, bringsFacts, type PartyOutcome } from '#pages/answer/fields.ts';
import { check, type Checked, type Labels } from '../kit/check.ts';
import { factLabels, factsIn } from './facts-in.ts';
import { valuesIn } from '../kit/form.ts';

/** Conditions that nobody names: the use case would say so only when all else is right. */
export const unnamedConditions = (outcome: Outcome, facts: unknown): readonly Issue[] =>
  outcome === 'issued-with-conditions' &&
  (facts as { readonly conditions?: unknown } | undefined)?.conditions === undefined
    ? [{ path: 'conditions', code: 'missing' }]
    : [];

/** The answer of `AnswerFields` put to its contract, the facts to that of the assignment's kind: all that is wrong at once. */
export function answerIn(
  fields: URLSearchParams,
  kind: AssignmentKind,
  outcome: PartyOutcome,
  byLaw?: boolean,
): Checked<Decision> {
  const typed = bringsFacts(outcome) ? factsIn(kind, fields) : undefined;
  // What a field is called is nothing to its value.
  const own = valuesIn(fields, answerFields('ru', outcome, byLaw));
  const decision = check(Decision, { outcome, ...own, ...(typed && { facts: typed }) });
  const facts = typed && check(factsOf(kind, outcome, byLaw), typed);
  const issues = [
    ...[facts, decision].flatMap((one) => (one && !one.ok ? one.issues : [])),
    ...unnamedConditions(outcome, typed),
  ];
  return issues.length > 0 ? { ok: false, issues } : decision;
}

export const answerLabels = (language: Language, kind: AssignmentKind): Labels => ({
  ...factLabels(kind, language),
  ...partyTexts(language).fields,
});
