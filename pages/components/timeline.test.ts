import { describe, expect, it } from 'vitest';
import type { Timeline as Dates, TimelineRow } from '#core/project/timeline.ts';
import { drawn, textOf } from '#test/support/drawn.ts';
import { frameOf } from '../layout.tsx';
import { Timeline } from './timeline.tsx';

const row = (change: Partial<TimelineRow>): TimelineRow => ({
  stage: 'expertise',
  state: 'running',
  runs: [],
  ...change,
});
const turn = { from: '2026-01-12', pauses: [] };
const late = { from: '2026-02-03', to: '2026-02-10', days: 6 };

const draw = (rows: readonly TimelineRow[], change: Partial<Dates> = {}) =>
  drawn(Timeline, {
    frame: frameOf('en', '/'),
    timeline: { today: '2026-02-10', from: '2026-01-12', to: '2026-12-31', rows, ...change },
    nameOf: () => 'Power',
  });

describe('a row of the timeline', () => {
  it.each<[string, TimelineRow, Partial<Dates>, string, readonly string[], readonly string[]]>([
    [
      'that runs: since when, until when, and its plan',
      row({
        runs: [turn],
        expected: { from: '2026-02-10', to: '2026-03-01' },
        planned: { from: '2026-01-01', to: '2026-02-20' },
      }),
      {},
      'since 12 Jan 2026 Expected by 1 Mar 2026',
      ['actual', 'expected', 'planned'],
      ['late', 'paused'],
    ],
    [
      'that is late: by a pattern, and in words',
      row({ runs: [{ ...turn, due: '2026-02-02', late }] }),
      {},
      'It was due by 2 Feb 2026, 6 working days late',
      ['actual', 'late'],
      ['expected', 'paused'],
    ],
    [
      'that stands still',
      row({ runs: [{ ...turn, pauses: [{ from: '2026-02-01', to: '2026-03-01', open: true, isProject: true }] }] }),
      {},
      'since 12 Jan 2026 Suspended until 1 Mar 2026',
      ['paused'],
      ['late'],
    ],
    [
      'that stands still, and nobody knows until when',
      row({
        runs: [
          { ...turn, pauses: [{ from: '2026-02-01', to: '2026-02-01', open: true, isProject: true, endless: true }] },
        ],
      }),
      {},
      'since 12 Jan 2026 Suspended – until further notice',
      ['paused'],
      ['late'],
    ],
    [
      'that stood still',
      row({ runs: [{ ...turn, pauses: [{ from: '2026-02-01', to: '2026-02-05', open: false, isProject: true }] }] }),
      {},
      'suspended: 1 Feb 2026 – 5 Feb 2026',
      ['paused'],
      ['late'],
    ],
    [
      'that was entered twice: both turns, in their order',
      row({
        runs: [
          { ...turn, to: '2026-01-14', outcome: 'returned' },
          { ...turn, from: '2026-01-20' },
        ],
      }),
      {},
      '12 Jan 2026 – 14 Jan 2026, returned for correction since 20 Jan 2026',
      ['actual'],
      ['late'],
    ],
    [
      'that took one day',
      row({ state: 'done', runs: [{ ...turn, to: '2026-01-12', outcome: 'approved' }] }),
      {},
      '12 Jan 2026, approved',
      ['actual'],
      ['expected'],
    ],
    ['of before the project was taken over', row({ state: 'done' }), {}, 'Done', [], ['actual', 'expected']],
    [
      'that was never reached',
      row({ state: 'ahead' }),
      { endedOn: '2026-02-01' },
      'Did not take place',
      [],
      ['expected'],
    ],
  ])('%s', (_, given, change, text, there, absent) => {
    const html = draw([given], change);
    expect(textOf(html).replaceAll(/\s+/g, ' ')).toContain(text);
    const bars = html.slice(html.indexOf('<tbody'), html.indexOf('</tbody>'));
    for (const one of there) expect(bars).toContain(`class="plan__${one}"`);
    for (const one of absent) expect(bars).not.toContain(`class="plan__${one}"`);
  });

  it('of what was asked does not repeat that the whole project stood still', () => {
    const assignment = {
      assignmentId: 'a',
      kind: 'technical-condition',
      line: 'power',
      about: undefined,
      holder: { kind: 'office' },
    } as const;
    const pauses = [{ from: '2026-02-01', to: '2026-02-05', open: false, isProject: true }];
    expect(textOf(draw([row({ assignment, runs: [{ ...turn, pauses }] })]))).not.toContain('suspended');
  });
});

describe('the months along the top', () => {
  it.each([
    ['2026-12-31', 12],
    ['2027-06-30', 9],
    ['2029-12-31', 12],
  ])('until %s: %i names', (to, count) => {
    const html = draw([], { to });
    expect(html.split('<text').length - 1).toBe(count);
    expect(html).toContain('aria-label="January 2026');
  });

  it('draw today only while the project goes on', () => {
    const lines = (html: string) => html.split('id="plan-today"')[1]?.split('</g>')[0]?.includes('<line');
    expect([lines(draw([])), lines(draw([], { endedOn: '2026-02-01' }))]).toEqual([true, false]);
  });
});
