import { describe, expect, it } from 'vitest';
import { at, membership, staff } from '#test/support/samples.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { world } from '#test/support/world.ts';
import { actOnForum } from './act-on-forum.ts';
import { answerAsGuest, viewGuest } from './by-guest.ts';
import { forumLane, type ForumRequest } from './forum-record.ts';
import { invitationsOf, viewForum } from './view-forum.ts';

const forumId = 'alpha-forum';
const officer = staff(membership('officer'));
const head = staff(membership('head'));

const named = (...names: readonly string[]) =>
  names.map((name) => ({ name, company: `${name} Works`, email: `${name.toLowerCase()}@example.org` }));

function begun(
  deliver?: Parameters<typeof world>[0] extends { deliver?: infer Deliver } | undefined ? Deliver : never,
) {
  const told = world({ on: '2025-12-01', ...(deliver && { deliver }) });
  const act = (request: ForumRequest, actor: Actor = officer) =>
    actOnForum(told.ports, { forumId, actor, now: told.now(), request });
  const mails = () => told.memory.sent.map(({ to, language, notice }) => [to, language, notice]);
  const linkOf = async (guestId: string | undefined) =>
    told.ports.links.urlOf({ kind: 'guest', zoneId: 'alpha', forumId, guestId: guestId ?? '' });
  return { told, act, mails, linkOf };
}

describe('a wave of invitations', () => {
  it('goes to each guest once, in their language, whatever is sent again', async () => {
    const { told, act, mails } = begun();
    const wave = {
      action: 'invite' as const,
      language: 'kk' as const,
      guests: [
        ...named('Aru', 'Berik').map((one, place) => ({ ...one, ...(place === 1 && { language: 'en' as const }) })),
        { name: 'Dana', company: 'Without an address' },
      ],
    };
    const first = await act(wave);
    expect(first.ok && first.value.guests.map(({ wave: number, language }) => [number, language])).toEqual([
      [1, 'kk'],
      [1, 'en'],
      [1, 'kk'],
    ]);
    await told.settle();
    const sent = [
      ['aru@example.org', 'kk', 'invitation'],
      ['berik@example.org', 'en', 'invitation'],
    ];
    expect(mails().toSorted()).toEqual(sent);
    // The line was lost, and the same list comes again; then a colleague's, with somebody new.
    expect((await act(wave)).ok).toBe(true);
    expect(await act({ ...wave, guests: named('Aru') }, head)).toMatchObject({ ok: false });
    const more = await act({ ...wave, guests: named('Aru', 'Erlan') }, head);
    expect(more.ok && more.value.guests.map(({ name, owner, wave: number }) => [name, owner, number])).toEqual([
      ['Erlan', 'head-alpha', 2],
    ]);
    await told.settle();
    expect(mails().toSorted()).toEqual([...sent, ['erlan@example.org', 'kk', 'invitation']]);
  });

  it('of hundreds is written part by part', async () => {
    const { told, act, mails } = begun();
    const names = Array.from({ length: 200 }, (_, number) => `Guest${String(number)}`);
    const done = await act({ action: 'invite', guests: named(...names) });
    expect(done.ok && new Set(done.value.guests.map(({ wave }) => wave))).toEqual(new Set([1]));
    await told.settle();
    expect(new Set(mails().map(([to]) => to)).size).toBe(200);
    expect(mails()).toHaveLength(200);
  });

  it('tells what became of each email, and asks no project for another address', async () => {
    const { told, act } = begun(({ to }) => (to.startsWith('aru') ? { refused: 'suppressed' } : 'sent'));
    await act({ action: 'invite', guests: named('Aru', 'Berik') });
    await told.settle();
    const view = await viewForum(told.ports, { forumId, actor: officer, now: told.now() });
    const states = view.ok ? [...(await invitationsOf(told.ports, view.value)).values()] : [];
    expect(states.toSorted()).toEqual(['sent', 'set-aside']);
    expect(told.failures).toEqual([]);
    expect(await told.ports.outbox.emails(forumLane('alpha', forumId))).toHaveLength(2);
  });
});

describe('the link of a guest', () => {
  it('takes one answer or the other, and the last one stands', async () => {
    const { told, act, linkOf } = begun();
    const invited = await act({ action: 'invite', guests: named('Aru') });
    const guestId = invited.ok ? invited.value.guests[0]?.guestId : undefined;
    const link = await linkOf(guestId);
    const answer = (request: Parameters<typeof answerAsGuest>[1]['request']) =>
      answerAsGuest(told.ports, { link, now: told.now(), request });
    expect(await answer({ action: 'accepted' })).toMatchObject({
      value: { days: { accepted: '2025-12-01' }, version: 2 },
    });
    expect(await answer({ action: 'accepted' })).toMatchObject({ value: { version: 2 } });
    const no = await answer({ action: 'declined', reason: 'Another forum.' });
    expect(no).toMatchObject({ value: { reason: 'Another forum.', version: 3 } });
    expect(no.ok && no.value.days.accepted).toBeUndefined();
    const yes = await answer({ action: 'accepted' });
    expect(yes.ok && [yes.value.reason, yes.value.days.declined]).toEqual([undefined, undefined]);
    told.moveTo(at('2026-01-14'));
    expect(await answer({ action: 'declined', reason: 'Late.' })).toMatchObject({ failure: { kind: 'not-allowed' } });
  });

  it('opens nothing once its guest is erased, or the forum is long over', async () => {
    const { told, act, linkOf } = begun();
    const invited = await act({ action: 'invite', guests: named('Aru', 'Berik') });
    const [aru, berik] = invited.ok ? invited.value.guests : [];
    const seen = async (guestId: string | undefined) => {
      const view = await viewGuest(told.ports, { link: await linkOf(guestId), now: told.now() });
      return view.ok ? 'seen' : view.failure.kind;
    };
    expect(await seen(berik?.guestId)).toBe('seen');
    expect(await seen('gnobody')).toBe('link-unknown');
    await act({ action: 'erase', guestId: aru?.guestId ?? '', version: 1 });
    expect(await seen(aru?.guestId)).toBe('link-expired');
    told.moveTo(at('2026-04-14'));
    expect(await seen(berik?.guestId)).toBe('link-expired');
  });
});
