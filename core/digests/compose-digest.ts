import type { Language } from '../kernel/common.ts';
import type {
  Digest,
  DigestItem,
  InstructionItem,
  OutboxRow,
  PromiseItem,
  ShowcaseItem,
  UnspentItem,
} from '../notices/outbox.ts';
import type { Party, Zone } from '../reference/reference.ts';
import { staleOf } from '../forums/forum-record.ts';
import { countsOf } from './digest-lists.ts';
import { memberName, type HeadquartersName } from '../headquarters/headquarters.ts';
import { zonesOfHeadquarters } from '../headquarters/remit.ts';
import type {
  DigestContent,
  DigestEntry,
  InstructionEntry,
  MatterEntry,
  PromiseEntry,
  ShowcaseEntry,
  UnspentEntry,
} from '../notices/notice-content.ts';
import { addressVersionOf } from '../links/link-status.ts';
import { companionOf } from '../project/companion.ts';
import { toldIn } from '../showcase/told-text.ts';
import { delegateContact } from '../project/delegate.ts';
import { renderDigest } from './render-digest.ts';
import type { Email, Ports } from '../kernel/ports.ts';
import { investorTarget, isHeldBy, partyPageTarget, partyTarget } from '../links/link-targets.ts';
import { needOf } from '../stages/need-of.ts';
import { replyAddressOf } from '../reference/zone-replies.ts';

type ComposePorts = Pick<Ports, 'projects' | 'reference' | 'links' | 'headquarters' | 'showcase' | 'forums'>;

const audienceOf = ({ role }: Digest): DigestContent['audience'] =>
  role === 'officer' || role === 'head' ? 'office' : role;

type Reached = {
  readonly zones: readonly Zone[];
  readonly to: { readonly email: string; readonly language: Language };
  readonly party?: Party | undefined;
};

/** The zones of a digest, the one in whose name it goes out first. */
const zoneIdsOf = ({
  zoneId,
  escalated,
  overdue,
  soon,
  instructions = [],
  showcase = [],
  promises = [],
  matters = [],
}: Digest): readonly string[] => [
  ...new Set([
    zoneId,
    ...[escalated, overdue, soon, instructions, showcase, promises, matters].flat().map((item) => item.zoneId),
  ]),
];

async function staffReached(
  { reference }: ComposePorts,
  digest: Digest,
  personId: string,
): Promise<Reached | undefined> {
  const found = await Promise.all(
    zoneIdsOf(digest).map(async (zoneId) => {
      const context = await reference.setting(zoneId);
      const person = context && (await reference.staff(context.zone)).find((one) => one.personId === personId);
      return person ? [{ zone: context.zone, person }] : [];
    }),
  );
  const [first] = found.flat();
  return first && { zones: found.flat().map(({ zone }) => zone), to: first.person };
}

async function reached(ports: ComposePorts, digest: Digest): Promise<Reached | undefined> {
  const { reader, zoneId } = digest;
  if (reader.kind === 'staff') return staffReached(ports, digest, reader.personId);
  const context = await ports.reference.setting(zoneId);
  const party = reader.kind === 'party' ? await ports.reference.party(zoneId, reader.partyId) : undefined;
  const to =
    reader.kind === 'party'
      ? party
      : reader.delegate === undefined
        ? await ports.projects.contact(reader.projectId)
        : await delegateContact(ports.projects, reader.projectId, reader.delegate);
  return context && to?.email !== undefined
    ? { zones: [context.zone], to: { ...to, email: to.email }, party }
    : undefined;
}

async function companyOf(
  { projects }: ComposePorts,
  { reader }: Digest,
  { projectId, line }: DigestItem,
): Promise<Pick<DigestEntry, 'company' | 'need'>> {
  const letter = reader.kind === 'investor' ? undefined : await projects.letter(projectId);
  return letter ? { company: letter.company.name, need: needOf(letter.utilities, line) } : {};
}

/** A line of the digest, with a link that opens just this, by the version that holds now. What a party no longer holds is left out. */
async function entryOf(
  ports: ComposePorts,
  digest: Digest,
  party: Party | undefined,
  item: DigestItem,
): Promise<DigestEntry[]> {
  const { links, projects } = ports;
  const { reader } = digest;
  const { zoneId: _, projectId, assignmentId, assignee, ...facts } = item;
  const entry = { ...facts, ...(await companyOf(ports, digest, item)) };
  if (reader.kind === 'staff') {
    const worker =
      assignee === undefined
        ? {}
        : { worker: assignee === reader.personId ? ('reader' as const) : ('colleague' as const) };
    return [
      {
        ...entry,
        ...worker,
        actionUrl: links.officeUrlOf(
          item.docket || item.review || item.obstacle
            ? {
                projectId,
                ...(item.obstacle && digest.role !== 'leadership' && { obstacleId: item.obstacle.obstacleId }),
              }
            : { projectId, assignmentId },
        ),
      },
    ];
  }
  const aggregate = await projects.load(projectId);
  if (aggregate === undefined || (reader.kind === 'party' && !isHeldBy(aggregate, assignmentId, reader.partyId)))
    return [];
  const delegate = reader.kind === 'investor' ? reader.delegate : undefined;
  const target = party ? partyTarget(aggregate, assignmentId, party) : investorTarget(aggregate, undefined, delegate);
  return [{ ...entry, actionUrl: target && (await links.urlOf(target)) }];
}

async function unspentEntries(
  { reference, links }: ComposePorts,
  items: readonly UnspentItem[],
  zones: readonly Zone[],
): Promise<readonly UnspentEntry[]> {
  const entries = items.map(async ({ zoneId, lineId, ...told }): Promise<UnspentEntry[]> => {
    const found = zones.some((zone) => zone.zoneId === zoneId) ? await reference.setting(zoneId) : undefined;
    const line = found?.lines.find((one) => one.lineId === lineId);
    if (line?.names === undefined) return [];
    const party = found?.parties.find(({ partyId }) => partyId === line.partyId)?.names;
    return [{ ...told, names: line.names, party, url: links.officeUrlOf({ line: { zoneId, lineId } }) }];
  });
  return (await Promise.all(entries)).flat();
}

async function partyOf(
  reference: Ports['reference'],
  name: HeadquartersName,
  partyId: string,
): Promise<Party | undefined> {
  const zoneIds = await zonesOfHeadquarters({ reference }, name);
  return (await Promise.all(zoneIds.map((zoneId) => reference.party(zoneId, partyId)))).find(
    (one) => one !== undefined,
  );
}

/** Those that nobody has answered since. Somebody without an account gets no link to what is kept of them. */
async function instructionEntries(
  { reference, links, headquarters }: ComposePorts,
  { reader }: Digest,
  items: readonly InstructionItem[],
  language: Language,
): Promise<readonly InstructionEntry[]> {
  const names = new Map(
    items.map(({ headquartersId, scope }) => [`${scope ?? ''} ${headquartersId}`, { headquartersId, scope }]),
  );
  const states = new Map(
    await Promise.all([...names].map(async ([key, name]) => [key, await headquarters.load(name)] as const)),
  );
  const entries = items.map(async ({ headquartersId, scope, instructionId, due, overdueDays, referred }) => {
    const state = states.get(`${scope ?? ''} ${headquartersId}`);
    const one = state?.instructions.find((some) => some.instructionId === instructionId);
    if (one?.state !== 'open') return [];
    const { number, meetingOn, text, responsible } = one;
    const isOwn = reader.kind === 'staff' && memberName(responsible) === `staff:${reader.personId}`;
    const name =
      responsible.kind === 'party'
        ? (await partyOf(reference, { headquartersId, scope }, responsible.partyId))?.names[language]
        : (await reference.names([responsible.personId])).get(responsible.personId);
    return [
      {
        ...{ number, meetingOn, text, due, overdueDays, referred },
        ...(reader.kind === 'staff' && {
          ...(!isOwn && { responsible: name }),
          url: links.officeUrlOf({ headquarters: { headquartersId, scope, instructionId } }),
        }),
      },
    ];
  });
  return (await Promise.all(entries)).flat();
}

/** What nobody has answered since. A party opens its request by its link. */
async function showcaseEntries(
  { showcase, links }: ComposePorts,
  items: readonly ShowcaseItem[],
  language: Language,
  party: Party | undefined,
): Promise<readonly ShowcaseEntry[]> {
  const entries = items.map(async ({ zoneId, itemId, proposalId, askedId, due, overdueDays }) => {
    const found = await showcase.load(itemId);
    const proposal = found?.proposals.find((one) => one.proposalId === proposalId);
    const asked = found?.asked.find((one) => one.askedId === askedId);
    const isOpen = askedId === undefined ? proposal?.state === 'waiting' : asked?.state === 'open';
    if (found === undefined || proposal === undefined || !isOpen) return [];
    const target = { kind: 'showcase', who: 'asked', zoneId, itemId, id: askedId ?? '' } as const;
    return [
      {
        item: toldIn(found.item.names, language)?.text ?? '',
        company: proposal.company.name,
        ...(asked && { kind: asked.kind }),
        due,
        overdueDays,
        url: party
          ? await links.urlOf({ ...target, version: addressVersionOf(party) })
          : links.officeUrlOf({ item: { zoneId, itemId } }),
      },
    ];
  });
  return (await Promise.all(entries)).flat();
}

/** Those of which nobody has said since what is next. */
async function promiseEntries(
  { forums, links }: ComposePorts,
  { date }: Digest,
  items: readonly PromiseItem[],
  zones: readonly Zone[],
): Promise<readonly PromiseEntry[]> {
  const found = zones.map(async (zone) => {
    const own = items.filter(({ zoneId }) => zoneId === zone.zoneId);
    const known = own.length === 0 ? [] : await forums.promises(zone.zoneId);
    return own.flatMap(({ forumId, promiseId, stale }): PromiseEntry[] => {
      const forum = zone.forums.find((one) => one.forumId === forumId)?.names;
      const one = known.find((some) => some.promiseId === promiseId);
      return one === undefined || forum === undefined || staleOf(one, date) === undefined
        ? []
        : [
            {
              forum,
              kind: one.kind,
              parties: one.parties,
              stale,
              url: links.officeUrlOf({ promise: { forumId, promiseId } }),
            },
          ];
    });
  });
  return (await Promise.all(found)).flat();
}

async function companionFor(ports: ComposePorts, reader: Digest['reader']): Promise<string | undefined> {
  const aggregate = reader.kind === 'investor' ? await ports.projects.load(reader.projectId) : undefined;
  return aggregate && companionOf(ports, aggregate.project);
}

/** Staff go from each to its page; leadership reads no words, and a party has no account. */
function matterEntries(
  { links }: ComposePorts,
  { matters = [], reader, role }: Digest,
  zones: readonly Zone[],
): readonly MatterEntry[] {
  return matters
    .filter(({ zoneId }) => zones.some((zone) => zone.zoneId === zoneId))
    .map((matter) => {
      const { zoneId } = matter;
      if (reader.kind !== 'staff' || role === 'leadership') return { matter };
      if (matter.kind === 'stale') return { matter, url: links.officeUrlOf({ zone: { zoneId } }) };
      if (matter.kind === 'follow-up')
        return { matter, url: links.officeUrlOf({ projectId: matter.projectId, followUpId: matter.followUpId }) };
      const { obstacleId } = matter;
      const projectId = matter.kind === 'nobody-answers' ? matter.projectId : undefined;
      return {
        matter,
        url: links.officeUrlOf(projectId === undefined ? { zone: { zoneId, obstacleId } } : { projectId, obstacleId }),
      };
    });
}

/** The one email a day of a reader, without what lies in a zone that is theirs no longer; undefined when the reader is gone. */
export async function composeDigest(ports: ComposePorts, row: OutboxRow, digest: Digest): Promise<Email | undefined> {
  const found = await reached(ports, digest);
  const [zone] = found?.zones ?? [];
  if (found === undefined || zone === undefined) return undefined;
  const { zones, to, party } = found;
  const entries = async (items: readonly DigestItem[]) => {
    const theirs = items.filter((item) => zones.some(({ zoneId }) => zoneId === item.zoneId));
    return (await Promise.all(theirs.map((item) => entryOf(ports, digest, party, item)))).flat();
  };
  const [overdue, soon, escalated] = await Promise.all([
    entries(digest.overdue),
    entries(digest.soon),
    entries(digest.escalated),
  ]);
  const all = countsOf(digest);
  const content: DigestContent = {
    audience: audienceOf(digest),
    language: to.language,
    zone: zone.names,
    ...(digest.reader.kind !== 'staff' && { office: zone.office }),
    companion: await companionFor(ports, digest.reader),
    moreZones: zones.slice(1).map(({ names }) => names),
    date: digest.date,
    overdue,
    soon,
    escalated,
    ...(digest.unspent && { unspent: await unspentEntries(ports, digest.unspent, zones) }),
    ...(digest.showcase && { showcase: await showcaseEntries(ports, digest.showcase, to.language, party) }),
    ...(digest.instructions && {
      instructions: await instructionEntries(ports, digest, digest.instructions, to.language),
    }),
    ...(digest.promises && { promises: await promiseEntries(ports, digest, digest.promises, zones) }),
    ...(digest.matters && { matters: matterEntries(ports, digest, zones) }),
    listUrl: digest.reader.kind === 'staff' ? ports.links.officeUrlOf({}) : undefined,
    everythingUrl: party && (await ports.links.urlOf(partyPageTarget(party))),
    counts: {
      overdue: all.overdue - digest.overdue.length + overdue.length,
      soon: all.soon - digest.soon.length + soon.length,
      escalated: all.escalated - digest.escalated.length + escalated.length,
    },
  };
  return {
    ...renderDigest(content),
    to: to.email,
    cc: party?.colleagues,
    replyTo: replyAddressOf(zone),
    language: to.language,
    notice: 'digest',
    row,
  };
}
