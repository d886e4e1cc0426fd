import { describe, expect, it } from 'vitest';
import type { Aggregate } from '#core/project/project.ts';
import { rebuild } from '#core/project/apply.ts';
import { messagesOf } from '#core/notices/outbox-messages.ts';
import { contribution, keyOf } from '#core/figures/figures.ts';
import { answerOf, openWaits } from '#core/stages/waits.ts';
import { isOpen } from '#core/project/standing.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';
import { end } from './end.ts';
import { raiseObstacle } from '../obstacles/change-obstacle.ts';
import { inProject } from '../obstacles/obstacle-home.ts';
import { reopen } from './reopen.ts';
import { suspend } from './suspend.ts';

const terminated = (journey: Journey): Journey =>
  journey.take(
    end(journey.state, journey.setting, {
      as: 'terminated',
      by: officeRef,
      reasonCode: 'other',
      reason: 'By mistake.',
    }),
  );
const reopened = (journey: Journey): Journey =>
  journey.take(reopen(journey.state, journey.setting, { reason: 'It was another project.' }, officeRef));
const back = (journey: Journey): Journey => reopened(terminated(journey)).arrive();
const asked = ({ assignments }: Aggregate) =>
  assignments
    .filter(isOpen)
    .map(({ kind, line }) => [kind, line].filter(Boolean).join(' '))
    .toSorted();
const counted = (aggregate: Aggregate) => contribution(aggregate).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/** A project in each state in which it can end, and how it ends there. */
const cases: Readonly<Record<string, readonly [() => Journey, (journey: Journey) => Journey]>> = {
  'a letter, rejected': [
    () => new Journey().to('letter-of-intent'),
    (journey) => journey.answer('office-decision', decisionOf('rejected')),
  ],
  'an application, rejected': [
    () => new Journey().to('council-approval').settle(),
    (journey) => journey.answer('office-decision', decisionOf('rejected')),
  ],
  'a stage that runs': [() => new Journey().to('contract-and-land'), terminated],
  'a stage half answered': [
    () => new Journey().to('technical-conditions').answer('technical-condition', undefined, 'power'),
    terminated,
  ],
  'a stage in its second round': [
    () =>
      new Journey()
        .to('contract-and-land')
        .answer('office-decision', decisionOf('returned'))
        .arrive()
        .answer('correction')
        .arrive(),
    terminated,
  ],
  'a stage not entered yet': [
    () => new Journey().to('contract-and-land').settle().answer('office-decision', decisionOf('approved')),
    terminated,
  ],
  'a correction': [
    () => new Journey().to('contract-and-land').answer('office-decision', decisionOf('returned')).arrive(),
    terminated,
  ],
  'the last stage, approved': [
    () => new Journey().to('construction-start').settle(),
    (journey) => journey.answer('office-decision', decisionOf('approved')),
  ],
};

describe.each(Object.entries(cases))('D19: an ending taken back, of %s', (_, [make, close]) => {
  it('the counters are what they were', () => {
    const journey = make();
    const before = counted(journey.state);
    close(journey);
    expect(journey.project.phase).toBe('ended');
    expect(counted(reopened(journey).arrive().state)).toEqual(before);
  });

  it('the same is asked of the same, and what was answered holds', () => {
    const journey = make();
    const before = asked(journey.arrive().state);
    expect(asked(reopened(close(journey)).arrive().state)).toEqual(before);
  });

  it('the log gives the same state', () => {
    const journey = reopened(close(make())).arrive();
    expect(rebuild(journey.events)).toEqual(journey.state);
  });

  it('a fresh execution goes on, and one that still waits is told of the end', () => {
    const journey = make();
    const waits = openWaits(journey.state);
    reopened(close(journey));
    const change = journey.changes.at(-1);
    const { stage } = journey.project;
    const messages = change ? messagesOf(change).filter(({ kind }) => kind !== 'email') : [];
    expect(messages).toEqual([{ kind: 'start', stage, generation: 101 }]);
    for (const wait of waits.filter((one) => one.stage === stage))
      expect(answerOf(journey.arrive().state, wait)).toEqual({ outcome: 'ended', stage });
  });

  it('it can end again, and be taken back again', () => {
    const journey = back(reopened(close(make())).arrive());
    expect(journey.project).not.toHaveProperty('ending');
    expect(journey.project.reopened).toHaveLength(2);
    expect(rebuild(journey.events)).toEqual(journey.state);
  });
});

describe('an ending taken back', () => {
  it('gives the stage its full term from that day', () => {
    const journey = terminated(new Journey().to('contract-and-land')).on('2026-06-01');
    expect(reopened(journey).arrive().project.due).toBe('2026-06-29');
  });

  it('leaves a correction the days it had been given', () => {
    const journey = terminated(
      new Journey()
        .to('contract-and-land')
        .answer('office-decision', {
          outcome: 'returned',
          reasonCode: 'incomplete',
          reason: 'Page 3 is missing.',
          daysToCure: 7,
        })
        .arrive(),
    ).on('2026-06-01');
    expect(reopened(journey).arrive().find('correction')).toMatchObject({ state: 'open', due: '2026-06-10' });
  });

  it('lets the clock run where it stood', () => {
    const journey = new Journey().to('contract-and-land');
    journey.did(
      suspend(
        journey.state,
        journey.setting,
        { reasonCode: 'other', reason: 'Wait.', fault: 'office', reviewOn: '2026-03-30' },
        officeRef,
      ),
    );
    expect(back(journey).project).not.toHaveProperty('pause');
  });

  it('brings back what was in the way', () => {
    const journey = new Journey().to('contract-and-land');
    journey.did(
      raiseObstacle(
        inProject(journey.state, journey.setting),
        journey.setting,
        { about: { kind: 'line', line: 'power' }, words: 'No answer.', by: { kind: 'investor' } },
        () => undefined,
      ),
    );
    expect(terminated(journey).project.openObstacles).toBe(0);
    expect(reopened(journey).project.openObstacles).toBe(1);
    expect(rebuild(journey.events)).toEqual(journey.state);
  });

  it('tells the investor, the office, and each party whose assignment was closed', () => {
    const journey = terminated(
      new Journey().to('technical-conditions').answer('technical-condition', undefined, 'power'),
    );
    reopened(journey);
    const change = journey.changes.at(-1);
    const told = change ? messagesOf(change).flatMap((one) => (one.kind === 'email' ? [one.notice] : [])) : [];
    expect(
      told.map(({ notice, recipient }) => [notice, 'partyId' in recipient ? recipient.partyId : recipient.to]),
    ).toEqual([
      ['reopened', 'investor'],
      ['reopened', 'office'],
      ['reopened', 'alpha-gas'],
      ['reopened', 'alpha-architecture'],
    ]);
    expect(told.map(({ noteId }) => noteId === undefined)).toEqual([false, false, true, true]);
  });
});
