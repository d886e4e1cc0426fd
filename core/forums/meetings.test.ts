import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, membership, staff } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import { actOnForum } from './act-on-forum.ts';
import { meetAsGuest } from './by-guest.ts';
import type { ForumRequest } from './forum-record.ts';
import { isHeld, type MeetingRequest } from './meetings.ts';
import { taskDue, timesOf } from './plan.ts';
import { viewForum } from './view-forum.ts';

const forumId = 'alpha-forum';
const [day, other] = ['2026-01-12', '2026-01-13'];

/** A hall of two tables with meetings of half an hour, and three guests of the officer. */
async function hall(tables = 2) {
  const told = world({ on: '2025-12-01' });
  const act = (request: ForumRequest, role: 'officer' | 'head' = 'officer') =>
    actOnForum(told.ports, { forumId, actor: staff(membership(role)), now: told.now(), request });
  const guests = ['Aru', 'Berik', 'Dana'].map((name) => ({ name, company: `${name} Works` }));
  const invited = await act({ action: 'invite', guests });
  const ids = invited.ok ? invited.value.guests.map(({ guestId }) => guestId) : [];
  await act({ action: 'hall', version: 0, tables, from: '09:00', until: '11:00', minutes: 30 });
  const guest = async (place: number, request: MeetingRequest) =>
    meetAsGuest(told.ports, {
      link: await told.ports.links.urlOf({ kind: 'guest', zoneId: 'alpha', forumId, guestId: ids[place] ?? '' }),
      now: told.now(),
      request,
    });
  const office = async (place: number, at: string, on = day) => {
    const done = await act({ action: 'ask-meeting', guestId: ids[place] ?? '', on, at });
    return done.ok ? done.value.meetings?.[0] : done.failure;
  };
  const held = async () => (await told.ports.forums.meetings('alpha', forumId)).filter(isHeld);
  return { told, act, ids, guest, office, held };
}
type InHall = Awaited<ReturnType<typeof hall>>;

describe('a meeting', () => {
  it('is asked by one side and taken by the other, never by the one that asked', async () => {
    const { guest, office, act } = await hall();
    const meeting = await office(0, '09:30');
    expect(meeting).toMatchObject({ table: 1, askedBy: 'office', state: 'asked', version: 1 });
    const meetingId = meeting && 'meetingId' in meeting ? meeting.meetingId : '';
    const take = { action: 'take-meeting' as const, meetingId, version: 1 };
    expect(await act(take)).toMatchObject({ failure: { kind: 'not-allowed' } });
    // Nobody takes what is another's.
    expect(await guest(1, take)).toMatchObject({ failure: { kind: 'not-found' } });
    expect(await guest(0, take)).toMatchObject({ value: { state: 'accepted' } });
    const moved = await guest(0, { action: 'move-meeting', meetingId, version: 2, on: other, at: '10:00' });
    expect(moved).toMatchObject({ value: { on: other, at: '10:00', state: 'asked', askedBy: 'guest' } });
    expect(await act({ ...take, version: 3 })).toMatchObject({ ok: true });
  });

  it('has its time alone: neither the guest nor the table is given twice', async () => {
    const { office, guest } = await hall();
    await office(0, '09:30');
    // The same asked once more is the same meeting.
    expect(await guest(0, { action: 'ask-meeting', on: day, at: '09:30' })).toMatchObject({ value: { version: 1 } });
    expect(await office(1, '09:30')).toMatchObject({ table: 2 });
    expect(await office(2, '09:30')).toMatchObject({ kind: 'invalid', issues: [{ path: 'at', code: 'taken' }] });
    expect(await office(2, '09:45')).toMatchObject({ issues: [{ path: 'at', code: 'invalid_value' }] });
    expect(await office(2, '09:30', '2026-02-01')).toMatchObject({ issues: [{ code: 'invalid_value' }] });
  });

  it('gives its time back when it ends or moves', async () => {
    const { office, guest, held } = await hall(1);
    const first = await guest(0, { action: 'ask-meeting', on: day, at: '09:00' });
    const meetingId = first.ok ? first.value.meetingId : '';
    expect(await office(1, '09:00')).toMatchObject({ kind: 'invalid' });
    await guest(0, { action: 'move-meeting', meetingId, version: 1, on: day, at: '09:30' });
    expect(await office(1, '09:00')).toMatchObject({ table: 1 });
    await guest(0, { action: 'end-meeting', meetingId, version: 2 });
    expect(await office(2, '09:30')).toMatchObject({ table: 1 });
    expect(await held()).toHaveLength(2);
  });

  it('is never booked twice, whatever is asked at the same time', async () => {
    const asks = fc.array(
      fc.record({ place: fc.nat(2), at: fc.constantFrom('09:00', '09:30'), on: fc.constantFrom(day, other) }),
      { minLength: 2, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(asks, async (all) => {
        const here: InHall = await hall();
        await Promise.all(
          all.map(({ place, at, on }, turn) =>
            turn % 2 === 0 ? here.office(place, at, on) : here.guest(place, { action: 'ask-meeting', on, at }),
          ),
        );
        const meetings = await here.held();
        for (const name of ['table', 'guestId'] as const) {
          const times = meetings.map((one) => `${one.on} ${one.at} ${String(one[name])}`);
          expect(new Set(times).size).toBe(times.length);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('a note from the hall', () => {
  it('is done once, however often a phone sends it and whatever happened to the guest meanwhile', async () => {
    const { act, ids, told } = await hall();
    const guestId = ids[0] ?? '';
    const key = 'key-of-a-phone';
    const note = { action: 'note' as const, guestId, key, outcome: 'They need 2 MW.' };
    await act({ action: 'accepted', guestId, version: 1 });
    expect(await act(note)).toMatchObject({ value: { guests: [{ outcome: 'They need 2 MW.', version: 3 }] } });
    await act({ ...note, key: 'another-phone', outcome: 'They want a plot.' });
    expect(await act(note)).toMatchObject({ value: { guests: [{ outcome: 'They want a plot.', version: 4 }] } });
    // Two phones at the same moment: both are done.
    await Promise.all(['first-key', 'second-key'].map((one) => act({ ...note, key: one, outcome: one })));
    const guest = await told.ports.forums.guest('alpha', forumId, guestId);
    expect(guest).toMatchObject({ version: 6, keys: [key, 'another-phone', 'first-key', 'second-key'] });
    expect(await act({ ...note, key: 'of-tomorrow', on: '2030-01-01' })).toMatchObject({ ok: false });
  });
});

describe('the plan of a forum', () => {
  it('counts the days of its tasks back from the forum; whoever answers for one has done it', async () => {
    const { act } = await hall();
    const task = { action: 'task' as const, version: 1, text: 'Book the hall', daysBefore: 30, owner: 'head-alpha' };
    const made = await act(task);
    const [one] = made.ok ? (made.value.plan?.tasks ?? []) : [];
    expect(one && taskDue({ firstDay: day }, one)).toBe('2025-12-13');
    const done = { action: 'task-done' as const, version: 2, taskId: one?.taskId ?? '' };
    expect(await act(done)).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await act(done, 'head')).toMatchObject({ value: { plan: { tasks: [{ doneOn: '2025-12-01' }] } } });
    expect(await act({ ...task, version: 3 })).toMatchObject({ failure: { issues: [{ code: 'taken' }] } });
  });

  it('keeps what others state beside what is counted here on the same day', async () => {
    const { act, told } = await hall();
    const stated = {
      action: 'stated' as const,
      step: 'invited' as const,
      count: 5,
      source: 'Report',
      asOf: '2025-12-01',
    };
    expect(await act({ ...stated, version: 1 })).toMatchObject({ ok: true });
    expect(await act({ ...stated, version: 2, asOf: '2030-01-01' })).toMatchObject({ ok: false });
    told.moveTo(at('2026-01-20'));
    const view = await viewForum(told.ports, { forumId, actor: staff(membership('officer')), now: told.now() });
    expect(view.ok && view.value.cohort.stated).toMatchObject([
      { count: 5, counted: 3, difference: 2, source: 'Report' },
    ]);
  });

  it('gives a hall to one session at a time', async () => {
    const { act } = await hall();
    const session = {
      action: 'session' as const,
      version: 1,
      on: day,
      from: '10:00',
      until: '11:00',
      hall: 'A',
      title: 'Opening',
      languages: ['kk' as const, 'en' as const],
    };
    expect(await act(session)).toMatchObject({ ok: true });
    const next = { ...session, version: 2 };
    expect(await act({ ...next, from: '10:30', until: '11:30' })).toMatchObject({
      failure: { issues: [{ path: 'hall', code: 'taken' }] },
    });
    expect(await act({ ...next, from: '11:00', until: '12:00' })).toMatchObject({ ok: true });
    // Who saw the plan before that is told so.
    expect(await act({ ...next, hall: 'B' })).toMatchObject({ failure: { kind: 'conflict' } });
  });

  it.each([
    ['whole meetings', { from: '09:00', until: '10:00', minutes: 30 }, ['09:00', '09:30']],
    ['no half one at the end', { from: '09:00', until: '09:50', minutes: 30 }, ['09:00']],
    ['none where it ends before it begins', { from: '10:00', until: '09:00', minutes: 30 }, []],
  ])('has %s', (_, times, expected) => {
    expect(timesOf({ tables: 1, ...times })).toEqual(expected);
  });
});
