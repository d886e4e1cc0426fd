import { describe, expect, it } from 'vitest';
import { rebuild } from '../project/apply.ts';
import { resume, suspend } from '../project/suspend.ts';
import { limits, upTo } from './stage-time.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';

const passesOf = ({ project }: Journey, stage: string) => project.stages[stage]?.passes;
const why = { reasonCode: 'supplier-late', reason: 'Frost', fault: 'third-party' } as const;

describe('what a stage took', () => {
  it('is counted in working days from its first day, against the norm it began with', () => {
    // Stage 2 opens on Monday 12 January; ten working days later is Monday 26 January.
    const journey = new Journey().to('council-approval').on('2026-01-26').settle().approve();
    expect(passesOf(journey, 'council-approval')).toEqual([{ days: 10, stood: 0, norm: 15 }]);
  });

  it('counts from the day of receipt in stage 1, whenever it was opened', () => {
    expect(passesOf(new Journey().on('2026-01-14').arrive().on('2026-01-16').approve(), 'letter-of-intent')).toEqual([
      { days: 4, stood: 0, norm: 5 },
    ]);
  });

  it('sets days of suspension apart', () => {
    const journey = new Journey().to('council-approval').on('2026-01-14');
    journey.did(suspend(journey.state, journey.setting, { ...why, reviewOn: '2026-02-27' }, officeRef));
    journey
      .on('2026-01-21')
      .take(resume(journey.state, journey.setting, officeRef))
      .on('2026-01-26')
      .settle()
      .approve();
    expect(passesOf(journey, 'council-approval')).toEqual([{ days: 5, stood: 5, norm: 15 }]);
  });

  it('sets the days of the investor’s correction apart, also when the project was suspended meanwhile', () => {
    const journey = new Journey()
      .to('council-approval')
      .on('2026-01-14')
      .answer('office-decision', decisionOf('returned'))
      .arrive();
    journey.did(suspend(journey.state, journey.setting, { ...why, reviewOn: '2026-02-27' }, officeRef));
    journey.on('2026-01-19').take(resume(journey.state, journey.setting, officeRef));
    journey.on('2026-01-21').answer('correction').arrive().on('2026-01-26').settle().approve();
    expect(passesOf(journey, 'council-approval')).toEqual([{ days: 5, stood: 5, norm: 15 }]);
  });

  it('begins anew when the project is sent back; what was passed before stays', () => {
    const journey = new Journey().to('council-approval').on('2026-01-19').settle().approve().arrive();
    journey.on('2026-01-21').sendBack('council-approval').arrive().on('2026-01-23').settle().approve().arrive();
    expect(passesOf(journey, 'council-approval')).toEqual([
      { days: 5, stood: 0, norm: 15 },
      { days: 2, stood: 0, norm: 15 },
    ]);
    expect(passesOf(journey, 'contract-and-land')).toEqual([]);
    journey.on('2026-01-26').settle().approve();
    expect(passesOf(journey, 'contract-and-land')).toEqual([{ days: 1, stood: 0, norm: 20 }]);
  });

  it('follows from the log alone', () => {
    const journey = new Journey()
      .to('council-approval')
      .on('2026-01-14')
      .answer('office-decision', decisionOf('returned'))
      .arrive();
    journey.on('2026-01-21').answer('correction').arrive().settle().approve().arrive();
    expect(rebuild(journey.events)).toEqual(journey.state);
  });

  it.each([
    [0, 'to1'],
    [1, 'to1'],
    [4, 'to5'],
    [5, 'to5'],
    [6, 'to8'],
    [300, 'to300'],
    [301, 'beyond'],
  ])('of %i days is counted %s', (days, name) => {
    expect(upTo(days)).toBe(name);
  });

  it('is counted by limits that hold every norm, so that "up to the norm" is told exactly', () => {
    for (const norm of [5, 10, 15, 17, 20, 30, 90]) expect(limits).toContain(norm);
  });
});
