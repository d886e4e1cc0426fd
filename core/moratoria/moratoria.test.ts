import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/local-date.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import type { Actor } from '../kernel/actor.ts';
import { noticesOf } from '../notices/notices-of.ts';
import { rebuild } from '../project/apply.ts';
import { resume, suspend } from '../project/suspend.ts';
import { followMoratoria, withMoratoria } from './follow-moratoria.ts';
import { moratoriumOn, type Moratorium } from './moratorium.ts';
import { setMoratorium } from './set-moratorium.ts';
import { memoryPorts } from '#test/support/memory-ports.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { at, decisionOf, zoneSetting, zones } from '#test/support/samples.ts';

const moratorium = (change: Partial<Moratorium> = {}): Moratorium => ({
  moratoriumId: 'm1',
  scope: 'zone',
  scopeId: 'alpha',
  utility: 'power',
  from: '2026-01-19',
  reason: 'The main substation is being rebuilt.',
  by: 'head-alpha',
  at: at('2026-01-19'),
  version: 1,
  ...change,
});

/** A project in a zone with moratoria, which its days follow. */
class Held extends Journey {
  hold(...moratoria: readonly Moratorium[]): this {
    this.zone = zoneSetting(zones.alpha, { moratoria });
    return this.take(followMoratoria(this.state, this.setting));
  }
  get told() {
    const change = this.changes.at(-1);
    return change ? noticesOf(change).map(({ notice, recipient }) => `${notice} ${recipient.to}`) : [];
  }
}

/** Both lines and the stage are due on 4 February: 17 working days from 12 January. */
const begun = () => new Held({ on: '2026-01-12', lines: ['power', 'gas'] }).to('technical-conditions');
const power = (journey: Journey) => journey.find('technical-condition', 'power');
const gas = (journey: Journey) => journey.find('technical-condition', 'gas');

describe('which moratorium holds', () => {
  it.each<[string, readonly Moratorium[], string, string | undefined]>([
    ['the day before its first', [moratorium()], '2026-01-18', undefined],
    ['its first day', [moratorium()], '2026-01-19', 'm1'],
    ['the day on which clocks go on', [moratorium({ until: '2026-02-02' })], '2026-02-02', undefined],
    ['the day before that', [moratorium({ until: '2026-02-02' })], '2026-02-01', 'm1'],
    ['another kind of line', [moratorium({ utility: 'gas' })], '2026-01-20', undefined],
    [
      'of two the longer',
      [moratorium({ until: '2026-02-02' }), moratorium({ moratoriumId: 'm2', until: '2026-03-02' })],
      '2026-01-20',
      'm2',
    ],
    [
      'of two the endless',
      [moratorium({ moratoriumId: 'm2' }), moratorium({ until: '2026-03-02' })],
      '2026-01-20',
      'm2',
    ],
  ])('on %s', (_, moratoria, day, id) => {
    expect(moratoriumOn(moratoria, 'power', day)?.moratoriumId).toBe(id);
  });
});

describe('a moratorium', () => {
  it('stops the clock of its line alone, is followed once, and gives the days that were left when it ends', () => {
    const journey = begun().on('2026-01-21').hold(moratorium());
    expect(power(journey)).toMatchObject({
      state: 'paused',
      pausedOn: '2026-01-19',
      moratorium: { moratoriumId: 'm1' },
    });
    expect(power(journey).pausedUntil).toBeUndefined();
    expect(gas(journey)).toMatchObject({ state: 'open', due: '2026-02-04' });
    expect(journey.told).toEqual(['moratorium-began investor']);
    expect(followMoratoria(journey.state, journey.setting)).toBeUndefined();
    journey.passDay('2026-03-02');
    expect([power(journey).overdue, gas(journey).overdue]).toEqual([false, true]);
    journey.on('2026-03-02').hold(moratorium({ until: '2026-03-02', version: 2 }));
    expect(journey.told).toEqual(['moratorium-ended investor']);
    // Twelve working days were left on 19 January.
    expect(power(journey)).toMatchObject({
      state: 'open',
      due: addWorkingDays(journey.setting.calendar, '2026-03-02', 12),
    });
    expect(power(journey).moratorium).toBeUndefined();
    expect(journey.project.due).toBe(power(journey).due);
    expect(rebuild(journey.events)).toEqual(journey.state);
  });

  it('stops what opens while it holds, and tells no day by which it is awaited', () => {
    const journey = new Held({ on: '2026-01-12', lines: ['power', 'gas'] }).to('contract-and-land').settle().approve();
    journey.zone = zoneSetting(zones.alpha, { moratoria: [moratorium({ from: '2026-01-05' })] });
    journey.arrive();
    const opening = journey.changes.at(-1);
    if (opening === undefined) throw new Error('Nothing opened');
    const change = withMoratoria(opening, journey.setting);
    const asked = noticesOf(change).find(({ notice, line }) => notice === 'assignment' && line === 'power');
    expect(asked).toMatchObject({ moratoriumId: 'm1' });
    expect(asked?.due).toBeUndefined();
    expect(change.after.assignments.find(({ line }) => line === 'power')).toMatchObject({
      state: 'paused',
      pausedOn: '2026-01-12',
    });
  });

  it('takes back what became late only after its first day', () => {
    const journey = begun().passDay('2026-02-09');
    expect(power(journey).overdue).toBe(true);
    journey.hold(moratorium({ from: '2026-02-02' }));
    expect(power(journey).overdue).toBe(false);
    const late = begun()
      .passDay('2026-02-09')
      .hold(moratorium({ from: '2026-02-06' }));
    expect(power(late).overdue).toBe(true);
  });

  it('is answered all the same', () => {
    const journey = begun().on('2026-01-21').hold(moratorium()).answer('technical-condition', undefined, 'power');
    expect(power(journey).state).toBe('answered');
  });

  describe('with another pause', () => {
    const own = (journey: Held, until: string) =>
      journey.answer('technical-condition', decisionOf('suspended', 'technical-condition', { until }), 'power');

    it.each([
      ['its supplier’s, which lasts longer', '2026-03-02', '2026-02-16', '2026-03-02'],
      ['its supplier’s, which ends before', '2026-02-02', '2026-02-16', '2026-02-16'],
    ])('%s: the clock goes on when both are over', (_, until, over, goesOn) => {
      const journey = own(begun().on('2026-01-19'), until)
        .on('2026-01-26')
        .hold(moratorium({ from: '2026-01-26', until: over }));
      expect(power(journey)).toMatchObject({ pausedOn: '2026-01-19', pausedUntil: goesOn });
      journey.passDay(addDays(goesOn, -1));
      expect(power(journey).state).toBe('paused');
      journey.passDay(goesOn);
      expect(power(journey)).toMatchObject({
        state: 'open',
        due: addWorkingDays(journey.setting.calendar, goesOn, 12),
      });
    });

    it('its supplier’s own, said while it holds without an end', () => {
      const journey = own(begun().on('2026-01-19').hold(moratorium()), '2026-03-02');
      expect(power(journey).pausedUntil).toBeUndefined();
      journey.on('2026-02-16').hold(moratorium({ until: '2026-02-16', version: 2 }));
      expect(power(journey)).toMatchObject({ state: 'paused', pausedUntil: '2026-03-02' });
      expect(power(journey.passDay('2026-03-02'))).toMatchObject({
        state: 'open',
        due: addWorkingDays(journey.setting.calendar, '2026-03-02', 12),
      });
    });

    it('the project’s, which lasts longer: the clock goes on with the project', () => {
      const journey = begun().on('2026-01-19').hold(moratorium());
      const request = { reasonCode: 'other', reason: 'x', fault: 'office', reviewOn: '2026-04-01' } as const;
      journey.did(suspend(journey.on('2026-01-26').state, journey.setting, request, officeRef));
      journey.on('2026-02-16').hold(moratorium({ until: '2026-02-16', version: 2 }));
      expect(power(journey).state).toBe('paused');
      journey.take(resume(journey.on('2026-03-02').state, journey.setting, officeRef));
      expect(power(journey)).toMatchObject({
        state: 'open',
        due: addWorkingDays(journey.setting.calendar, '2026-03-02', 12),
      });
    });
  });

  it('is worth the working days for which it held, whenever it was entered, and however often a day was missed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        fc.nat(5),
        (after, noted, length, ends, missed) => {
          const journey = begun();
          const { calendar } = journey.setting;
          const from = addWorkingDays(calendar, '2026-01-12', after);
          const entered = addDays(from, noted);
          const until = addDays(entered, length);
          journey.passDay(entered).on(entered);
          journey.hold(moratorium({ from, ...(ends && { until }) }));
          journey.passDay(addDays(until, -1));
          expect(power(journey).state).toBe('paused');
          journey.zone = zoneSetting(zones.alpha, { moratoria: [moratorium({ from, until, version: 2 })] });
          journey.passDay(addDays(until, missed));
          const { state, due } = power(journey);
          expect(state).toBe('open');
          // A clock with a pause is the clock with the same days cut out.
          expect(workingDaysBetween(calendar, '2026-01-12', due) - workingDaysBetween(calendar, from, until)).toBe(17);
          expect(rebuild(journey.events)).toEqual(journey.state);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const staff = (role: 'head' | 'officer' | 'headquarters', scope: 'zone' | 'region', scopeId: string): Actor => ({
  kind: 'staff',
  personId: `${role}-${scopeId}`,
  memberships: [{ personId: `${role}-${scopeId}`, scope, scopeId, role }],
});
const head = staff('head', 'zone', 'alpha');
const request = { scope: 'zone', scopeId: 'alpha', utility: 'power', from: '2026-01-19', reason: 'Rebuilt.' } as const;

describe('to enter a moratorium', () => {
  const now = at('2026-01-21');
  const setting = (actor: Actor, change: object = {}, ports = memoryPorts()) =>
    setMoratorium(ports, { moratoriumId: 'm1', request: { ...request, ...change }, actor, now });

  it.each<[string, Actor, object, object]>([
    ['the head of the zone', head, {}, { ok: true }],
    ['an officer', staff('officer', 'zone', 'alpha'), {}, { failure: { kind: 'forbidden' } }],
    ['the head of another zone', staff('head', 'zone', 'beta'), {}, { failure: { kind: 'not-found' } }],
    [
      'the head of a zone, for its region',
      head,
      { scope: 'region', scopeId: zones.alpha.regionId },
      { failure: { kind: 'forbidden' } },
    ],
    [
      'headquarters of the region',
      staff('headquarters', 'region', zones.alpha.regionId),
      { scope: 'region', scopeId: zones.alpha.regionId },
      { ok: true },
    ],
    ['nobody’s zone', head, { scopeId: 'nowhere' }, { failure: { kind: 'not-found' } }],
    [
      'from too long ago',
      head,
      { from: '2025-10-01' },
      { failure: { issues: [{ path: 'from', code: 'in-the-past' }] } },
    ],
    [
      'until yesterday',
      head,
      { until: '2026-01-20' },
      { failure: { issues: [{ path: 'until', code: 'in-the-past' }] } },
    ],
  ])('%s', async (_, actor, change, outcome) => {
    expect(await setting(actor, change)).toMatchObject(outcome);
  });

  it('twice is once; its kind stays; what is over stays so', async () => {
    const ports = memoryPorts();
    expect(await setting(head, {}, ports)).toMatchObject({ value: { version: 1 } });
    expect(await setting(head, {}, ports)).toMatchObject({ value: { version: 1 } });
    expect(ports.memory.rows.size).toBe(1);
    expect(await setting(head, { utility: 'gas' }, ports)).toMatchObject({
      failure: { issues: [{ path: 'utility', code: 'invalid_value' }] },
    });
    expect(await setting(head, { until: '2026-01-21' }, ports)).toMatchObject({ value: { version: 2 } });
    expect(await setting(head, { until: '2026-02-21' }, ports)).toMatchObject({ failure: { kind: 'conflict' } });
  });
});
