import { acting, rolesAt, type Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { today } from '../project/zone-context.ts';
import type { Acting, Made } from './acting.ts';
import type { ForumChange, ForumRequest } from './forum-record.ts';
import { invite, withGuest } from './guests.ts';
import { sign, withPromise } from './promises.ts';
import { forumAt, type ForumPorts } from './view-forum.ts';

export interface ActOnForum {
  readonly forumId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: ForumRequest;
}

function made(ports: ForumPorts, found: Acting, request: ForumRequest): Promise<Result<readonly Made[]>> {
  switch (request.action) {
    case 'invite':
      return invite(ports, found, request);
    case 'sign':
      return sign(ports, found, request);
    case 'next':
    case 'letter':
    case 'lose':
      return withPromise(ports, found, request);
    default:
      return withGuest(ports, found, request);
  }
}

/**
 * One thing done at a forum, by those who act in its zone; with a guest only by their owner or whoever leads. Fails with `not-found` (no role
 * there), `forbidden`, `invalid`, `not-allowed`, `conflict`.
 */
export async function actOnForum(
  ports: ForumPorts,
  command: ActOnForum,
): Promise<Result<Pick<ForumChange, 'guests' | 'promises'>>> {
  const { actor, now, request } = command;
  const found = await forumAt(ports, command);
  if (found === undefined || actor.kind !== 'staff') return fail({ kind: 'not-found' });
  const { zone } = found.context;
  const roles = rolesAt(actor.memberships, zone);
  if (!acting.some((role) => roles.includes(role))) return fail({ kind: 'forbidden' });
  const { personId } = actor;
  const leads = roles.includes('head') || roles.includes('headquarters');
  const done = await made(ports, { ...found, personId, leads, day: today(found.context), now }, request);
  if (!done.ok) return done;
  for (const { about, ...written } of done.value) {
    if (about === '') continue;
    const event = { at: now, by: personId, what: request.action, about };
    const change = { zoneId: zone.zoneId, forumId: found.forum.forumId, ...written, event };
    if ((await ports.forums.commit(change)) !== 'committed')
      return fail({ kind: 'conflict', version: 0, state: 'changed' });
  }
  return ok({
    guests: done.value.flatMap(({ guests }) => guests),
    promises: done.value.flatMap(({ promises }) => promises),
  });
}
