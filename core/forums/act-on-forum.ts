import type { LocalDate } from '../calendar/local-date.ts';
import { acting, rolesAt, type Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { today } from '../project/zone-context.ts';
import type { ForumChange, ForumRequest, Guest, GuestStep, Promised } from './forum-record.ts';
import { forumAt, type ForumPorts, type FoundForum } from './view-forum.ts';

export interface ActOnForum {
  readonly forumId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: ForumRequest;
}

type Request<Action extends ForumRequest['action']> = Extract<ForumRequest, { action: Action }>;
type Made = Pick<ForumChange, 'guests' | 'promises'> & { readonly about: string };

interface Acting extends FoundForum {
  readonly personId: string;
  readonly leads: boolean;
  readonly day: LocalDate;
}

const invalid = (path: string, code: string) => fail({ kind: 'invalid', issues: [{ path, code }] });

const isColleague = async (ports: ForumPorts, { context }: FoundForum, personId: string): Promise<boolean> =>
  (await ports.reference.staff(context.zone)).some((one) => one.personId === personId);

/** Whoever is called the same, with the same address where there is one, is the same guest: no two of us write to them. */
const guestIdOf = (
  { ids }: ForumPorts,
  { forum }: FoundForum,
  { name, company, email }: Pick<Guest, 'name' | 'company' | 'email'>,
): string =>
  `g${ids
    .hash(JSON.stringify([forum.forumId, email ?? [name, company].map((one) => one.toLowerCase())]))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 20)}`;

async function invite(
  ports: ForumPorts,
  found: Acting,
  { owner = found.personId, guests }: Request<'invite'>,
): Promise<Result<Made>> {
  const { zone } = found.context;
  const { forumId } = found.forum;
  if (!(await isColleague(ports, found, owner))) return invalid('owner', 'invalid_value');
  const there = await ports.forums.guests(zone.zoneId, forumId);
  const known = new Set(there.map(({ guestId }) => guestId));
  const wave = 1 + Math.max(0, ...there.map((one) => one.wave));
  const fresh = new Map<string, Guest>();
  for (const one of guests) {
    const guestId = guestIdOf(ports, found, one);
    const days = { invited: found.day };
    if (!known.has(guestId))
      fresh.set(guestId, { ...one, guestId, zoneId: zone.zoneId, forumId, owner, wave, days, version: 1 });
  }
  return fresh.size === 0
    ? invalid('guests', 'taken')
    : ok({ guests: [...fresh.values()], promises: [], about: `wave-${String(wave)}` });
}

/** Which steps a guest may have had for the next. */
const after: Readonly<Record<Exclude<GuestStep, 'invited'>, (days: Guest['days']) => boolean>> = {
  accepted: ({ accepted, came }) => accepted === undefined && came === undefined,
  declined: ({ declined, came }) => declined === undefined && came === undefined,
  came: ({ came }) => came === undefined,
  met: () => true,
};

type OnGuest = Request<'accepted' | 'declined' | 'came' | 'met' | 'erase'>;

function changedGuest({ day }: Acting, guest: Guest, request: OnGuest): Guest {
  const version = guest.version + 1;
  if (request.action === 'erase') {
    const { email: _, reason: __, outcome: ___, ...rest } = guest;
    return { ...rest, name: '', erased: true, version };
  }
  const { declined: _, ...kept } = guest.days;
  const came = guest.days.came ?? day;
  const days =
    request.action === 'met'
      ? { ...kept, came, met: guest.days.met ?? day }
      : request.action === 'declined'
        ? { ...kept, declined: day }
        : { ...kept, [request.action]: day };
  return {
    ...guest,
    days,
    ...(request.action === 'declined' && { reason: request.reason }),
    ...(request.action === 'met' && { outcome: request.outcome, ...(request.next && { next: request.next }) }),
    version,
  };
}

async function withGuest(ports: ForumPorts, found: Acting, request: OnGuest): Promise<Result<Made>> {
  const there = await ports.forums.guests(found.context.zone.zoneId, found.forum.forumId);
  const guest = there.find(({ guestId }) => guestId === request.guestId);
  if (guest === undefined || guest.erased) return fail({ kind: 'not-found' });
  if (guest.owner !== found.personId && !found.leads) return fail({ kind: 'forbidden' });
  if (guest.version !== request.version) return fail({ kind: 'conflict', version: guest.version, state: 'changed' });
  if (request.action === 'met' && request.next && !(await isColleague(ports, found, request.next.owner)))
    return invalid('owner', 'invalid_value');
  if (request.action !== 'erase' && !after[request.action](guest.days))
    return fail({ kind: 'not-allowed', action: request.action, because: 'done' });
  return ok({ guests: [changedGuest(found, guest, request)], promises: [], about: guest.guestId });
}

async function sign(ports: ForumPorts, found: Acting, request: Request<'sign'>): Promise<Result<Made>> {
  const { action: _, owner = found.personId, ...facts } = request;
  if (request.signedOn > found.day) return invalid('signedOn', 'in-future');
  if (!(await isColleague(ports, found, owner))) return invalid('owner', 'invalid_value');
  const { zoneId } = found.context.zone;
  const { forumId } = found.forum;
  // The same paper entered twice is one.
  const hash = ports.ids.hash(JSON.stringify([forumId, request.kind, request.parties.toLowerCase(), request.signedOn]));
  const promiseId = `p${hash
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 20)}`;
  const known = (await ports.forums.promises(zoneId, forumId)).some((one) => one.promiseId === promiseId);
  if (known) return invalid('parties', 'taken');
  const promised = { ...facts, owner, promiseId, zoneId, forumId, verifiedOn: found.day, version: 1 };
  return ok({ guests: [], promises: [promised], about: promiseId });
}

type OnPromise = Request<'next' | 'letter' | 'lose'>;

async function changedPromise(
  ports: ForumPorts,
  found: Acting,
  promised: Promised,
  request: OnPromise,
): Promise<Result<Promised>> {
  const changed = { ...promised, verifiedOn: found.day, version: promised.version + 1 };
  if (request.action === 'lose') return ok({ ...changed, lost: { on: found.day, reason: request.reason } });
  if (request.action === 'next') {
    const { step, owner, due } = request;
    if (due < found.day) return invalid('due', 'in-the-past');
    if (!(await isColleague(ports, found, owner))) return invalid('owner', 'invalid_value');
    return ok({ ...changed, next: { step, owner, due } });
  }
  const { zoneId } = found.context.zone;
  const { entries } = await ports.lists.list(zoneId, { by: 'search', text: request.project }, { limit: 1 });
  const project = entries[0]?.project;
  return project?.number === request.project
    ? ok({ ...changed, project: { projectId: project.projectId, number: project.number } })
    : invalid('project', 'no-such-project');
}

async function withPromise(ports: ForumPorts, found: Acting, request: OnPromise): Promise<Result<Made>> {
  const there = await ports.forums.promises(found.context.zone.zoneId, found.forum.forumId);
  const promised = there.find(({ promiseId }) => promiseId === request.promiseId);
  if (promised === undefined) return fail({ kind: 'not-found' });
  if (promised.version !== request.version)
    return fail({ kind: 'conflict', version: promised.version, state: 'changed' });
  if (promised.lost || promised.project) return fail({ kind: 'not-allowed', action: request.action, because: 'done' });
  const changed = await changedPromise(ports, found, promised, request);
  return changed.ok ? ok({ guests: [], promises: [changed.value], about: promised.promiseId }) : changed;
}

function made(ports: ForumPorts, found: Acting, { request }: ActOnForum): Promise<Result<Made>> {
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
export async function actOnForum(ports: ForumPorts, command: ActOnForum): Promise<Result<ForumChange>> {
  const { actor, now, request } = command;
  const found = await forumAt(ports, command);
  if (found === undefined || actor.kind !== 'staff') return fail({ kind: 'not-found' });
  const { zone } = found.context;
  const roles = rolesAt(actor.memberships, zone);
  if (!acting.some((role) => roles.includes(role))) return fail({ kind: 'forbidden' });
  const leads = roles.includes('head') || roles.includes('headquarters');
  const done = await made(ports, { ...found, personId: actor.personId, leads, day: today(found.context) }, command);
  if (!done.ok) return done;
  const { about, ...written } = done.value;
  const change: ForumChange = {
    zoneId: zone.zoneId,
    forumId: found.forum.forumId,
    ...written,
    event: { at: now, by: actor.personId, what: request.action, about },
  };
  return (await ports.forums.commit(change)) === 'committed'
    ? ok(change)
    : fail({ kind: 'conflict', version: 0, state: 'changed' });
}
