import { AskOfficeRequest, WithdrawRequest } from '#core/project/project-action.ts';
import { askOfficeByLink, type AskPorts } from '#core/project/ask-office.ts';
import { factsByKind } from '#core/stages/facts.ts';
import type { Decision } from '#core/stages/decision.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { confirmByLink, decideByLink, withdrawByLink, type LinkPorts } from '#core/links/act-by-link.ts';
import type { Asked, TrackingView } from '#core/project/tracking.ts';
import { viewTracking } from '#core/project/view-tracking.ts';
import { answerDays } from '#functions/adapters/table/form-store.ts';
import {
  answerPage,
  answerSheet,
  checkCorrectionPage,
  isCorrection,
  withdrawSheet,
  type Answering,
} from '#pages/links/tracking/answer-page.tsx';
import { questionSheet, type Asking } from '#pages/links/tracking/questions.tsx';
import { trackingPage } from '#pages/links/tracking/page.tsx';
import { check, type Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import { factLabels, factsIn } from '../../answer/facts-in.ts';
import { answerKeptUntil, keptForm, type FormPorts } from '../../kit/kept-form.ts';
import { letterSentence } from '../../letter/letter-errors.ts';
import { refusalWords } from '../../kit/refused-form.ts';
import { redirect, problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import { by, isLooking, keptName, linkForm, pathOf } from '../link-form.ts';
import { isAboutTime, moreTime } from '../more-time/handler.ts';
import { changesIn, correctedIn, correctionForm, correctionLabels, returnedIn } from './correction-handler.ts';

type Ports = LinkPorts & FormPorts;

const asDone = (text: string | null) =>
  (['confirmed', 'sent', 'withdrawn', 'raised', 'asked'] as const).find((one) => one === text);

async function withView(
  ports: LinkPorts,
  visit: Visit,
  draw: (view: TrackingView) => Reply | Promise<Reply>,
): Promise<Reply> {
  const view = await viewTracking(ports, by(visit));
  return view.ok ? draw(view.value) : problem(view.failure);
}

/** For what can be done only by whoever has confirmed the address. */
const withProven = (
  ports: LinkPorts,
  visit: Visit,
  draw: (view: TrackingView) => Reply | Promise<Reply>,
): Promise<Reply> =>
  withView(ports, visit, (view) =>
    view.unproven ? problem({ kind: 'address-unconfirmed' }, view.link.language) : draw(view),
  );

export const tracking = (ports: LinkPorts, visit: Visit): Promise<Reply> =>
  withView(ports, visit, (view) =>
    render(
      trackingPage({
        frame: visit.frame(view.link.language, view.link.office),
        view,
        path: pathOf(visit),
        done: asDone(visit.query.get('done')),
      }),
    ),
  );

export const confirm = (ports: LinkPorts, visit: Visit): Promise<Reply> =>
  withView(ports, visit, async ({ link }) => {
    const confirmed = await confirmByLink(ports, by(visit));
    return confirmed.ok ? redirect(`${pathOf(visit)}?done=confirmed`) : problem(confirmed.failure, link.language);
  });

/** The open assignment that the address names. One that was answered meanwhile is no longer asked. */
const askedIn = ({ asked }: TrackingView, { params }: Visit): Asked | undefined =>
  asked.find(({ assignment }) => assignment.assignmentId === params['assignmentId']);

/** An assignment that this investor was asked for, answered or not: the same answer sent once more has arrived. */
const wasAsked = ({ link }: TrackingView, { params }: Visit): Asked | undefined => {
  const assignment = link.assignments.find(
    ({ assignmentId, holder }) => assignmentId === params['assignmentId'] && holder.kind === 'investor',
  );
  return assignment && { assignment };
};

interface About extends Answering {
  readonly view: TrackingView;
}

function decisionIn(fields: URLSearchParams, { view, asked }: About): Checked<Decision> {
  const { kind } = asked.assignment;
  if (isCorrection(asked)) return correctedIn(view, asked, fields);
  const facts = check(factsByKind[kind], factsIn(kind, fields));
  return facts.ok ? { ok: true, value: { outcome: 'done', facts: facts.value } } : facts;
}

const answerName = (assignmentId: string): string => `answer|${assignmentId}`;
const overFailure = ({ link }: TrackingView) =>
  ({ kind: 'not-allowed', action: 'answer', because: link.phase }) as const;

const answerForm = (ports: Ports) =>
  linkForm<About, Decision, Ports>(ports, {
    sheet: answerSheet,
    name: ({ asked }) => answerName(asked.assignment.assignmentId),
    days: answerDays,
    aside: (about, fields) => {
      const { address } = answerSheet(about);
      if (fields.get('then') === 'documents')
        return `${about.back}/documents?${new URLSearchParams({ back: address }).toString()}`;
      if (fields.get('then') === 'time') return `${address}?time`;
      return fields.get('step') === 'save' ? `${address}?saved` : undefined;
    },
    fill: ({ view, asked }, typed) => correctionForm(view, asked, typed),
    page: (about, form) => answerPage({ ...about, form }),
    labels: ({ frame: { language }, asked }) =>
      isCorrection(asked) ? correctionLabels(language) : factLabels(asked.assignment.kind, language),
    sentence: ({ frame: { language } }, filled) => letterSentence(language, filled),
    read: decisionIn,
    act: async (on, { about: { view, asked }, request, visit }) => {
      const { assignmentId } = asked.assignment;
      const done = await decideByLink(on, { ...by(visit), assignmentId, decision: request });
      return !done.ok && done.failure.kind === 'conflict' ? fail(overFailure(view)) : done;
    },
    review: ({ about, request, typed }) =>
      checkCorrectionPage(about, changesIn(about.view, about.asked, request), typed),
    atOnce: ({ about: { returned } }) => returned.length === 0,
    done: ({ back }) => `${back}?done=sent`,
  });

export const answer = (ports: Ports, visit: Visit): Promise<Reply> =>
  withProven(ports, visit, async (view) => {
    const isLook = isLooking(visit);
    const asked = askedIn(view, visit) ?? (isLook ? undefined : wasAsked(view, visit));
    const { language, offsetMinutes, office } = view.link;
    if (!asked) {
      const typed = await keptForm(ports, keptName(visit, answerName(visit.params['assignmentId'] ?? '')));
      return problem(overFailure(view), language, isLook ? typed : visit.fields);
    }
    const about: About = {
      frame: visit.frame(language, office),
      view,
      asked,
      returned: returnedIn(view, asked),
      suspended: view.suspendedUntil !== undefined,
      back: pathOf(visit),
      keptUntil: answerKeptUntil(visit.now, offsetMinutes),
      saved: visit.query.has('saved'),
    };
    if (isAboutTime(visit))
      return moreTime(ports, visit, { ...about, assignment: asked.assignment, back: answerSheet(about).address });
    return answerForm(ports)(visit, about);
  });

type Withdrawing = Parameters<typeof withdrawSheet>[0];
interface Withdrawal extends Withdrawing {
  readonly isWithdrawn: boolean;
}

const withdrawForm = (ports: Ports) =>
  linkForm<Withdrawal, WithdrawRequest, Ports>(ports, {
    sheet: withdrawSheet,
    name: () => 'withdraw',
    read: (typed, about) => readForm(WithdrawRequest, typed, withdrawSheet(about).fields),
    // A project that is withdrawn already was so by this very button.
    act: async (on, { about: { isWithdrawn }, request, visit }) =>
      isWithdrawn ? ok(undefined) : withdrawByLink(on, { ...by(visit), ...request }),
    done: ({ back }) => `${back}?done=withdrawn`,
  });

export const withdraw = (ports: Ports, visit: Visit): Promise<Reply> =>
  withProven(ports, visit, ({ link: { number, company, language, ending, office } }) => {
    const about: Withdrawal = {
      frame: visit.frame(language, office),
      project: `${number} · ${company}`,
      back: pathOf(visit),
      isWithdrawn: ending === 'withdrawn',
    };
    return withdrawForm(ports)(visit, about);
  });

/** The investor asks the office: at once, with nothing to be looked at before. */
export const ask = (ports: AskPorts & FormPorts, visit: Visit): Promise<Reply> =>
  withProven(ports, visit, ({ link: { number, company, language, actions, phase, office } }) => {
    if (!actions.includes('question'))
      return problem({ kind: 'not-allowed', action: 'ask-office', because: phase }, language, visit.fields);
    const about: Asking = {
      frame: visit.frame(language, office),
      project: `${number} · ${company}`,
      path: pathOf(visit),
    };
    return linkForm<Asking, AskOfficeRequest, AskPorts & FormPorts>(ports, {
      sheet: questionSheet,
      name: () => 'question',
      read: (typed) => readForm(AskOfficeRequest, typed, questionSheet(about).fields),
      act: (on, { request, visit: here }) => askOfficeByLink(on, { ...by(here), ...request }),
      done: ({ path }) => `${path}?done=asked`,
      words: refusalWords,
    })(visit, about);
  });
