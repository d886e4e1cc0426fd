import type { LetterDraft } from '#core/contracts/letter-draft.ts';
import type { Ports } from '#core/ports/index.ts';
import { firstTarget } from '#core/use-cases/link-targets.ts';
import { openDraft } from '#core/use-cases/letter-drafts.ts';
import { receiptPage } from '#web/letter/after-pages.tsx';
import type { ZoneChoice } from '#web/letter/step-pages.tsx';
import { problem, show, type Reply, type Visit } from '../visit.ts';

export const linkIn = ({ params }: Visit): string => params['draft'] ?? '';
export const pathOf = (visit: Visit): string => `/letter/${encodeURIComponent(linkIn(visit))}`;

type DraftPorts = Pick<Ports, 'drafts' | 'links'>;

async function receipt({ links }: DraftPorts, { frame }: Visit, { number, projectId }: NonNullable<LetterDraft['submitted']>): Promise<Reply> {
  const tracking = new URL(await links.urlOf(firstTarget(projectId))).pathname;
  return show(receiptPage(frame(), { number, tracking }));
}

/** Opens the draft of the address for a page; one that was handed in shows its receipt. */
export async function withDraft(ports: DraftPorts, visit: Visit, draw: (draft: LetterDraft) => Reply | Promise<Reply>): Promise<Reply> {
  const draft = await openDraft(ports, { link: linkIn(visit) });
  if (!draft.ok) return problem(draft.failure);
  return draft.value.submitted ? receipt(ports, visit, draft.value.submitted) : draw(draft.value);
}

export async function zonesOf({ reference }: Pick<Ports, 'reference'>): Promise<readonly ZoneChoice[]> {
  return (await reference.zones()).map(({ zoneId, names, forums }) => ({ zoneId, names, forums }));
}
