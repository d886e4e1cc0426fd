import { decideByLink, type LinkPorts } from '#core/use-cases/links.ts';
import { viewAsked, type AskedView } from '#core/use-cases/view-asked.ts';
import type { Failure, Issue } from '#core/domain/result.ts';
import { isPartyOutcome, type PartyOutcome } from '#web/answer/fields.ts';
import { filled } from '#web/components/filled.ts';
import { outcomesOf, partyPage, type PartyPage } from '#web/party/party-page.tsx';
import { answerIn, answerLabels } from './answer-in.ts';
import { refilled } from './check.ts';
import { goTo, problem, show, type Reply, type Visit } from './visit.ts';

const missingChoice: Issue = { path: 'answer', code: 'missing' };

/** The answer that is being given, if the assignment can be answered so now: what was chosen, or the only one there is. */
function outcomeOf(view: AskedView, chosen: string | null): PartyOutcome | undefined {
  const outcomes = outcomesOf(view);
  if (chosen === null) return outcomes.length === 1 ? outcomes[0] : undefined;
  return isPartyOutcome(chosen) && outcomes.includes(chosen) ? chosen : undefined;
}

const again = (visit: Visit, view: AskedView, issues: readonly Issue[], status: number, rest: Partial<PartyPage> = {}): Reply => {
  const frame = visit.frame(view.language);
  const form = refilled(frame.language, visit.fields, issues, answerLabels(frame.language, view.assignment.kind));
  return show(partyPage(frame, { view, form, ...rest }), status);
};

function look(visit: Visit, view: AskedView): Reply {
  const { query } = visit;
  const outcome = outcomeOf(view, query.get('answer'));
  const isOpen = outcomesOf(view).length > 0;
  if (isOpen && outcome === undefined && (query.has('chosen') || query.has('answer'))) return again(visit, view, [missingChoice], 400);
  return show(partyPage(visit.frame(view.language), { view, form: filled(), outcome }));
}

/** What was sent and not taken is shown with the state that won, or with what is wrong. */
async function told(ports: LinkPorts, visit: Visit, link: string, outcome: PartyOutcome, failure: Failure): Promise<Reply> {
  const now = await viewAsked(ports, { link, now: visit.now });
  if (!now.ok) return problem(now.failure);
  switch (failure.kind) {
    case 'invalid': return again(visit, now.value, failure.issues, 400, { outcome });
    case 'conflict': return again(visit, now.value, [], 409, { refused: 'meanwhile' });
    case 'not-allowed': return again(visit, now.value, [], 409, { refused: 'notTaken' });
    default: return problem(failure, now.value.language);
  }
}

async function answer(ports: LinkPorts, visit: Visit, link: string, view: AskedView): Promise<Reply> {
  const { fields, now } = visit;
  const sent = fields.get('answer');
  if (outcomesOf(view).length === 0) return again(visit, view, [], 409, { refused: view.assignment.answer ? 'meanwhile' : 'notTaken' });
  const outcome = outcomeOf(view, sent);
  if (outcome === undefined) return again(visit, view, [missingChoice], 400);
  // Another row for a phase: nothing is sent yet.
  if (fields.has('more')) return again(visit, view, [], 200, { outcome });
  const decision = answerIn(fields, view.assignment.kind, outcome);
  if (!decision.ok) return again(visit, view, decision.issues, 400, { outcome });
  const done = await decideByLink(ports, { link, now, decision: decision.value });
  return done.ok ? goTo(visit.frame().here.split('?')[0] ?? '/') : told(ports, visit, link, outcome, done.failure);
}

/** The page of a party's link: GET shows what is asked, POST answers it. */
export async function partyPages(ports: LinkPorts, visit: Visit): Promise<Reply> {
  const link = visit.params['link'] ?? '';
  const view = await viewAsked(ports, { link, now: visit.now });
  if (!view.ok) return problem(view.failure);
  return visit.event.requestContext.http.method === 'GET' ? look(visit, view.value) : answer(ports, visit, link, view.value);
}
