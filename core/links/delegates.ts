import * as z from 'zod/mini';
import type { Language } from '../kernel/common.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { mailboxOf } from '../kernel/mailbox.ts';
import { secondsLeft } from '../kernel/window.ts';
import { refOf, type Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import type { Aggregate, Delegate, Project } from '../project/project.ts';
import { DelegateContact, delegateContact } from '../project/delegate.ts';
import { changeBuilder } from '../project/change-builder.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import { hasRole, rules } from '../project/permissions.ts';
import { openToAct, type ByLink, type LinkPorts } from './act-by-link.ts';
import { investorTarget } from './link-targets.ts';
import { linkVersionOf } from './link-status.ts';
import type { PaperContact } from '../letter/letter-of-intent.ts';

/** The contact's own: another language at once, another address when it is confirmed there. */
export const OwnContact = z.pick(DelegateContact, { email: true, language: true });
export type OwnContact = z.infer<typeof OwnContact>;

/** People of one project beside its contact at a time; invitations of a project, and to one mailbox, in a day (ours). */
export const mostDelegates = { people: 5, aDay: 10, toMailbox: 5 } as const;

const delegatesOf = ({ delegates = [] }: Project): readonly Delegate[] => delegates;
const present = (project: Project): readonly Delegate[] =>
  delegatesOf(project).filter(({ state }) => state !== 'removed');

type PeoplePorts = LinkPorts & Pick<Ports, 'limits' | 'ids'>;

export interface PeopleView {
  readonly contact: PaperContact;
  readonly colleagues: readonly (DelegateContact & Pick<Delegate, 'delegate' | 'state'>)[];
  /** The address that is to be confirmed before it is the contact's. */
  readonly moving?: string | undefined;
  readonly mayAdd: boolean;
}

/** Opens a project for its contact alone. Fails as `openToAct`, with `link-unknown` for a party's link, `forbidden` for a colleague's, `not-allowed` after the end. */
async function asContact(ports: LinkPorts, command: ByLink): Promise<Result<{ actor: Actor; aggregate: Aggregate }>> {
  const opened = await openToAct(ports, command);
  if (!opened.ok) return opened;
  const { actor, aggregate } = opened.value;
  const { project } = aggregate;
  if (actor.kind !== 'investor') return fail({ kind: 'link-unknown' });
  if (!hasRole(actor, project, 'manage-people')) return fail({ kind: 'forbidden' });
  if (!rules['manage-people'].when(project))
    return fail({ kind: 'not-allowed', action: 'manage-people', because: project.ending ?? 'unconfirmed' });
  return ok({ actor, aggregate });
}

async function viewOf(ports: Pick<Ports, 'projects'>, { project }: Aggregate): Promise<Result<PeopleView>> {
  const { projectId } = project;
  const contact = await ports.projects.contact(projectId);
  if (contact === undefined) return fail({ kind: 'not-found' });
  const known = await Promise.all(
    present(project).map(async (one) => ({
      ...one,
      ...(await delegateContact(ports.projects, projectId, one.delegate)),
    })),
  );
  const whole = known.filter((one): one is typeof one & DelegateContact => one.email !== undefined);
  const colleagues = whole.filter(({ as }) => as === 'colleague');
  return ok({
    contact,
    colleagues,
    moving: whole.findLast(({ as }) => as === 'contact')?.email,
    mayAdd: colleagues.length < mostDelegates.people,
  });
}

/** Who gets the emails of a project, for its contact. */
export async function viewPeople(ports: LinkPorts, command: ByLink): Promise<Result<PeopleView>> {
  const opened = await asContact(ports, command);
  return opened.ok ? viewOf(ports, opened.value.aggregate) : opened;
}

/** An invitation is an email to whatever address was typed: few of a project, fewer to one mailbox. */
async function tooMany({ limits, ids }: PeoplePorts, projectId: string, email: string, now: number) {
  const day = 86_400;
  const allowed =
    (await limits.allow(
      `invited-by-${projectId}`,
      ids.hash(email),
      { count: mostDelegates.aDay, seconds: day },
      now,
    )) &&
    (await limits.allow(
      `invited-to-${ids.hash(mailboxOf(email))}`,
      projectId,
      { count: mostDelegates.toMailbox, seconds: day },
      now,
    ));
  return allowed ? undefined : fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(now, day) });
}

const invalid = (path: string, code: string) => fail({ kind: 'invalid', issues: [{ path, code }] });

/** Adds a colleague, who is asked by email to confirm. The same once more sends nothing. Fails as `asContact`, `invalid`, `too-many`. */
export async function addColleague(
  ports: PeoplePorts,
  { request, ...by }: ByLink & { readonly request: DelegateContact },
): Promise<Result<Aggregate>> {
  const opened = await asContact(ports, by);
  if (!opened.ok) return opened;
  const { actor, aggregate } = opened.value;
  const { projectId } = aggregate.project;
  const isOne = (email: string | undefined) => email?.toLowerCase() === request.email.toLowerCase();
  return changeProject(ports, { projectId, actor, now: by.now }, async (latest) => {
    const viewed = await viewOf(ports, latest);
    if (!viewed.ok) return viewed;
    const { contact, colleagues, mayAdd } = viewed.value;
    if (isOne(contact.email)) return invalid('email', 'own-address');
    if (colleagues.some(({ email }) => isOne(email))) return ok(undefined);
    if (!mayAdd) return fail({ kind: 'not-allowed', action: 'manage-people', because: 'too-many-people' });
    // Another attempt at the same change asks for the same once more, which costs nothing.
    const refused = await tooMany(ports, projectId, request.email, by.now);
    if (refused) return refused;
    const change = changeBuilder(latest, by.now, refOf(actor, latest.project));
    change.emit({ type: 'delegate-asked', delegate: change.delegate(JSON.stringify(request)), as: 'colleague' });
    return ok(change.change());
  });
}

/** Their link opens nothing from then on. Twice is once. */
export async function removeColleague(
  ports: LinkPorts,
  { delegate, ...by }: ByLink & { readonly delegate: number },
): Promise<Result<Aggregate>> {
  const opened = await asContact(ports, by);
  if (!opened.ok) return opened;
  const { actor, aggregate } = opened.value;
  if (!delegatesOf(aggregate.project).some((one) => one.delegate === delegate)) return fail({ kind: 'not-found' });
  return removeDelegate(ports, { projectId: aggregate.project.projectId, actor, delegate, now: by.now });
}

/** For whoever may: the contact by `removeColleague`, an operator who erases. */
export const removeDelegate = (
  ports: ChangePorts,
  {
    projectId,
    actor,
    delegate,
    now,
  }: { readonly projectId: string; readonly actor: Actor; readonly delegate: number; readonly now: number },
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, actor, now }, (latest) => {
    if (!present(latest.project).some((one) => one.delegate === delegate)) return ok(undefined);
    const change = changeBuilder(latest, now, refOf(actor, latest.project));
    change.emit({ type: 'delegate-removed', delegate });
    return ok(change.change());
  });

/** The contact's own language, at once; a new address is asked to confirm first, and the one before it goes on until then. */
export async function changeOwnContact(
  ports: PeoplePorts,
  { request, ...by }: ByLink & { readonly request: OwnContact },
): Promise<Result<Aggregate>> {
  const opened = await asContact(ports, by);
  if (!opened.ok) return opened;
  const { actor, aggregate } = opened.value;
  const { projectId } = aggregate.project;
  return changeProject(ports, { projectId, actor, now: by.now }, async (latest) => {
    const viewed = await viewOf(ports, latest);
    if (!viewed.ok) return viewed;
    const { contact, moving } = viewed.value;
    const moves = request.email !== contact.email && request.email !== moving;
    const refused = moves ? await tooMany(ports, projectId, request.email, by.now) : undefined;
    if (refused) return refused;
    const change = changeBuilder(latest, by.now, refOf(actor, latest.project));
    const { language, email } = request;
    if (language !== contact.language) {
      change.emit({ type: 'contact-corrected', fields: ['language'], language });
      change.correctContact({ ...contact, language });
    }
    if (moves) {
      for (const { delegate } of present(latest.project).filter(({ as }) => as === 'contact'))
        change.emit({ type: 'delegate-removed', delegate });
      const typed: DelegateContact = { name: contact.name, email, language };
      change.emit({ type: 'delegate-asked', delegate: change.delegate(JSON.stringify(typed)), as: 'contact' });
    }
    const made = change.change();
    return ok(made.events.length === 0 ? undefined : made);
  });
}

export interface Invitation {
  readonly projectId: string;
  readonly delegate: Delegate;
  readonly language: Language;
  readonly number: string;
}

/** What a link to an address asks that nobody has confirmed yet; undefined for every other link. Looking changes nothing. */
export async function viewInvitation(
  { links, projects }: Pick<Ports, 'links' | 'projects'>,
  { link }: Pick<ByLink, 'link'>,
): Promise<Invitation | undefined> {
  const target = await links.read(link);
  if (target?.kind !== 'confirm' || target.delegate === undefined) return undefined;
  const { projectId } = target;
  const project = (await projects.load(projectId))?.project;
  const delegate = project && delegatesOf(project).find((one) => one.delegate === target.delegate);
  if (delegate?.state !== 'asked' || project === undefined || project.phase === 'ended') return undefined;
  const contact = await delegateContact(projects, projectId, delegate.delegate);
  return contact && { projectId, delegate, language: contact.language, number: project.number };
}

/** The owner of an address says that it is theirs. Gives the address (URL) of the project's page for them. Fails with `link-expired`. */
export async function acceptInvitation(ports: LinkPorts, by: ByLink): Promise<Result<string>> {
  const invitation = await viewInvitation(ports, by);
  if (invitation === undefined) return fail({ kind: 'link-expired' });
  const { projectId, delegate: asked } = invitation;
  const { delegate, as } = asked;
  const actor: Actor = { kind: 'investor', projectId, ...(as === 'colleague' && { delegate }) };
  const changed = await changeProject(ports, { projectId, actor, now: by.now }, async (latest) => {
    const { project } = latest;
    if (!present(project).some((one) => one.delegate === delegate && one.state === 'asked'))
      return fail({ kind: 'link-expired' });
    const [typed, contact] = await Promise.all([
      delegateContact(ports.projects, projectId, delegate),
      ports.projects.contact(projectId),
    ]);
    if (typed === undefined || contact === undefined) return fail({ kind: 'link-expired' });
    const change = changeBuilder(latest, by.now, refOf(actor, project));
    change.emit({ type: 'delegate-confirmed', delegate });
    if (as === 'contact') {
      change.emit({ type: 'contact-corrected', fields: ['email'] });
      change.emit({ type: 'address-confirmed' });
      change.correctContact({ ...contact, email: typed.email }, { contact, linkVersion: linkVersionOf(project) });
    }
    return ok(change.change());
  });
  if (!changed.ok) return changed;
  return ok(await ports.links.urlOf(investorTarget(changed.value, 'track', as === 'colleague' ? delegate : undefined)));
}
