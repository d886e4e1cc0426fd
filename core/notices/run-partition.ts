import { partyLinksRow } from '../links/party-links.ts';
import { followInZone } from '../moratoria/follow-moratoria.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { moveStarts } from '../lines/line-moved.ts';
import type { OutboxMessage, OutboxRow } from './outbox.ts';
import { addressVersionOf } from '../links/link-status.ts';
import type { Ports } from '../kernel/ports.ts';
import { staffDay } from '../people/membership.ts';
import { composeDigest } from '../digests/compose-digest.ts';
import { composeLinkEmail } from './compose-link-email.ts';
import { composePartyLinks, heldPage } from '../links/compose-party-links.ts';
import { composeNotice } from './compose-notice.ts';
import { composeAccessEmail } from '../people/compose-access-email.ts';
import { composeRolesEmail } from '../people/compose-roles-email.ts';
import { sendAskedLink } from '../letter/letter-drafts.ts';
import { searchWords } from '../search/search-messages.ts';
import { recordDelivery } from './record-delivery.ts';

type PartitionPorts = Pick<
  Ports,
  | 'outbox'
  | 'workflow'
  | 'tokens'
  | 'emails'
  | 'projects'
  | 'reference'
  | 'headquarters'
  | 'showcase'
  | 'lines'
  | 'plots'
  | 'forums'
  | 'links'
  | 'drafts'
  | 'lists'
  | 'limits'
  | 'ids'
  | 'linkErrands'
> & {
  /** Writes parts of an import, from one on. */
  readonly runImport: (of: { readonly importId: string; readonly next: number }, now: number) => Promise<void>;
};

/** An email that is being sent belongs to one sender for so long; after a crash in between it is sent once more. */
const leaseMs = 120_000;
const longestWaitMs = 3_600_000;

/** Half a minute, doubling, at most an hour: a provider that is down for days is asked every hour. */
export const backoffMs = (attempts: number): number => Math.min(longestWaitMs, 30_000 * 2 ** Math.min(attempts, 10));

/** kept: stays as a record or has ended itself; later: holds back what follows; broken: retried, but nothing waits. */
type Outcome = 'done' | 'kept' | 'later' | { readonly broken: unknown };

type Run<Kind extends OutboxMessage['kind']> = (
  ports: PartitionPorts,
  row: OutboxRow,
  message: Extract<OutboxMessage, { kind: Kind }>,
  now: number,
) => Promise<Outcome>;

const start: Run<'start'> = async ({ workflow }, { laneId }, { stage, generation = 1 }) => {
  await workflow.start({ schemaVersion: 1, projectId: laneId, generation, stage });
  return 'done';
};

/** A dead token never replaces a living one (TaskTokens): a newer one is tried, else the wait is answered. */
const answer: Run<'answer'> = async ({ workflow, tokens }, { laneId }, message) => {
  let tried: string | undefined;
  for (;;) {
    const token = await tokens.find(laneId, message.wait);
    if (token === undefined || token === tried) return 'done';
    if ((await workflow.answer(token, message.answer)) === 'answered') return 'done';
    tried = token;
  }
};

async function send(
  ports: PartitionPorts,
  row: OutboxRow,
  now: number,
  compose: () => ReturnType<typeof composeNotice>,
): Promise<Outcome> {
  // The time of a record that lags is old: a lease that began then would be over before the email is out.
  if (!(await ports.outbox.claim(row, now, Math.max(now, row.nextAttemptAt) + leaseMs))) return 'later';
  const composed = await compose().then(
    (email) => ({ email }),
    (error: unknown) => ({ broken: error }),
  );
  if ('broken' in composed) return composed;
  const { email } = composed;
  if (email === undefined) {
    await ports.outbox.mark(row, 'set-aside', 'no-recipient');
    return 'kept';
  }
  const sent = await ports.emails.send(email);
  if (sent === 'sent') await ports.outbox.mark(row, 'sent');
  else await recordDelivery(ports, { row, state: 'set-aside', because: sent.refused, now });
  return 'kept';
}

const search: Run<'search'> = async ({ outbox, projects }, row) => {
  const [aggregate, letter] = await Promise.all([projects.load(row.laneId), projects.letter(row.laneId)]);
  if (aggregate === undefined || letter === undefined) throw new Error(`Project ${row.laneId} has no letter`);
  const { zoneId, number, reference, numbers: external } = aggregate.project;
  const words = searchWords({ ...letter, external }, number, reference);
  return (await outbox.index(row, { zoneId, company: letter.company, words }, [])) === 'later' ? 'later' : 'kept';
};

const email: Run<'email'> = (ports, row, { notice }, now) =>
  send(ports, row, now, () => composeNotice(ports, row, notice));
const digest: Run<'digest'> = (ports, row, message, now) =>
  send(ports, row, now, () => composeDigest(ports, row, message.digest));

/** An agenda is of no use after its meeting. What makes it is loaded once a week. */
const pack: Run<'pack'> = async (ports, row, message, now) => {
  if (message.pack.meetingOn < staffDay(now)) return 'done';
  const { composePack } = await import('../headquarters/compose-pack.ts');
  return send(ports, row, now, () => composePack(ports, row, message.pack, now));
};

/** Loaded when there is one. */
const showcase: Run<'showcase'> = async (ports, row, { of }, now) => {
  const { composeShowcaseEmail } = await import('../showcase/compose-showcase-email.ts');
  return send(ports, row, now, () => composeShowcaseEmail(ports, row, of));
};

const link: Run<'link'> = (ports, row, message, now) =>
  send(ports, row, now, () => composeLinkEmail(ports, row, message, now));

const access: Run<'access'> = (ports, row, message, now) =>
  send(ports, row, now, () => composeAccessEmail(ports, row, message));

const roles: Run<'roles'> = (ports, row, { told }, now) =>
  send(ports, row, now, () => composeRolesEmail(ports, row, told));

/** The next page waits before this one is sent: none is left out. If the address changed again, its row does all. */
const partyLinks: Run<'party-links'> = async (ports, row, { of }, now) => {
  const { zoneId, partyId, addressVersion, page, after } = of;
  const [party, context] = await Promise.all([ports.reference.party(zoneId, partyId), ports.reference.setting(zoneId)]);
  if (party === undefined || context === undefined || addressVersionOf(party) !== addressVersion) return 'done';
  const { held, next } = await heldPage(ports, of, after);
  if (next !== undefined) await ports.outbox.queue(partyLinksRow({ ...of, page: page + 1, after: next }, now));
  return held.length === 0
    ? 'done'
    : send(ports, row, now, () => composePartyLinks(ports, row, { zone: context.zone, party, held }));
};

const land: Run<'land'> = async (ports, { laneId }, _message, now) => {
  const { followLand } = await import('../plots/land.ts');
  await followLand(ports, laneId, now);
  return 'done';
};

const lineMoved: Run<'line-moved'> = async (ports, _row, message, now) => {
  await moveStarts(ports, message, now);
  return 'done';
};

const imported: Run<'import'> = async (ports, _row, { importId, next }, now) => {
  await ports.runImport({ importId, next }, now);
  return 'done';
};

const moratorium: Run<'moratorium'> = async (ports, _row, { zoneId }, now) => {
  ports.reference.forget(zoneId);
  const context = await zoneContextOf(ports, zoneId, now);
  if (context) await followInZone(ports, context);
  return 'done';
};

const invitations: Run<'invitations'> = async (ports, _row, { zoneId, forumId, wave }, now) => {
  const { invitationRowsOf } = await import('../forums/compose-invitation.ts');
  for (const one of await invitationRowsOf(ports, { zoneId, forumId, wave, now })) await ports.outbox.queue(one);
  return 'done';
};

/** What makes it is loaded before a forum. */
const invitation: Run<'invitation'> = async (ports, row, message, now) => {
  const { composeInvitation } = await import('../forums/compose-invitation.ts');
  return send(ports, row, now, () => composeInvitation(ports, row, message, now));
};

/** By the instant at which it was asked: done twice it queues the one email. */
const linkAsked: Run<'link-asked'> = async (ports, { createdAt }, { number, addressHash }) => {
  await sendAskedLink(ports, { number, addressHash, now: createdAt });
  return 'done';
};

function deliverMessage(ports: PartitionPorts, row: OutboxRow, now: number): Promise<Outcome> {
  const { errand: message } = row;
  switch (message.kind) {
    case 'start':
      return start(ports, row, message, now);
    case 'answer':
      return answer(ports, row, message, now);
    case 'search':
      return search(ports, row, message, now);
    case 'email':
      return email(ports, row, message, now);
    case 'digest':
      return digest(ports, row, message, now);
    case 'pack':
      return pack(ports, row, message, now);
    case 'showcase':
      return showcase(ports, row, message, now);
    case 'party-links':
      return partyLinks(ports, row, message, now);
    case 'land':
      return land(ports, row, message, now);
    case 'line-moved':
      return lineMoved(ports, row, message, now);
    case 'import':
      return imported(ports, row, message, now);
    case 'moratorium':
      return moratorium(ports, row, message, now);
    case 'access':
      return access(ports, row, message, now);
    case 'roles':
      return roles(ports, row, message, now);
    case 'invitations':
      return invitations(ports, row, message, now);
    case 'invitation':
      return invitation(ports, row, message, now);
    case 'link':
      return link(ports, row, message, now);
    case 'link-asked':
      return linkAsked(ports, row, message, now);
  }
}

/** Workflow messages, words of searches and emails do not wait for each other; within each the order of the project holds. */
const trackOf = ({ errand: { kind } }: OutboxRow): 'workflow' | 'search' | 'email' => {
  if (kind === 'search') return 'search';
  return kind === 'start' || kind === 'answer' ? 'workflow' : 'email';
};

async function attempt(
  ports: PartitionPorts,
  row: OutboxRow,
  now: number,
  onFailure: (row: OutboxRow, error: unknown) => void,
): Promise<number | undefined> {
  const until = now + backoffMs(row.attempts + 1);
  const defer = (error: unknown, because?: 'broken'): Promise<void> => {
    onFailure(row, error);
    return ports.outbox.putOff(row, until, row.attempts + 1, because);
  };
  try {
    const outcome = await deliverMessage(ports, row, now);
    if (outcome === 'done') await ports.outbox.remove(row);
    if (typeof outcome === 'object') await defer(outcome.broken, 'broken');
    return outcome === 'later' ? now + leaseMs : undefined;
  } catch (error) {
    await defer(error);
    return until;
  }
}

const waitsUntil = ({ attempts, nextAttemptAt, heldUntil = 0 }: OutboxRow, now: number): number | undefined =>
  (attempts > 0 || heldUntil > now) && nextAttemptAt > now ? nextAttemptAt : undefined;

/** What waits behind a failed row is put off with it: else its date would bring the partition back at every sweep. */
async function runTrack(
  ports: PartitionPorts,
  rows: readonly OutboxRow[],
  now: number,
  onFailure: (row: OutboxRow, error: unknown) => void,
): Promise<number> {
  const due = rows.filter(({ because, nextAttemptAt }) => because === undefined || nextAttemptAt <= now);
  for (const [place, row] of due.entries()) {
    const until = waitsUntil(row, now) ?? (await attempt(ports, row, now, onFailure));
    if (until === undefined) continue;
    const behind = due.slice(place + 1).filter(({ nextAttemptAt }) => nextAttemptAt < until);
    await Promise.all(behind.map((one) => ports.outbox.putOff(one, until, one.attempts)));
    return place;
  }
  return due.length;
}

/** Several emails of a project name the same things: within one run each is read once. */
function readingOnce(ports: PartitionPorts): PartitionPorts {
  const once = <Value>(read: (projectId: string) => Promise<Value>) => {
    const known = new Map<string, Promise<Value>>();
    return (projectId: string): Promise<Value> => {
      const value = known.get(projectId) ?? read(projectId);
      known.set(projectId, value);
      return value;
    };
  };
  const { projects } = ports;
  const written = once(projects.written);
  return {
    ...ports,
    projects: {
      ...projects,
      load: once(projects.load),
      letter: async (projectId) => (await written(projectId)).letter,
      contact: async (projectId) => (await written(projectId)).contact,
      written,
    },
  };
}

/** What is done is removed when all of its track is, where there are words of a search with these in one step. */
function removingTogether(ports: PartitionPorts): {
  readonly ports: PartitionPorts;
  readonly remove: () => Promise<void>;
} {
  const { outbox } = ports;
  const done: OutboxRow[] = [];
  const remove = async (): Promise<void> => {
    await Promise.all(done.splice(0).map((row) => outbox.remove(row)));
  };
  const index: typeof outbox.index = async (row, found) => {
    const others = done.splice(0);
    const indexed = await outbox.index(row, found, others).catch((error: unknown) => {
      done.push(...others);
      throw error;
    });
    if (indexed !== 'done') done.push(...others);
    return indexed;
  };
  const put = (row: OutboxRow): Promise<void> => {
    done.push(row);
    return Promise.resolve();
  };
  return { ports: { ...ports, outbox: { ...outbox, remove: put, index } }, remove };
}

/** What fails is put off with the emails behind it: a project's arrive in order. Gives the number of messages done. */
export async function runPartition(
  all: PartitionPorts,
  laneId: string,
  now: number,
  onFailure: (row: OutboxRow, error: unknown) => void,
): Promise<number> {
  const { ports, remove } = removingTogether(readingOnce(all));
  const rows = await ports.outbox.waiting(laneId);
  const tracks = Object.groupBy(rows, trackOf);
  const run = (track: keyof typeof tracks) => runTrack(ports, tracks[track] ?? [], now, onFailure);
  const worked = await run('workflow');
  const indexed = await run('search');
  await remove();
  const sent = await run('email');
  await remove();
  return worked + indexed + sent;
}
