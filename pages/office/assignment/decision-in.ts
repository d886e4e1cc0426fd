import { Decision, PaperAnswer, type DecisionRequest, type Outcome } from '#core/stages/decision.ts';
import type { Language } from '#core/kernel/common.ts';
import { factsOf } from '#core/stages/facts.ts';
import type { AssignmentView } from '#core/api/views.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { decisionParts, type DecisionPart } from '#pages/office/assignment/decision-parts.ts';
import { isOnPaper, returnsFields } from '#pages/office/assignment/decision-fields.tsx';
import { unnamedConditions } from '../../answer/answer-in.ts';
import { check, type Checked, type Labels } from '../../kit/check.ts';
import { factLabels, factsIn } from '../../answer/facts-in.ts';
import { numberIn, present, textIn, wholeIn } from '../../kit/values.ts';

type Asked = Pick<AssignmentView, 'kind' | 'holder' | 'byLaw'>;

function partIn(fields: URLSearchParams, { kind }: Asked, part: DecisionPart): unknown {
  if (part === 'facts') return factsIn(kind, fields);
  return part === 'daysToCure' ? wholeIn(fields, part) : textIn(fields, part);
}

/** The number and date of the letter on paper; undefined where an answer comes on none. */
function paperIn(fields: URLSearchParams, asked: Asked, outcome: Outcome): Checked<PaperAnswer> | undefined {
  if (!isOnPaper(asked, outcome)) return undefined;
  const paper = check(
    PaperAnswer,
    present({
      number: textIn(fields, 'onBehalf.number'),
      date: textIn(fields, 'onBehalf.date'),
      receivedOn: textIn(fields, 'onBehalf.receivedOn'),
    }),
  );
  return paper.ok
    ? paper
    : { ok: false, issues: paper.issues.map(({ path, code }) => ({ path: `onBehalf.${path}`, code })) };
}

/** The fields of the letter that were ticked. */
function markedIn(fields: URLSearchParams, asked: Asked, outcome: Outcome): { fields?: string[] } {
  const marked = fields.getAll('fields');
  return returnsFields({ assignment: asked, outcome }) && marked.length > 0 ? { fields: marked } : {};
}

/** The answer of `DecisionFields` put to its contract, the facts to that of the assignment's kind: all that is wrong at once. */
export function decisionIn(fields: URLSearchParams, asked: Asked, outcome: Outcome): Checked<DecisionRequest> {
  const parts = Object.fromEntries(
    decisionParts[outcome].map((part): [string, unknown] => [part, partIn(fields, asked, part)]),
  );
  const decision = check(
    Decision,
    present({ outcome, ...parts, ...markedIn(fields, asked, outcome), version: numberIn(fields, 'version') }),
  );
  const facts = decisionParts[outcome].includes('facts')
    ? check(factsOf(asked.kind, outcome, asked.byLaw), factsIn(asked.kind, fields))
    : undefined;
  const onBehalf = paperIn(fields, asked, outcome);
  const issues = [
    ...[onBehalf, decision, facts].flatMap((one) => (one && !one.ok ? one.issues : [])),
    ...unnamedConditions(outcome, parts['facts']),
  ];
  if (issues.length > 0 || !decision.ok) return { ok: false, issues };
  return {
    ok: true,
    value: {
      decision: decision.value,
      ...(onBehalf?.ok && { onBehalf: onBehalf.value }),
      ...(fields.get('approve') === 'true' && { approve: true }),
    },
  };
}

/** The labels of those fields, for errors. */
export function decisionLabels(language: Language, { kind }: Asked, outcome: Outcome): Labels {
  const { answer: words, project } = officeTexts(language);
  const own = decisionParts[outcome].flatMap((part): [string, string][] =>
    part === 'facts' ? [] : [[part, kind === 'question' && part === 'note' ? words.replyWords : words[part]]],
  );
  return {
    'onBehalf.number': words.paperNumber,
    'onBehalf.date': words.paperDate,
    'onBehalf.receivedOn': project.receivedOn,
    ...factLabels(kind, language),
    ...Object.fromEntries(own),
  };
}
