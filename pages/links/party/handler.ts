import type { Decision } from '#core/stages/decision.ts';
import { decideByLink, type LinkPorts } from '#core/links/act-by-link.ts';
import { viewAsked, type AskedView } from '#core/stages/view-asked.ts';
import { unwritten } from '#core/project/unwritten.ts';
import type { Failure, Issue, Result } from '#core/kernel/result.ts';
import { isPartyOutcome, type PartyOutcome } from '#pages/answer/fields.ts';
import { formState } from '#pages/components/form-state.ts';
import { checkAnswerPage } from '#pages/links/party/check-answer-page.tsx';
import { outcomesOf, partyPage, type PartyPage } from '#pages/links/party/page.tsx';
import { addressOf } from '#pages/routes.ts';
import { answerIn, answerLabels } from '../../answer/answer-in.ts';
import { formWithErrors } from '../../kit/check.ts';
import { answerKeptUntil, forgetForm, keepAnswer, keptForm, typedIn, type FormPorts } from '../../kit/kept-form.ts';
import { askTime, timeForm } from '../more-time/handler.ts';
import { redirect, problem, render, type Reply, type Visit } from '../../kit/visit.ts';

type PartyPorts = LinkPorts & FormPorts;

/** A visit to the page of a link, with what it asks. */
interface Asking {
  readonly visit: Visit;
  readonly link: string;
  readonly view: AskedView;
}

const missingChoice: Issue = { path: 'answer', code: 'missing' };
const pathOf = ({ link }: Asking): string => addressOf('/l/{link}', { link });
const asksTime = (asking: Asking) => ({
  frame: asking.visit.frame(asking.view.language),
  link: asking.link,
  assignment: asking.view.assignment,
  here: pathOf(asking),
});
const formOf = (asking: Asking, outcome: PartyOutcome): string => `${pathOf(asking)}?answer=${outcome}`;
/** The name under which an answer is kept while it is written. */
const nameOf = ({ link }: Asking): string => `${link}|answer`;

/** The answer that is being given, if the assignment can be answered so now: what was chosen, or the only one there is. */
function outcomeOf(view: AskedView, chosen: string | null): PartyOutcome | undefined {
  const outcomes = outcomesOf(view);
  if (chosen === null) return outcomes.length === 1 ? outcomes[0] : undefined;
  return isPartyOutcome(chosen) && outcomes.includes(chosen) ? chosen : undefined;
}

function again(
  { visit, view }: Asking,
  fields: URLSearchParams,
  issues: readonly Issue[],
  status: number,
  rest: Partial<PartyPage> = {},
): Reply {
  const frame = visit.frame(view.language);
  const form = formWithErrors(frame.language, fields, issues, answerLabels(frame.language, view.assignment.kind));
  return render(
    partyPage(frame, { view, form, keptUntil: answerKeptUntil(visit.now, view.offsetMinutes), ...rest }),
    status,
  );
}

/** What an answer would be told, with nothing written. */
const tried = (ports: PartyPorts, { link, visit: { now } }: Asking, decision: Decision): Promise<Result<unknown>> =>
  decideByLink(unwritten(ports), { link, now, decision });

/** An answer once more before it is sent; with what is wrong instead, where something is. */
async function checked(
  ports: PartyPorts,
  asking: Asking,
  outcome: PartyOutcome,
  fields: URLSearchParams,
): Promise<Reply> {
  const { visit, view } = asking;
  const decision = answerIn(fields, view.assignment.kind, outcome);
  if (!decision.ok) return again(asking, fields, decision.issues, 400, { outcome });
  const done = await tried(ports, asking, decision.value);
  if (!done.ok) return told(ports, asking, outcome, fields, done.failure);
  return render(
    checkAnswerPage({
      frame: visit.frame(view.language),
      view,
      decision: decision.value,
      fields,
      form: formOf(asking, outcome),
      action: pathOf(asking),
    }),
  );
}

async function look(ports: PartyPorts, asking: Asking): Promise<Reply> {
  const {
    visit: { query, frame, now },
    view,
  } = asking;
  const outcome = outcomeOf(view, query.get('answer'));
  const isOpen = outcomesOf(view).length > 0;
  if (isOpen && query.has('time')) return timeForm(ports, asking.visit, asksTime(asking), view.suspended);
  if (isOpen && outcome === undefined && (query.has('chosen') || query.has('answer')))
    return again(asking, new URLSearchParams(), [missingChoice], 400);
  const kept = isOpen ? await keptForm(ports, nameOf(asking)) : new URLSearchParams();
  const isThis = outcome === undefined || kept.get('answer') === outcome;
  if (outcome !== undefined && query.has('check') && isThis && kept.size > 0)
    return checked(ports, asking, outcome, kept);
  return render(
    partyPage(frame(view.language), {
      view,
      form: formState(isThis ? kept : []),
      outcome,
      done: query.has('done'),
      saved: query.has('saved'),
      keptUntil: answerKeptUntil(now, view.offsetMinutes),
    }),
  );
}

/** What was sent and not taken is shown with the state that won, or with what is wrong. */
async function told(
  ports: PartyPorts,
  { visit, link }: Asking,
  outcome: PartyOutcome,
  fields: URLSearchParams,
  failure: Failure,
): Promise<Reply> {
  const now = await viewAsked(ports, { link, now: visit.now });
  if (!now.ok) return problem(now.failure);
  const asking = { visit, link, view: now.value };
  switch (failure.kind) {
    case 'invalid':
      return again(asking, fields, failure.issues, 400, { outcome });
    case 'conflict':
      return again(asking, fields, [], 409, { refused: 'meanwhile' });
    case 'not-allowed':
      return again(asking, fields, [], 409, { refused: 'notTaken' });
    default:
      return problem(failure, now.value.language);
  }
}

/** Sends what was looked at once more. The same sent twice has arrived once, and is told so each time. */
async function send(ports: PartyPorts, asking: Asking, outcome: PartyOutcome): Promise<Reply> {
  const {
    visit: { fields, now },
    link,
    view,
  } = asking;
  const keep = () =>
    keepAnswer(ports, nameOf(asking), fields, `${formOf(asking, outcome)}&check`, () =>
      checked(ports, asking, outcome, typedIn(fields)),
    );
  const decision = answerIn(fields, view.assignment.kind, outcome);
  if (!decision.ok) return keep();
  const done = await decideByLink(ports, { link, now, decision: decision.value });
  if (!done.ok) return done.failure.kind === 'invalid' ? keep() : told(ports, asking, outcome, fields, done.failure);
  await forgetForm(ports, nameOf(asking));
  return redirect(`${pathOf(asking)}?done`);
}

/** The form of an answer was posted: on to its check, to its documents, back to it with another row, or sent. */
async function answer(ports: PartyPorts, asking: Asking): Promise<Reply> {
  const {
    visit: { fields },
    view,
  } = asking;
  if (fields.get('step') === 'time') return askTime(ports, asking.visit, asksTime(asking));
  const chosen = fields.get('answer');
  if (
    fields.get('step') === 'send' &&
    isPartyOutcome(chosen) &&
    (outcomesOf(view).includes(chosen) || view.assignment.answer)
  )
    return send(ports, asking, chosen);
  if (outcomesOf(view).length === 0)
    return again(asking, fields, [], 409, { refused: view.assignment.answer ? 'meanwhile' : 'notTaken' });
  const outcome = outcomeOf(view, chosen);
  if (outcome === undefined) return again(asking, fields, [missingChoice], 400);
  // The only answer there is need not be named.
  fields.set('answer', outcome);
  const form = formOf(asking, outcome);
  const draw = () => again(asking, fields, [], 200, { outcome });
  const keep = (to: string, onTheSpot: () => Reply | Promise<Reply> = draw) =>
    keepAnswer(ports, nameOf(asking), fields, to, onTheSpot);
  if (fields.get('then') === 'documents')
    return keep(`${pathOf(asking)}/documents?${new URLSearchParams({ back: form }).toString()}`);
  if (fields.get('step') === 'save') return keep(`${form}&saved`);
  if (fields.has('more') || fields.get('step') === 'mend') return keep(form);
  return keep(`${form}&check`, () => checked(ports, asking, outcome, typedIn(fields)));
}

/** The page of a party's link: GET shows what is asked, POST answers it. */
export async function partyPages(ports: PartyPorts, visit: Visit): Promise<Reply> {
  const link = visit.params['link'] ?? '';
  const view = await viewAsked(ports, { link, now: visit.now });
  if (!view.ok) return problem(view.failure);
  const asking = { visit, link, view: view.value };
  return visit.event.requestContext.http.method === 'GET' ? look(ports, asking) : answer(ports, asking);
}
