import { describe, expect, it } from 'vitest';
import type { AgendaItem } from './agenda.ts';
import { hallItems, instructedBefore } from './hall.ts';
import type { Instruction } from './headquarters.ts';

const of = (number: number, change: Partial<Instruction> = {}): Instruction => ({
  instructionId: `i${String(number)}`,
  number,
  meetingOn: '2026-01-14',
  text: 'Set the poles.',
  responsible: { kind: 'party', partyId: 'alpha-power' },
  deadline: '2026-01-20',
  state: 'open',
  givenAt: 0,
  givenBy: 'head-alpha',
  said: [],
  ...change,
});
const project = { projectId: 'p1', number: 'A-1' };
const instructions = [
  of(1),
  of(2, { project }),
  of(3, { responsible: { kind: 'staff', personId: 'officer-alpha' } }),
  of(4, { project: { projectId: 'p2', number: 'A-2' } }),
  of(5, { project }),
  of(6, { project }),
  of(7, { project }),
];
const item = { zoneId: 'alpha', holder: 'alpha-power' };

describe('what was instructed before about a matter', () => {
  it.each<[string, AgendaItem, readonly number[]]>([
    ['an instruction: itself', { ...item, instructionId: 'i2', projectId: 'p1' }, [2]],
    ['of a project: the latest of that project', { ...item, projectId: 'p1' }, [7, 6, 5]],
    ['of a line: what its builder was told of no project', { ...item, lineId: 'alpha-l-1' }, [1]],
    ['held by somebody of the staff', { ...item, holder: 'staff:officer-alpha' }, [3]],
    ['of a project of which nothing was said', { ...item, projectId: 'p3' }, []],
  ])('%s', (_, asked, numbers) => {
    expect(instructedBefore(instructions, asked).map(({ number }) => number)).toEqual(numbers);
  });
});

it('a matter is called by what it is about, wherever it stands on the agenda', () => {
  const sections = [
    { section: 'overdue' as const, items: [{ ...item, projectId: 'p1', assignmentId: 'p1_4-1_x' }] },
    { section: 'pauses' as const, items: [{ ...item, projectId: 'p1' }] },
  ];
  const keys = hallItems(sections).map(({ key }) => key);
  expect(keys).toEqual(['overdue.p1_4-1_x', 'pauses.p1.']);
  expect(hallItems(sections.toReversed()).map(({ key }) => key)).toEqual(keys.toReversed());
});
