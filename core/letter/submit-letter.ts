import type { Utility } from '../kernel/common.ts';
import { utilities } from '../kernel/common.ts';
import type { FileRecord } from '../documents/document.ts';
import type { ActorRef, EventBody, ProjectEvent } from '../project/event.ts';
import type { LetterOfIntent, PaperLetter, SubmitLetterResponse } from './letter-of-intent.ts';
import { receivedOn, workingDayFrom } from '../calendar/working-days.ts';
import { addDays, isLocalDate, yearOf, type LocalDate } from '../calendar/local-date.ts';
import { documentEvent } from '../documents/add-document.ts';
import { apply } from '../project/apply.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import { complete } from '../project/complete-change.ts';
import { projectNumber, referenceOf } from './number.ts';
import { mailboxOf } from '../kernel/mailbox.ts';
import { network, secondsLeft } from '../kernel/window.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { unreachable } from '../figures/reached.ts';
import { answersOf } from '../documents/document-rules.ts';
import { statedType } from '../reference/zone-type.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import type { IdempotencyRecord, Ports } from '../kernel/ports.ts';
import { attempts } from '../project/change-project.ts';
import { capacitiesOf } from '../stages/need-of.ts';
import { firstTarget } from '../links/link-targets.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';

export interface SubmitLetter {
  readonly letter: PaperLetter;
  readonly idempotencyKey: string;
  /** Where the request came from; only its hash is kept, and only for the rate limit. */
  readonly sourceIp: string;
  readonly now: number;
  readonly fileIds?: readonly string[];
  /** Typed by an officer who holds the signed sheet: it counts as signed without a file. */
  readonly originalHeldBy?: ActorRef | undefined;
  /** Typed from paper by somebody of the office: the contact's address is what they wrote. */
  readonly enteredBy?: string | undefined;
  /** Of a letter on paper: the day on which it came in, from which the clocks run; absent: now. At most today, at most 90 days ago. */
  readonly receivedOn?: LocalDate | undefined;
}

type SubmitPorts = Pick<Ports, 'projects' | 'reference' | 'links' | 'ids' | 'limits' | 'fileRecords'>;

/** Letters that one address may send in a day, and one network address in an hour (a forum hall shares one). */
export const limits = { email: { count: 20, seconds: 86_400 }, ip: { count: 300, seconds: 3600 } } as const;

const neededLines = (needs: LetterOfIntent['utilities']): readonly Utility[] =>
  utilities.filter((utility) => needs[utility] !== undefined);

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

export type Named = Pick<Extract<EventBody, { type: 'letter-submitted' }>, 'number' | 'reference'>;

/** How many days ago a letter on paper can have come in (ours): one that lay longer is taken over as a project under way. */
const longestAgo = 90;

/** The day on which a letter counts as received: the working day on or after which it came in. */
const dayOfReceipt = ({ calendar, now }: ZoneContext, day: LocalDate | undefined): LocalDate =>
  day === undefined ? receivedOn(calendar, now) : workingDayFrom(calendar, day);

function receiptIssue(context: ZoneContext, day: LocalDate | undefined): Issue | undefined {
  if (day === undefined) return undefined;
  if (day > today(context)) return { path: 'receivedOn', code: 'in-future' };
  return day < addDays(today(context), -longestAgo) ? { path: 'receivedOn', code: 'too-long-ago' } : undefined;
}

/** The first event of a project's log: facts only, nothing personal. */
export function letterSubmitted(
  letter: PaperLetter,
  context: ZoneContext,
  named: Named,
  { enteredBy, receivedOn: day }: Pick<SubmitLetter, 'enteredBy' | 'receivedOn'> = {},
): EventBody {
  const { zone } = context;
  const received = dayOfReceipt(context, day);
  const { investment, jobs, landHectares, exportShare } = letter;
  return {
    type: 'letter-submitted',
    ...named,
    zoneId: zone.zoneId,
    regionId: zone.regionId,
    country: zone.country,
    language: letter.contact.language,
    sector: letter.sector,
    ...(letter.forum && { forum: letter.forum }),
    ...(letter.plotId && { plotId: letter.plotId }),
    receivedOn: received,
    wantedStart: letter.wantedStart,
    figures: { investment, jobs, landHectares, exportShare },
    lines: [...neededLines(letter.utilities)],
    capacities: capacitiesOf(letter.utilities),
    answers: answersOf(letter, statedType(zone, received)),
    ...(enteredBy !== undefined && { enteredBy }),
    ...(letter.contact.email === undefined && { noAddress: true as const }),
  };
}

export const isPast = (wantedStart: string, today: LocalDate): boolean =>
  isLocalDate(wantedStart) && wantedStart < today;

/** A letter on paper says what it says. */
const pastStart = (
  { letter: { wantedStart }, enteredBy, originalHeldBy }: SubmitLetter,
  context: ZoneContext,
): Issue | undefined =>
  enteredBy === undefined && originalHeldBy === undefined && isPast(wantedStart, today(context))
    ? { path: 'wantedStart', code: 'in-the-past' }
    : undefined;

/** A forum is counted by its id: one that the zone does not hold would be counted for ever. */
export const unknownForum = ({ forum }: Pick<LetterOfIntent, 'forum'>, { zone }: ZoneContext): Issue | undefined =>
  forum === undefined || zone.forums.some(({ forumId }) => forumId === forum)
    ? undefined
    : { path: 'forum', code: 'unknown-forum' };

/** Seconds to wait for somebody who sends too much. Counted by key, so that a request repeated many times at once counts once. */
async function tooMany(
  { limits: counter, ids }: SubmitPorts,
  { letter, sourceIp, now }: SubmitLetter,
  keyHash: string,
): Promise<number | undefined> {
  const { email } = letter.contact;
  const senders = [
    { limit: limits.ip, sender: `ip-${ids.hash(network(sourceIp))}` },
    ...(email === undefined ? [] : [{ limit: limits.email, sender: `email-${ids.hash(mailboxOf(email))}` }]),
  ];
  const allowed = await Promise.all(senders.map(({ sender, limit }) => counter.allow(sender, keyHash, limit, now)));
  const refused = senders.filter((_, at) => allowed[at] === false).map(({ limit }) => secondsLeft(now, limit.seconds));
  return refused.length === 0 ? undefined : Math.max(...refused);
}

/** The answer to a request that came before; the same key with another body is refused. */
async function repeated(
  ports: SubmitPorts,
  record: IdempotencyRecord,
  bodyHash: string,
): Promise<Result<SubmitLetterResponse>> {
  if (record.bodyHash !== bodyHash) return fail({ kind: 'key-reused' });
  const { projectId } = record;
  const [number, trackingUrl] = await Promise.all([
    numberNow(ports, record),
    ports.links.urlOf(firstTarget(projectId)),
  ]);
  return ok({ projectId, number, trackingUrl });
}

export const numberNow = async (
  { projects }: Pick<Ports, 'projects'>,
  { projectId, number }: { readonly projectId: string; readonly number: string },
): Promise<string> => (await projects.load(projectId))?.project.number ?? number;

/**
 * One transaction: project, first event, messages, idempotency record (docs/decisions/0014-a-number-when-confirmed.md).
 * The same key and letter give the same answer. Fails with `key-reused` (other letter), `invalid`, `too-many`, `busy`.
 */
export async function submitLetter(ports: SubmitPorts, command: SubmitLetter): Promise<Result<SubmitLetterResponse>> {
  const { letter, idempotencyKey, now } = command;
  const keyHash = ports.ids.hash(idempotencyKey);
  const bodyHash = ports.ids.hash(
    JSON.stringify(
      canonical(command.receivedOn === undefined ? letter : { ...letter, receivedOn: command.receivedOn }),
    ),
  );
  const [earlier, context] = await Promise.all([
    ports.projects.idempotency(keyHash),
    zoneContextOf(ports, letter.zoneId, now),
  ]);
  if (earlier) return repeated(ports, earlier, bodyHash);
  if (context === undefined) return fail({ kind: 'invalid', issues: [{ path: 'zoneId', code: 'unknown-zone' }] });
  const untold = unreachable(letter.contact, command.enteredBy !== undefined).map(({ path, code }) => ({
    path: `contact.${path}`,
    code,
  }));
  const issues = [
    unknownForum(letter, context),
    pastStart(command, context),
    receiptIssue(context, command.receivedOn),
    ...untold,
  ].filter((issue) => issue !== undefined);
  if (issues.length > 0) return fail({ kind: 'invalid', issues });
  const projectId = ports.ids.projectId();
  const [retryAfterSeconds, prepared] = await Promise.all([
    tooMany(ports, command, keyHash),
    prepare(ports, projectId, context, command),
  ]);
  if (retryAfterSeconds !== undefined) return fail({ kind: 'too-many', retryAfterSeconds });
  const begun = await begin(ports, command, context, { hashes: { keyHash, bodyHash }, projectId, prepared });
  if (begun === undefined) return fail({ kind: 'busy' });
  if (begun.projectId !== projectId) return repeated(ports, begun, bodyHash);
  return ok({ projectId, number: begun.number, trackingUrl: await ports.links.urlOf(firstTarget(projectId)) });
}

interface Naming {
  readonly named: Named;
  readonly running?: number;
}

/** A letter on paper is in an officer's hand and gets the next number; any other only a reference. */
async function namingOf(
  { projects, ids }: Pick<Ports, 'projects' | 'ids'>,
  projectId: string,
  context: ZoneContext,
  { originalHeldBy, enteredBy, receivedOn: day }: SubmitLetter,
): Promise<Naming> {
  const {
    zone: { zoneId, code },
  } = context;
  const isOnPaper = originalHeldBy !== undefined || enteredBy !== undefined;
  const year = yearOf(dayOfReceipt(context, day));
  if (isOnPaper) return nextNumber({ projects }, { zoneId, code, year });
  const reference = referenceOf(code, year, ids.hash(projectId));
  return { named: { number: reference, reference } };
}

async function prepare(
  ports: Pick<Ports, 'projects' | 'ids' | 'fileRecords'>,
  projectId: string,
  context: ZoneContext,
  command: SubmitLetter,
): Promise<Naming & { readonly files: readonly FileRecord[] }> {
  const [naming, files] = await Promise.all([
    namingOf(ports, projectId, context, command),
    ports.fileRecords.findAll(command.fileIds ?? []),
  ]);
  return { ...naming, files: files.filter(({ attached }) => attached === undefined) };
}

export async function nextNumber(
  { projects }: Pick<Ports, 'projects'>,
  { zoneId, code, year }: { readonly zoneId: string; readonly code: string; readonly year: number },
): Promise<Naming & { readonly running: number }> {
  const running = (await projects.lastNumber(zoneId, year)) + 1;
  return { named: { number: projectNumber(code, year, running) }, running };
}

/** The letter's own event, then its documents in the order in which the table gives them back, then the office's word for the original. */
function firstChange(command: SubmitLetter, first: ProjectEvent, files: readonly FileRecord[]): Change {
  const { now, originalHeldBy } = command;
  const { emit, change } = changeBuilder(apply(undefined, first), now, { kind: 'investor' });
  const documents = files
    .toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
    .map((file) => documentEvent({ documents: [] }, file));
  for (const body of documents) if (body) emit(body);
  if (originalHeldBy) emit({ type: 'original-held' }, originalHeldBy);
  const { after, events } = change();
  return { before: undefined, after, events: [first, ...events], notes: [] };
}

interface Beginning {
  readonly hashes: Pick<IdempotencyRecord, 'keyHash' | 'bodyHash'>;
  readonly projectId: string;
  readonly prepared: Awaited<ReturnType<typeof prepare>>;
}

/** Writes the project; when another request with the same key was faster, its record stands. Undefined when others are always faster. */
async function begin(
  ports: SubmitPorts,
  command: SubmitLetter,
  context: ZoneContext,
  { hashes, projectId, prepared }: Beginning,
): Promise<IdempotencyRecord | undefined> {
  const {
    letter: { contact, consent: _, ...letter },
    now,
  } = command;
  for (let attempt = 1, read = prepared; attempt <= attempts; attempt += 1) {
    const { named, running, files } = read;
    const first: ProjectEvent = {
      projectId,
      sequence: 1,
      at: now,
      actor: { kind: 'investor' },
      body: letterSubmitted(command.letter, context, named, command),
    };
    const change = { ...firstChange(command, first, files), ...(running !== undefined && { running }) };
    const idempotency = { ...hashes, projectId, number: change.after.project.number, at: now };
    const written = await ports.projects.commit(complete(change, { letter, contact, idempotency }));
    if (written === 'committed') return idempotency;
    const winner = await ports.projects.idempotency(hashes.keyHash);
    if (winner) return winner;
    await ports.projects.giveWay(attempt);
    read = await prepare(ports, projectId, context, command);
  }
  return undefined;
}
