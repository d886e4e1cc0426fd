import { describe, expect, it } from 'vitest';
import { projectView } from '../project/project-views.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { StageId } from './stage-id.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, facts, head, membership, partiesOf, staff, zones, zoneSetting } from '#test/support/samples.ts';

/** A project that begins a stage on a day. */
const beginning = (stage: StageId, on: string, zone = zoneSetting(), simple = false): Journey => {
  const journey = new Journey({ on: '2026-01-12', zone });
  const before = { 'technical-conditions': 'contract-and-land', expertise: 'design-documentation' }[stage as string];
  journey.to(before as StageId).on(on);
  if (simple) journey.answer('contract', { outcome: 'done', facts: { ...facts.contract, simpleObject: true } });
  return journey.settle().approve().arrive();
};
const outcomesOf = ({ state, setting }: Journey, kind: 'expertise') =>
  projectView(staff(membership('head', state.project.zoneId)), state, 'Company', setting).assignments.find(
    (one) => one.kind === kind,
  )?.allowedOutcomes;

describe('an expertise', () => {
  it.each([
    ['KZ', '2026-06-30', ['done', 'refused', 'returned']],
    ['KZ', '2026-07-01', ['done', 'refused']],
    ['UZ', '2026-07-02', ['done', 'refused', 'returned']],
  ] as const)('in %s begun on %s is answered %j', (country, on, expected) => {
    const journey = beginning('expertise', on, zoneSetting(country === 'KZ' ? zones.alpha : zones.gamma));
    // A stage that runs keeps the law under which it began.
    journey.on('2026-08-10');
    expect(outcomesOf(journey, 'expertise')).toEqual(expected);
    const remarks = journey.try('expertise', decisionOf('returned', 'expertise'));
    expect(remarks.ok).toBe(expected.includes('returned' as never));
  });
});

describe('documentation', () => {
  const concluded = (country: 'KZ' | 'UZ', conclusionDate: string, on: string): Journey => {
    const journey = beginning('expertise', '2026-01-20', zoneSetting(country === 'KZ' ? zones.alpha : zones.gamma));
    journey.answer('expertise', { outcome: 'done', facts: { ...facts.expertise, conclusionDate } });
    return journey.settle().on(on);
  };

  it.each([
    ['KZ', '2023-07-03', '2026-07-02', true],
    ['KZ', '2023-07-02', '2026-07-02', true],
    ['KZ', '2023-07-01', '2026-07-02', false],
    // The Code is not in force yet.
    ['KZ', '2023-06-29', '2026-06-30', true],
    ['UZ', '2020-01-01', '2026-07-02', true],
  ] as const)('in %s concluded on %s opens stage 7 on %s: %s', (country, conclusionDate, on, opens) => {
    const journey = concluded(country, conclusionDate, on);
    const decided = journey.try('office-decision');
    expect(decided.ok).toBe(opens);
    if (!opens)
      expect(journey.failure('office-decision')).toEqual({
        kind: 'gate-closed',
        missing: [{ what: 'outdated', name: 'expertise' }],
      });
  });

  it('cannot start construction when it grew old in stage 7, and can go back to be corrected', () => {
    const journey = concluded('KZ', '2023-07-15', '2026-07-02').approve().arrive().settle().on('2026-07-20');
    expect(journey.failure('office-decision')).toMatchObject({ kind: 'gate-closed' });
    expect(projectView(head, journey.state, 'Company', journey.setting).missing).toEqual([
      { what: 'outdated', name: 'expertise' },
    ]);
    journey.sendBack('design-documentation').arrive();
    expect(journey.project.stage).toBe('design-documentation');
  });
});

describe('technical conditions', () => {
  const dueOf = (journey: Journey) => ({
    supplier: journey.find('technical-condition', 'power').due,
    package: journey.find('architectural-planning').due,
  });

  it.each([
    ['begun before one request for all', '2026-08-03', false, 17, 17],
    ['of a complex object', '2026-08-04', false, 5, 17],
    ['of a simple object', '2026-08-04', true, 2, 17],
  ])('%s', (_, on, simple, supplier, whole) => {
    const journey = beginning('technical-conditions', on, zoneSetting(), simple);
    const { calendar } = journey.setting;
    expect(dueOf(journey)).toEqual({
      supplier: addWorkingDays(calendar, on, supplier),
      package: addWorkingDays(calendar, on, whole),
    });
    expect(journey.find('office-decision').due).toBe(addWorkingDays(calendar, on, whole));
  });

  it('of Uzbekistan share the days of the stage', () => {
    const journey = beginning('technical-conditions', '2026-08-04', zoneSetting(zones.gamma));
    expect(dueOf(journey).supplier).toBe(dueOf(journey).package);
  });

  it.each([
    ['2026-08-03', { kind: 'office' }],
    ['2026-08-04', { kind: 'party', partyId: 'alpha-architecture' }],
  ])('of a supplier that the zone does not know, begun on %s, lie with %j', (on, holder) => {
    const parties = partiesOf('alpha').filter(({ kind }) => kind !== 'power');
    const journey = beginning('technical-conditions', on, zoneSetting(zones.alpha, { parties }));
    expect(journey.find('technical-condition', 'power').holder).toEqual(holder);
  });

  it.each([
    ['2026-08-03', 0],
    ['2026-08-04', 1],
  ])('begun on %s and suspended twice by the supplier open %i obstacles', (on, count) => {
    const journey = beginning('technical-conditions', on);
    const suspended = (until: string) =>
      journey.answer('technical-condition', decisionOf('suspended', 'technical-condition', { until }), 'power');
    suspended('2026-09-01');
    suspended('2026-09-08');
    expect(journey.state.obstacles).toHaveLength(count);
    expect(journey.project.openObstacles).toBe(count);
    if (count > 0)
      expect(journey.state.obstacles[0]).toMatchObject({
        about: { kind: 'line', line: 'power' },
        owner: { kind: 'office' },
        state: 'open',
      });
    expect(journey.find('technical-condition', 'power')).toMatchObject({ state: 'paused', pausedUntil: '2026-09-08' });
  });

  const grounds = {
    outcome: 'refused',
    reasonCode: 'no-capacity',
    reason: 'The transformer is full.',
    facts: { deficit: '2.4 MW', alternative: 'Substation Sever', connectionDate: '2027-06-01' },
  } as const;

  it('are refused with a ground of the law, the deficit, an alternative and a day, and the regulator is asked', () => {
    const journey = beginning('technical-conditions', '2026-08-04').answer('technical-condition', grounds, 'power');
    expect(journey.state.assignments.find(({ line, answer }) => line === 'power' && answer)?.answer).toMatchObject({
      outcome: 'refused',
      reasonCode: 'no-capacity',
      facts: grounds.facts,
    });
    const { kind, holder, due } = journey.find('regulator-word', 'power');
    expect([kind, holder, due]).toEqual(['regulator-word', { kind: 'office' }, '2026-08-13']);
    expect(journey.find('refusal').state).toBe('open');
    // It holds nothing up, and its answer settles no line.
    expect(journey.failure('regulator-word', { outcome: 'done', facts: {} })).toMatchObject({
      issues: [{ path: 'decision.note', code: 'missing' }],
    });
    journey.answer('regulator-word', { outcome: 'done', facts: {}, note: 'The refusal is lawful.' });
    expect(journey.missing).toContainEqual({ what: 'line', name: 'power' });
  });

  it.each([
    ['another ground', { ...grounds, reasonCode: 'other' }, 'decision.reasonCode', 'invalid_value'],
    ['no facts', { ...grounds, facts: undefined }, 'decision.facts.deficit', 'invalid_type'],
    [
      'no alternative',
      { ...grounds, facts: { ...grounds.facts, alternative: '' } },
      'decision.facts.alternative',
      'too_small',
    ],
    [
      'no day',
      { ...grounds, facts: { ...grounds.facts, connectionDate: 'soon' } },
      'decision.facts.connectionDate',
      '',
    ],
  ] as const)('are not refused with %s', (_, { facts: given, ...decision }, path, code) => {
    const failure = beginning('technical-conditions', '2026-08-04').failure(
      'technical-condition',
      { ...decision, ...(given && { facts: given }) },
      'power',
    );
    expect(failure.kind === 'invalid' && failure.issues[0]).toMatchObject({ path, ...(code && { code }) });
  });

  it.each([
    ['2026-08-03', 'power'],
    ['2026-08-04', 'telecom'],
  ] as const)('begun on %s are refused by %s with a reason alone', (on, line) => {
    const journey = new Journey({ on: '2026-01-12', lines: [line] }).to('contract-and-land').on(on).settle().approve();
    journey.arrive().answer('technical-condition', { ...decisionOf('refused') }, line);
    expect(journey.state.assignments.some(({ kind }) => kind === 'regulator-word')).toBe(false);
    expect(journey.state.assignments.findLast(({ kind }) => kind === 'technical-condition')?.answer?.facts).toEqual({});
  });

  it.each([
    ['2026-08-04', 'power', 200, true],
    ['2026-08-04', 'power', 201, false],
    ['2026-08-04', 'power', undefined, false],
    ['2026-08-04', 'gas', 200, false],
    ['2026-08-03', 'power', 200, false],
  ] as const)('begun on %s: %s of %s kW by contract: %s', (on, line, kilowatts, taken) => {
    const journey = beginning('technical-conditions', on);
    const { kilowatts: _, ...given } = facts['technical-condition'];
    const decision = {
      outcome: 'contract-of-connection',
      facts: { ...given, ...(kilowatts !== undefined && { kilowatts }) },
    } as const;
    expect(journey.try('technical-condition', decision, { line }).ok).toBe(taken);
    if (!taken) return;
    journey.answer('technical-condition', decision, line);
    expect(journey.missing).not.toContainEqual({ what: 'line', name: line });
  });
});
