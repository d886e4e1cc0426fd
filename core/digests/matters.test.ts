import { describe, expect, it } from 'vitest';
import type { Obstacle } from '#core/obstacles/obstacle.ts';
import { isStale } from '#core/work/stale.ts';
import { at, contextAt, people, zoneSetting, zones } from '#test/support/samples.ts';
import { mattersOf } from './matters.ts';

const obstacle = (change: Partial<Obstacle> = {}): Obstacle => ({
  obstacleId: 'z1',
  about: { kind: 'line', line: 'power' },
  owner: { kind: 'office' },
  ownedSince: at('2026-01-05'),
  state: 'open',
  raisedBy: { kind: 'system' },
  raisedAt: at('2026-01-05'),
  said: [],
  ...change,
});

const hash = (text: string): string => `${text}············`;
const none = { staff: people, obstacles: [], followUps: [], stale: 0, hash };
const inZone = (day: string, change: Partial<Obstacle> = {}) =>
  contextAt(
    at(day),
    zoneSetting(zones.alpha, {
      zoneObstacles: [{ zoneId: 'alpha', version: 1, obstacle: obstacle(change), words: {} }],
    }),
  );
const readers = (...given: Parameters<typeof mattersOf>) => [...mattersOf(...given).keys()].toSorted();

describe('an obstacle of the zone', () => {
  const due = '2026-01-19';
  it.each<[string, string, Partial<Obstacle>, readonly string[]]>([
    ['far off', '2026-01-12', { due }, []],
    ['near', '2026-01-14', { due }, ['staff:officer-alpha']],
    ['without a day', '2026-01-14', {}, []],
    ['late', '2026-01-20', { due }, ['staff:officer-alpha']],
    [
      'late on the day on which the head hears of it',
      '2026-01-22',
      { due, told: { rung: 'head', on: '2026-01-22' } },
      ['staff:head-alpha', 'staff:officer-alpha'],
    ],
    [
      'late on the day after that',
      '2026-01-23',
      { due, told: { rung: 'head', on: '2026-01-22' } },
      ['staff:officer-alpha'],
    ],
    [
      'given to a party the day before',
      '2026-01-13',
      { owner: { kind: 'party', partyId: 'alpha-power' }, ownedSince: at('2026-01-12') },
      ['party:alpha-power'],
    ],
  ])('%s', (_, day, change, told) => {
    expect(readers(inZone(day, change), none)).toEqual(told);
  });
});

describe('whoever answers for an obstacle', () => {
  it.each<[string, string | undefined, readonly string[]]>([
    ['is there', 'staff:officer-alpha', []],
    ['has left the office', 'staff:gone', ['staff:head-alpha']],
    ['has lost the address of their party', 'party:alpha-power:000000000000', ['staff:head-alpha']],
    ['is the investor', 'investor', []],
    ['is nobody by name', undefined, []],
  ])('%s', (_, person, told) => {
    const named = person === undefined ? {} : { person };
    const one = { projectId: 'p1', number: 'ALP-2026-0001', obstacle: obstacle({ obstacleId: 'o1', ...named }) };
    expect(readers(contextAt(at('2026-01-14')), { ...none, obstacles: [one] })).toEqual(told);
    expect(readers(inZone('2026-01-14', named), none)).toEqual(told);
    const over = { ...one, obstacle: { ...one.obstacle, state: 'resolved' as const } };
    expect(readers(contextAt(at('2026-01-14')), { ...none, obstacles: [over] })).toEqual([]);
  });
});

describe('what somebody does on a day', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['before its day', '2026-01-13', 'officer-alpha', []],
    ['on its day', '2026-01-14', 'officer-alpha', ['staff:officer-alpha']],
    ['after it', '2026-01-16', 'officer-alpha', ['staff:officer-alpha']],
    ['of somebody who has left', '2026-01-14', 'gone', ['staff:head-alpha']],
  ])('%s', (_, day, who, told) => {
    const one = {
      ...{ followUpId: 'f-1', zoneId: 'alpha', projectId: 'p1', number: 'ALP-2026-0001', text: 'Call.' },
      ...{ on: '2026-01-14', who, by: 'head-alpha', at: at('2026-01-12'), version: 1 },
    };
    expect(readers(contextAt(at(day)), { ...none, followUps: [one] })).toEqual(told);
  });
});

describe('projects that nobody has verified for long', () => {
  it('are told to the office on the first working day of a week', () => {
    const told = (day: string, stale = 2) => readers(contextAt(at(day)), { ...none, stale });
    expect(told('2026-01-12')).toEqual(['staff:head-alpha', 'staff:officer-alpha']);
    expect(told('2026-01-12', 0)).toEqual([]);
    expect(told('2026-01-13')).toEqual([]);
    expect(told('2026-01-18')).toEqual([]);
  });

  it.each<[string, string, string | undefined, boolean]>([
    ['30 days after the letter', '2026-02-11', undefined, true],
    ['29 days after the letter', '2026-02-10', undefined, false],
    ['29 days after a look', '2026-03-10', '2026-02-09', false],
    ['30 days after a look', '2026-03-11', '2026-02-09', true],
  ])('%s', (_, day, looked, stale) => {
    const row = { received: '2026-01-12', ...(looked !== undefined && { verified: at(looked) }) };
    const entry = { row } as unknown as Parameters<typeof isStale>[1];
    expect(isStale(contextAt(at(day)), entry)).toBe(stale);
  });
});
