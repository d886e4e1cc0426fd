import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { resume, suspend } from '../project/suspend.ts';
import type { StageId } from '../stages/stage-id.ts';
import { holderTime } from './holder-time.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';

const suspended = (journey: Journey, fault: 'investor' | 'third-party', reviewOn: string) =>
  journey.did(
    suspend(journey.state, journey.setting, { reasonCode: 'other', reason: 'x', fault, reviewOn }, officeRef),
  );
const resumed = (journey: Journey) => journey.take(resume(journey.state, journey.setting, officeRef));

const timeOf = (journey: Journey, stage: StageId) =>
  holderTime(journey.state, journey.events, journey.setting).find((one) => one.stage === stage);
const shares = (journey: Journey, stage: StageId) => {
  const time = timeOf(journey, stage);
  const of = time?.held.map(({ holder, days, late }) => [
    holder.kind === 'party' ? holder.partyId : holder.kind,
    days,
    late,
  ]);
  return { days: time?.days, held: of, paused: time?.paused };
};
const begun = (...lines: ('power' | 'gas')[]) => new Journey({ on: '2026-01-12', lines }).to('technical-conditions');

describe('for how long a stage lay with whom', () => {
  it.each<[string, Journey, StageId, ReturnType<typeof shares>]>([
    [
      'parties side by side, each until it answers; the office once all have',
      begun('power')
        .on('2026-01-14')
        .answer('technical-condition', undefined, 'power')
        .on('2026-01-19')
        .settle()
        .on('2026-01-21'),
      'technical-conditions',
      {
        days: 7,
        held: [
          ['alpha-power', 2, 0],
          ['alpha-architecture', 5, 0],
          ['office', 2, 0],
        ],
        paused: {},
      },
    ],
    [
      'past the day of their answer',
      begun('power').passDay('2026-02-06'),
      'technical-conditions',
      {
        days: 19,
        held: [
          ['alpha-power', 19, 2],
          ['alpha-architecture', 19, 2],
        ],
        paused: {},
      },
    ],
    [
      'while the project is suspended: nobody, by the side at fault',
      resumed(suspended(begun('power').on('2026-01-14'), 'investor', '2026-03-02').on('2026-01-21')).on('2026-01-22'),
      'technical-conditions',
      {
        days: 8,
        held: [
          ['alpha-power', 3, 0],
          ['alpha-architecture', 3, 0],
        ],
        paused: { investor: 5 },
      },
    ],
    [
      'the investor while they correct',
      new Journey()
        .to('letter-of-intent')
        .on('2026-01-14')
        .answer('office-decision', decisionOf('returned'))
        .arrive()
        .on('2026-01-19')
        .answer('correction')
        .arrive()
        .on('2026-01-20'),
      'letter-of-intent',
      {
        days: 6,
        held: [
          ['office', 3, 0],
          ['investor', 3, 0],
        ],
        paused: {},
      },
    ],
  ])('%s', (_, journey, stage, told) => {
    const { held = [], ...rest } = shares(journey, stage);
    const { held: expected = [], ...others } = told;
    expect([rest, held.toSorted()]).toEqual([others, expected.toSorted()]);
  });

  it('tells a supplier’s pause as a third party’s once everybody else has answered', () => {
    const journey = begun('power').settle();
    const paused = begun('power');
    for (const one of paused.open.filter(({ kind }) => kind === 'architectural-planning')) paused.answer(one.kind);
    paused
      .on('2026-01-14')
      .answer('technical-condition', decisionOf('suspended', 'technical-condition', { until: '2026-02-02' }), 'power')
      .on('2026-01-21');
    expect(shares(paused, 'technical-conditions').paused).toEqual({ 'third-party': 5 });
    expect(shares(journey, 'design-documentation').days).toBeUndefined();
  });

  it('adds up: whatever is suspended, each working day since its beginning is somebody’s or stood still', () => {
    const day = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { maxLength: 4 }), day, (pauses, rest) => {
        const journey = begun('power');
        const { calendar } = journey.setting;
        let [on, stood] = ['2026-01-12', 0];
        for (const [runs, stands] of pauses) {
          on = addWorkingDays(calendar, on, runs);
          suspended(journey.on(on), 'third-party', addWorkingDays(calendar, on, 20));
          on = addWorkingDays(calendar, on, stands);
          resumed(journey.on(on));
          stood += stands;
        }
        journey.on(addWorkingDays(calendar, on, rest));
        const time = timeOf(journey, 'technical-conditions');
        const whole = workingDaysBetween(calendar, '2026-01-12', addWorkingDays(calendar, on, rest));
        expect(time?.days).toBe(whole);
        expect(time?.paused['third-party'] ?? 0).toBe(stood);
        expect(time?.held.map(({ days }) => days)).toEqual([whole - stood, whole - stood]);
      }),
      { numRuns: 40 },
    );
  });
});
