import type { LetterDraft } from '#core/contracts/letter-draft.ts';
import type { Ports } from '#core/ports/index.ts';
import { firstTarget } from '#core/use-cases/link-targets.ts';
import { numberNow } from '#core/use-cases/submit-letter.ts';
import { openDraft } from '#core/use-cases/letter-drafts.ts';
import { receiptPage } from '#web/letter/after-pages.tsx';
import type { ZoneChoice } from '#web/letter/step-pages.tsx';
import { problem, show, type Reply, type Visit } from '../visit.ts';

export const linkIn = ({ params }: Visit): string => params['draft'] ?? '';
export const pathOf = (visit: Visit): string => `/letter/${encodeURIComponent(linkIn(visit))}`;

/** The network address a request came from. */
export const sourceOf = ({ event }: Visit): string => event.requestContext.http.sourceIp;

type DraftPorts = Pick<Ports, 'drafts' | 'links' | 'projects'>;

async function receipt(ports: DraftPorts, { frame }: Visit, submitted: NonNullable<LetterDraft['submitted']>): Promise<Reply> {
  const [number, url] = await Promise.all([numberNow(ports, submitted), ports.links.urlOf(firstTarget(submitted.projectId))]);
  return show(receiptPage(frame(), { number, tracking: new URL(url).pathname }));
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
