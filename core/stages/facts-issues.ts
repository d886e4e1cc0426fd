import type { Outcome, PaperAnswer } from './decision.ts';
import type { AnyFacts, AssignmentKind } from './facts.ts';
import type { Issue } from '../kernel/result.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';

/** Days on which something was signed, issued or seen: none of them is still to come. */
const written: Partial<Readonly<Record<AssignmentKind, string>>> = {
  'council-protocol': 'protocolDate',
  contract: 'contractDate',
  'register-entry': 'registerDate',
  'technical-condition': 'issuedDate',
  'architectural-planning': 'assignmentDate',
  expertise: 'conclusionDate',
  financing: 'confirmationDate',
  'start-notification': 'notificationDate',
  'site-confirmation': 'inspectedOn',
};

/** Terms: the second day comes after the first. */
const terms: Partial<Readonly<Record<AssignmentKind, readonly [string, string]>>> = {
  contract: ['contractDate', 'contractUntil'],
  'technical-condition': ['issuedDate', 'validUntil'],
};

const isLater = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && one > other;

interface Given {
  readonly kind: AssignmentKind;
  readonly outcome: Outcome;
  readonly facts: AnyFacts;
}

/**
 * What an answer's facts say that cannot be so, once their shape is right (contracts/facts.ts): a document of tomorrow, a term
 * that ends before it begins, conditions that nobody names, a plot in Uzbekistan without its auction. Paths within the facts.
 */
export function factIssues({ kind, outcome, facts }: Given, context: ZoneContext): readonly Issue[] {
  const day = written[kind];
  const [from, to] = terms[kind] ?? [];
  return [
    ...(day && isLater(facts[day], today(context)) ? [{ path: day, code: 'in-future' }] : []),
    ...(from && to && !isLater(facts[to], facts[from]) ? [{ path: to, code: 'not-after-beginning' }] : []),
    ...(outcome === 'issued-with-conditions' && facts['conditions'] === undefined
      ? [{ path: 'conditions', code: 'missing' }]
      : []),
    ...(kind === 'plot' && context.zone.country === 'UZ' && facts['auctionLot'] === undefined
      ? [{ path: 'auctionLot', code: 'missing' }]
      : []),
  ];
}

/** A letter on paper has come in, so it is not dated tomorrow, nor received tomorrow or before it was written. */
export const paperIssues = (paper: PaperAnswer | undefined, context: ZoneContext): readonly Issue[] => [
  ...(isLater(paper?.date, today(context)) ? [{ path: 'onBehalf.date', code: 'in-future' }] : []),
  ...(isLater(paper?.receivedOn, today(context)) ? [{ path: 'onBehalf.receivedOn', code: 'in-future' }] : []),
  ...(paper?.receivedOn !== undefined && isLater(paper.date, paper.receivedOn)
    ? [{ path: 'onBehalf.receivedOn', code: 'before-letter' }]
    : []),
];
