import type { Language } from '../kernel/common.ts';
import type { LetterDraft } from './letter-draft.ts';
import { deletedBy } from './draft-days.ts';
import { mailboxOf } from '../kernel/mailbox.ts';
import { fail, ok, type Failure, type Result } from '../kernel/result.ts';
import { network, secondsLeft } from '../kernel/window.ts';
import type { LinkAsked, Ports } from '../kernel/ports.ts';
import { attempts } from '../project/change-project.ts';
import { addressOf } from './draft-address.ts';

type DraftPorts = Pick<Ports, 'drafts' | 'links'>;

export interface ByDraftLink {
  readonly link: string;
  readonly now: number;
}

/** Emails that one mailbox may be sent in a day, for each reason by itself: somebody else's saving keeps nobody from their own link (ours). */
const linksADay = { count: 20, seconds: 86_400 } as const;
const typedAnHour = { count: 20, seconds: 3600 } as const;
const begunAnHour = { count: 300, seconds: 3600 } as const;
/** A form that was sent twice sends one email. */
const once = { count: 1, seconds: 60 } as const;

async function queueOnce(
  { limits, ids, linkErrands: linkMessages }: Pick<Ports, 'limits' | 'ids' | 'linkErrands'>,
  to: 'draft' | 'project' | 'all',
  { id, address, now }: { readonly id: string; readonly address: string; readonly now: number },
): Promise<void> {
  if (await limits.allow(`link-once-${ids.hash(`${id}|${address}`)}`, ids.hash(String(now)), once, now))
    await linkMessages.queue(to, id, now);
}

type TypedForm = 'save' | 'another-link';

interface Typed {
  readonly address: string;
  readonly sourceIp: string;
  readonly now: number;
}

async function tooManyTyped(
  { limits, ids }: Pick<Ports, 'limits' | 'ids'>,
  form: TypedForm,
  thing: string,
  { address, sourceIp, now }: Typed,
): Promise<Failure | undefined> {
  const { seconds } = typedAnHour;
  const allowed = await limits.allow(
    `${form}-ip-${ids.hash(network(sourceIp))}`,
    ids.hash(`${thing}|${address}|${String(now)}`),
    typedAnHour,
    now,
  );
  return allowed ? undefined : { kind: 'too-many', retryAfterSeconds: secondsLeft(now, seconds) };
}

const mayBeSent = (
  { limits, ids }: Pick<Ports, 'limits' | 'ids'>,
  reason: TypedForm | 'refused',
  address: string,
  thing: string,
  now: number,
): Promise<boolean> => limits.allow(`${reason}-to-${ids.hash(mailboxOf(address))}`, ids.hash(thing), linksADay, now);

/** Gives its address. A forum fills in itself and its zone, an unknown one nothing. Fails with `too-many`. */
export async function startDraft(
  ports: DraftPorts & Pick<Ports, 'ids' | 'reference' | 'limits'>,
  {
    language,
    forum,
    given,
    proposal,
    sourceIp,
    now,
  }: {
    readonly language: Language;
    readonly forum?: string | undefined;
    /** What is known already, by the names of the form. */
    readonly given?: LetterDraft['fields'] | undefined;
    readonly proposal?: LetterDraft['proposal'];
    readonly sourceIp: string;
    readonly now: number;
  },
): Promise<Result<string>> {
  const draftId = ports.ids.projectId();
  const allowed = await ports.limits.allow(
    `draft-ip-${ports.ids.hash(network(sourceIp))}`,
    ports.ids.hash(draftId),
    begunAnHour,
    now,
  );
  if (!allowed) return fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(now, begunAnHour.seconds) });
  const zone =
    forum === undefined
      ? undefined
      : (await ports.reference.zones()).find(({ forums }) => forums.some(({ forumId }) => forumId === forum));
  const fields: LetterDraft['fields'] =
    zone === undefined || forum === undefined ? (given ?? {}) : { zoneId: [zone.zoneId], forum: [forum] };
  await ports.drafts.save({
    draftId,
    version: 1,
    language,
    fields,
    documents: [],
    savedAt: now,
    ...(proposal && { proposal }),
  });
  return ok(await ports.links.urlOf({ kind: 'draft', draftId }));
}

/** The draft of a link; `not-found` for one we did not make, or that was forgotten long ago; `draft-deleted` for one whose time is over. */
export async function openDraft(
  { drafts, links }: DraftPorts,
  { link, now }: ByDraftLink,
): Promise<Result<LetterDraft>> {
  const target = await links.read(link);
  const draft = target?.kind === 'draft' ? await drafts.find(target.draftId) : undefined;
  if (draft === undefined) return fail({ kind: 'not-found' });
  const on = deletedBy(draft, now);
  return on === undefined ? ok(draft) : fail({ kind: 'draft-deleted', on });
}

/** Changes a draft, anew when another window was faster; one that was handed in stays as it is. `busy` when others are always faster. */
export async function changeDraft(
  ports: DraftPorts,
  by: ByDraftLink,
  next: (draft: LetterDraft) => LetterDraft,
): Promise<Result<LetterDraft>> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const opened = await openDraft(ports, by);
    if (!opened.ok || opened.value.submitted) return opened;
    const { reminded: _, ...changed } = next(opened.value);
    const draft = {
      ...changed,
      version: opened.value.version + 1,
      ...(changed.submitted === undefined && { savedAt: by.now }),
    };
    if ((await ports.drafts.save(draft)) === 'saved') return ok(draft);
    await ports.drafts.giveWay(attempt);
  }
  return fail({ kind: 'busy' });
}

/** Keeps what was typed into some fields, right or not; other fields stay as they are. */
export const saveDraft = (
  ports: DraftPorts,
  { fields, at, ...by }: ByDraftLink & Pick<LetterDraft, 'fields' | 'at'>,
): Promise<Result<LetterDraft>> =>
  changeDraft(ports, by, (draft) => ({ ...draft, ...(at && { at }), fields: { ...draft.fields, ...fields } }));

/** Sends the link to an address, in the reader's language. Fails with `too-many` when a network or a mailbox has had its fill. */
export async function sendDraftLink(
  ports: DraftPorts & Pick<Ports, 'ids' | 'limits' | 'linkErrands'>,
  { link, language, ...typed }: ByDraftLink & Typed & { readonly language: Language },
): Promise<Result<LetterDraft>> {
  const { address, now } = typed;
  const refused = await tooManyTyped(ports, 'save', link, typed);
  if (refused) return fail(refused);
  const allowed = await mayBeSent(ports, 'save', address, `${link}|${String(now)}`, now);
  if (!allowed) return fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(now, linksADay.seconds) });
  const saved = await changeDraft(ports, { link, now }, (draft) => ({ ...draft, address, language }));
  if (saved.ok && !saved.value.submitted) await queueOnce(ports, 'draft', { id: saved.value.draftId, address, now });
  return saved;
}

/** To the address in the letter and nowhere else. Fails with `not-found` before it is handed in, `too-many`. */
export async function sendSubmittedLink(
  ports: DraftPorts & Pick<Ports, 'ids' | 'limits' | 'linkErrands'>,
  by: ByDraftLink,
): Promise<Result<undefined>> {
  const { now } = by;
  const opened = await openDraft(ports, by);
  if (!opened.ok) return opened;
  const { draftId, submitted } = opened.value;
  if (submitted === undefined) return fail({ kind: 'not-found' });
  const allowed = await ports.limits.allow(`link-again-${draftId}`, ports.ids.hash(String(now)), linksADay, now);
  if (!allowed) return fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(now, linksADay.seconds) });
  await queueOnce(ports, 'project', { id: submitted.projectId, address: draftId, now });
  return ok(undefined);
}

/** Their address is what they typed and may be anybody's: it is sent no more than links are. */
export async function tellOfRefused(
  ports: Pick<Ports, 'limits' | 'ids' | 'linkErrands'>,
  draft: LetterDraft,
  { fileId, now }: { readonly fileId: string; readonly now: number },
): Promise<void> {
  const address = addressOf(draft);
  const allowed = address !== undefined && (await mayBeSent(ports, 'refused', address, fileId, now));
  if (allowed) await ports.linkErrands.queue('refused', draft.draftId, now);
}

/** Letters that may share a reference: more than there will ever be. */
const sharing = 5;

async function ownProject(
  { reference, lists, projects, ids }: Pick<Ports, 'reference' | 'lists' | 'projects' | 'ids'>,
  number: string,
  addressHash: string,
): Promise<{ readonly id: string; readonly address: string } | undefined> {
  const zone = (await reference.zones()).find(({ code }) => number.startsWith(`${code}-`));
  const found = zone && (await lists.list(zone.zoneId, { by: 'search', text: number }, { limit: sharing }));
  for (const { project } of found?.entries ?? []) {
    if (project.number !== number && project.reference !== number) continue;
    const address = (await projects.contact(project.projectId))?.email;
    if (address !== undefined && ids.hash(address) === addressHash) return { id: project.projectId, address };
  }
  return undefined;
}

async function heldAddress(
  { linkErrands: linkMessages, projects, drafts, ids }: Pick<Ports, 'linkErrands' | 'projects' | 'drafts' | 'ids'>,
  addressHash: string,
): Promise<string | undefined> {
  const { projectIds, draftIds } = await linkMessages.ofAddress(addressHash);
  const isIt = (address: string | undefined): address is string =>
    address !== undefined && ids.hash(address) === addressHash;
  for (const projectId of projectIds) {
    const email = (await projects.contact(projectId))?.email;
    if (isIt(email)) return email;
  }
  for (const draftId of draftIds) {
    const draft = await drafts.find(draftId);
    const address = draft && addressOf(draft);
    if (isIt(address)) return address;
  }
  return undefined;
}

/** Nothing is looked up before the answer: words and time tell nothing (see `sendAskedLink`). Fails with `too-many`. */
export async function askForLink(
  ports: Pick<Ports, 'limits' | 'ids' | 'linkErrands'>,
  { number, ...typed }: Typed & { readonly number?: string | undefined },
): Promise<Result<undefined>> {
  const { address, now } = typed;
  const refused = await tooManyTyped(ports, 'another-link', number ?? '', typed);
  if (refused) return fail(refused);
  await ports.linkErrands.ask(
    ports.ids.hash(`${number ?? ''}|${address}`).slice(0, 32),
    { ...(number !== undefined && { number }), addressHash: ports.ids.hash(address) },
    now,
  );
  return ok(undefined);
}

/** Only what is really sent is counted for a mailbox, so that nobody's asking keeps its owner from their link. */
export async function sendAskedLink(
  ports: Pick<Ports, 'projects' | 'drafts' | 'reference' | 'lists' | 'limits' | 'ids' | 'linkErrands'>,
  { number, addressHash, now }: LinkAsked & { readonly now: number },
): Promise<void> {
  if (number === undefined) {
    const address = await heldAddress(ports, addressHash);
    if (
      address !== undefined &&
      (await mayBeSent(ports, 'another-link', address, `${addressHash}|${String(now)}`, now))
    )
      await queueOnce(ports, 'all', { id: addressHash, address, now });
    return;
  }
  const own = await ownProject(ports, number, addressHash);
  if (own && (await mayBeSent(ports, 'another-link', own.address, `${own.id}|${String(now)}`, now)))
    await queueOnce(ports, 'project', { ...own, now });
}
