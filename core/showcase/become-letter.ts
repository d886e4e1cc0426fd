import type { LetterDraft } from '../letter/letter-draft.ts';
import type { Ports } from '../kernel/ports.ts';
import { attempts } from '../project/change-project.ts';
import type { ProjectName } from '../project/project.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today } from '../project/zone-context.ts';
import type * as z from 'zod/mini';
import { changed, isAlive, replaced } from './change-item.ts';
import { toldIn } from './told-text.ts';
import { openShowcase, type ShowcaseLinkPorts } from './showcase-by-link.ts';

/** Money as a form has it. */
const moneyIn = (name: string, money: { readonly amountMinor: number; readonly currency: string } | undefined) =>
  money && { [`${name}.amount`]: String(money.amountMinor / 100), [`${name}.currency`]: money.currency };

/** What a letter begins with that comes of a proposal: all that was typed already, by the names of its form. Undefined for a link that leads to none, or to one that was not accepted. */
export async function letterOf(
  ports: ShowcaseLinkPorts,
  link: string,
  now: number,
): Promise<Pick<LetterDraft, 'fields' | 'proposal'> | undefined> {
  const opened = await openShowcase(ports, { link, now });
  if (!opened.ok || opened.value.who.kind !== 'proposer' || opened.value.unconfirmed) return undefined;
  const { proposalId } = opened.value.who;
  const { item, proposals } = opened.value.showcased;
  const proposal = proposals.find((one) => one.proposalId === proposalId);
  if (proposal?.contact === undefined || proposal.state !== 'accepted' || !isAlive(proposal)) return undefined;
  const { company, contact, offer, jobs, invest } = proposal;
  const name = toldIn(item.names, contact.language)?.text ?? '';
  const typed = {
    zoneId: item.zoneId,
    'company.country': company.country,
    'company.name': company.name,
    'company.number': company.number,
    ...('registeredIn' in company && { 'company.registeredIn': company.registeredIn }),
    'contact.name': contact.name,
    'contact.email': contact.email,
    ...(contact.phone !== undefined && { 'contact.phone': contact.phone }),
    'contact.language': contact.language,
    production: `${name}. ${offer}`.slice(0, 1000),
    ...(jobs !== undefined && { jobs: String(jobs) }),
    ...moneyIn('investment', invest),
  };
  return {
    fields: Object.fromEntries(Object.entries(typed).map(([field, text]) => [field, [text]])),
    proposal: { itemId: item.itemId, proposalId },
  };
}

/** A letter that began with a proposal was handed in: the proposal has its number from now on. Done again it changes nothing. */
export async function becomeLetter(
  ports: Pick<Ports, 'showcase' | 'reference'>,
  { itemId, proposalId }: NonNullable<LetterDraft['proposal']>,
  project: z.infer<typeof ProjectName>,
  now: number,
): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const found = await ports.showcase.load(itemId);
    const proposal = found?.proposals.find((one) => one.proposalId === proposalId);
    const context = found && (await zoneContextOf(ports, found.item.zoneId, now));
    if (found === undefined || context === undefined || proposal === undefined || !isAlive(proposal)) return;
    const outcome = { kind: 'letter' as const, on: today(context), project };
    const after = {
      ...found,
      proposals: replaced(
        found.proposals,
        (one) => one === proposal,
        (one) => ({ ...one, outcome }),
      ),
      asked: replaced(
        found.asked,
        (one) => one.proposalId === proposalId && one.state === 'open',
        (one) => ({ ...one, state: 'over' as const }),
      ),
    };
    const change = changed(found, after, { by: 'proposer', what: 'letter', about: proposalId, now });
    if ((await ports.showcase.commit(change)) === 'committed') return;
  }
}
