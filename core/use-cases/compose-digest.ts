import type { Digest, DigestItem, OutboxRow } from '../contracts/outbox.ts';
import type { DigestContent, DigestEntry } from '../notices/notice-content.ts';
import { renderDigest } from '../notices/render-digest.ts';
import type { Email, Ports } from '../ports/index.ts';

type ComposePorts = Pick<Ports, 'projects' | 'reference' | 'links'>;

const audienceOf = ({ role }: Digest): DigestContent['audience'] => (role === 'officer' || role === 'head' ? 'office' : role);

async function readerOf(ports: ComposePorts, { reader, zoneId }: Digest) {
  const setting = await ports.reference.setting(zoneId);
  if (setting === undefined) return undefined;
  const { zone, parties } = setting;
  switch (reader.kind) {
    case 'investor': return { zone, to: await ports.projects.contact(reader.projectId) };
    case 'party': return { zone, to: parties.find(({ partyId }) => partyId === reader.partyId) };
    case 'staff': return { zone, to: (await ports.reference.staff(zone)).find(({ personId }) => personId === reader.personId) };
  }
}

/** A line of the digest, with a link that opens just this. */
async function entryOf({ links }: ComposePorts, { reader }: Digest, item: DigestItem): Promise<DigestEntry> {
  const { projectId, assignmentId, ...entry } = item;
  if (reader.kind === 'staff') return { ...entry, actionUrl: links.officeUrlOf({ projectId, assignmentId }) };
  const target = reader.kind === 'party' ? { kind: 'assignment' as const, projectId, assignmentId } : { kind: 'track' as const, projectId };
  return { ...entry, actionUrl: await links.urlOf(target) };
}

/** The one email a day of a reader; undefined when the reader is gone. */
export async function composeDigest(ports: ComposePorts, row: OutboxRow, digest: Digest): Promise<Email | undefined> {
  const found = await readerOf(ports, digest);
  if (found?.to === undefined) return undefined;
  const { zone, to } = found;
  const entries = (items: readonly DigestItem[]) => Promise.all(items.map((item) => entryOf(ports, digest, item)));
  const content: DigestContent = {
    audience: audienceOf(digest),
    language: to.language,
    zone: zone.names,
    date: digest.date,
    overdue: await entries(digest.overdue),
    soon: await entries(digest.soon),
    escalated: await entries(digest.escalated),
  };
  return { ...renderDigest(content), to: to.email, replyTo: zone.mailbox, language: to.language, notice: 'digest', row };
}
