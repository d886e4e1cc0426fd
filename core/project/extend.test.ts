import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../calendar/working-days.ts';
import { openWaits } from '../stages/waits.ts';
import { extend } from './extend.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';

const why = { reasonCode: 'weather', reason: 'Frost.' } as const;
const request = (journey: Journey, to: string, assignmentId?: string) =>
  extend(journey.state, journey.setting, { ...why, to, ...(assignmentId && { assignmentId }) }, officeRef);
const begun = () => new Journey({ lines: ['power'] }).to('technical-conditions');

describe('an extension', () => {
  it('of one assignment leaves the stage, the others and its own baseline', () => {
    const journey = begun().passDay('2026-02-05');
    const { assignmentId } = journey.find('technical-condition');
    journey.did(request(journey, '2026-03-12', assignmentId));
    expect(journey.find('technical-condition')).toMatchObject({
      due: '2026-03-12',
      baselineDue: '2026-02-04',
      overdue: false,
    });
    expect(journey.project.due).toBe('2026-02-04');
    expect(journey.find('architectural-planning')).toMatchObject({ due: '2026-02-04', overdue: true });
  });

  it.each(['the stage', 'the office’s decision'])('of %s moves both', (what) => {
    const journey = begun().passDay('2026-02-05');
    journey.did(
      request(journey, '2026-03-12', what === 'the stage' ? undefined : journey.find('office-decision').assignmentId),
    );
    expect(journey.project).toMatchObject({ due: '2026-03-12', stages: { 'technical-conditions': { extensions: 1 } } });
    expect(journey.find('office-decision')).toMatchObject({
      due: '2026-03-12',
      baselineDue: '2026-02-04',
      overdue: false,
    });
    expect(journey.find('technical-condition')).toMatchObject({ due: '2026-02-04', overdue: true });
    expect(journey.events.at(-1)?.body).toEqual({
      type: 'extended',
      from: '2026-02-04',
      to: '2026-03-12',
      reasonCode: 'weather',
      noteId: expect.any(String) as string,
    });
  });

  it.each([
    ['the same day', '2026-02-04', 'not-later'],
    ['an earlier day', '2026-02-03', 'not-later'],
    ['a mistyped year', '2062-03-12', 'too-late'],
    ['a day more than five years ahead', '2031-01-13', 'too-late'],
    ['a Saturday', '2026-03-14', 'not-a-working-day'],
    ['a public holiday', '2026-03-23', 'not-a-working-day'],
  ])('to %s is refused', (_, to, code) => {
    expect(request(begun(), to)).toEqual({ ok: false, failure: { kind: 'invalid', issues: [{ path: 'to', code }] } });
  });

  it('to a working day five years ahead is given', () => {
    expect(request(begun(), '2031-01-10').ok).toBe(true);
  });

  it('to a day that has passed is refused, though it is later than the due date', () => {
    expect(request(begun().on('2026-03-02'), '2026-02-20')).toMatchObject({
      ok: false,
      failure: { issues: [{ code: 'not-later' }] },
    });
  });

  it.each<[string, (journey: Journey) => string]>([
    ['unknown', () => 'p1_4-9-9_plot'],
    [
      'answered',
      (journey) => journey.answer('technical-condition', undefined, 'power').find('technical-condition').assignmentId,
    ],
  ])('of an assignment that is %s finds nothing', (_, way) => {
    const journey = begun();
    expect(request(journey, '2026-03-12', way(journey))).toEqual({ ok: false, failure: { kind: 'not-found' } });
  });

  it('of a stage that has not opened is not possible', () => {
    expect(request(new Journey(), '2026-03-12')).toEqual({
      ok: false,
      failure: { kind: 'not-allowed', action: 'extend', because: 'entering' },
    });
  });

  it('of a correction moves the investor’s date; the stage has none meanwhile', () => {
    const journey = begun().answer('office-decision', decisionOf('returned')).arrive();
    const waits = openWaits(journey.state);
    expect(request(journey, '2026-03-12')).toEqual({
      ok: false,
      failure: { kind: 'not-allowed', action: 'extend', because: 'correcting' },
    });
    journey.did(request(journey, '2026-03-12', journey.find('correction').assignmentId));
    expect(journey.find('correction')).toMatchObject({ due: '2026-03-12', baselineDue: '2026-01-21' });
    expect(openWaits(journey.state)).toEqual(waits);
    // The stage keeps the days that were left.
    expect(journey.on('2026-03-02').answer('correction').arrive().project.due).toBe(
      addWorkingDays(journey.setting.calendar, '2026-03-02', 17),
    );
  });

  it('of construction start is given once, in whatever round', () => {
    const journey = new Journey().to('construction-start');
    journey.did(request(journey, '2027-03-12'));
    const once = { ok: false, failure: { kind: 'not-allowed', action: 'extend', because: 'extended-once' } };
    expect(request(journey, '2027-04-13')).toEqual(once);
    expect(request(journey, '2027-04-13', journey.find('office-decision').assignmentId)).toEqual(once);
    journey.answer('office-decision', decisionOf('returned')).arrive().answer('correction').arrive();
    expect(request(journey, '2027-04-13')).toEqual(once);
    expect(request(journey, '2027-04-13', journey.find('start-notification').assignmentId).ok).toBe(true);
  });

  it('of another stage is given as often as need be', () => {
    const journey = begun();
    for (const to of ['2026-02-12', '2026-03-12', '2026-04-13']) journey.did(request(journey, to));
    expect(journey.project.due).toBe('2026-04-13');
  });
});
