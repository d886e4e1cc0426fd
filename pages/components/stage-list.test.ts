import { describe, expect, it } from 'vitest';
import type { StageView } from '#core/api/views.ts';
import { frameOf } from '../layout.tsx';
import { drawn, textOf } from '#test/support/drawn.ts';
import { StageList, type PathStanding } from './stage-list.tsx';
import { Until } from './until.tsx';

const done: StageView = {
  stage: 'letter-of-intent',
  state: 'done',
  round: 1,
  target: '2026-01-10',
  actual: '2026-01-09',
  baseline: '2026-01-08',
};
const running: StageView = { stage: 'council-approval', state: 'running', round: 1, target: '2026-02-10' };
const ahead: StageView = { stage: 'expertise', state: 'ahead', round: 1, target: '2026-03-10', baseline: '2026-03-10' };

const draw = (stage: StageView, standing: PathStanding = {}) =>
  drawn(StageList, { frame: frameOf('en', '/'), stages: [stage], standing });

describe('a stage', () => {
  it.each<[string, StageView, PathStanding, readonly string[], readonly string[]]>([
    ['that is done: when, and when it was to be', done, {}, ['Finished on 9 January 2026', '8 January 2026'], ['late']],
    [
      'that runs: by when it is expected',
      running,
      {},
      ['In progress. Expected by 10 February 2026'],
      ['late', 'road map'],
    ],
    ['that is ahead: no date twice', ahead, {}, ['Expected by 10 March 2026'], ['road map', 'In progress']],
    [
      'that is late by its own word',
      { ...running, late: { due: '2026-02-01', days: 1 } },
      { late: 9, due: '2026-01-01' },
      ['It was due by 1 February 2026, 1 working day late'],
      ['9 working'],
    ],
    [
      'that is late by that of its path',
      running,
      { late: 3, due: '2026-02-01' },
      ['It was due by 1 February 2026, 3 working days late'],
      [],
    ],
    ['ahead is not late with its path', ahead, { late: 3, due: '2026-02-01' }, [], ['late']],
    ['that stands still', { ...running, suspendedUntil: '2026-05-01' }, {}, ['Suspended until 1 May 2026'], []],
    [
      'on which a project was left: how and when, no forecast and not late',
      running,
      { ending: { as: 'withdrawn', on: '2026-02-03' }, late: 3, due: '2026-02-01' },
      ['3 February 2026'],
      ['Expected', 'In progress', 'late'],
    ],
    [
      'that was never reached',
      ahead,
      { ending: { as: 'withdrawn', on: '2026-02-03' } },
      ['Did not take place'],
      ['10 March', '3 February'],
    ],
    [
      'of a project that has come to its end is not called left',
      done,
      { ending: { as: 'construction-started', on: '2026-02-03' } },
      ['Finished on 9 January 2026'],
      ['Did not take place'],
    ],
  ])('%s', (_, stage, standing, there, absent) => {
    const text = textOf(draw(stage, standing));
    for (const part of there) expect(text).toContain(part);
    for (const part of absent) expect(text).not.toContain(part);
  });

  it('is the current step only while it runs', () => {
    const isCurrent = (...given: Parameters<typeof draw>) => draw(...given).includes('aria-current="step"');
    expect([
      isCurrent(running),
      isCurrent(done),
      isCurrent(running, { ending: { as: 'rejected', on: '2026-02-03' } }),
    ]).toEqual([true, false, false]);
  });
});

describe('until when', () => {
  it.each([
    ['kk', undefined, '2026 жылғы 10 ақпан'],
    ['ru', undefined, '10 февраля 2026'],
    ['en', '2026-05-01', 'Suspended until 1 May 2026'],
  ] as const)('in %s, paused until %s', (language, pausedUntil, text) => {
    expect(textOf(drawn(Until, { frame: frameOf(language, '/'), due: '2026-02-10', pausedUntil }))).toContain(text);
  });
});
