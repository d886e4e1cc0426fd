import * as z from 'zod/mini';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { paragraph, type Language } from '../kernel/common.ts';
import type { LinkTarget, Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { ByLink } from '../links/act-by-link.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { contactOf, type Forum, type OfficeContact } from '../reference/reference.ts';
import type { Guest } from './forum-record.ts';
import { answered } from './guests.ts';
import { arrangeMeeting, freeTimes, isHeld, type FreeTime, type Meeting, type MeetingRequest } from './meetings.ts';
import type { Plan } from './plan.ts';

type GuestPorts = Pick<Ports, 'forums' | 'reference'>;
type GuestTarget = Extract<LinkTarget, { kind: 'guest' }>;

/** Calendar days after a forum for which a guest's link opens (ours). */
const opensFor = 90;

/** In which somebody is written to whose language nobody knows (ours). */
export const guestLanguage = ({ language }: Pick<Guest, 'language'>): Language => language ?? 'en';

export interface OpenedGuest {
  readonly target: GuestTarget;
  readonly guest: Guest;
  readonly forum: Forum;
  readonly context: ZoneContext;
  readonly day: LocalDate;
}

/** The guest of a link. Fails with `link-unknown`, and `link-expired` where they were erased or the forum is long over. */
export async function openGuestAt(ports: GuestPorts, target: GuestTarget, now: number): Promise<Result<OpenedGuest>> {
  const { zoneId, forumId, guestId } = target;
  const [guest, context] = await Promise.all([
    ports.forums.guest(zoneId, forumId, guestId),
    zoneContextOf(ports, zoneId, now),
  ]);
  const forum = context?.zone.forums.find((one) => one.forumId === forumId);
  if (guest === undefined || context === undefined || forum === undefined) return fail({ kind: 'link-unknown' });
  const day = today(context);
  return guest.erased || day > addDays(forum.lastDay, opensFor)
    ? fail({ kind: 'link-expired' })
    : ok({ target, guest, forum, context, day });
}

async function openGuest(
  ports: GuestPorts & Pick<Ports, 'links'>,
  { link, now }: ByLink,
): Promise<Result<OpenedGuest>> {
  const target = await ports.links.read(link);
  return target?.kind === 'guest' ? openGuestAt(ports, target, now) : fail({ kind: 'link-unknown' });
}

export interface GuestView extends OpenedGuest {
  readonly language: Language;
  readonly office: OfficeContact;
  /** Who of the office is there for them. */
  readonly owner?: string | undefined;
  /** They can still say whether they come. */
  readonly mayAnswer: boolean;
  readonly plan?: Plan | undefined;
  /** Their own, those that are held. */
  readonly meetings: readonly Meeting[];
  /** When they and a table are free; none before they have said that they come. */
  readonly free: readonly FreeTime[];
}

/** What a guest sees: the forum and what is kept of their own answer. Nothing of other guests. */
export async function viewGuest(ports: GuestPorts & Pick<Ports, 'links'>, command: ByLink): Promise<Result<GuestView>> {
  const opened = await openGuest(ports, command);
  if (!opened.ok) return opened;
  const { guest, forum, context, day } = opened.value;
  const { zoneId, forumId, guestId } = guest;
  const [plan, meetings, names] = await Promise.all([
    ports.forums.plan(zoneId, forumId),
    ports.forums.meetings(zoneId, forumId),
    ports.reference.names([guest.owner]),
  ]);
  const mayMeet = guest.days.declined === undefined && (guest.days.accepted ?? guest.days.came) !== undefined;
  return ok({
    ...opened.value,
    ...(plan && { plan }),
    meetings: meetings
      .filter((one) => one.guestId === guestId && isHeld(one))
      .toSorted((a, b) => (`${a.on} ${a.at}` < `${b.on} ${b.at}` ? -1 : 1)),
    free: mayMeet && plan?.hall ? freeTimes({ hall: plan.hall, forum, meetings, from: day }, guestId) : [],
    language: guestLanguage(guest),
    office: contactOf(context.zone),
    owner: names.get(guest.owner),
    mayAnswer: guest.days.came === undefined && day <= forum.lastDay,
  });
}

export const GuestAnswer = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accepted') }),
  z.object({ action: z.literal('declined'), reason: paragraph(500) }),
]);
export type GuestAnswer = z.infer<typeof GuestAnswer>;

/** A guest says whether they come. The same answer once more changes nothing; another one takes its place. */
export async function answerAsGuest(
  ports: GuestPorts & Pick<Ports, 'links'>,
  command: ByLink & { readonly request: GuestAnswer },
): Promise<Result<Guest>> {
  const view = await viewGuest(ports, command);
  if (!view.ok) return view;
  const { guest, day, mayAnswer } = view.value;
  const { request, now } = command;
  if (!mayAnswer) return fail({ kind: 'not-allowed', action: request.action, because: 'over' });
  const changed = answered(guest, request, day);
  if (changed === undefined) return ok(guest);
  const { zoneId, forumId, guestId } = guest;
  const event = { at: now, by: `guest:${guestId}`, what: request.action, about: guestId };
  return (await ports.forums.commit({ zoneId, forumId, guests: [changed], promises: [], event })) === 'committed'
    ? ok(changed)
    : fail({ kind: 'conflict', version: guest.version, state: 'changed' });
}

/** A guest asks for a meeting, takes, moves or ends one of theirs. Fails as `arrangeMeeting`. */
export async function meetAsGuest(
  ports: GuestPorts & Pick<Ports, 'links' | 'ids'>,
  command: ByLink & { readonly request: MeetingRequest },
): Promise<Result<Meeting>> {
  const opened = await openGuest(ports, command);
  if (!opened.ok) return opened;
  const { guest, forum, day } = opened.value;
  const { request, now } = command;
  if (guest.days.declined !== undefined)
    return fail({ kind: 'not-allowed', action: request.action, because: 'declined' });
  return arrangeMeeting(ports, {
    forum,
    guest,
    side: 'guest',
    day,
    request,
    event: { at: now, by: `guest:${guest.guestId}`, what: request.action },
  });
}
