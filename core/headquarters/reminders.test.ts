import { describe, expect, it } from 'vitest';
import { at, contextAt, membership, people, person } from '#test/support/samples.ts';
import { addDays } from '../calendar/local-date.ts';
import type { StaffPerson } from '../reference/reference.ts';
import type { Headquarters, Instruction, Told } from './headquarters.ts';
import { instructionsTold } from './reminders.ts';
import type { Remit } from './remit.ts';

const headquarters: Headquarters = {
  headquartersId: 'alpha',
  members: [{ kind: 'staff', personId: 'head-alpha' }],
  secretary: 'officer-alpha',
  weekday: 1,
  time: '10:00',
  begunOn: '2026-01-05',
  version: 1,
};
/** Given on Monday 12 January, for Friday the 23rd. */
const instruction: Instruction = {
  instructionId: 'i1',
  number: 1,
  meetingOn: '2026-01-12',
  text: 'Set the poles.',
  responsible: { kind: 'party', partyId: 'alpha-power' },
  deadline: '2026-01-23',
  state: 'open',
  givenAt: at('2026-01-12'),
  givenBy: 'head-alpha',
  said: [],
};

const remitOn = (day: string): Remit => {
  const context = contextAt(at(day, '06:30'));
  return { name: { headquartersId: 'alpha' }, now: context.now, calendar: context.calendar, contexts: [context] };
};

const toldOn = (day: string, one: Instruction, told: Told, staff: readonly StaffPerson[] = people) =>
  instructionsTold(remitOn(day), { headquarters, instructions: [one], meetings: [], told }, staff);

/** Who is told on which working day of five weeks. */
function lived(one: Instruction, { staff = people, without = [] as readonly string[] } = {}) {
  const days: Record<string, readonly string[]> = {};
  let told: Told = {};
  for (let day = '2026-01-12'; day < '2026-02-16'; day = addDays(day, 1)) {
    if (!contextAt(at(day)).calendar.isWorkingDay(day) || without.includes(day)) continue;
    const found = toldOn(day, one, told, staff);
    if (found.items.size > 0)
      days[day] = [...found.items].map(([reader, items]) => `${reader}${items[0]?.referred ? ' above' : ''}`);
    told = found.told ?? told;
  }
  return days;
}

describe('an instruction is told of', () => {
  const own = ['party:alpha-power'];
  const desk = ['staff:officer-alpha above', 'staff:head-alpha above'];
  const above = ['staff:headquarters-north above', 'staff:leadership-north above'];

  it('once a step: given, 5 and 1 working days before, 1 after, then to secretary and head, then above them', () => {
    expect(lived(instruction)).toEqual({
      '2026-01-13': own,
      '2026-01-16': own,
      '2026-01-22': own,
      '2026-01-26': own,
      '2026-01-28': desk,
      '2026-02-04': above,
    });
  });

  it.each<[string, Partial<Instruction>, object]>([
    ['with evidence that waits: nobody', { state: 'evidence' }, {}],
    ['accepted: nobody', { state: 'done' }, {}],
    [
      'the head answers for it: once, not from above too',
      { responsible: { kind: 'staff', personId: 'head-alpha' } },
      {
        '2026-01-13': ['staff:head-alpha'],
        '2026-01-16': ['staff:head-alpha'],
        '2026-01-22': ['staff:head-alpha'],
        '2026-01-26': ['staff:head-alpha'],
        '2026-01-28': ['staff:officer-alpha above'],
        '2026-02-04': above,
      },
    ],
    [
      'whoever answered for it has left: those above only',
      { responsible: { kind: 'staff', personId: 'gone' } },
      { '2026-01-28': desk, '2026-02-04': above },
    ],
    [
      'with one day for it: given and due in one line',
      { deadline: '2026-01-13' },
      { '2026-01-13': own, '2026-01-14': own, '2026-01-16': desk, '2026-01-23': above },
    ],
  ])('%s', (_, change, days) => {
    expect(lived({ ...instruction, ...change })).toEqual(days);
  });

  it('later, where the days on which it was due to be told were missed: each of them once', () => {
    const without = ['2026-01-22', '2026-01-23', '2026-01-26', '2026-01-27', '2026-01-28'];
    expect(lived(instruction, { without })['2026-01-29']).toEqual([...own, ...desk]);
  });

  it('again on the same day, where a run is repeated, and not on the next', () => {
    const first = toldOn('2026-01-13', instruction, {});
    expect(toldOn('2026-01-13', instruction, first.told ?? {})).toEqual({ items: first.items });
    expect(toldOn('2026-01-14', instruction, first.told ?? {}).items.size).toBe(0);
  });

  it('by who stands in, while the person is away', () => {
    const absence = { from: '2026-01-12', until: '2026-01-20', deputyId: 'officer-alpha' };
    const staff = [
      ...people.filter(({ personId }) => personId !== 'head-alpha'),
      person({ ...membership('head'), absence }),
    ];
    const days = lived({ ...instruction, responsible: { kind: 'staff', personId: 'head-alpha' } }, { staff });
    expect([days['2026-01-13'], days['2026-01-22']]).toEqual([['staff:officer-alpha'], ['staff:head-alpha']]);
  });
});
