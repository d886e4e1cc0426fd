import { describe, expect, it } from 'vitest';
import { mostMoney } from '../kernel/common.ts';
import type { Aggregate } from '../project/project.ts';
import { changeBuilder } from '../project/change-builder.ts';
import { addUp, contribution, deltasOf, quarterOf, type Count, type Counter } from './figures.ts';
import { openAssignment } from '../stages/opening.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';

const confirmed = (journey: Journey) => {
  const change = changeBuilder(journey.state, journey.now, { kind: 'investor' });
  change.emit({ type: 'address-confirmed' });
  return journey.take(change.change());
};

/** Counts of one group as { member: { what: amount } }. */
const grouped = (counts: readonly Count[], group: Counter['group']) => {
  const found: Record<string, Record<string, number>> = {};
  for (const { member, what, amount } of counts.filter((count) => count.group === group))
    found[member] = { ...found[member], [what]: amount };
  return found;
};
const last = (journey: Journey, group: Counter['group'] = 'stage') =>
  grouped(deltasOf(journey.changes.at(-1) ?? { before: undefined, after: journey.state }), group);
const all = (state: Aggregate, group: Counter['group']) => grouped(contribution(state), group);
const whole = { projects: 1, jobs: 120, KZT: 1_200_000_000_000 };
const gone = { projects: -1, jobs: -120, KZT: -1_200_000_000_000 };

describe('leadership’s figures', () => {
  it('do not hold a letter that nobody has confirmed', () => {
    const journey = new Journey().to('letter-of-intent');
    expect(contribution(journey.state)).toEqual([]);
    journey.answer('office-decision', decisionOf('rejected'));
    expect(contribution(journey.state)).toEqual([]);
  });

  it('hold it from the moment its address is confirmed, by stage, sector and forum', () => {
    const counts = deltasOf(
      confirmed(new Journey({ forum: 'alpha-forum' })).changes.at(-1) ?? {
        before: undefined,
        after: new Journey().state,
      },
    );
    expect(grouped(counts, 'stage')).toEqual({ 'letter-of-intent': whole });
    expect(grouped(counts, 'sector')).toEqual({ 'construction-materials': whole });
    expect(grouped(counts, 'forum')).toEqual({ 'alpha-forum': whole });
  });

  it('hold it from the moment an officer accepts it', () => {
    expect(last(new Journey().to('letter-of-intent').approve())).toEqual({ 'council-approval': whole });
  });

  it.each<[string, Journey, object]>([
    [
      'to the next stage',
      new Journey().to('council-approval').settle().approve(),
      { 'council-approval': gone, 'contract-and-land': whole },
    ],
    [
      'back',
      new Journey().to('expertise').sendBack('council-approval'),
      { expertise: gone, 'council-approval': whole },
    ],
    [
      'to how it ended',
      new Journey().to('council-approval').answer('office-decision', decisionOf('rejected')),
      { 'council-approval': gone, rejected: whole },
    ],
    [
      'nowhere, while it is corrected',
      new Journey().to('council-approval').answer('office-decision', decisionOf('returned')),
      {},
    ],
    ['nowhere, when a step is answered', new Journey().to('council-approval').answer('document-check'), {}],
  ])('move a project %s', (_, journey, deltas) => {
    expect(last(journey)).toEqual(deltas);
  });

  it('count in a sector those on their path; of the others only whether they began to build', () => {
    expect(last(new Journey().to('council-approval').settle().approve(), 'sector')).toEqual({});
    expect(
      last(new Journey().to('council-approval').answer('office-decision', decisionOf('rejected')), 'sector'),
    ).toEqual({ 'construction-materials': { ...gone, lost: 1 } });
    expect(last(new Journey().to('construction-start').settle().approve(), 'sector')).toEqual({
      'construction-materials': { ...gone, started: 1 },
    });
  });

  it('count a project as overdue once, however much of it is, until nothing is; and every late answer with its holder', () => {
    const journey = new Journey().to('council-approval').passDay('2026-01-20');
    expect(last(journey)).toEqual({ 'council-approval': { overdue: 1 } });
    expect(all(journey.state, 'late')).toEqual({ office: { answers: 1, projects: 1 } });
    expect(last(journey.passDay('2026-03-02'))).toEqual({});
    expect(all(journey.state, 'late')).toEqual({ office: { answers: 2, projects: 1 } });
    expect(last(journey.answer('document-check'))).toEqual({});
    expect(last(journey.answer('council-protocol').approve())).toEqual({
      'council-approval': { ...gone, overdue: -1 },
      'contract-and-land': whole,
    });
    expect(all(journey.state, 'late')).toEqual({});
  });

  it('name the kind of party that is late', () => {
    const journey = new Journey({ lines: ['power', 'gas'] })
      .to('technical-conditions')
      .answer('technical-condition', undefined, 'gas')
      .passDay('2026-03-31');
    expect(all(journey.state, 'late')).toEqual({
      power: { answers: 1, projects: 1 },
      architecture: { answers: 1, projects: 1 },
      office: { answers: 1, projects: 1 },
    });
  });

  it('plan a start when the letter is accepted, tell when it falls behind, and forget it when the project ends', () => {
    const journey = new Journey().to('letter-of-intent').approve().arrive();
    const quarter = quarterOf(journey.project.baseline?.['construction-start'] ?? '');
    expect(quarter).toBe('2026-4');
    expect(all(journey.state, 'start')).toEqual({ [quarter]: { projects: 1 } });
    journey.passDay('2026-03-02');
    expect(all(journey.state, 'start')).toEqual({ [quarter]: { projects: 1, behind: 1 } });
    expect(all(journey.answer('office-decision', decisionOf('rejected')).state, 'start')).toEqual({});
  });

  it('never show a wrong number: the greatest letters, however many, add up to a safe integer', () => {
    expect(addUp([mostMoney, mostMoney, 5])).toBe(2 * mostMoney + 5);
    expect(addUp(Array.from({ length: 10_000 }, () => mostMoney))).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('do not call a project late because an address is to be found', () => {
    const journey = new Journey().to('design-documentation');
    const change = changeBuilder(journey.state, journey.now, { kind: 'system' });
    openAssignment(change, journey.setting, { kind: 'bounced-email', due: '2026-01-14' });
    journey.take(change.change()).passDay('2026-01-15');
    expect(journey.find('bounced-email').overdue).toBe(true);
    expect(all(journey.state, 'stage')['design-documentation']?.['overdue']).toBeUndefined();
    expect(all(journey.state, 'late')).toEqual({});
  });
});
