import type { LocalDate } from '../calendar/local-date.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { waitingRow, type OutboxRow } from '../notices/outbox.ts';
import { idOf, invalid, isColleague, type Acting, type Made, type Request } from './acting.ts';
import { forumLane, type Guest, type GuestStep } from './forum-record.ts';
import type { ForumPorts, FoundForum } from './view-forum.ts';

/** Whoever is called the same, with the same address where there is one, is the same guest: no two of us write to them. */
const guestIdOf = (
  ports: Pick<Ports, 'ids'>,
  { forum }: FoundForum,
  { name, company, email }: Pick<Guest, 'name' | 'company' | 'email'>,
): string => idOf(ports, 'g', [forum.forumId, email ?? [name, company].map((one) => one.toLowerCase())]);

/** Guests that one transaction writes beside its row and its entry in the log. */
const writtenAtOnce = 90;

/** Queues the emails of a wave, from a guest on. */
const waveRow = ({ context, forum, now }: Acting, wave: number, first: string): OutboxRow =>
  waitingRow(
    { laneId: forumLane(context.zone.zoneId, forum.forumId), rowId: `wave-${String(wave)}-${first}` },
    { kind: 'invitations', zoneId: context.zone.zoneId, forumId: forum.forumId, wave },
    now,
  );

/**
 * A wave, as it is written one transaction after the other. Whoever is invited already is left out; the same list once more by the same
 * owner changes nothing, and does what was left of it.
 */
export async function invite(
  ports: ForumPorts,
  found: Acting,
  { owner = found.personId, language, guests }: Request<'invite'>,
): Promise<Result<readonly Made[]>> {
  const { zoneId } = found.context.zone;
  const { forumId } = found.forum;
  if (!(await isColleague(ports, found, owner))) return invalid('owner', 'invalid_value');
  const there = await ports.forums.guests(zoneId, forumId);
  const known = new Map(there.map((one) => [one.guestId, one]));
  const wave = 1 + Math.max(0, ...there.map((one) => one.wave));
  const fresh = new Map<string, Guest>();
  const again = new Map<string, Guest>();
  for (const one of guests) {
    const guestId = guestIdOf(ports, found, one);
    const before = known.get(guestId);
    const days = { invited: found.day };
    const spoken = one.language ?? language;
    if (before?.owner === owner) again.set(guestId, before);
    if (before === undefined)
      fresh.set(guestId, {
        ...one,
        ...(spoken && { language: spoken }),
        guestId,
        zoneId,
        forumId,
        owner,
        wave,
        days,
        version: 1,
      });
  }
  const all = [...fresh.values()];
  if (all.length === 0 && again.size === 0) return invalid('guests', 'taken');
  const parts = Array.from({ length: Math.ceil(all.length / writtenAtOnce) }, (_, part) =>
    all.slice(part * writtenAtOnce, (part + 1) * writtenAtOnce),
  );
  return ok(
    parts.length === 0
      ? [{ guests: [...again.values()], promises: [], about: '' }]
      : parts.map((part) => ({
          guests: part,
          promises: [],
          about: `wave-${String(wave)}-${part[0]?.guestId ?? ''}`,
          ...(part.some(({ email }) => email) && { rows: [waveRow(found, wave, part[0]?.guestId ?? '')] }),
        })),
  );
}

/** Which steps a guest may have had for the next. */
const after: Readonly<Record<Exclude<GuestStep, 'invited'>, (days: Guest['days']) => boolean>> = {
  accepted: ({ accepted, came }) => accepted === undefined && came === undefined,
  declined: ({ declined, came }) => declined === undefined && came === undefined,
  came: ({ came }) => came === undefined,
  met: () => true,
};

export type Answer = { readonly action: 'accepted' } | { readonly action: 'declined'; readonly reason: string };

/** What a guest answers stands until they answer otherwise, or come. */
export function answered(guest: Guest, answer: Answer, day: LocalDate): Guest | undefined {
  if (!after[answer.action](guest.days)) return undefined;
  const { accepted: _, declined: __, ...kept } = guest.days;
  const { reason: ___, ...rest } = guest;
  return {
    ...rest,
    days: { ...kept, [answer.action]: day },
    ...(answer.action === 'declined' && { reason: answer.reason }),
    version: guest.version + 1,
  };
}

/** Who they were is gone; that somebody was invited, and came, stays. */
export function withoutPerson({ email: _, reason: __, outcome: ___, next: ____, ...rest }: Guest): Guest {
  return { ...rest, name: '', erased: true, version: rest.version + 1 };
}

type OnGuest = Request<'accepted' | 'declined' | 'came' | 'met' | 'erase'>;

function changedGuest({ day }: Acting, guest: Guest, request: OnGuest): Guest | undefined {
  const version = guest.version + 1;
  if (request.action === 'erase') return withoutPerson(guest);
  if (request.action === 'accepted' || request.action === 'declined') return answered(guest, request, day);
  if (!after[request.action](guest.days)) return undefined;
  const { declined: _, ...kept } = guest.days;
  const came = guest.days.came ?? day;
  return request.action === 'came'
    ? { ...guest, days: { ...kept, came }, version }
    : {
        ...guest,
        days: { ...kept, came, met: guest.days.met ?? day },
        outcome: request.outcome,
        ...(request.next && { next: request.next }),
        version,
      };
}

/** Keys of notes that a guest remembers (ours). */
const mostKeys = 50;

/** A note from the hall, by their owner or whoever leads: it says nothing of what else happened, so no version is asked. */
export async function noteMeeting(
  ports: ForumPorts,
  found: Acting,
  { guestId, key, outcome, next, on = found.day }: Request<'note'>,
): Promise<Result<readonly Made[]>> {
  const guest = await ports.forums.guest(found.context.zone.zoneId, found.forum.forumId, guestId);
  if (guest === undefined || guest.erased) return fail({ kind: 'not-found' });
  if (guest.owner !== found.personId && !found.leads) return fail({ kind: 'forbidden' });
  const { keys = [], days } = guest;
  if (keys.includes(key)) return ok([{ guests: [guest], promises: [], about: '' }]);
  if (on > found.day) return invalid('on', 'in-future');
  if (next && !(await isColleague(ports, found, next.owner))) return invalid('owner', 'invalid_value');
  const { declined: _, ...kept } = days;
  const changed: Guest = {
    ...guest,
    days: { ...kept, came: days.came ?? on, met: days.met ?? on },
    outcome,
    ...(next && { next }),
    keys: [...keys, key].slice(-mostKeys),
    version: guest.version + 1,
  };
  return ok([{ guests: [changed], promises: [], about: guestId }]);
}

export async function withGuest(ports: ForumPorts, found: Acting, request: OnGuest): Promise<Result<readonly Made[]>> {
  const guest = await ports.forums.guest(found.context.zone.zoneId, found.forum.forumId, request.guestId);
  if (guest === undefined || guest.erased) return fail({ kind: 'not-found' });
  if (guest.owner !== found.personId && !found.leads) return fail({ kind: 'forbidden' });
  if (guest.version !== request.version) return fail({ kind: 'conflict', version: guest.version, state: 'changed' });
  if (request.action === 'met' && request.next && !(await isColleague(ports, found, request.next.owner)))
    return invalid('owner', 'invalid_value');
  const changed = changedGuest(found, guest, request);
  return changed === undefined
    ? fail({ kind: 'not-allowed', action: request.action, because: 'done' })
    : ok([{ guests: [changed], promises: [], about: guest.guestId }]);
}
