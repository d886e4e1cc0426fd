import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SettingChange } from './administration.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { addDays } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { stageIds } from '../stages/stage-id.ts';
import { changed, changeIssue, isMade } from './setting-change.ts';
import { at, contextAt, zoneSetting } from '#test/support/samples.ts';

const today = '2026-01-12';
const context = contextAt(at(today));
const source = { title: 'Order No. 1' };

const day = fc.integer({ min: 1, max: 1800 }).map((days) => addDays(today, days));
const change: fc.Arbitrary<SettingChange> = fc.oneof(
  fc.record({
    change: fc.constant('set-day' as const),
    date: day,
    working: fc.boolean(),
    reason: fc.constantFrom('Storm', 'Moved'),
  }),
  fc.record({ change: fc.constant('clear-day' as const), date: day }),
  fc.record({
    change: fc.constant('set-duration' as const),
    stage: fc.constantFrom(...stageIds),
    workingDays: fc.integer({ min: 1, max: 1000 }),
    source: fc.constant(source),
    effectiveFrom: day,
  }),
  fc.record({
    change: fc.constant('set-asked' as const),
    stage: fc.constant('council-approval' as const),
    without: fc.uniqueArray(fc.constantFrom('council-protocol', 'charter')),
    effectiveFrom: day,
  }),
  fc.record({
    change: fc.constant('withdraw-asked' as const),
    stage: fc.constant('council-approval' as const),
    effectiveFrom: day,
  }),
  fc.record({
    change: fc.constant('withdraw-duration' as const),
    stage: fc.constantFrom(...stageIds),
    effectiveFrom: day,
  }),
);

describe('a change of what dates are counted by', () => {
  it('is made once it is made, and made again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), change, (before, one) => {
        const found = before
          .filter((each) => changeIssue(context, each) === undefined)
          .reduce((all, each) => (isMade(all, each) ? all : changed(all, each)), zoneSetting());
        if (changeIssue(contextAt(at(today), found), one)) return;
        const after = isMade(found, one) ? found : changed(found, one);
        expect(isMade(after, one)).toBe(true);
        expect(new Set(after.zone.overrides.map(({ date }) => date)).size).toBe(after.zone.overrides.length);
      }),
    );
  });

  it('never changes how days before tomorrow are counted', () => {
    fc.assert(
      fc.property(change, fc.integer({ min: -400, max: 0 }), fc.integer({ min: 0, max: 30 }), (one, ago, days) => {
        if (changeIssue(context, one)) return;
        const from = addDays(today, ago - 60);
        const [before, after] = [zoneSetting(), changed(zoneSetting(), one)].map(({ zone }) =>
          calendarOf(zone.country, zone.overrides),
        );
        expect(after && addWorkingDays(after, from, days)).toBe(before && addWorkingDays(before, from, days));
      }),
    );
  });

  it.each<[string, SettingChange, string | undefined]>([
    ['tomorrow', { change: 'set-day', date: '2026-01-13', working: false, reason: 'Storm' }, undefined],
    ['today', { change: 'set-day', date: today, working: false, reason: 'Storm' }, 'not-in-future'],
    ['a day given back, in the past', { change: 'clear-day', date: '2025-12-31' }, 'not-in-future'],
    ['in five years', { change: 'set-day', date: '2031-01-12', working: true, reason: 'Moved' }, undefined],
    ['later than that', { change: 'set-day', date: '2031-01-13', working: true, reason: 'Moved' }, 'too-late'],
    [
      'what must be asked, left out',
      { change: 'set-asked', stage: 'council-approval', without: ['application'], effectiveFrom: '2026-02-02' },
      'not-asked-for',
    ],
    [
      'what another stage asks, left out',
      { change: 'set-asked', stage: 'expertise', without: ['council-protocol'], effectiveFrom: '2026-02-02' },
      'not-asked-for',
    ],
    [
      'a version that is in force, withdrawn',
      { change: 'withdraw-duration', stage: 'expertise', effectiveFrom: today },
      'not-in-future',
    ],
  ])('%s: %s', (_, one, code) => {
    expect(changeIssue(context, one)?.code).toBe(code);
  });

  it('brings no second version of one day', () => {
    const one: SettingChange = {
      change: 'set-duration',
      stage: 'expertise',
      workingDays: 40,
      source,
      effectiveFrom: '2026-02-02',
    };
    const found = changed(zoneSetting(), one);
    expect(changeIssue(contextAt(at(today), found), { ...one, workingDays: 50 })).toEqual({
      path: 'effectiveFrom',
      code: 'taken',
    });
    expect(
      changed(found, { change: 'withdraw-duration', stage: 'expertise', effectiveFrom: '2026-02-02' }).durations,
    ).toEqual(zoneSetting().durations);
  });
});
