import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/local-date.ts';
import { addWorkingDays, workingDayFrom, workingDaysBetween } from '../calendar/working-days.ts';
import { noticesOf } from '../notices/notices-of.ts';
import { openWaits } from '../stages/waits.ts';
import { rebuild } from './apply.ts';
import { renewPause, resume, suspend } from './suspend.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';

const why = { reasonCode: 'supplier-late', reason: 'The substation is under repair.', fault: 'third-party' } as const;
const pauseUntil = (journey: Journey, reviewOn: string) =>
  journey.did(suspend(journey.state, journey.setting, { ...why, reviewOn }, officeRef));
const goOn = (journey: Journey) => journey.take(resume(journey.state, journey.setting, officeRef));
const begun = (on = '2026-01-12') => new Journey({ on, lines: ['power'] }).to('technical-conditions');
const line = (journey: Journey) => journey.find('technical-condition', 'power');

describe('suspension', () => {
  it.each([
    ['2026-01-12', 'not-in-future'],
    ['2025-12-01', 'not-in-future'],
    ['2026-04-13', 'too-late'],
  ])('is not reviewed on %s', (reviewOn, code) => {
    const journey = begun();
    expect(suspend(journey.state, journey.setting, { ...why, reviewOn }, officeRef)).toEqual({
      ok: false,
      failure: { kind: 'invalid', issues: [{ path: 'reviewOn', code }] },
    });
  });

  it.each(['2026-01-13', '2026-04-12'])('may be reviewed on %s', (reviewOn) => {
    expect(pauseUntil(begun(), reviewOn).project.pause).toMatchObject({
      on: '2026-01-12',
      reviewOn,
      fault: 'third-party',
      reasonCode: 'supplier-late',
    });
  });

  it('stops the clock of all that is open, and gives it the days that were left', () => {
    const journey = begun();
    expect([journey.project.due, line(journey).due]).toEqual(['2026-02-04', '2026-02-04']);
    pauseUntil(journey.on('2026-01-19'), '2026-03-02');
    goOn(journey.on('2026-02-16'));
    // Twelve working days were left on 19 January.
    expect([journey.project.due, line(journey).due, journey.find('office-decision').due]).toEqual([
      '2026-03-04',
      '2026-03-04',
      '2026-03-04',
    ]);
    expect(journey.project.pause).toBeUndefined();
    expect(line(journey).baselineDue).toBe('2026-02-04');
  });

  it('freezes what is overdue and does not forgive it', () => {
    const journey = begun().passDay('2026-02-09');
    expect(line(journey).overdue).toBe(true);
    pauseUntil(journey, '2026-03-02');
    expect(goOn(journey.on('2026-02-23')).find('technical-condition')).toMatchObject({
      overdue: true,
      due: '2026-02-18',
    });
  });

  it('of a step that opened meanwhile counts from its opening', () => {
    const journey = new Journey().to('council-approval');
    pauseUntil(journey, '2026-03-02');
    journey.on('2026-01-19').answer('document-check');
    expect(journey.find('council-protocol').due).toBe('2026-02-02');
    goOn(journey.on('2026-01-26'));
    expect(journey.find('council-protocol').due).toBe('2026-02-09');
  });

  describe('while the investor corrects', () => {
    const correcting = () => begun().answer('office-decision', decisionOf('returned')).arrive();

    it('stops the investor’s clock; the workflow waits as before', () => {
      const journey = correcting();
      const waits = openWaits(journey.state);
      expect(journey.find('correction').due).toBe('2026-01-21');
      pauseUntil(journey.on('2026-01-19'), '2026-03-02');
      expect(journey.passDay('2026-02-09').find('correction').overdue).toBe(false);
      goOn(journey.on('2026-02-16'));
      expect(journey.find('correction')).toMatchObject({ due: '2026-02-18', overdue: false });
      expect(openWaits(journey.state)).toEqual(waits);
      expect(noticesOf(journey.changes.at(-1)!).map(({ due }) => due)).toEqual(['2026-02-18', '2026-02-18']);
    });

    it('what is corrected meanwhile opens the stage, whose days begin when the clock runs again', () => {
      const journey = pauseUntil(correcting(), '2026-03-02');
      journey.on('2026-01-19').answer('correction').arrive();
      expect(journey.project).toMatchObject({ phase: 'open', due: '2026-02-11' });
      goOn(journey.on('2026-02-16'));
      const { due } = journey.project;
      expect([due, journey.find('office-decision').due]).toEqual([due, due]);
      expect(workingDaysBetween(journey.setting.calendar, '2026-02-16', due ?? '')).toBe(17);
    });
  });

  it('of nothing is nothing', () => {
    expect(resume(begun().state, begun().setting, officeRef)).toBeUndefined();
  });

  it('leaves what was answered meanwhile alone', () => {
    const journey = pauseUntil(begun(), '2026-03-02').answer('technical-condition', undefined, 'power');
    const answered = line(journey);
    expect(goOn(journey.on('2026-02-16')).state.assignments).toContainEqual(answered);
  });
});

const renewing = (journey: Journey, reviewOn: string) =>
  renewPause(
    journey.state,
    journey.setting,
    { reasonCode: 'supplier-late', reason: 'The transformer is on its way.', reviewOn },
    officeRef,
  );
const renew = (journey: Journey, reviewOn: string) => journey.did(renewing(journey, reviewOn));
const told = (journey: Journey) => noticesOf(journey.changes.at(-1)!).map(({ notice }) => notice);

describe('a pause that comes up for review', () => {
  it.each([
    ['2026-02-02', 'not-later'],
    ['2026-01-20', 'not-later'],
    ['2026-04-27', 'too-late'],
  ])('is not renewed until %s: %s', (reviewOn, code) => {
    const journey = pauseUntil(begun(), '2026-02-02').on('2026-01-26');
    expect(renewing(journey, reviewOn)).toMatchObject({ failure: { issues: [{ path: 'reviewOn', code }] } });
  });

  it('goes on from its beginning where it is renewed, as often as it is; each time stands in the log', () => {
    const journey = pauseUntil(begun().on('2026-01-19'), '2026-03-02');
    renew(journey.on('2026-02-27'), '2026-05-18');
    expect(new Set(told(journey))).toEqual(new Set(['pause-renewed']));
    expect(journey.passDay('2026-03-02').project.pause).toMatchObject({ on: '2026-01-19', reviewOn: '2026-05-18' });
    expect(renewing(journey.on('2026-02-27'), '2026-05-18')).toEqual({ ok: true, value: undefined });
    renew(journey.on('2026-05-18'), '2026-05-25');
    expect(journey.passDay('2026-05-25').project.pause).toBeUndefined();
    expect(journey.changes.flatMap(noticesOf).map(({ notice }) => notice)).toContain('pause-ended');
    // Twelve working days were left on 19 January.
    expect(line(journey).due).toBe(addWorkingDays(journey.setting.calendar, '2026-05-25', 12));
    expect(journey.events.filter(({ body }) => body.type === 'pause-renewed')).toHaveLength(2);
    expect(rebuild(journey.events)).toEqual(journey.state);
  });

  it('ends on the day of its last review, whenever it is renewed and however late the day is run', () => {
    const review = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16 }),
        review,
        fc.array(fc.tuple(fc.nat(89), review), { maxLength: 4 }),
        fc.nat(6),
        (after, first, renewals, missed) => {
          const journey = begun();
          const { calendar } = journey.setting;
          const on = addWorkingDays(calendar, '2026-01-12', after);
          pauseUntil(journey.on(on), addDays(on, first));
          let end = addDays(on, first);
          for (const [before, days] of renewals) {
            const day = addDays(end, -Math.min(before, 10));
            if (day <= on || addDays(day, days) <= end) continue;
            renew(journey.on(day), addDays(day, days));
            end = addDays(day, days);
          }
          journey.passDay(addDays(end, -1));
          expect(journey.project.pause?.reviewOn).toBe(end);
          journey.passDay(addDays(end, missed));
          expect(journey.project.pause).toBeUndefined();
          expect(workingDaysBetween(calendar, end, line(journey).due)).toBe(17 - after);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/*
 * A supplier's pause and the project's, one across the other. The clock of the line stands while either lasts and runs in
 * between: its 17 working days end on 4 February if nothing stands still.
 */
describe('a line that its supplier has paused in a project that is suspended', () => {
  interface Days {
    readonly supplier: readonly [string, string];
    readonly project: readonly [string, string];
  }
  const walk = ({ supplier: [paused, until], project: [suspended, resumed] }: Days) => {
    const journey = begun();
    const steps: readonly [string, () => void][] = [
      [
        paused,
        () =>
          journey
            .on(paused)
            .answer('technical-condition', decisionOf('suspended', 'technical-condition', { until }), 'power'),
      ],
      [suspended, () => pauseUntil(journey.on(suspended), addDays(suspended, 89))],
      [resumed, () => goOn(journey.on(resumed))],
    ];
    const last = resumed > until ? resumed : until;
    const days = Array.from({ length: 120 }, (_, at) => addDays('2026-01-12', at)).filter((day) => day <= last);
    for (const day of days) {
      journey.passDay(day);
      for (const [on, act] of steps) if (on === day) act();
    }
    return line(journey);
  };

  it.each<[string, Days, string]>([
    [
      'the supplier first, the project inside',
      { supplier: ['2026-01-19', '2026-03-02'], project: ['2026-01-26', '2026-02-09'] },
      '2026-03-19',
    ],
    [
      'the supplier first, the project longer',
      { supplier: ['2026-01-19', '2026-02-02'], project: ['2026-01-26', '2026-02-16'] },
      '2026-03-04',
    ],
    [
      'the project first, the supplier inside',
      { supplier: ['2026-01-26', '2026-02-09'], project: ['2026-01-19', '2026-02-16'] },
      '2026-03-04',
    ],
    [
      'the project first, the supplier longer',
      { supplier: ['2026-01-26', '2026-03-02'], project: ['2026-01-19', '2026-02-16'] },
      '2026-03-19',
    ],
    [
      'one after the other',
      { supplier: ['2026-01-19', '2026-01-26'], project: ['2026-02-02', '2026-02-16'] },
      '2026-02-25',
    ],
  ])('%s', (_, days, due) => {
    expect(walk(days)).toMatchObject({ state: 'open', due });
  });

  it('has the working days on which neither stood still, whatever the days', () => {
    const start = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 40 }),
        start,
        fc.integer({ min: 1, max: 40 }),
        (pausedAt, pausedFor, suspendedAt, suspendedFor) => {
          const { calendar } = begun().setting;
          const weekday = (at: number) => addWorkingDays(calendar, '2026-01-12', at);
          const supplier = [weekday(pausedAt), weekday(pausedAt + pausedFor)] as const;
          const project = [weekday(suspendedAt), weekday(suspendedAt + suspendedFor)] as const;
          const pausedDays = new Set(
            [supplier, project].flatMap(([from, to]) =>
              Array.from({ length: workingDaysBetween(calendar, from, to) }, (_, at) =>
                addWorkingDays(calendar, from, at + 1),
              ),
            ),
          );
          const one = walk({ supplier, project });
          expect(workingDaysBetween(calendar, '2026-01-12', one.due)).toBe(17 + pausedDays.size);
          expect(one.due).toBe(workingDayFrom(calendar, one.due));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('renews its pause without its clock having run', () => {
    const journey = begun()
      .on('2026-01-19')
      .answer('technical-condition', decisionOf('suspended', 'technical-condition', { until: '2026-02-02' }), 'power');
    journey
      .on('2026-01-28')
      .answer('technical-condition', decisionOf('suspended', 'technical-condition', { until: '2026-02-16' }), 'power');
    expect(journey.passDay('2026-02-02').find('technical-condition').state).toBe('paused');
    expect(journey.passDay('2026-02-16').find('technical-condition')).toMatchObject({
      state: 'open',
      due: '2026-03-04',
    });
  });
});
