import type { ByLink } from '../links/act-by-link.ts';
import { addressVersionOf } from '../links/link-status.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { attempts } from '../project/change-project.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { changeItem, type ActPorts } from './act-on-showcase.ts';
import type { Who } from './act.ts';
import { changed } from './change-item.ts';
import { mostProposals } from './propose.ts';
import type { Asked, Proposal, ShowcaseAction, ShowcaseLinkRequest } from './proposal.ts';
import type { Showcased } from './showcase.ts';

export type ShowcaseLinkPorts = ActPorts & Pick<Ports, 'links'>;

export interface OpenedShowcase {
  readonly who: Exclude<Who, { kind: 'staff' }>;
  readonly showcased: Showcased;
  readonly context: ZoneContext;
  /** The proposal of a link whose address is not confirmed. */
  readonly unconfirmed?: Proposal;
  readonly asked?: Asked;
}

/** Days for which a proposal waits to be confirmed (ours). */
const confirmWithinMs = 14 * 86_400_000;

/** Who comes by a link of the showcase, and to what. Fails with `link-unknown`, `link-replaced`, `link-expired`. */
export async function openShowcase(ports: ShowcaseLinkPorts, { link, now }: ByLink): Promise<Result<OpenedShowcase>> {
  const target = await ports.links.read(link);
  if (target?.kind !== 'showcase') return fail({ kind: 'link-unknown' });
  const [showcased, context] = await Promise.all([
    ports.showcase.load(target.itemId),
    zoneContextOf(ports, target.zoneId, now),
  ]);
  if (showcased === undefined || context === undefined) return fail({ kind: 'link-unknown' });
  const whole = { showcased, context };
  if (target.who === 'buyer')
    return target.version === showcased.item.buyerVersion
      ? ok({ ...whole, who: { kind: 'buyer' } })
      : fail({ kind: 'link-replaced' });
  if (target.who === 'proposer') {
    const who = { kind: 'proposer', proposalId: target.id } as const;
    if (showcased.proposals.some(({ proposalId }) => proposalId === target.id)) return ok({ ...whole, who });
    const unconfirmed = await ports.showcase.unconfirmed(target.id);
    if (unconfirmed === undefined || now - unconfirmed.at > confirmWithinMs) return fail({ kind: 'link-expired' });
    return ok({ ...whole, who, unconfirmed });
  }
  const asked = showcased.asked.find(({ askedId }) => askedId === target.id);
  if (asked?.partyId === undefined) return fail({ kind: 'link-unknown' });
  const party = await ports.reference.party(target.zoneId, asked.partyId);
  if (target.version !== addressVersionOf(party)) return fail({ kind: 'link-replaced' });
  if (asked.state === 'over') return fail({ kind: 'link-expired' });
  return ok({ ...whole, who: { kind: 'party', partyId: asked.partyId, askedId: asked.askedId }, asked });
}

/** The address of a proposal is its sender's: from now on it counts, and its buyer is told. */
async function confirm(
  ports: ShowcaseLinkPorts,
  { showcased: found, context, unconfirmed }: OpenedShowcase,
): Promise<Result<Showcased>> {
  let showcased: Showcased | undefined = found;
  for (let attempt = 1; attempt <= attempts && showcased !== undefined; attempt += 1) {
    const isThere = showcased.proposals.some(({ proposalId }) => proposalId === unconfirmed?.proposalId);
    if (unconfirmed === undefined || isThere) return ok(showcased);
    if (showcased.proposals.length >= mostProposals)
      return fail({ kind: 'not-allowed', action: 'confirm', because: 'too-many' });
    const { proposalId } = unconfirmed;
    const proposal = { ...unconfirmed, on: today(context) };
    const change = changed(
      showcased,
      { ...showcased, proposals: [...showcased.proposals, proposal] },
      {
        by: 'proposer',
        what: 'confirm',
        about: proposalId,
        now: context.now,
        tells: [{ tell: 'proposed', proposalId }],
      },
    );
    if ((await ports.showcase.commit({ ...change, confirmed: proposalId })) === 'committed') return ok(change);
    showcased = await ports.showcase.load(found.item.itemId);
  }
  return fail({ kind: 'busy' });
}

/** A link says of itself which proposal, or which request, is meant. */
function actionOf(who: OpenedShowcase['who'], request: ShowcaseLinkRequest): ShowcaseAction | undefined {
  const proposalId = who.kind === 'proposer' ? who.proposalId : '';
  const ownAsked = who.kind === 'party' ? who.askedId : '';
  switch (request.action) {
    case 'confirm':
      return undefined;
    case 'existing':
    case 'leave':
    case 'question':
      return { ...request, proposalId };
    case 'report':
      return { ...request, askedId: who.kind === 'party' ? ownAsked : (request.askedId ?? '') };
    case 'inquire':
      return { ...request, askedId: ownAsked };
    default:
      return request;
  }
}

/** What a buyer, a proposer or somebody who is asked does by their link. Fails as opening it does, and with `address-unconfirmed`, `forbidden`, `invalid`, `not-found`, `not-allowed`, `busy`. */
export async function actByShowcaseLink(
  ports: ShowcaseLinkPorts,
  command: ByLink & { readonly request: ShowcaseLinkRequest },
): Promise<Result<Showcased>> {
  const opened = await openShowcase(ports, command);
  if (!opened.ok) return opened;
  const { who, unconfirmed, showcased, context } = opened.value;
  const action = actionOf(who, command.request);
  if (action === undefined) return who.kind === 'proposer' ? confirm(ports, opened.value) : fail({ kind: 'forbidden' });
  if (unconfirmed) return fail({ kind: 'address-unconfirmed' });
  return changeItem(ports, showcased, { who, action }, context);
}
