import type { Ports } from '../kernel/ports.ts';
import { mailboxOf } from '../kernel/mailbox.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { network, secondsLeft } from '../kernel/window.ts';
import { limits } from '../letter/submit-letter.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today } from '../project/zone-context.ts';
import { idOf } from './act-on-showcase.ts';
import { tellRow } from './change-item.ts';
import type { Proposal, ProposalRequest } from './proposal.ts';
import { isShown } from './view-showcase.ts';

export interface ProposeItem {
  readonly itemId: string;
  readonly request: ProposalRequest;
  readonly sourceIp: string;
  readonly now: number;
}

type ProposePorts = Pick<Ports, 'showcase' | 'reference' | 'ids' | 'limits'>;

/** Proposals that an item takes (ours): all of them are read with it. */
export const mostProposals = 60;

/** Seconds to wait for somebody who sends too much: a proposal counts as letters do. */
async function tooMany(
  ports: Pick<ProposePorts, 'limits' | 'ids'>,
  { request, sourceIp, now }: ProposeItem,
  thing: string,
): Promise<number | undefined> {
  const { hash } = ports.ids;
  const senders = [
    { limit: limits.ip, sender: `propose-ip-${hash(network(sourceIp))}` },
    { limit: limits.email, sender: `propose-email-${hash(mailboxOf(request.contact.email))}` },
  ];
  const allowed = await Promise.all(senders.map(({ sender, limit }) => ports.limits.allow(sender, thing, limit, now)));
  const refused = senders.filter((_, at) => allowed[at] === false).map(({ limit }) => secondsLeft(now, limit.seconds));
  return refused.length === 0 ? undefined : Math.max(...refused);
}

/**
 * Somebody can make an item. It waits apart until the address is confirmed by the emailed link; the same form once more sends that
 * email again, once a minute. Fails with `not-found` (not on show), `not-allowed` (it has enough), `too-many`.
 */
export async function proposeItem(
  ports: ProposePorts,
  command: ProposeItem,
): Promise<Result<{ readonly proposalId: string }>> {
  const { itemId, request, now } = command;
  const found = await ports.showcase.load(itemId);
  const context = found && (await zoneContextOf(ports, found.item.zoneId, now));
  if (found === undefined || context === undefined || !isShown(found.item, today(context)))
    return fail({ kind: 'not-found' });
  if (found.proposals.length >= mostProposals)
    return fail({ kind: 'not-allowed', action: 'propose', because: 'too-many' });
  const { consent: _, ...said } = request;
  const proposalId = idOf(ports, 'o', itemId, said);
  const minute = Math.floor(now / 60_000);
  const wait = await tooMany(ports, command, ports.ids.hash(`${proposalId}|${String(minute)}`));
  if (wait !== undefined) return fail({ kind: 'too-many', retryAfterSeconds: wait });
  if (found.proposals.some((one) => one.proposalId === proposalId)) return ok({ proposalId });
  const { zoneId } = found.item;
  const proposal: Proposal = { ...said, proposalId, itemId, at: now, on: today(context), state: 'waiting' };
  const tell = { tell: 'confirm' as const, zoneId, itemId, proposalId };
  await ports.showcase.propose(proposal, tellRow(tell, String(minute).padStart(12, '0'), now));
  return ok({ proposalId });
}
