import { describe, expect, it } from 'vitest';
import { factsByKind, type AnyFacts, type AssignmentKind } from './facts.ts';
import { UtilityNeeds } from '../letter/letter-of-intent.ts';
import type { Outcome } from './decision.ts';
import { factIssues, paperIssues } from './facts-issues.ts';
import { Journey } from '#test/support/journey.ts';
import { at, decisionOf, facts, goodOutcome, paper, contextAt, zones, zoneSetting } from '#test/support/samples.ts';

const kinds = Object.keys(factsByKind) as AssignmentKind[];
const now = at('2026-03-10');
const kz = contextAt(now);
const uz = contextAt(now, zoneSetting(zones.gamma));
const issues = (
  kind: AssignmentKind,
  change: AnyFacts,
  { outcome = goodOutcome(kind), setting: context = kz }: { outcome?: Outcome; setting?: typeof kz } = {},
) =>
  factIssues({ kind, outcome, facts: { ...facts[kind], ...change } }, context).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('facts that cannot be so', () => {
  it.each(kinds)('good facts of %s have none, in either country', (kind) => {
    expect([issues(kind, {}), issues(kind, {}, { setting: uz })]).toEqual([[], []]);
  });

  it.each<[AssignmentKind, string]>([
    ['council-protocol', 'protocolDate'],
    ['contract', 'contractDate'],
    ['register-entry', 'registerDate'],
    ['technical-condition', 'issuedDate'],
    ['architectural-planning', 'assignmentDate'],
    ['expertise', 'conclusionDate'],
    ['financing', 'confirmationDate'],
    ['start-notification', 'notificationDate'],
    ['site-confirmation', 'inspectedOn'],
  ])('%s: %s is today at the latest', (kind, day) => {
    expect(issues(kind, { [day]: '2026-03-10' })).toEqual([]);
    expect(issues(kind, { [day]: '2026-03-11' })).toEqual([`${day} in-future`]);
  });

  it.each<[AssignmentKind, string, string]>([
    ['technical-condition', 'issuedDate', 'validUntil'],
    ['contract', 'contractDate', 'contractUntil'],
  ])('%s: from %s until a later %s', (kind, from, until) => {
    expect(issues(kind, { [from]: '2026-03-09', [until]: '2026-03-10' })).toEqual([]);
    expect(issues(kind, { [from]: '2026-03-09', [until]: '2026-03-09' })).toEqual([`${until} not-after-beginning`]);
    expect(issues(kind, { [from]: '2026-03-09', [until]: '2001-01-01' })).toEqual([`${until} not-after-beginning`]);
  });

  it('conditions are named where there are some', () => {
    expect(issues('technical-condition', { conditions: undefined })).toEqual([]);
    expect(issues('technical-condition', { conditions: undefined }, { outcome: 'issued-with-conditions' })).toEqual([
      'conditions missing',
    ]);
  });

  it('a plot in Uzbekistan has its auction lot', () => {
    expect(issues('plot', { auctionLot: undefined })).toEqual([]);
    expect(issues('plot', { auctionLot: undefined }, { setting: uz })).toEqual(['auctionLot missing']);
  });

  it.each<[string, boolean]>([
    ['4500 kW', true],
    ['0.4 MW', true],
    ['0,05 Gcal/h', true],
    ['as requested', true],
    ['10 trucks a day', true],
    ['0', false],
    ['0 kW', false],
    ['00', false],
    ['0,00 m³/h', false],
    ['   ', false],
    ['', false],
  ])('a capacity of "%s": taken is %s', (capacity, taken) => {
    expect(factsByKind['technical-condition'].safeParse({ ...facts['technical-condition'], capacity }).success).toBe(
      taken,
    );
  });

  it('a need of nought is no need', () => {
    expect(UtilityNeeds.safeParse({ power: { kilowatts: 0 } }).success).toBe(false);
    expect(UtilityNeeds.safeParse({ power: { kilowatts: 0.5 } }).success).toBe(true);
  });

  it('a paper is not dated tomorrow', () => {
    expect(paperIssues(undefined, kz)).toEqual([]);
    expect(paperIssues({ ...paper, date: '2026-03-10' }, kz)).toEqual([]);
    expect(paperIssues({ ...paper, date: '2026-03-11' }, kz)).toEqual([{ path: 'onBehalf.date', code: 'in-future' }]);
  });
});

describe('an answer with such facts', () => {
  it('is refused with the field’s name', () => {
    const journey = new Journey().to('technical-conditions');
    const decision = {
      outcome: 'issued',
      facts: { ...facts['technical-condition'], issuedDate: '2030-01-01', validUntil: '2001-01-01' },
    } as const;
    expect(journey.failure('technical-condition', decision, 'power')).toEqual({
      kind: 'invalid',
      issues: [
        { path: 'decision.facts.issuedDate', code: 'in-future' },
        { path: 'decision.facts.validUntil', code: 'not-after-beginning' },
      ],
    });
  });

  it.each([undefined, decisionOf('suspended')])('from a paper of tomorrow is refused', (decision) => {
    const journey = new Journey().to('technical-conditions');
    const refused = journey.try('technical-condition', decision, {
      line: 'power',
      onBehalf: { ...paper, date: '2026-01-13' },
    });
    expect(refused).toEqual({
      ok: false,
      failure: { kind: 'invalid', issues: [{ path: 'onBehalf.date', code: 'in-future' }] },
    });
  });
});
