import type { Outcome, PaperAnswer } from './decision.ts';
import { fieldsOf, type AnyFacts, type AssignmentKind } from './facts.ts';
import type { Issue } from '../kernel/result.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';

const isLater = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && one > other;

interface Given {
  readonly kind: AssignmentKind;
  readonly outcome: Outcome;
  readonly facts: AnyFacts;
}

/** What cannot be so though its shape is right: a document of tomorrow, an Uzbek plot without auction. */
export function factIssues({ kind, outcome, facts }: Given, context: ZoneContext): readonly Issue[] {
  return fieldsOf(kind, outcome, true).flatMap(({ name, past, after, needed = {} }): Issue[] => {
    const value = facts[name];
    if (past && isLater(value, today(context))) return [{ path: name, code: 'in-future' }];
    if (after !== undefined && !isLater(value, facts[after])) return [{ path: name, code: 'not-after-beginning' }];
    const isNeeded = 'outcome' in needed ? needed.outcome === outcome : needed.country === context.zone.country;
    return isNeeded && value === undefined ? [{ path: name, code: 'missing' }] : [];
  });
}

/** A letter on paper has come in, so it is not dated tomorrow, nor received tomorrow or before it was written. */
export const paperIssues = (paper: PaperAnswer | undefined, context: ZoneContext): readonly Issue[] => [
  ...(isLater(paper?.date, today(context)) ? [{ path: 'onBehalf.date', code: 'in-future' }] : []),
  ...(isLater(paper?.receivedOn, today(context)) ? [{ path: 'onBehalf.receivedOn', code: 'in-future' }] : []),
  ...(paper?.receivedOn !== undefined && isLater(paper.date, paper.receivedOn)
    ? [{ path: 'onBehalf.receivedOn', code: 'before-letter' }]
    : []),
];
