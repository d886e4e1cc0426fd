import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { assignmentKinds } from '#core/stages/facts.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import type { CalendarEntry } from '#core/calendar/view-calendar.ts';
import { readCalendar } from '#test/support/read-calendar.ts';
import { calendarText } from './calendar-file.ts';

const entry: CalendarEntry = {
  id: 'p1_4-1-1_technical-condition_power',
  sequence: 7,
  due: '2026-01-12',
  number: 'AQT-2025-0001',
  stage: 'technical-conditions',
  assignment: 'technical-condition',
  line: 'power',
  isOver: false,
  url: 'https://zone.example.org/l/a.p1.mac',
};
const now = Date.parse('2026-01-05T04:00:00Z');
const [only] = readCalendar(calendarText('en', 'AQT-2025-0001', [entry], now)).events;

describe('a calendar file', () => {
  it('names what is due, on the whole day, with the page it is answered on', () => {
    expect(only).toMatchObject({
      UID: 'p1_4-1-1_technical-condition_power@zone.example.org',
      SEQUENCE: '7',
      'DTSTART;VALUE=DATE': '20260112',
      DTSTAMP: '20260105T040000Z',
      'LAST-MODIFIED': '20260105T040000Z',
      SUMMARY: 'AQT-2025-0001: technical conditions (power)',
      'URL;VALUE=URI': entry.url,
    });
    expect(only?.['STATUS']).toBeUndefined();
  });

  it('X13: makes nobody busy', () => {
    expect(only).toMatchObject({ TRANSP: 'TRANSPARENT' });
  });

  it('X46: says where it is cut', () => {
    const { events } = readCalendar(calendarText('en', 'x', [entry], now, true));
    expect(events.map(({ SUMMARY }) => SUMMARY)).toContain('Later due dates are not in this file: open the work list');
  });

  it('strikes out what is answered, under the same name and a greater number', () => {
    const [after] = readCalendar(calendarText('en', 'x', [{ ...entry, sequence: 8, isOver: true }], now)).events;
    expect(after).toMatchObject({ UID: only?.['UID'], SEQUENCE: '8', STATUS: 'CANCELLED' });
  });

  it.each(languages)('says in %s what is due and what it is called', (language) => {
    const { assignment: _, ...stage } = entry;
    const { name, events } = readCalendar(
      calendarText(language, 'AQT-2025-0001', [entry, { ...stage, id: 'p1_stage' }], now),
    );
    const english = readCalendar(calendarText('en', 'AQT-2025-0001', [entry, { ...stage, id: 'p1_stage' }], now));
    expect(name).toContain('AQT-2025-0001');
    if (language !== 'en')
      expect(
        [name, ...events.map(({ SUMMARY }) => SUMMARY)].filter(
          (text, at) => text === [english.name, ...english.events.map(({ SUMMARY }) => SUMMARY)][at],
        ),
      ).toEqual([]);
  });

  it('is read back by the letter of the standard, whatever the names hold', () => {
    const entries = fc.array(
      fc.record({
        ...(Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, fc.constant(value)])) as {
          [Key in keyof CalendarEntry]-?: fc.Arbitrary<CalendarEntry[Key]>;
        }),
        stage: fc.constantFrom(...stageIds),
        assignment: fc.constantFrom(...assignmentKinds),
        number: fc.string({ unit: 'binary', maxLength: 40 }),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        entries,
        fc.constantFrom(...languages),
        fc.string({ unit: 'binary', maxLength: 120 }),
        (some, language, of) => {
          expect(readCalendar(calendarText(language, of, some, now)).events).toHaveLength(some.length);
        },
      ),
    );
  });

  it('without a due date is an empty calendar', () => {
    expect(readCalendar(calendarText('kk', 'x', [], now)).events).toEqual([]);
  });
});
