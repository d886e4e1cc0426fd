import type { Language } from '../contracts/common.ts';
import type { Errand, OutboxRow } from '../contracts/outbox.ts';
import type { Zone } from '../contracts/reference.ts';
import { toEmail } from '../notices/to-email.ts';
import { wordsOf } from '../notices/words.ts';
import { fill } from '../texts/fill.ts';
import { linkEmailTexts } from '../texts/link-email/index.ts';
import type { Email, LinkTarget, Ports } from '../ports/index.ts';
import { addressOf } from './draft-address.ts';
import { investorTarget } from './link-targets.ts';

type ComposePorts = Pick<Ports, 'projects' | 'reference' | 'links' | 'drafts'>;
type LinkErrand = Extract<Errand, { readonly kind: 'link' }>;

interface Addressed {
  readonly to: string;
  readonly language: Language;
  readonly zone: Zone;
  readonly target: LinkTarget;
  readonly number: string;
}

async function ofDraft({ drafts, reference }: ComposePorts, draftId: string): Promise<Addressed | undefined> {
  const draft = await drafts.find(draftId);
  const to = draft && addressOf(draft);
  if (draft === undefined || to === undefined || draft.submitted) return undefined;
  const chosen = draft.fields['zoneId']?.[0];
  const zones = await reference.zones();
  const zone = zones.find(({ zoneId }) => zoneId === chosen) ?? zones[0];
  return zone && { to, language: draft.language, zone, target: { kind: 'draft', draftId }, number: '' };
}

async function ofProject({ projects, reference }: ComposePorts, projectId: string): Promise<Addressed | undefined> {
  const [aggregate, contact] = await Promise.all([projects.load(projectId), projects.contact(projectId)]);
  const setting = aggregate && await reference.setting(aggregate.project.zoneId);
  if (!setting || !contact) return undefined;
  return { to: contact.email, language: contact.language, zone: setting.zone, target: investorTarget(aggregate, aggregate.project.confirmed ? 'track' : 'confirm'), number: aggregate.project.number };
}

/** The email that brings somebody their link; undefined when what it leads to is gone. */
export async function composeLinkEmail(ports: ComposePorts, row: OutboxRow, { to, id }: LinkErrand): Promise<Email | undefined> {
  const addressed = await (to === 'project' ? ofProject(ports, id) : ofDraft(ports, id));
  if (addressed === undefined) return undefined;
  const { language, zone, target, number } = addressed;
  const text = linkEmailTexts(language)[to];
  const { email } = wordsOf(language);
  const content = toEmail({
    language,
    zone: zone.names[language],
    subject: fill(text.subject, { number }),
    heading: fill(text.heading, { number }),
    greeting: email.greeting.investor,
    paragraphs: text.paragraphs,
    rows: [],
    quotes: [],
    lists: [],
    action: { label: text.action, url: await ports.links.urlOf(target), copyAddress: email.copyAddress },
    closing: [email.questions],
  });
  return { ...content, to: addressed.to, replyTo: zone.mailbox, language, notice: 'link', row };
}
