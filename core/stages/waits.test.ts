import { describe, expect, it } from 'vitest';
import type { Wait } from '#core/notices/outbox.ts';
import { end } from '../project/end.ts';
import { nextStage } from './stage-id.ts';
import { answerOf, openWaits, waitKey, waitNow } from './waits.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';

const stage = (name: Wait['stage'], round = 1): Wait => ({ kind: 'stage', stage: name, round });
const line = (name: 'power' | 'gas', round = 1): Wait => ({
  kind: 'line',
  stage: 'technical-conditions',
  round,
  line: name,
});
const correction = (name: Wait['stage'], round = 1): Wait => ({ kind: 'correction', stage: name, round });
const lines = () => new Journey().to('technical-conditions');
const returned = (journey: Journey) => journey.answer('office-decision', decisionOf('returned'));
const corrected = (journey: Journey) => returned(journey).arrive().answer('correction');
const withdrawn = (journey: Journey) =>
  journey.take(end(journey.state, journey.setting, { as: 'withdrawn', by: officeRef, reasonCode: 'other' }));

describe('what an execution may wait for', () => {
  it.each<[string, Journey, readonly Wait[]]>([
    ['a letter that has just come', new Journey(), [stage('letter-of-intent')]],
    ['an open stage', new Journey().to('expertise'), [stage('expertise')]],
    ['open lines', lines(), [stage('technical-conditions'), line('power'), line('gas')]],
    [
      'one line left',
      lines().answer('technical-condition', undefined, 'power'),
      [stage('technical-conditions'), line('gas')],
    ],
    [
      'a line refused',
      lines().answer('technical-condition', decisionOf('refused'), 'power'),
      [stage('technical-conditions'), line('power'), line('gas')],
    ],
    ['a correction', returned(lines()), [correction('technical-conditions')]],
    ['the end', withdrawn(lines()), []],
  ])('%s', (_, journey, waits) => {
    expect(openWaits(journey.state)).toEqual(waits);
  });

  it('has one key each, and no two the same', () => {
    const waits = [
      stage('technical-conditions'),
      stage('technical-conditions', 2),
      line('power'),
      line('gas'),
      correction('technical-conditions'),
      stage('expertise'),
    ];
    expect(waits.map(waitKey)).toEqual([
      'stage-4-1',
      'stage-4-2',
      'line-4-1-power',
      'line-4-1-gas',
      'correction-4-1',
      'stage-6-1',
    ]);
  });

  it('is named by the round that runs', () => {
    expect(waitNow(corrected(lines()).arrive().state, { kind: 'line', line: 'gas' })).toEqual(line('gas', 2));
  });
});

describe('a task token is answered', () => {
  const sentBack = () => lines().sendBack('council-approval');
  it.each<[string, Journey, Wait, object | undefined]>([
    ['not while its wait is open', lines(), line('power'), undefined],
    ['not while the correction is open', returned(lines()), correction('technical-conditions'), undefined],
    [
      'settled, when its line is',
      lines().answer('technical-condition', undefined, 'power'),
      line('power'),
      { outcome: 'settled', stage: 'technical-conditions' },
    ],
    [
      'approved, with the next stage',
      lines().settle().approve(),
      stage('technical-conditions'),
      { outcome: 'approved', stage: 'design-documentation' },
    ],
    [
      'returned',
      returned(lines()),
      stage('technical-conditions'),
      { outcome: 'returned', stage: 'technical-conditions' },
    ],
    [
      'returned, for an open line too',
      returned(lines()),
      line('gas'),
      { outcome: 'returned', stage: 'technical-conditions' },
    ],
    [
      'corrected',
      corrected(lines()),
      correction('technical-conditions'),
      { outcome: 'corrected', stage: 'technical-conditions' },
    ],
    ['sent back', sentBack(), stage('technical-conditions'), { outcome: 'sent-back', stage: 'council-approval' }],
    ['sent back, for an open line too', sentBack(), line('power'), { outcome: 'sent-back', stage: 'council-approval' }],
    [
      'ended, whatever it waited for',
      withdrawn(lines()),
      line('power'),
      { outcome: 'ended', stage: 'technical-conditions' },
    ],
    [
      'ended, when the investor withdrew instead of correcting',
      withdrawn(returned(lines())),
      correction('technical-conditions'),
      { outcome: 'ended', stage: 'technical-conditions' },
    ],
    [
      'late, for a stage that was passed long ago',
      new Journey().to('expertise'),
      stage('council-approval'),
      { outcome: 'approved', stage: 'contract-and-land' },
    ],
    [
      'late, for a line of a stage that was passed',
      new Journey().to('expertise'),
      line('power'),
      { outcome: 'approved', stage: 'design-documentation' },
    ],
    [
      'late, of a round that was returned',
      corrected(lines()).arrive(),
      line('power'),
      { outcome: 'returned', stage: 'technical-conditions' },
    ],
    [
      'late, of a round that was sent back',
      sentBack().to('technical-conditions'),
      line('power'),
      { outcome: 'sent-back', stage: 'council-approval' },
    ],
    [
      'late, after construction has started',
      new Journey().to('construction-start').settle().approve(),
      stage('construction-start'),
      { outcome: 'approved', stage: 'construction-start' },
    ],
    [
      'late, for an early stage after construction has started',
      new Journey().to('construction-start').settle().approve(),
      stage('expertise'),
      { outcome: 'approved', stage: nextStage('expertise') },
    ],
  ])('%s', (_, journey, wait, answer) => {
    expect(answerOf(journey.state, wait)).toEqual(answer);
  });
});
