import { companiesOnly, statedType } from '#core/reference/zone-type.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import type { Failure } from '#core/kernel/result.ts';
import type { LetterDraft } from '#core/letter/letter-draft.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { inApplication } from '#core/documents/document-rules.ts';
import { openDraft } from '#core/letter/letter-drafts.ts';
import { deletedPage, receiptPage } from '#pages/letter/check/sent-pages.tsx';
import type { ZoneChoice } from '#pages/letter/steps/page.tsx';
import { offsetMinutes } from './read-letter.ts';
import { addressOf } from '#pages/routes.ts';
import { statusOf } from '#functions/http/problems.ts';
import { problem, render, type Reply, type Visit } from '../kit/visit.ts';

export const linkIn = ({ params }: Visit): string => params['draft'] ?? '';
export const pathOf = (visit: Visit): string => addressOf('/letter/{draft}', { draft: linkIn(visit) });

export const sourceOf = ({ event }: Visit): string => event.requestContext.http.sourceIp;

type DraftPorts = Pick<Ports, 'drafts' | 'links' | 'projects'>;
type Submitted = NonNullable<LetterDraft['submitted']>;

/** Whoever has the link to a draft that was handed in learns that it was, and no more. */
async function receipt(ports: DraftPorts, visit: Visit, submitted: Submitted): Promise<Reply> {
  const project = (await ports.projects.load(submitted.projectId))?.project;
  return render(
    receiptPage(visit.frame(), {
      number: project?.number ?? submitted.number,
      documents: inApplication(project?.answers?.zoneType),
      path: pathOf(visit),
      isSent: visit.query.has('sent'),
    }),
  );
}

/** A letter that was deleted says so, with the way to a new one; of anything else nothing is told. */
export const notOpened = (visit: Visit, failure: Failure): Reply =>
  failure.kind === 'draft-deleted'
    ? render(deletedPage(visit.frame(), failure.on), statusOf(failure))
    : problem(failure);

/** Opens the draft of the address for a page; one that was handed in shows its receipt, unless something else is asked of it. */
export async function withDraft(
  ports: DraftPorts,
  visit: Visit,
  draw: (draft: LetterDraft) => Reply | Promise<Reply>,
  handedIn: (submitted: Submitted) => Reply | Promise<Reply> = (submitted) => receipt(ports, visit, submitted),
): Promise<Reply> {
  const draft = await openDraft(ports, { link: linkIn(visit), now: visit.now });
  if (!draft.ok) return notOpened(visit, draft.failure);
  return draft.value.submitted ? handedIn(draft.value.submitted) : draw(draft.value);
}

export async function zonesOf({ reference }: Pick<Ports, 'reference'>, now: number): Promise<readonly ZoneChoice[]> {
  return (await reference.zones()).map((zone) => ({
    zoneId: zone.zoneId,
    names: zone.names,
    forums: zone.forums,
    companiesOnly: companiesOnly(statedType(zone, localDateOf(now, offsetMinutes))),
  }));
}
