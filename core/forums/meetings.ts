import * as z from 'zod/mini';
import type { LocalDate } from '../calendar/local-date.ts';
import { DateText, Identifier } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Forum } from '../reference/reference.ts';
import { idOf, invalid } from './acting.ts';
import type { ForumEvent, Guest } from './forum-record.ts';
import { daysOf, TimeText, timesOf, type Hall } from './plan.ts';

const sides = ['guest', 'office'] as const;
export type Side = (typeof sides)[number];

/** A guest at a table at a time. `asked`: by one side, and the other has not said yes yet; its time is held all the same. */
export const Meeting = z.object({
  meetingId: Identifier,
  zoneId: Identifier,
  forumId: Identifier,
  guestId: Identifier,
  on: DateText,
  at: TimeText,
  table: z.int(),
  askedBy: z.enum(sides),
  state: z.enum(['asked', 'accepted', 'ended']),
  version: z.int(),
});
export type Meeting = z.infer<typeof Meeting>;

const ofTime = { on: DateText, at: TimeText };
const ofMeeting = { meetingId: Identifier, version: z.int().check(z.nonnegative()) };

/** The same for both sides; the office names the guest whom it asks. */
export const meetingRequests = {
  ask: z.object({ action: z.literal('ask-meeting'), ...ofTime }),
  take: z.object({ action: z.literal('take-meeting'), ...ofMeeting }),
  move: z.object({ action: z.literal('move-meeting'), ...ofMeeting, ...ofTime }),
  end: z.object({ action: z.literal('end-meeting'), ...ofMeeting }),
} as const;
export const MeetingRequest = z.discriminatedUnion('action', [
  meetingRequests.ask,
  meetingRequests.take,
  meetingRequests.move,
  meetingRequests.end,
]);
export type MeetingRequest = z.infer<typeof MeetingRequest>;

export const isHeld = ({ state }: Pick<Meeting, 'state'>): boolean => state !== 'ended';

/** Meetings that a guest has at a time (ours). */
const mostOfGuest = 20;

/** What a meeting holds while it is held: nobody else has the table then, nor the guest. */
function slotsOf(meeting: Meeting): readonly string[] {
  const { on, at, table, guestId } = meeting;
  return isHeld(meeting) ? [`${on}#${at}#T#${String(table).padStart(3, '0')}`, `${on}#${at}#G#${guestId}`] : [];
}

export interface MeetingChange {
  readonly meeting: Meeting;
  /** Names of slots that are taken with it, on the condition that they are free, and that are given back. */
  readonly take: readonly string[];
  readonly free: readonly string[];
}

function changeOf(before: Meeting | undefined, meeting: Meeting): MeetingChange {
  const [had, has] = [before ? slotsOf(before) : [], slotsOf(meeting)];
  return { meeting, take: has.filter((one) => !had.includes(one)), free: had.filter((one) => !has.includes(one)) };
}

export interface FreeTime {
  readonly on: LocalDate;
  readonly at: string;
}

const tablesAt = (hall: Hall, meetings: readonly Meeting[], { on, at }: FreeTime): readonly number[] => {
  const taken = new Set(
    meetings.filter((one) => isHeld(one) && one.on === on && one.at === at).map(({ table }) => table),
  );
  return Array.from({ length: hall.tables }, (_, place) => place + 1).filter((table) => !taken.has(table));
};

/** When a guest and some table are free, from a day on. */
export function freeTimes(
  { hall, forum, meetings, from }: { hall: Hall; forum: Forum; meetings: readonly Meeting[]; from: LocalDate },
  guestId: string,
): readonly FreeTime[] {
  const own = meetings.filter((one) => isHeld(one) && one.guestId === guestId);
  return daysOf(forum)
    .filter((on) => on >= from)
    .flatMap((on) => timesOf(hall).map((at) => ({ on, at })))
    .filter((time) => !own.some(({ on, at }) => on === time.on && at === time.at))
    .filter((time) => tablesAt(hall, meetings, time).length > 0);
}

interface Asking {
  readonly forum: Forum;
  readonly guest: Guest;
  readonly side: Side;
  readonly day: LocalDate;
  readonly request: MeetingRequest;
  readonly event: Omit<ForumEvent, 'about'>;
}

/** What comes of a request, as things stand. Fails with `not-found`, `conflict`, `not-allowed`, `invalid`. */
function decided(
  ports: Pick<Ports, 'ids'>,
  { forum, guest, side, day, request }: Asking,
  hall: Hall | undefined,
  meetings: readonly Meeting[],
): Result<MeetingChange | Meeting> {
  const { zoneId, forumId, guestId } = guest;
  const own = meetings.filter((one) => one.guestId === guestId);
  const before = 'meetingId' in request ? own.find(({ meetingId }) => meetingId === request.meetingId) : undefined;
  if ('meetingId' in request) {
    if (before === undefined) return fail({ kind: 'not-found' });
    if (before.version !== request.version)
      return fail({ kind: 'conflict', version: before.version, state: before.state });
    if (!isHeld(before)) return fail({ kind: 'not-allowed', action: request.action, because: 'done' });
  }
  if (request.action === 'end-meeting' && before)
    return ok(changeOf(before, { ...before, state: 'ended', version: before.version + 1 }));
  if (request.action === 'take-meeting' && before) {
    // Nobody says yes to what they have asked themselves.
    return before.state === 'accepted' || before.askedBy === side
      ? fail({ kind: 'not-allowed', action: request.action, because: 'done' })
      : ok(changeOf(before, { ...before, state: 'accepted', version: before.version + 1 }));
  }
  if (request.action !== 'ask-meeting' && request.action !== 'move-meeting') return fail({ kind: 'not-found' });
  const time = { on: request.on, at: request.at };
  const again = own.find((one) => isHeld(one) && one.on === time.on && one.at === time.at);
  if (again && (request.action === 'ask-meeting' || again === before)) return ok(again);
  if (hall === undefined || time.on < day || !daysOf(forum).includes(time.on) || !timesOf(hall).includes(time.at))
    return invalid('at', 'invalid_value');
  const [table] = tablesAt(hall, meetings, time);
  if (again !== undefined || table === undefined) return invalid('at', 'taken');
  if (before !== undefined)
    return ok(
      changeOf(before, { ...before, ...time, table, askedBy: side, state: 'asked', version: before.version + 1 }),
    );
  if (own.filter(isHeld).length >= mostOfGuest)
    return fail({ kind: 'not-allowed', action: request.action, because: 'done' });
  const meetingId = idOf(ports, 'm', [forumId, guestId, own.length]);
  const asked = { meetingId, zoneId, forumId, guestId, ...time, table, askedBy: side, state: 'asked' as const };
  return ok(changeOf(undefined, { ...asked, version: 1 }));
}

/** Somebody else may take the table in between: then the next one is tried. */
const tries = 5;

/** One side asks for a meeting, takes, moves or ends it. Fails with `not-found`, `conflict`, `not-allowed`, `invalid` (`taken`). */
export async function arrangeMeeting(ports: Pick<Ports, 'forums' | 'ids'>, asking: Asking): Promise<Result<Meeting>> {
  const { zoneId, forumId } = asking.guest;
  for (let tried = 0; tried < tries; tried += 1) {
    const [plan, meetings] = await Promise.all([
      ports.forums.plan(zoneId, forumId),
      ports.forums.meetings(zoneId, forumId),
    ]);
    const done = decided(ports, asking, plan?.hall, meetings);
    if (!done.ok) return done;
    if (!('meeting' in done.value)) return ok(done.value);
    const { meeting } = done.value;
    const event = { ...asking.event, about: meeting.meetingId };
    const change = { zoneId, forumId, guests: [], promises: [], meeting: done.value, event };
    if ((await ports.forums.commit(change)) === 'committed') return ok(meeting);
  }
  return invalid('at', 'taken');
}
