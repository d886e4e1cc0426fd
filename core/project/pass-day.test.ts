import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/local-date.ts';
import { end } from './end.ts';
import { passDay } from './pass-day.ts';
import { suspend } from './suspend.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';

const overdue = (journey: Journey) => journey.state.assignments.filter((one) => one.overdue).map(({ kind }) => kind);
const suspended = (journey: Journey, reviewOn: string) =>
  journey.did(
    suspend(journey.state, journey.setting, { reasonCode: 'other', reason: 'x', fault: 'office', reviewOn }, officeRef),
  );

describe('a day that passes', () => {
  it.each([
    ['2026-01-19', []],
    ['2026-01-20', ['document-check']],
    ['2026-02-02', ['document-check']],
    ['2026-02-03', ['office-decision', 'document-check']],
  ])('on %s marks as overdue: %j', (day, kinds) => {
    expect(overdue(new Journey().to('council-approval').passDay(day))).toEqual(kinds);
  });

  it('changes nothing a second time, nor when nothing is due', () => {
    const journey = new Journey().to('council-approval').passDay('2026-03-02');
    expect(passDay(journey.state, journey.setting)).toBeUndefined();
    expect(passDay(journey.on('2026-03-03').state, journey.setting)).toBeUndefined();
    expect(passDay(new Journey().state, new Journey().setting)).toBeUndefined();
  });

  it('marks a correction that the investor owes', () => {
    const journey = new Journey().to('letter-of-intent').answer('office-decision', decisionOf('returned')).arrive();
    expect(overdue(journey.passDay('2026-01-21'))).toEqual([]);
    expect(overdue(journey.passDay('2026-01-22'))).toEqual(['correction']);
  });

  it('leaves a project that stands still, one that has ended, and what was answered', () => {
    expect(overdue(suspended(new Journey().to('council-approval'), '2026-04-01').passDay('2026-03-31'))).toEqual([]);
    const ended = new Journey().to('council-approval');
    ended.take(
      end(ended.state, ended.setting, { as: 'withdrawn', by: { kind: 'investor' }, reasonCode: 'investor-asked' }),
    );
    expect(passDay(ended.on('2026-03-02').state, ended.setting)).toBeUndefined();
    expect(overdue(new Journey().to('council-approval').settle().passDay('2026-03-02'))).toEqual(['office-decision']);
  });

  it('ends a pause that nobody renewed on its day of review, by the system', () => {
    const journey = suspended(new Journey().to('council-approval').on('2026-01-13'), '2026-02-10');
    expect(journey.passDay('2026-02-09').project.pause).toBeDefined();
    expect(journey.passDay('2026-02-10').project).toMatchObject({ due: '2026-03-02' });
    expect(journey.project.pause).toBeUndefined();
    expect(journey.events.at(-1)).toMatchObject({ actor: { kind: 'system' }, body: { type: 'resumed' } });
  });

  it('caught up after an outage gives the dates that daily runs would have given', () => {
    const begun = () => {
      const journey = new Journey({ lines: ['power', 'gas'] }).to('technical-conditions').on('2026-01-19');
      journey.answer(
        'technical-condition',
        decisionOf('suspended', 'technical-condition', { until: '2026-02-10' }),
        'gas',
      );
      return suspended(journey.on('2026-01-21'), '2026-02-03');
    };
    const daily = begun();
    for (let day = '2026-01-22'; day <= '2026-04-01'; day = addDays(day, 1)) daily.passDay(day);
    const once = begun().passDay('2026-04-01');
    const dates = (journey: Journey) =>
      journey.state.assignments.map(({ assignmentId, due, overdue: late, state }) => [assignmentId, due, late, state]);
    expect(dates(once)).toEqual(dates(daily));
    expect(once.project.due).toBe(daily.project.due);
    expect(overdue(once)).toContain('technical-condition');
  });

  it('of several suppliers’ pauses ends each on its own day', () => {
    const journey = new Journey({ lines: ['power', 'gas'] }).to('technical-conditions');
    for (const [line, until] of [
      ['power', '2026-01-14'],
      ['gas', '2026-01-20'],
    ] as const)
      journey.answer('technical-condition', decisionOf('suspended', 'technical-condition', { until }), line);
    journey.passDay('2026-01-26');
    expect([journey.find('technical-condition', 'power').due, journey.find('technical-condition', 'gas').due]).toEqual([
      '2026-02-06',
      '2026-02-12',
    ]);
  });
});
