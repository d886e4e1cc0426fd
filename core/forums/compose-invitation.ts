import type { Email, Ports } from '../kernel/ports.ts';
import { questionsIn } from '../notices/letter.ts';
import { waitingRow, type OutboxMessage, type OutboxRow } from '../notices/outbox.ts';
import { toEmail } from '../notices/to-email.ts';
import { wordsOf } from '../notices/words.ts';
import { replyAddressOf } from '../reference/zone-replies.ts';
import { guestTexts } from '../texts/areas/guests.ts';
import { daysText, fill } from '../texts/index.ts';
import { forumLane, invitationRowId } from './forum-record.ts';
import { guestLanguage, openGuestAt } from './by-guest.ts';

type Wave = Omit<Extract<OutboxMessage, { kind: 'invitations' }>, 'kind'>;

/** One row a guest of the wave who has an address: queued again it is the same row. */
export async function invitationRowsOf(
  { forums }: Pick<Ports, 'forums'>,
  { zoneId, forumId, wave, now }: Wave & { readonly now: number },
): Promise<readonly OutboxRow[]> {
  const guests = await forums.guests(zoneId, forumId);
  return guests
    .filter((one) => one.wave === wave && one.email !== undefined)
    .map(({ guestId }) =>
      waitingRow(
        { laneId: forumLane(zoneId, forumId), rowId: invitationRowId(guestId) },
        { kind: 'invitation', zoneId, forumId, guestId },
        now,
      ),
    );
}

/** The invitation of one guest, in their language. Undefined where they have no address any more, have answered, or the forum is over. */
export async function composeInvitation(
  ports: Pick<Ports, 'forums' | 'reference' | 'links'>,
  row: OutboxRow,
  { zoneId, forumId, guestId }: Extract<OutboxMessage, { kind: 'invitation' }>,
  now: number,
): Promise<Email | undefined> {
  const opened = await openGuestAt(ports, { kind: 'guest', zoneId, forumId, guestId }, now);
  if (!opened.ok) return undefined;
  const { guest, forum, context, day, target } = opened.value;
  const { accepted, declined, came } = guest.days;
  if (guest.email === undefined || (accepted ?? declined ?? came) !== undefined || forum.lastDay < day)
    return undefined;
  const language = guestLanguage(guest);
  const words = guestTexts(language);
  const { zone } = context;
  const owner = (await ports.reference.names([guest.owner])).get(guest.owner);
  const values = { forum: forum.names[language], zone: zone.names[language] };
  const content = toEmail({
    language,
    zone: zone.names[language],
    subject: fill(words.subject, values),
    heading: forum.names[language],
    greeting: words.greeting,
    paragraphs: [fill(words.invited, values), words.linkText],
    rows: [
      { label: words.days, value: daysText(language, forum) },
      { label: words.company, value: guest.company },
      ...(owner === undefined ? [] : [{ label: words.owner, value: owner }]),
    ],
    quotes: [],
    lists: [],
    action: {
      label: words.answer,
      url: await ports.links.urlOf(target),
      copyAddress: wordsOf(language).email.copyAddress,
    },
    closing: questionsIn(language, zone.office),
  });
  return { ...content, to: guest.email, replyTo: replyAddressOf(zone), language, notice: 'invitation', row };
}
