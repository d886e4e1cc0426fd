import { acting, rolesAt, type Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { today } from '../project/zone-context.ts';
import type { Acting, Made } from './acting.ts';
import type { ForumChange, ForumRequest } from './forum-record.ts';
import { invite, noteMeeting, withGuest } from './guests.ts';
import { arrangeMeeting, type Meeting, type MeetingRequest } from './meetings.ts';
import { sign, withPromise } from './promises.ts';
import { withPlan } from './with-plan.ts';
import { forumAt, type ForumPorts } from './view-forum.ts';

type OfMeeting = Extract<ForumRequest, { action: MeetingRequest['action'] }>;

const isOfMeeting = (request: ForumRequest): request is OfMeeting => request.action.endsWith('-meeting');

export type ActedOnForum = Pick<ForumChange, 'guests' | 'promises' | 'plan'> & {
  readonly meetings?: readonly Meeting[];
};

export interface ActOnForum {
  readonly forumId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: ForumRequest;
}

function made(
  ports: ForumPorts,
  found: Acting,
  request: Exclude<ForumRequest, OfMeeting>,
): Promise<Result<readonly Made[]>> {
  switch (request.action) {
    case 'invite':
      return invite(ports, found, request);
    case 'sign':
      return sign(ports, found, request);
    case 'next':
    case 'letter':
    case 'lose':
      return withPromise(ports, found, request);
    case 'note':
      return noteMeeting(ports, found, request);
    case 'hall':
    case 'session':
    case 'drop-session':
    case 'task':
    case 'task-done':
    case 'stated':
      return withPlan(ports, found, request);
    default:
      return withGuest(ports, found, request);
  }
}

/** Of the office's side: with a guest who is theirs, or by whoever leads. */
async function ofMeeting(ports: ForumPorts, found: Acting, asked: OfMeeting): Promise<Result<ActedOnForum>> {
  const { zoneId } = found.context.zone;
  const { forumId } = found.forum;
  const meetings = 'meetingId' in asked ? await ports.forums.meetings(zoneId, forumId) : [];
  const guestId =
    'guestId' in asked ? asked.guestId : meetings.find(({ meetingId }) => meetingId === asked.meetingId)?.guestId;
  const guest = guestId === undefined ? undefined : await ports.forums.guest(zoneId, forumId, guestId);
  if (guest === undefined || guest.erased) return fail({ kind: 'not-found' });
  if (guest.owner !== found.personId && !found.leads) return fail({ kind: 'forbidden' });
  const event = { at: found.now, by: found.personId, what: asked.action };
  const done = await arrangeMeeting(ports, {
    forum: found.forum,
    guest,
    side: 'office',
    day: found.day,
    request: asked,
    event,
  });
  return done.ok ? ok({ guests: [], promises: [], meetings: [done.value] }) : done;
}

/**
 * One thing done at a forum, by those who act in its zone; with a guest only by their owner or whoever leads. Fails with `not-found` (no role
 * there), `forbidden`, `invalid`, `not-allowed`, `conflict`.
 */
export async function actOnForum(ports: ForumPorts, command: ActOnForum): Promise<Result<ActedOnForum>> {
  const { actor, now, request } = command;
  const found = await forumAt(ports, command);
  if (found === undefined || actor.kind !== 'staff') return fail({ kind: 'not-found' });
  const { zone } = found.context;
  const roles = rolesAt(actor.memberships, zone);
  if (!acting.some((role) => roles.includes(role))) return fail({ kind: 'forbidden' });
  const { personId } = actor;
  const leads = roles.includes('head') || roles.includes('headquarters');
  const here = { ...found, personId, leads, day: today(found.context), now };
  if (isOfMeeting(request)) return ofMeeting(ports, here, request);
  // A note from the hall is about no state that somebody saw: what changed meanwhile does not stop it.
  for (let tried = 1; ; tried += 1) {
    const done = await written(ports, here, request);
    if (done.ok || done.failure.kind !== 'conflict' || request.action !== 'note' || tried === noteTries) return done;
  }
}

const noteTries = 5;

async function written(
  ports: ForumPorts,
  here: Acting,
  request: Exclude<ForumRequest, OfMeeting>,
): Promise<Result<ActedOnForum>> {
  const { forumId } = here.forum;
  const { zoneId } = here.context.zone;
  const done = await made(ports, here, request);
  if (!done.ok) return done;
  for (const { about, ...changes } of done.value) {
    if (about === '') continue;
    const event = { at: here.now, by: here.personId, what: request.action, about };
    const change = { zoneId, forumId, ...changes, event };
    if ((await ports.forums.commit(change)) !== 'committed')
      return fail({ kind: 'conflict', version: 0, state: 'changed' });
  }
  return ok({
    guests: done.value.flatMap(({ guests }) => guests),
    promises: done.value.flatMap(({ promises }) => promises),
    ...(done.value[0]?.plan && { plan: done.value[0].plan }),
  });
}
