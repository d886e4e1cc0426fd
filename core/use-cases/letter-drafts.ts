import type { Language } from '../contracts/common.ts';
import type { LetterDraft } from '../contracts/letter-draft.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { secondsLeft } from '../domain/window.ts';
import type { LinkAsked, Ports } from '../ports/index.ts';
import { addressOf } from './draft-address.ts';

type DraftPorts = Pick<Ports, 'drafts' | 'links'>;

/** A draft by the link that opens it. */
export interface ByDraftLink {
  readonly link: string;
}

/** How often a change is made anew on a draft that another window has changed meanwhile. */
const attempts = 5;
/** Links that one address may be sent in a day (ours). */
const linksADay = { count: 20, seconds: 86_400 } as const;
/** A form that was sent twice sends one email. */
const once = { count: 1, seconds: 60 } as const;

/** Queues the email with a link, unless one went to the same address within the minute. */
async function queueOnce({ limits, ids, linkErrands }: Pick<Ports, 'limits' | 'ids' | 'linkErrands'>, to: 'draft' | 'project', { id, address, now }: { readonly id: string; readonly address: string; readonly now: number }): Promise<void> {
  if (await limits.allow(`link-once-${ids.hash(`${id}|${address}`)}`, ids.hash(String(now)), once, now)) await linkErrands.queue(to, id, now);
}

/**
 * Begins a letter; gives the address that opens it, today and by the link in an email. The forum that led here fills in itself
 * and its zone; one that no zone holds fills in nothing.
 */
export async function startDraft(ports: DraftPorts & Pick<Ports, 'ids' | 'reference'>, { language, forum }: { readonly language: Language; readonly forum?: string | undefined }): Promise<string> {
  const draftId = ports.ids.projectId();
  const zone = forum === undefined ? undefined : (await ports.reference.zones()).find(({ forums }) => forums.some(({ forumId }) => forumId === forum));
  const fields: LetterDraft['fields'] = zone === undefined || forum === undefined ? {} : { zoneId: [zone.zoneId], forum: [forum] };
  await ports.drafts.save({ draftId, version: 1, language, fields, documents: [] });
  return ports.links.urlOf({ kind: 'draft', draftId });
}

/** The draft of a link; `not-found` for one we did not make, or that was forgotten. */
export async function openDraft({ drafts, links }: DraftPorts, { link }: ByDraftLink): Promise<Result<LetterDraft>> {
  const target = await links.read(link);
  const draft = target?.kind === 'draft' ? await drafts.find(target.draftId) : undefined;
  return draft ? ok(draft) : fail({ kind: 'not-found' });
}

/** Changes a draft, anew when another window was faster; one that was handed in stays as it is. */
export async function changeDraft(ports: DraftPorts, by: ByDraftLink, next: (draft: LetterDraft) => LetterDraft): Promise<Result<LetterDraft>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const opened = await openDraft(ports, by);
    if (!opened.ok || opened.value.submitted) return opened;
    const draft = { ...next(opened.value), version: opened.value.version + 1 };
    if (await ports.drafts.save(draft) === 'saved') return ok(draft);
  }
  throw new Error('A draft is changed by too many at once');
}

/** Keeps what was typed into some fields, right or not; other fields stay as they are. */
export const saveDraft = (ports: DraftPorts, { link, fields }: ByDraftLink & { readonly fields: LetterDraft['fields'] }): Promise<Result<LetterDraft>> =>
  changeDraft(ports, { link }, (draft) => ({ ...draft, fields: { ...draft.fields, ...fields } }));

/** Sends the link to an address, in the reader's language. Fails with `too-many` when an address is sent link after link. */
export async function sendDraftLink(
  ports: DraftPorts & Pick<Ports, 'ids' | 'limits' | 'linkErrands'>,
  { link, address, language, now }: ByDraftLink & { readonly address: string; readonly language: Language; readonly now: number },
): Promise<Result<LetterDraft>> {
  const allowed = await ports.limits.allow(`link-${ports.ids.hash(address)}`, ports.ids.hash(String(now)), linksADay, now);
  if (!allowed) return fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(now, linksADay.seconds) });
  const saved = await changeDraft(ports, { link }, (draft) => ({ ...draft, address, language }));
  if (saved.ok && !saved.value.submitted) await queueOnce(ports, 'draft', { id: saved.value.draftId, address, now });
  return saved;
}

/**
 * Sends the link to the project of a letter that was handed in, to the address that stands there and nowhere else. Fails with
 * `not-found` before it is handed in, `too-many` when it is asked for again and again.
 */
export async function sendSubmittedLink(ports: DraftPorts & Pick<Ports, 'ids' | 'limits' | 'linkErrands'>, { link, now }: ByDraftLink & { readonly now: number }): Promise<Result<undefined>> {
  const opened = await openDraft(ports, { link });
  if (!opened.ok) return opened;
  const { draftId, submitted } = opened.value;
  if (submitted === undefined) return fail({ kind: 'not-found' });
  const allowed = await ports.limits.allow(`link-again-${draftId}`, ports.ids.hash(String(now)), linksADay, now);
  if (!allowed) return fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(now, linksADay.seconds) });
  await queueOnce(ports, 'project', { id: submitted.projectId, address: draftId, now });
  return ok(undefined);
}

/**
 * Tells whoever fills in a letter that one of its files was refused. Their address is what they typed and may be anybody's: it is sent
 * no more than links are.
 */
export async function tellOfRefused({ limits, ids, linkErrands }: Pick<Ports, 'limits' | 'ids' | 'linkErrands'>, draft: LetterDraft, { fileId, now }: { readonly fileId: string; readonly now: number }): Promise<void> {
  const address = addressOf(draft);
  const allowed = address !== undefined && await limits.allow(`link-${ids.hash(address)}`, ids.hash(fileId), linksADay, now);
  if (allowed) await linkErrands.queue('refused', draft.draftId, now);
}

/**
 * Asks for the link to a project by its number. Nothing is looked up before the answer (`sendAskedLink` does it): neither what is
 * said nor how long it takes tells a stranger whether there is such a project or whose it is.
 */
export async function askForLink(
  ports: Pick<Ports, 'limits' | 'ids' | 'linkErrands'>,
  { number, address, now }: { readonly number: string; readonly address: string; readonly now: number },
): Promise<Result<undefined>> {
  const allowed = await ports.limits.allow(`link-${ports.ids.hash(address)}`, ports.ids.hash(String(now)), linksADay, now);
  if (!allowed) return fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(now, linksADay.seconds) });
  await ports.linkErrands.ask(ports.ids.hash(`${number}|${address}`).slice(0, 32), { number, addressHash: ports.ids.hash(address) }, now);
  return ok(undefined);
}

/** Sends the investor of a project their link, if the number and the address that somebody asked with belong together. */
export async function sendAskedLink(
  ports: Pick<Ports, 'projects' | 'reference' | 'lists' | 'limits' | 'ids' | 'linkErrands'>,
  { number, addressHash, now }: LinkAsked & { readonly now: number },
): Promise<void> {
  const zone = (await ports.reference.zones()).find(({ code }) => number.startsWith(`${code}-`));
  const found = zone && await ports.lists.list(zone.zoneId, { by: 'search', text: number }, { limit: 1 });
  const project = found?.entries.find((line) => line.project.number === number)?.project;
  const contact = project && await ports.projects.contact(project.projectId);
  if (project && contact && ports.ids.hash(contact.email) === addressHash) await queueOnce(ports, 'project', { id: project.projectId, address: contact.email, now });
}
