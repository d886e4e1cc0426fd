import type { Decision } from '#core/stages/decision.ts';
import { decideByLink, type LinkPorts } from '#core/links/act-by-link.ts';
import { viewAsked, type AskedView } from '#core/stages/view-asked.ts';
import { answerDays } from '#functions/adapters/table/form-store.ts';
import { isPartyOutcome, type PartyOutcome } from '#pages/answer/fields.ts';
import { formState } from '#pages/components/form-state.ts';
import { answerSheet, checkAnswerPage, type Answering } from '#pages/links/party/answer-form.tsx';
import { outcomesOf, partyPage, type PartyPage } from '#pages/links/party/page.tsx';
import { answerIn, answerLabels } from '../../answer/answer-in.ts';
import { errorsOf } from '../../kit/check.ts';
import { answerKeptUntil, type FormPorts } from '../../kit/kept-form.ts';
import { problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import { by, isLooking, linkForm, pathOf } from '../link-form.ts';
import { isAboutTime, moreTime } from '../more-time/handler.ts';

type PartyPorts = LinkPorts & FormPorts;

interface About extends Answering {
  readonly page: Pick<PartyPage, 'view' | 'keptUntil' | 'saved'>;
}

/** The answer that is being given: what was chosen, or the only one there is; one that was given already may be sent once more. */
function outcomeOf(view: AskedView, chosen: string | null, isLook: boolean): PartyOutcome | undefined {
  const outcomes = outcomesOf(view);
  if (chosen === null) return outcomes.length === 1 ? outcomes[0] : undefined;
  return isPartyOutcome(chosen) && (outcomes.includes(chosen) || (outcomes.length === 0 && !isLook))
    ? chosen
    : undefined;
}

/** What was not taken, with the state that won. */
const refused = (
  { frame, page }: Pick<About, 'frame' | 'page'>,
  why: NonNullable<PartyPage['refused']>,
  typed: URLSearchParams,
): Reply => render(partyPage(frame, { ...page, form: formState(), refused: why, typed }), 409);

/** Nothing can be answered any more. */
const over = (about: Pick<About, 'frame' | 'page'>, typed: URLSearchParams): Reply =>
  typed.size > 0
    ? refused(about, about.page.view.assignment.answer ? 'meanwhile' : 'notTaken', typed)
    : render(partyPage(about.frame, { ...about.page, form: formState() }));

const answerForm = (ports: PartyPorts) =>
  linkForm<About, Decision, PartyPorts>(ports, {
    sheet: answerSheet,
    name: () => 'answer',
    days: answerDays,
    isOwn: ({ outcome }, typed) => typed.get('answer') === outcome,
    aside: ({ path, outcome }, fields) => {
      const form = `${path}?answer=${outcome}`;
      if (fields.get('then') === 'documents')
        return `${path}/documents?${new URLSearchParams({ back: form }).toString()}`;
      if (fields.get('then') === 'time') return `${path}?time&answer=${outcome}`;
      return fields.get('step') === 'save' ? `${form}&saved` : undefined;
    },
    page: ({ frame, page, outcome }, form) => partyPage(frame, { ...page, form, outcome }),
    labels: ({ frame: { language }, view }) => answerLabels(language, view.assignment.kind),
    read: (typed, { view, outcome }) => answerIn(typed, view.assignment.kind, outcome, view.assignment.byLaw),
    act: (on, { request, visit }) => decideByLink(on, { ...by(visit), decision: request }),
    review: ({ about, request, typed }) => checkAnswerPage(about, request, typed),
    done: ({ path }) => `${path}?done`,
    lost: ({ kind }, { about, typed }) =>
      kind === 'conflict' || kind === 'not-allowed'
        ? refused(about, kind === 'conflict' ? 'meanwhile' : 'notTaken', typed)
        : undefined,
    shut: (about, _, typed) => (outcomesOf(about.view).includes(about.outcome) ? undefined : over(about, typed)),
  });

/** The page of a party's link: GET shows what is asked, POST answers it. The same sent twice has arrived once, and is told so each time. */
export async function partyPages(ports: PartyPorts, visit: Visit): Promise<Reply> {
  const viewed = await viewAsked(ports, by(visit));
  if (!viewed.ok) return problem(viewed.failure);
  const view = viewed.value;
  const { query, fields, now } = visit;
  const [frame, path, isLook] = [visit.frame(view.language, view.office), pathOf(visit), isLooking(visit)];
  const chosen = (isAboutTime(visit) || isLook ? query : fields).get('answer');
  const outcome = outcomeOf(view, chosen, isLook && !query.has('check'));
  const { assignment, suspended } = view;
  if (isAboutTime(visit) && (!isLook || outcomesOf(view).length > 0)) {
    const back = chosen !== null && outcome !== undefined ? `${path}?answer=${outcome}` : path;
    return moreTime(ports, visit, { frame, assignment, suspended, back });
  }
  const page = { view, keptUntil: answerKeptUntil(now, view.offsetMinutes), saved: query.has('saved') };
  if (outcome !== undefined) {
    // The only answer there is need not be named.
    if (!isLook) fields.set('answer', outcome);
    const about: About = { frame, view, path, outcome, page };
    return answerForm(ports)(visit, about);
  }
  const isOpen = outcomesOf(view).length > 0;
  if (!isOpen && !isLook) return over({ frame, page }, fields);
  const isMissing = isOpen && (!isLook || query.has('chosen') || query.has('answer'));
  const errors = isMissing
    ? errorsOf(frame.language, [{ path: 'answer', code: 'missing' }], answerLabels(frame.language, assignment.kind))
    : [];
  return render(
    partyPage(frame, { ...page, form: formState(fields, errors), done: query.has('done') }),
    isMissing ? 400 : 200,
  );
}
