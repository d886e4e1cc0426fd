import type { Utility } from '../contracts/common.ts';
import { utilities } from '../contracts/common.ts';
import type { FileRecord } from '../contracts/document.ts';
import type { ActorRef, EventBody, ProjectEvent } from '../contracts/event.ts';
import type { LetterOfIntent, SubmitLetterResponse } from '../contracts/letter-of-intent.ts';
import { receivedOn } from '../domain/calendar/working-days.ts';
import { yearOf } from '../domain/calendar/local-date.ts';
import { documentEvent } from '../domain/decisions/add-document.ts';
import { apply } from '../domain/project/apply.ts';
import { draft, type Change } from '../domain/project/draft.ts';
import { network, secondsLeft } from '../domain/window.ts';
import type { Setting } from '../domain/project/setting.ts';
import { fail, ok, type Issue, type Result } from '../domain/result.ts';
import type { IdempotencyRecord, Ports } from '../ports/index.ts';
import { firstTarget } from './link-targets.ts';
import { settingOf } from './setting-of.ts';

export interface SubmitLetter {
  readonly letter: LetterOfIntent;
  readonly idempotencyKey: string;
  /** Where the request came from; only its hash is kept, and only for the rate limit. */
  readonly sourceIp: string;
  readonly now: number;
  /** Files that came with it and are kept already: they become its documents. */
  readonly fileIds?: readonly string[];
  /** Typed by an officer who holds the signed sheet: it counts as signed without a file. */
  readonly originalHeldBy?: ActorRef | undefined;
  /** Typed from paper by somebody of the office: the contact's address is what they wrote. */
  readonly enteredBy?: string | undefined;
}

type SubmitPorts = Pick<Ports, 'projects' | 'reference' | 'links' | 'ids' | 'limits' | 'fileRecords'>;

/** Letters that one address may send in a day, and one network address in an hour (a forum hall shares one). */
export const limits = { email: { count: 20, seconds: 86_400 }, ip: { count: 300, seconds: 3600 } } as const;

const neededLines = (needs: LetterOfIntent['utilities']): readonly Utility[] => utilities.filter((utility) => needs[utility] !== undefined);

/** The same object has the same text, whatever the order of its keys. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]));
}

export const projectNumber = (code: string, year: number, running: number): string =>
  `${code}-${String(year)}-${String(running).padStart(4, '0')}`;

/** The first event of a project's log: facts only, nothing personal. */
export function letterSubmitted(letter: LetterOfIntent, setting: Setting, number: string, enteredBy?: string): EventBody {
  const { zone, calendar, now } = setting;
  const { investment, jobs, landHectares, exportShare } = letter;
  return {
    type: 'letter-submitted',
    number,
    zoneId: zone.zoneId,
    regionId: zone.regionId,
    country: zone.country,
    language: letter.contact.language,
    sector: letter.sector,
    ...(letter.forum && { forum: letter.forum }),
    receivedOn: receivedOn(calendar, now),
    wantedStart: letter.wantedStart,
    figures: { investment, jobs, landHectares, exportShare },
    lines: [...neededLines(letter.utilities)],
    ...(enteredBy !== undefined && { enteredBy }),
  };
}

/** A forum is counted by its id: one that the zone does not hold would be counted for ever. */
export const unknownForum = ({ forum }: LetterOfIntent, { zone }: Setting): Issue | undefined =>
  (forum === undefined || zone.forums.some(({ forumId }) => forumId === forum) ? undefined : { path: 'forum', code: 'unknown-forum' });

/** Seconds to wait for somebody who sends too much. Counted by key, so that a request repeated many times at once counts once. */
async function tooMany({ limits: counter, ids }: SubmitPorts, { letter, sourceIp, now }: SubmitLetter, keyHash: string): Promise<number | undefined> {
  const senders = [
    { limit: limits.ip, sender: `ip-${ids.hash(network(sourceIp))}` },
    { limit: limits.email, sender: `email-${ids.hash(letter.contact.email)}` },
  ];
  for (const { sender, limit } of senders) {
    if (!await counter.allow(sender, keyHash, limit, now)) return secondsLeft(now, limit.seconds);
  }
  return undefined;
}

/** The answer to a request that came before; the same key with another body is refused. */
async function repeated(ports: SubmitPorts, record: IdempotencyRecord, bodyHash: string): Promise<Result<SubmitLetterResponse>> {
  if (record.bodyHash !== bodyHash) return fail({ kind: 'key-reused' });
  const { projectId, number } = record;
  return ok({ projectId, number, trackingUrl: await ports.links.urlOf(firstTarget(projectId)) });
}

/**
 * Takes in a letter of intent: one transaction with the project, its first event, its errands and the idempotency record.
 * The same key with the same letter gives the same answer and makes nothing twice. Fails with `key-reused` (another letter),
 * `invalid` (no such zone, or the zone has no such forum), `too-many`.
 */
export async function submitLetter(ports: SubmitPorts, command: SubmitLetter): Promise<Result<SubmitLetterResponse>> {
  const { letter, idempotencyKey, now } = command;
  const keyHash = ports.ids.hash(idempotencyKey);
  const bodyHash = ports.ids.hash(JSON.stringify(canonical(letter)));
  const [earlier, setting] = await Promise.all([ports.projects.idempotency(keyHash), settingOf(ports, letter.zoneId, now)]);
  if (earlier) return repeated(ports, earlier, bodyHash);
  if (setting === undefined) return fail({ kind: 'invalid', issues: [{ path: 'zoneId', code: 'unknown-zone' }] });
  const unknown = unknownForum(letter, setting);
  if (unknown) return fail({ kind: 'invalid', issues: [unknown] });
  const retryAfterSeconds = await tooMany(ports, command, keyHash);
  if (retryAfterSeconds !== undefined) return fail({ kind: 'too-many', retryAfterSeconds });
  const body = letterSubmitted(letter, setting, await numberFor(ports, setting), command.enteredBy);
  const record = await begin(ports, command, body, { keyHash, bodyHash });
  return repeated(ports, record, bodyHash);
}

async function numberFor(ports: SubmitPorts, { zone, calendar, now }: Setting): Promise<string> {
  const year = yearOf(receivedOn(calendar, now));
  return projectNumber(zone.code, year, await ports.projects.nextNumber(zone.zoneId, year));
}

/** How often a letter is written anew because the scanner has spoken of one of its files meanwhile. */
const attempts = 5;

/** The letter's own event, then its documents in the order in which the table gives them back, then the office's word for the original. */
function firstChange(command: SubmitLetter, first: ProjectEvent, files: readonly FileRecord[]): Change {
  const { now, originalHeldBy } = command;
  const { emit, change } = draft(apply(undefined, first), now, { kind: 'investor' });
  const documents = files.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)).map((file) => documentEvent({ documents: [] }, file));
  for (const body of documents) if (body) emit(body);
  if (originalHeldBy) emit({ type: 'original-held' }, originalHeldBy);
  const { after, events } = change();
  return { before: undefined, after, events: [first, ...events], notes: [] };
}

/** Writes the project; when another request with the same key was faster, its record stands. */
async function begin(ports: SubmitPorts, command: SubmitLetter, body: EventBody, hashes: Pick<IdempotencyRecord, 'keyHash' | 'bodyHash'>): Promise<IdempotencyRecord> {
  const { letter: { contact, consent: _, ...letter }, now, fileIds = [] } = command;
  const projectId = ports.ids.projectId();
  const first: ProjectEvent = { projectId, sequence: 1, at: now, actor: { kind: 'investor' }, body };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const files = (await ports.fileRecords.findAll(fileIds)).filter(({ attached }) => attached === undefined);
    const change = firstChange(command, first, files);
    const idempotency = { ...hashes, projectId, number: change.after.project.number, at: now };
    if (await ports.projects.commit(change, { letter, contact, idempotency }) === 'committed') return idempotency;
    const winner = await ports.projects.idempotency(hashes.keyHash);
    if (winner) return winner;
  }
  throw new Error('A new project conflicted with nothing');
}
