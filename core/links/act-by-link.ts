import type { CorrectionRequest, Decision } from '../stages/decision.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import type { LinkView } from '../api/views.ts';
import type { Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { isAllowed, isOwn, isUnproven } from '../project/permissions.ts';
import { addressVersionOf, delegateLinkEnd, investorLinkEnd, partyLinkEnd } from './link-status.ts';
import { companionOf } from '../project/companion.ts';
import { contactOf, type OfficeContact } from '../reference/reference.ts';
import { neededDocuments } from '../documents/needed-documents.ts';
import { isOpen } from '../project/standing.ts';
import type { Letter, LinkTarget, Ports } from '../kernel/ports.ts';
import { actOnProject } from '../project/act-on-project.ts';
import type { ChangePorts } from '../project/change-project.ts';
import { confirmAddress } from '../letter/confirm-address.ts';
import { decide } from '../stages/decide.ts';
import { needOf } from '../stages/need-of.ts';
import { obstacleViews } from '../obstacles/obstacle-views.ts';
import { assignmentView, legalView, outsideHolders, stageViews } from '../project/project-views.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';

export type LinkPorts = ChangePorts & Pick<Ports, 'links'>;

export interface ByLink {
  readonly link: string;
  readonly now: number;
}

export interface Opened {
  readonly target: ProjectTarget;
  readonly actor: Actor;
  readonly aggregate: Aggregate;
}

type ProjectTarget = Exclude<LinkTarget, { readonly kind: 'draft' | 'party' | 'showcase' | 'guest' }>;

const unknown = fail({ kind: 'link-unknown' });

/** The investor of a project by their link, with whose word their address rests on. */
function investorOf({ project: { projectId, addressEntered } }: Aggregate): Extract<Actor, { kind: 'investor' }> {
  return {
    kind: 'investor',
    projectId,
    ...(addressEntered && { entered: { by: addressEntered.by, at: addressEntered.at } }),
  };
}

/** The actor that a link stands for, if it still opens. */
async function actorOf(
  { reference }: LinkPorts,
  target: ProjectTarget,
  aggregate: Aggregate,
  now: number,
): Promise<Result<Actor>> {
  const { projectId } = target;
  if (target.kind !== 'assignment') {
    const { delegate } = target;
    const end =
      delegate === undefined
        ? investorLinkEnd(aggregate, target.version, now)
        : delegateLinkEnd(aggregate, delegate, now);
    if (end) return fail({ kind: end });
    if (delegate === undefined) return ok(investorOf(aggregate));
    // Until its owner confirms it the address may be anybody's: its link tells nothing of the project.
    return aggregate.project.delegates?.find((one) => one.delegate === delegate)?.state === 'confirmed'
      ? ok({ ...investorOf(aggregate), delegate })
      : fail({ kind: 'address-unconfirmed' });
  }
  const assignment = aggregate.assignments.find((one) => one.assignmentId === target.assignmentId);
  if (assignment === undefined) return unknown;
  const { holder } = assignment;
  // Read as it is at this moment, one read unit: an address that was wrong must not open anything for another 15 seconds.
  const party = holder.kind === 'party' ? await reference.party(aggregate.project.zoneId, holder.partyId) : undefined;
  const end = partyLinkEnd(assignment, target, addressVersionOf(party), now);
  if (end) return fail({ kind: end });
  return holder.kind === 'party'
    ? ok({ kind: 'party', projectId, assignmentId: target.assignmentId, partyId: holder.partyId })
    : unknown;
}

/**
 * Who comes by a link, and to what. Fails with `link-unknown` for one that we did not make or whose object is gone, and with
 * `link-replaced`, `link-given-on` or `link-expired` for one that opens no more: nothing of the project is told then.
 */
export async function openLink(ports: LinkPorts, { link, now }: ByLink): Promise<Result<Opened>> {
  const target = await ports.links.read(link);
  if (
    target === undefined ||
    target.kind === 'draft' ||
    target.kind === 'party' ||
    target.kind === 'showcase' ||
    target.kind === 'guest'
  )
    return unknown;
  const aggregate = await ports.projects.load(target.projectId);
  if (aggregate === undefined) return unknown;
  const actor = await actorOf(ports, target, aggregate, now);
  return actor.ok ? ok({ target, actor: actor.value, aggregate }) : actor;
}

/** The same for whoever is to do or read more than where the project stands. Fails also with `address-unconfirmed`. */
export async function openToAct(ports: LinkPorts, command: ByLink): Promise<Result<Opened>> {
  const opened = await openLink(ports, command);
  if (!opened.ok) return opened;
  const {
    actor,
    aggregate: { project },
  } = opened.value;
  return actor.kind === 'investor' && isUnproven(project) ? fail({ kind: 'address-unconfirmed' }) : opened;
}

/** Whom a reader turns to whose link opens nothing any more; undefined for a link that is none of ours. */
export async function officeBehind(
  { links, projects, reference }: Pick<LinkPorts, 'links' | 'projects' | 'reference'>,
  link: string,
): Promise<OfficeContact | undefined> {
  const target = await links.read(link);
  if (target === undefined || target.kind === 'draft') return undefined;
  const zoneId = 'zoneId' in target ? target.zoneId : (await projects.load(target.projectId))?.project.zoneId;
  const setting = zoneId === undefined ? undefined : await reference.setting(zoneId);
  return setting && contactOf(setting.zone);
}

/** An investor sees what they owe, what they asked and every utility line; a party only the assignment of its link. */
function concerning({ target }: Opened): (assignment: Assignment) => boolean {
  if (target.kind === 'assignment') return ({ assignmentId }) => assignmentId === target.assignmentId;
  return ({ holder, kind }) => holder.kind === 'investor' || kind === 'technical-condition' || kind === 'question';
}

function actionsOf({ target, actor, aggregate }: Opened): LinkView['actions'] {
  const { project, assignments } = aggregate;
  const own = assignments.filter((one) => isOpen(one) && isOwn(actor, project, one));
  const correcting = own.some(({ kind }) => kind === 'correction' || kind === 'cure');
  const deciding = own.some(({ kind }) => kind !== 'correction' && kind !== 'cure' && kind !== 'documents');
  return [
    ...(target.kind === 'confirm' && isAllowed(actor, project, 'confirm') ? ['confirm' as const] : []),
    ...(deciding ? ['decision' as const] : []),
    ...(correcting ? ['correction' as const] : []),
    ...(isAllowed(actor, project, 'withdraw') ? ['withdraw' as const] : []),
    ...(isAllowed(actor, project, 'raise-obstacle') ? ['obstacle' as const] : []),
    ...(isAllowed(actor, project, 'manage-people') ? ['people' as const] : []),
    ...(isAllowed(actor, project, 'ask-office') ? ['question' as const] : []),
  ];
}

/** What is hidden from a link to an address that nobody has confirmed: whose project it is, what it needs, what stands in its way. */
const hiddenFromUnproven = (): Pick<
  LinkView,
  'assignments' | 'lines' | 'documents' | 'obstacles' | 'holders' | 'company'
> => ({ assignments: [], lines: [], documents: [], obstacles: [], holders: [], company: '' });

/** What of a letter can be corrected. */
const correctable = ({ zoneId: _zone, forum: _forum, ...letter }: Letter): LinkView['letter'] => letter;

/** What a link shows. Looking changes nothing: mail scanners open links. */
export async function viewLink(ports: LinkPorts, command: ByLink): Promise<Result<LinkView>> {
  const opened = await openLink(ports, command);
  return opened.ok ? ok(await viewOpened(ports, opened.value, command.now)) : opened;
}

export async function viewOpened(ports: LinkPorts, opened: Opened, now: number): Promise<LinkView> {
  const { target, actor, aggregate } = opened;
  const { project, assignments } = aggregate;
  const [context, letter, companion] = await Promise.all([
    zoneContextOf(ports, project.zoneId, now),
    ports.projects.letter(project.projectId),
    actor.kind === 'investor' ? companionOf(ports, project) : undefined,
  ]);
  if (context === undefined) throw new Error(`Project ${project.projectId} belongs to no zone`);
  const shown = assignments.filter(concerning(opened));
  const legal = legalView(aggregate, context);
  const need = target.kind === 'assignment' && letter ? needOf(letter.utilities, shown[0]?.line) : undefined;
  return {
    kind: target.kind,
    number: project.number,
    zone: context.zone.names,
    office: contactOf(context.zone, companion),
    language:
      actor.kind === 'party'
        ? (context.parties.find(({ partyId }) => partyId === actor.partyId)?.language ?? context.zone.language)
        : project.language,
    stage: project.stage,
    phase: project.phase,
    ...(project.ending && { ending: project.ending }),
    ...(project.mergedInto && actor.kind === 'investor' && { mergedInto: project.mergedInto.number }),
    ...(project.due && project.phase !== 'entering' && { due: project.due }),
    confirmed: project.confirmed,
    // A party sees what it is asked, not what others owe and when.
    stages: target.kind === 'assignment' ? [] : stageViews(aggregate, context),
    ...(legal !== undefined && target.kind !== 'assignment' && { legal }),
    assignments: shown.map((assignment) => assignmentView(actor, aggregate, assignment, context)),
    lines: target.kind === 'assignment' ? [] : [...project.lines],
    documents:
      target.kind === 'assignment'
        ? []
        : neededDocuments(aggregate).map(({ kind, state, returned }) => ({
            kind,
            state,
            ...(returned && { reasonCode: returned.reasonCode }),
          })),
    offsetMinutes: context.calendar.offsetMinutes,
    obstacles: obstacleViews(actor, aggregate, context),
    holders: target.kind === 'assignment' ? [] : outsideHolders(aggregate, context),
    ...(need && { need }),
    company: letter?.company.name ?? '',
    ...(letter &&
      actor.kind === 'investor' &&
      !isUnproven(project) &&
      shown.some(({ fields }) => fields) && { letter: correctable(letter) }),
    actions: actionsOf(opened),
    ...(actor.kind === 'investor' && isUnproven(project) && hiddenFromUnproven()),
  };
}

/** The investor's address is confirmed by the link that was sent to it (the tracking link is not enough). */
export async function confirmByLink(ports: LinkPorts, command: ByLink): Promise<Result<Aggregate>> {
  const opened = await openLink(ports, command);
  if (!opened.ok) return opened;
  const { target, actor, aggregate } = opened.value;
  return target.kind === 'confirm'
    ? confirmAddress(ports, { projectId: target.projectId, actor, now: command.now, known: aggregate })
    : fail({ kind: 'forbidden' });
}

/** The same words to another correction within so long are the first ones, sent twice (ours; as for notes). */
const repeatMs = 600_000;

/** The same answer to the last of some assignments that were answered, if it is the one that was given. */
async function decidedBefore(
  ports: LinkPorts,
  own: readonly Assignment[],
  { actor, now, decision }: { readonly actor: Actor; readonly now: number; readonly decision: Decision },
): Promise<Result<Aggregate> | undefined> {
  const last = own
    .filter(({ answer }) => answer !== undefined)
    .toSorted((a, b) => (a.answer?.at ?? 0) - (b.answer?.at ?? 0))
    .at(-1);
  const again = last && (await decide(ports, { assignmentId: last.assignmentId, actor, now, decision }));
  return again?.ok === true ? again : undefined;
}

/** The answer of a party to the assignment of its link, or of the investor to the assignment they name. */
export async function decideByLink(
  ports: LinkPorts,
  command: ByLink & { readonly decision: Decision; readonly assignmentId?: string | undefined },
): Promise<Result<Aggregate>> {
  const opened = await openToAct(ports, command);
  if (!opened.ok) return opened;
  const { target, actor, aggregate } = opened.value;
  const named = target.kind === 'assignment' ? target.assignmentId : command.assignmentId;
  const own = aggregate.assignments.filter((one) => isOwn(actor, aggregate.project, one));
  const only = own.filter(isOpen);
  const assignmentId = named ?? (only.length === 1 ? only[0]?.assignmentId : undefined);
  if (assignmentId === undefined) {
    const again = only.length === 0 ? await decidedBefore(ports, own, { actor, ...command }) : undefined;
    if (again) return again;
    return fail({ kind: 'invalid', issues: [{ path: 'assignmentId', code: 'missing' }] });
  }
  return decide(ports, { assignmentId, actor, now: command.now, decision: command.decision, known: aggregate });
}

/** The investor has mended what was asked: answers the open correction, or the oldest cure of a returned request. The same words once more change nothing. */
export async function correctByLink(ports: LinkPorts, command: ByLink & CorrectionRequest): Promise<Result<Aggregate>> {
  const opened = await openToAct(ports, command);
  if (!opened.ok) return opened;
  const { actor, aggregate } = opened.value;
  const { project, assignments } = aggregate;
  const corrections = assignments.filter(
    (one) => isOwn(actor, project, one) && (one.kind === 'correction' || one.kind === 'cure'),
  );
  const asked = corrections.find(isOpen);
  const { now, note, letter } = command;
  const decision = { outcome: 'done' as const, facts: {}, note, ...(letter && { letter }) };
  // A second cure with the same words is meant, unless it comes at once: then the form was sent twice, or again after the line dropped.
  const before =
    asked && !corrections.some(({ answer }) => answer && now - answer.at < repeatMs)
      ? undefined
      : await decidedBefore(ports, corrections, { actor, now, decision });
  if (before) return before;
  if (asked === undefined) return fail({ kind: 'not-allowed', action: 'correction', because: project.phase });
  return decide(ports, { assignmentId: asked.assignmentId, actor, now, decision, known: aggregate });
}

/** The investor withdraws. */
export async function withdrawByLink(
  ports: LinkPorts,
  command: ByLink & { readonly reason?: string | undefined },
): Promise<Result<Aggregate>> {
  const opened = await openToAct(ports, command);
  if (!opened.ok) return opened;
  const {
    actor,
    target: { projectId },
  } = opened.value;
  return actOnProject(ports, {
    projectId,
    actor,
    now: command.now,
    request: { action: 'withdraw', reason: command.reason },
  });
}
