import type { OutboxMessage, OutboxRow } from '../notices/outbox.ts';
import { toEmail } from '../notices/to-email.ts';
import { wordsOf } from '../notices/words.ts';
import { fill } from '../texts/fill.ts';
import { textsOf } from '../texts/index.ts';
import { linkEmailTexts } from '../texts/areas/link-emails.ts';
import type { Email, Ports } from '../kernel/ports.ts';

type Told = Extract<OutboxMessage, { kind: 'access' }>;

/** Tells somebody who can give a role that it is asked for, or whoever asked that it was refused. Undefined when that is over. */
export async function composeAccessEmail(
  { reference, links }: Pick<Ports, 'reference' | 'links'>,
  row: OutboxRow,
  { scope, scopeId, requestId, to }: Told,
): Promise<Email | undefined> {
  const [request, zones, reader] = await Promise.all([
    reference.accessRequest({ scope, scopeId }, requestId),
    reference.zones(),
    to === undefined ? undefined : reference.addressOf(to),
  ]);
  const places = zones.filter(({ zoneId, regionId }) => (scope === 'zone' ? zoneId : regionId) === scopeId);
  const [zone] = places;
  const isRefusal = to === undefined;
  const whom = isRefusal ? request : reader;
  if (request === undefined || zone === undefined || whom === undefined) return undefined;
  if (isRefusal !== (request.refused !== undefined)) return undefined;
  const { language, email: address } = whom;
  const { access, roles } = linkEmailTexts(language);
  const { email } = wordsOf(language);
  const subject = isRefusal ? access.refused.subject : fill(access.asked.subject, { name: request.name });
  const content = toEmail({
    language,
    zone: zone.names[language],
    subject,
    heading: subject,
    greeting: roles.greeting,
    paragraphs: [isRefusal ? access.refused.paragraph : access.asked.paragraph],
    rows: [
      { label: access.asked.role, value: textsOf(language).roles[request.role] },
      { label: access.asked.place, value: places.map(({ names }) => names[language]).join(', ') },
      ...(isRefusal ? [] : [{ label: access.asked.email, value: request.email }]),
    ],
    quotes: isRefusal
      ? [{ label: access.refused.reason, text: request.refused?.reason ?? '' }]
      : request.text === undefined
        ? []
        : [{ label: access.asked.text, text: request.text }],
    lists: [],
    action: {
      label: isRefusal ? access.refused.action : access.asked.action,
      url: links.officeUrlOf({ access: isRefusal ? 'ask' : { scope, scopeId, requestId } }),
      copyAddress: email.copyAddress,
    },
    closing: [email.questions],
  });
  return { ...content, to: address, replyTo: zone.mailbox, language, notice: 'access', row };
}
