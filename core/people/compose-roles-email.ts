import type { Language } from '../kernel/common.ts';
import type { OutboxRow, RolesTold } from '../notices/outbox.ts';
import type { Scope, Zone } from '../reference/reference.ts';
import { toEmail } from '../notices/to-email.ts';
import { wordsOf } from '../notices/words.ts';
import { dateText } from '../texts/dates.ts';
import { fill } from '../texts/fill.ts';
import { textsOf } from '../texts/index.ts';
import { linkEmailTexts } from '../texts/areas/link-emails.ts';
import type { Email, Ports } from '../kernel/ports.ts';
import { replyAddressOf } from '../reference/zone-replies.ts';

type Told = RolesTold['given'][number];

const zonesAt = ({ scope, scopeId }: Scope, zones: readonly Zone[]): readonly Zone[] =>
  zones.filter(({ zoneId, regionId }) => (scope === 'zone' ? zoneId : regionId) === scopeId);

function roleText(language: Language, role: Told, zones: readonly Zone[], names: ReadonlyMap<string, string>): string {
  const { roles: words } = linkEmailTexts(language);
  const places = zonesAt(role, zones)
    .map((zone) => zone.names[language])
    .join(', ');
  const holder = role.insteadOf === undefined ? undefined : names.get(role.insteadOf);
  return [
    textsOf(language).roles[role.role],
    role.scope === 'zone' ? places : fill(words.region, { zones: places }),
    role.from === undefined ? '' : fill(words.from, { date: dateText(language, role.from) }),
    role.until === undefined ? '' : fill(words.until, { date: dateText(language, role.until) }),
    holder === undefined ? '' : fill(words.standsIn, { name: holder }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The email that tells somebody of the staff of their roles: which, where, from when to when, by whom. Undefined when nobody is left to read it. */
export async function composeRolesEmail(
  { reference, links }: Pick<Ports, 'reference' | 'links'>,
  row: OutboxRow,
  { personId, by, given, ended, held, asked }: RolesTold,
): Promise<Email | undefined> {
  const changed = [...given, ...ended];
  const holders = changed.flatMap(({ insteadOf }) => insteadOf ?? []);
  const [person, zones, names] = await Promise.all([
    reference.addressOf(personId),
    reference.zones(),
    reference.names([by, ...holders]),
  ]);
  const [zone] = changed.flatMap((role) => zonesAt(role, zones));
  if (person === undefined || zone === undefined) return undefined;
  const { language } = person;
  const { roles: words } = linkEmailTexts(language);
  const { email } = wordsOf(language);
  const text = given.length === 0 ? words.ended : held ? words.days : asked ? words.asked : words.given;
  const list = (title: string, roles: readonly Told[]) =>
    roles.length === 0
      ? []
      : [{ title, entries: roles.map((role) => ({ text: roleText(language, role, zones, names) })) }];
  const author = names.get(by);
  const content = toEmail({
    language,
    zone: zone.names[language],
    subject: text.subject,
    heading: text.subject,
    greeting: words.greeting,
    paragraphs: [...text.paragraphs, words.wrong],
    rows: author === undefined ? [] : [{ label: words.by, value: author }],
    quotes: [],
    lists: [
      ...list(held ? words.listDays : words.listGiven, given),
      ...list(
        words.listEnded,
        ended.map(({ from: _from, until: _until, ...role }) => role),
      ),
    ],
    action:
      given.length > 0 && !held
        ? { label: asked ? words.open : words.action, url: links.officeUrlOf({}), copyAddress: email.copyAddress }
        : undefined,
    closing: [email.questions],
  });
  return { ...content, to: person.email, replyTo: replyAddressOf(zone), language, notice: 'roles', row };
}
