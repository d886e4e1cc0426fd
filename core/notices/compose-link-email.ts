import type { Language } from '../kernel/common.ts';
import type { LetterDraft } from '../letter/letter-draft.ts';
import type { OutboxMessage, OutboxRow } from './outbox.ts';
import type { Zone } from '../reference/reference.ts';
import { deletedBy, deletionDay, keptUntil } from '../letter/draft-days.ts';
import { companionIn, questionsIn, type Letter, type Row } from './letter.ts';
import { toEmail } from './to-email.ts';
import { wordsOf } from './words.ts';
import { dateText } from '../texts/dates.ts';
import { fill } from '../texts/fill.ts';
import { linkEmailTexts } from '../texts/areas/link-emails.ts';
import type { Email, LinkTarget, Ports } from '../kernel/ports.ts';
import { addressOf } from '../letter/draft-address.ts';
import { companionOf } from '../project/companion.ts';
import { investorTarget } from '../links/link-targets.ts';
import { replyAddressOf } from '../reference/zone-replies.ts';

type ComposePorts = Pick<Ports, 'projects' | 'reference' | 'links' | 'drafts' | 'linkErrands' | 'ids'>;
type LinkMessage = Extract<OutboxMessage, { readonly kind: 'link' }>;

interface Addressed {
  readonly to: string;
  readonly language: Language;
  readonly zone: Zone;
  readonly target: LinkTarget;
  readonly number: string;
  readonly draft?: LetterDraft;
  readonly companion?: string | undefined;
}

async function ofDraft(
  { drafts, reference }: ComposePorts,
  draftId: string,
  now: number,
): Promise<Addressed | undefined> {
  const draft = await drafts.find(draftId);
  const to = draft && addressOf(draft);
  if (draft === undefined || to === undefined || draft.submitted || deletedBy(draft, now) !== undefined)
    return undefined;
  const chosen = draft.fields['zoneId']?.[0];
  const zones = await reference.zones();
  const zone = zones.find(({ zoneId }) => zoneId === chosen) ?? zones[0];
  return zone && { to, language: draft.language, zone, target: { kind: 'draft', draftId }, number: '', draft };
}

async function ofProject({ projects, reference }: ComposePorts, projectId: string): Promise<Addressed | undefined> {
  const [aggregate, contact] = await Promise.all([projects.load(projectId), projects.contact(projectId)]);
  const context = aggregate && (await reference.setting(aggregate.project.zoneId));
  if (!context || contact?.email === undefined) return undefined;
  return {
    to: contact.email,
    language: contact.language,
    zone: context.zone,
    target: investorTarget(aggregate, aggregate.project.confirmed ? 'track' : 'confirm'),
    number: aggregate.project.number,
    companion: await companionOf({ reference }, aggregate.project),
  };
}

const longestCompany = 80;

/** A company's name as it was typed; an address goes to whoever the sender likes, so nothing that mail programs make a link of is repeated. */
function companyOf({ fields }: LetterDraft): string | undefined {
  const name = fields['company.name']?.[0]?.trim() ?? '';
  return name === '' || name.length > longestCompany || /[/@\n]|\.\p{L}{2}/u.test(name) ? undefined : name;
}

function knownBy({ language, zone, draft }: Addressed): readonly Row[] {
  if (draft === undefined) return [];
  const { rows } = linkEmailTexts(language);
  const company = companyOf(draft);
  return [
    ...(draft.fields['zoneId']?.[0] === zone.zoneId
      ? [{ label: wordsOf(language).email.rows.zone, value: zone.names[language] }]
      : []),
    ...(company === undefined ? [] : [{ label: rows.company, value: company }]),
    ...(draft.at === undefined
      ? []
      : [{ label: rows.page, value: fill(rows.pageOf, { number: draft.at.page, count: draft.at.of }) }]),
  ];
}

function untilRow({ language, draft }: Addressed): readonly Row[] {
  const until = draft && keptUntil(draft);
  return until === undefined ? [] : [{ label: linkEmailTexts(language).rows.until, value: dateText(language, until) }];
}

function letterTo(
  { language, zone, companion }: Addressed,
  words: Pick<Letter, 'subject' | 'heading' | 'paragraphs'>,
): Letter {
  const { email } = wordsOf(language);
  return {
    language,
    zone: zone.names[language],
    ...words,
    greeting: email.greeting.investor,
    rows: [],
    quotes: [],
    lists: [],
    closing: [...companionIn(language, companion), ...questionsIn(language, zone.office)],
  };
}

const emailTo = ({ to, language, zone }: Addressed, letter: Letter, row: OutboxRow): Email => ({
  ...toEmail(letter),
  to,
  replyTo: replyAddressOf(zone),
  language,
  notice: 'link',
  row,
});

async function composeAll(
  ports: ComposePorts,
  row: OutboxRow,
  addressHash: string,
  now: number,
): Promise<Email | undefined> {
  const { projectIds, draftIds } = await ports.linkErrands.ofAddress(addressHash);
  const found = await Promise.all([
    ...projectIds.map((id) => ofProject(ports, id)),
    ...draftIds.map((id) => ofDraft(ports, id, now)),
  ]);
  const all = found.filter((one) => one !== undefined).filter(({ to }) => ports.ids.hash(to) === addressHash);
  const [first] = all;
  if (first === undefined) return undefined;
  const text = linkEmailTexts(first.language).all;
  const entries = await Promise.all(
    all.map(async (one) => ({
      isDraft: one.draft !== undefined,
      text:
        one.draft === undefined
          ? `${one.number} · ${one.zone.names[first.language]}`
          : knownBy({ ...one, language: first.language })
              .map(({ value }) => value)
              .join(' · '),
      url: await ports.links.urlOf(one.target),
    })),
  );
  const lists = [
    { title: text.projects, isDraft: false },
    { title: text.drafts, isDraft: true },
  ]
    .map(({ title, isDraft }) => ({ title, entries: entries.filter((one) => one.isDraft === isDraft) }))
    .filter((list) => list.entries.length > 0);
  return emailTo(
    first,
    { ...letterTo(first, { subject: text.subject, heading: text.subject, paragraphs: [text.text] }), lists },
    row,
  );
}

/** The email that brings somebody their link, or all of them; undefined when what it leads to is gone. */
export async function composeLinkEmail(
  ports: ComposePorts,
  row: OutboxRow,
  { to, id }: LinkMessage,
  now: number,
): Promise<Email | undefined> {
  if (to === 'all') return composeAll(ports, row, id, now);
  const addressed = await (to === 'project' ? ofProject(ports, id) : ofDraft(ports, id, now));
  if (addressed === undefined) return undefined;
  const { language, target, number, draft } = addressed;
  const text = linkEmailTexts(language)[to];
  const { copyAddress } = wordsOf(language).email;
  const day = draft && deletionDay(draft);
  const values = { number, date: day === undefined ? '' : dateText(language, day) };
  const letter = letterTo(addressed, {
    subject: fill(text.subject, values),
    heading: fill(text.heading, values),
    paragraphs: text.paragraphs.map((one) => fill(one, values)),
  });
  const action = { label: text.action, url: await ports.links.urlOf(target), copyAddress };
  return emailTo(
    addressed,
    { ...letter, rows: [...knownBy(addressed), ...(to === 'draft' ? untilRow(addressed) : [])], action },
    row,
  );
}
