import { describe, expect, it } from 'vitest';
import type { ObstacleView } from '#core/api/views.ts';
import { frameOf } from '../layout.tsx';
import { drawn, textOf } from '#test/support/drawn.ts';
import type { Reading } from './obstacle-names.ts';
import { raiseFields } from './obstacle-fields.ts';
import { ObstacleList } from './obstacle-list.tsx';
import { Thread } from './obstacle-thread.tsx';

const noon = Date.parse('2026-02-03T21:30:00Z');
const names = { kk: 'Қуат', ru: 'Энерго', en: 'Power Co', 'uz-cyrl': 'Қувват', uz: 'Quvvat' };
const obstacle: ObstacleView = {
  obstacleId: 'o1',
  about: { kind: 'line', line: 'power' },
  owner: { kind: 'party', names, partyId: 'p' },
  ownedSince: noon,
  due: '2026-02-01',
  late: 2,
  state: 'open',
  raisedAt: noon,
  said: [
    { noteId: 'n1', as: 'report', at: noon, by: { kind: 'investor' }, text: 'No <answer>\nsince May.' },
    { noteId: 'n2', as: 'answer', at: noon, by: { kind: 'party', names } },
  ],
  actions: [],
};
const reading = (reader: Reading['reader'], language: 'en' | 'kk' = 'en'): Reading => ({
  frame: frameOf(language, '/'),
  reader,
  offsetMinutes: 300,
});
const thread = (reader: Reading['reader'], change: Partial<ObstacleView> = {}, language: 'en' | 'kk' = 'en') =>
  drawn(Thread, { ...reading(reader, language), obstacle: { ...obstacle, ...change } });

describe('one obstacle', () => {
  it('keeps line breaks and shows no tag that somebody wrote', () => {
    expect(thread('office')).toContain('class="govuk-inset-text said">No &lt;answer>\nsince May.</div>');
  });

  it('says the day of the zone, not of Greenwich', () => {
    expect(textOf(thread('office'))).toContain('4 February 2026');
  });

  it.each([
    ['office', 'Power Co'],
    ['investor', 'Power Co'],
    ['party', 'You'],
  ] as const)('read by the %s is with %s', (reader, owner) => {
    expect(thread(reader)).toMatch(new RegExp(`<dd[^>]*>${owner}`, 'i'));
  });

  it('names its owner in the language of the page', () => {
    expect(textOf(thread('office', {}, 'kk'))).toContain('Қуат');
  });

  it('says that words were erased', () => {
    expect(thread('office').match(/<p class="govuk-body">/g)).toHaveLength(1);
  });

  it.each<[string, Partial<ObstacleView>, boolean, boolean]>([
    ['open and late', {}, true, true],
    ['open and in time', { late: undefined }, true, false],
    ['resolved', { state: 'resolved', late: undefined, resolvedAt: noon }, false, false],
  ])('that is %s', (_, change, hasOwner, isLate) => {
    const html = thread('office', change);
    expect([/<dd[^>]*>Power Co/.test(html), html.includes('class="late"')]).toEqual([hasOwner, isLate]);
  });
});

describe('obstacles in a list', () => {
  const list = (obstacles: readonly ObstacleView[]) =>
    drawn(ObstacleList, { ...reading('office'), obstacles, addressOf: (id) => `/o/${id}` });
  it('folds what is over below what is open, the latest first', () => {
    const over = ['o2', 'o3'].map((obstacleId): ObstacleView => ({
      ...obstacle,
      obstacleId,
      state: 'resolved',
      late: undefined,
    }));
    const html = list([over[0]!, obstacle, over[1]!]);
    expect([...html.matchAll(/href="\/o\/(o\d)"/g)].map(([, id]) => id)).toEqual(['o1', 'o3', 'o2']);
    expect(html.indexOf('/o/o1')).toBeLessThan(html.indexOf('<details'));
    expect(html).toContain('(2)');
  });

  it('says that there is none only where there never was', () => {
    expect([list([]).includes('<details'), textOf(list([])).length > 0]).toEqual([false, true]);
    expect(textOf(list([{ ...obstacle, state: 'closed' }]))).not.toContain(textOf(list([])));
  });
});

describe('what a report is about', () => {
  const about = raiseFields({ language: 'en' }, ['power'])[0]!;
  it.each([
    ['line:power', { kind: 'line', line: 'power' }],
    ['stage:expertise', { kind: 'stage', stage: 'expertise' }],
    ['stage:power', undefined],
    ['line:__proto__', undefined],
    ['', undefined],
  ])('%s', (typed, value) => {
    expect(about.value?.(typed)).toEqual(value);
  });

  it('offers the lines of the project alone, and every stage', () => {
    expect(about.choices?.filter(({ value }) => value.startsWith('line:')).map(({ value }) => value)).toEqual([
      'line:power',
    ]);
    expect(about.choices).toHaveLength(8);
  });
});
