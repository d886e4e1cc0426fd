import { describe, expect, it } from 'vitest';
import type { AssignmentKind } from '#core/stages/facts.ts';
import type { Utility } from '#core/kernel/common.ts';
import { stageSteps } from './assignment-kind.ts';
import { nextStage, stageIds, type StageId } from './stage-id.ts';
import { missing } from './gate.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, readyLines, zoneSetting, zones } from '#test/support/samples.ts';

const needed = (...kinds: readonly AssignmentKind[]) => kinds.map((name) => ({ what: 'assignment', name }));
const lines = (...names: readonly Utility[]) => names.map((name) => ({ what: 'line', name }));

/** What each stage asks for, and what is left after each answer in turn. */
type Turns = readonly (readonly [answered: readonly [AssignmentKind, Utility?] | undefined, left: readonly object[]])[];
const gates: Partial<Readonly<Record<StageId, Turns>>> = {
  'letter-of-intent': [[undefined, []]],
  'council-approval': [
    [undefined, needed('document-check', 'council-protocol')],
    [['document-check'], needed('council-protocol')],
    [['council-protocol'], []],
  ],
  'contract-and-land': [
    [undefined, needed('contract', 'plot', 'register-entry')],
    [['plot'], needed('contract', 'register-entry')],
    [['contract'], needed('register-entry')],
    [['register-entry'], []],
  ],
  'technical-conditions': [
    [undefined, [...lines('power', 'gas'), ...needed('architectural-planning')]],
    [
      ['technical-condition', 'gas'],
      [...lines('power'), ...needed('architectural-planning')],
    ],
    [['architectural-planning'], lines('power')],
    [['technical-condition', 'power'], []],
  ],
  expertise: [
    [undefined, needed('expertise', 'financing', 'line-readiness')],
    [['line-readiness'], needed('expertise', 'financing')],
    [['expertise'], needed('financing')],
    [['financing'], []],
  ],
};

/** Of a stage without a word of its own here: one answer after the other. */
const inTurn = (stage: StageId): Turns => {
  const kinds = stageSteps[stage].map(({ kind }) => kind);
  return [
    [undefined, needed(...kinds)],
    ...kinds.map((kind, at): Turns[number] => [[kind], needed(...kinds.slice(at + 1))]),
  ];
};

describe.each(stageIds)('the gate of %s', (stage) => {
  it('names what is missing, refuses approval until all is in, and opens then', () => {
    const journey = new Journey().to(stage);
    for (const [answered, left] of gates[stage] ?? inTurn(stage)) {
      if (answered) journey.answer(answered[0], undefined, answered[1]);
      expect(journey.missing).toEqual(left);
      if (left.length > 0)
        expect(journey.failure('office-decision', { outcome: 'approved' })).toEqual({
          kind: 'gate-closed',
          missing: left,
        });
    }
    journey.approve();
    expect(journey.project).toMatchObject(
      nextStage(stage) === undefined ? { phase: 'ended', ending: 'construction-started' } : { phase: 'entering' },
    );
  });

  it('stays shut for an approval with conditions, too', () => {
    const journey = new Journey({ signed: stage !== 'letter-of-intent' }).to(stage);
    expect(journey.failure('office-decision', decisionOf('approved-with-conditions'))).toEqual({
      kind: 'gate-closed',
      missing: journey.missing,
    });
    expect(journey.missing).not.toEqual([]);
  });
});

describe('what is asked for when', () => {
  const openKinds = (journey: Journey) => journey.open.map(({ kind, line }) => line ?? kind);
  it.each<[StageId, readonly string[]]>([
    ['letter-of-intent', ['office-decision']],
    ['council-approval', ['office-decision', 'document-check']],
    ['contract-and-land', ['office-decision', 'contract', 'plot']],
    ['technical-conditions', ['office-decision', 'power', 'gas', 'architectural-planning']],
    ['design-documentation', ['office-decision', 'documentation']],
    ['expertise', ['office-decision', 'expertise', 'financing', 'line-readiness']],
    ['construction-start', ['office-decision', 'start-notification']],
  ])('%s begins with %j', (stage, kinds) => {
    expect(openKinds(new Journey().to(stage))).toEqual(kinds);
  });

  it('a step opens when all before it are in, and once', () => {
    const journey = new Journey().to('contract-and-land').answer('contract');
    expect(openKinds(journey)).toEqual(['office-decision', 'plot']);
    expect(openKinds(journey.answer('plot'))).toEqual(['office-decision', 'register-entry']);
    expect(openKinds(journey.answer('register-entry'))).toEqual(['office-decision']);
  });

  it('a plant that needs no line asks for none', () => {
    const journey = new Journey({ lines: [] }).to('technical-conditions');
    expect(openKinds(journey)).toEqual(['office-decision', 'architectural-planning']);
  });
});

describe('a letter without a signature', () => {
  it('cannot be approved', () => {
    const journey = new Journey({ signed: false }).to('letter-of-intent');
    expect(journey.failure('office-decision', { outcome: 'approved' })).toEqual({
      kind: 'gate-closed',
      missing: [{ what: 'signed-letter', name: 'signed-letter' }],
    });
  });
});

describe('the zone’s own lines at stage 6', () => {
  const ready = readyLines('alpha');
  it.each<[string, typeof ready, readonly Utility[]]>([
    ['all ready', ready, []],
    [
      'one with a committed date',
      ready.map((one) =>
        one.utility === 'gas' ? { ...one, report: { state: 'committed', readyBy: '2026-12-01' } } : one,
      ),
      [],
    ],
    [
      'one not ready',
      ready.map((one) => (one.utility === 'gas' ? { ...one, report: { state: 'not-ready' } } : one)),
      ['gas'],
    ],
    ['one never reported', ready.filter(({ utility }) => utility !== 'power'), ['power']],
    [
      'another one not ready',
      ready.map((one) => (one.utility === 'rail' ? { ...one, report: { state: 'not-ready' } } : one)),
      [],
    ],
    ['nothing reported', [], ['power', 'gas']],
  ])('%s', (_, zoneLines, late) => {
    const journey = new Journey({ zone: zoneSetting(zones.alpha, { lines: zoneLines }) }).to('expertise').settle();
    expect(journey.missing).toEqual(late.map((name) => ({ what: 'line-readiness', name })));
    expect(journey.try('office-decision').ok).toBe(late.length === 0);
  });

  it('are asked at no other stage', () => {
    for (const stage of stageIds.filter((one) => one !== 'expertise'))
      expect(missing(new Journey().to(stage).settle().state, [])).toEqual([]);
  });
});
