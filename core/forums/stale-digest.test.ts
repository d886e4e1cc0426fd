import { describe, expect, it } from 'vitest';
import { runDay } from '#core/digests/run-day.ts';
import { at, membership, people, staff } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import { actOnForum } from './act-on-forum.ts';

const forumId = 'alpha-forum';
const parties = 'Isolation Works';

/** A memorandum of 12 January 2026, a Monday; it is of an officer. */
async function signed() {
  const told = world();
  const act = (request: Parameters<typeof actOnForum>[1]['request']) =>
    actOnForum(told.ports, { forumId, actor: staff(membership('officer')), now: told.now(), request });
  const done = await act({ action: 'sign', kind: 'memorandum', parties, signedOn: '2026-01-12' });
  const promiseId = done.ok ? (done.value.promises[0]?.promiseId ?? '') : '';
  /** Whose digest of a day names it. */
  const readers = async (date: string) => {
    told.moveTo(at(date, '06:00'));
    const before = told.memory.sent.length;
    await runDay(told.ports, told.now(), (_, error) => {
      throw error;
    });
    await told.settle();
    const emails = told.memory.sent.slice(before).filter(({ text }) => text.includes(parties));
    return emails.map(({ to }) => to).toSorted();
  };
  return { told, act, readers, promiseId };
}

const addressOf = (role: string): string => {
  const found = people.find(({ memberships }) => memberships.some((one) => one.role === role));
  if (found === undefined) throw new Error(`No ${role}`);
  return found.email;
};
const [officer, head, leadership] = ['officer', 'head', 'leadership'].map(addressOf);

describe('a promise that nobody looks after', () => {
  it('is told to its owner, then to the head, then to leadership, and once a week while it stays', async () => {
    const { readers } = await signed();
    // 30 days are over on 11 February, a Wednesday; 60 on Friday 13 March, 90 on Sunday 12 April.
    expect(await readers('2026-02-10')).toEqual([]);
    expect(await readers('2026-02-11')).toEqual([officer]);
    expect(await readers('2026-02-12')).toEqual([]);
    expect(await readers('2026-02-16')).toEqual([officer]);
    expect(await readers('2026-03-13')).toEqual([head, officer].toSorted());
    expect(await readers('2026-04-12')).toEqual([]);
    expect(await readers('2026-04-13')).toEqual([head, leadership, officer].toSorted());
  });

  it('is told to nobody once somebody says what is next, or that nothing comes of it', async () => {
    const { told, act, readers, promiseId } = await signed();
    told.moveTo(at('2026-02-10'));
    await act({ action: 'next', promiseId, version: 1, step: 'Call', owner: 'officer-alpha', due: '2026-02-20' });
    expect(await readers('2026-02-16')).toEqual([]);
    expect(await readers('2026-03-30')).toEqual([officer]);
    await act({ action: 'lose', promiseId, version: 2, reason: 'No money.' });
    expect(await readers('2026-06-15')).toEqual([]);
  });
});
