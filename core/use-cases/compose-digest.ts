import type { Digest, DigestItem, OutboxRow } from '../contracts/outbox.ts';
import type { DigestContent, DigestEntry } from '../notices/notice-content.ts';
import { renderDigest } from '../notices/render-digest.ts';
import type { Email, Ports } from '../ports/index.ts';
import { investorTarget, isHeldBy, partyTarget } from './link-targets.ts';

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

/** A line of the digest, with a link that opens just this, by the version that holds now. What a party no longer holds is left out. */
async function entryOf({ links, projects }: ComposePorts, { reader }: Digest, item: DigestItem): Promise<DigestEntry[]> {
  const { projectId, assignmentId, assignee, ...entry } = item;
  if (reader.kind === 'staff') {
    const worker = assignee === undefined ? {} : { worker: assignee === reader.personId ? 'reader' as const : 'colleague' as const };
    return [{ ...entry, ...worker, actionUrl: links.officeUrlOf({ projectId, assignmentId }) }];
  }
  const aggregate = await projects.load(projectId);
  if (aggregate === undefined || (reader.kind === 'party' && !isHeldBy(aggregate, assignmentId, reader.partyId))) return [];
  const target = reader.kind === 'party' ? partyTarget(aggregate, assignmentId, reader.partyId) : investorTarget(aggregate);
  return [{ ...entry, actionUrl: target && await links.urlOf(target) }];
}

/** The one email a day of a reader; undefined when the reader is gone. */
export async function composeDigest(ports: ComposePorts, row: OutboxRow, digest: Digest): Promise<Email | undefined> {
  const found = await readerOf(ports, digest);
  if (found?.to === undefined) return undefined;
  const { zone, to } = found;
  const entries = async (items: readonly DigestItem[]) => (await Promise.all(items.map((item) => entryOf(ports, digest, item)))).flat();
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
