import { describe, expect, it } from 'vitest';
import { mostMoney } from '../../contracts/common.ts';
import { draft } from '../project/draft.ts';
import { addUp, contribution, deltasOf } from './figures.ts';
import { openAssignment } from './opening.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';

const confirmed = (journey: Journey) => {
  const change = draft(journey.state, journey.now, { kind: 'investor' });
  change.emit({ type: 'address-confirmed' });
  return journey.take(change.change());
};
const last = (journey: Journey) => deltasOf(journey.changes.at(-1) ?? { before: undefined, after: journey.state });
const whole = { projects: 1, jobs: 120, overdue: 0, investment: { KZT: 1_200_000_000_000 } };
const gone = { projects: -1, jobs: -120, overdue: -0, investment: { KZT: -1_200_000_000_000 } };

describe('leadership’s figures', () => {
  it('do not hold a letter that nobody has confirmed', () => {
    const journey = new Journey().to('letter-of-intent');
    expect([contribution(journey.state), last(journey)]).toEqual([undefined, []]);
    journey.answer('office-decision', decisionOf('rejected'));
    expect([contribution(journey.state), last(journey)]).toEqual([undefined, []]);
  });

  it('hold it from the moment its address is confirmed', () => {
    expect(last(confirmed(new Journey()))).toEqual([{ bucket: 'letter-of-intent', ...whole }]);
  });

  it('hold it from the moment an officer accepts it', () => {
    expect(last(new Journey().to('letter-of-intent').approve())).toEqual([{ bucket: 'council-approval', ...whole }]);
  });

  it.each<[string, Journey, readonly object[]]>([
    ['to the next stage', new Journey().to('council-approval').settle().approve(), [{ bucket: 'council-approval', ...gone }, { bucket: 'contract-and-land', ...whole }]],
    ['back', new Journey().to('expertise').sendBack('council-approval'), [{ bucket: 'expertise', ...gone }, { bucket: 'council-approval', ...whole }]],
    ['to how it ended', new Journey().to('council-approval').answer('office-decision', decisionOf('rejected')), [{ bucket: 'council-approval', ...gone }, { bucket: 'rejected', ...whole }]],
    ['nowhere, while it is corrected', new Journey().to('council-approval').answer('office-decision', decisionOf('returned')), []],
    ['nowhere, when a step is answered', new Journey().to('council-approval').answer('document-check'), []],
  ])('move a project %s', (_, journey, deltas) => {
    expect(last(journey)).toEqual(deltas);
  });

  it('count a project as overdue once, however much of it is, until nothing is', () => {
    const journey = new Journey().to('council-approval').passDay('2026-01-20');
    expect(last(journey)).toEqual([{ bucket: 'council-approval', projects: 0, jobs: 0, overdue: 1, investment: {} }]);
    expect(last(journey.passDay('2026-03-02'))).toEqual([]);
    expect(last(journey.answer('document-check'))).toEqual([]);
    expect(last(journey.answer('council-protocol').approve())).toEqual([
      { bucket: 'council-approval', ...gone, overdue: -1 }, { bucket: 'contract-and-land', ...whole },
    ]);
  });

  it('never show a wrong number: the greatest letters, however many, add up to a safe integer', () => {
    expect(addUp([mostMoney, mostMoney, 5])).toBe(2 * mostMoney + 5);
    expect(addUp(Array.from({ length: 10_000 }, () => mostMoney))).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('do not call a project late because an address is to be found', () => {
    const journey = new Journey().to('design-documentation');
    const change = draft(journey.state, journey.now, { kind: 'system' });
    openAssignment(change, journey.setting, { kind: 'bounced-email', due: '2026-01-14' });
    journey.take(change.change()).passDay('2026-01-15');
    expect(journey.find('bounced-email').overdue).toBe(true);
    expect(contribution(journey.state)?.overdue).toBe(0);
  });
});
