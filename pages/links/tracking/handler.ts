import { WithdrawRequest } from '#core/project/project-action.ts';
import { factsByKind } from '#core/stages/facts.ts';
import type { Decision } from '#core/stages/decision.ts';
import type { Issue, Result } from '#core/kernel/result.ts';
import { confirmByLink, decideByLink, withdrawByLink, type LinkPorts } from '#core/links/act-by-link.ts';
import { unwritten } from '#core/project/unwritten.ts';
import { viewTracking, type Asked, type TrackingView } from '#core/project/view-tracking.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { answerPage, isCorrection, withdrawPage } from '#pages/links/tracking/answer-page.tsx';
import { checkCorrectionPage } from '#pages/links/tracking/check-correction-page.tsx';
import { trackingPage } from '#pages/links/tracking/page.tsx';
import { addressOf } from '#pages/routes.ts';
import { check, formWithErrors, type Checked } from '../../kit/check.ts';
import { factLabels, factsIn } from '../../answer/facts-in.ts';
import { answerKeptUntil, forgetForm, keepAndGo, keepAnswer, keptForm, type FormPorts } from '../../kit/kept-form.ts';
import { present, textIn } from '../../kit/values.ts';
import { letterSentence } from '../../letter/letter-errors.ts';
import { redirect, problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import { askTime, timeForm } from '../more-time/handler.ts';
import { changesIn, correctedIn, correctionForm, correctionLabels, returnedIn } from './correction-handler.ts';

const linkOf = ({ params }: Visit): string => params['link'] ?? '';
const pathOf = (visit: Visit): string => addressOf('/l/{link}', { link: linkOf(visit) });
const command = (visit: Visit) => ({ link: linkOf(visit), now: visit.now });

const asDone = (text: string | null) =>
  (['confirmed', 'sent', 'withdrawn', 'raised'] as const).find((one) => one === text);

/** A page of the investor's project; a link that opens nothing says why. */
async function withView(
  ports: LinkPorts,
  visit: Visit,
  draw: (view: TrackingView) => Reply | Promise<Reply>,
): Promise<Reply> {
  const view = await viewTracking(ports, command(visit));
  return view.ok ? draw(view.value) : problem(view.failure);
}

/** The same for what can be done only by whoever has confirmed the address. */
const withProven = (
  ports: LinkPorts,
  visit: Visit,
  draw: (view: TrackingView) => Reply | Promise<Reply>,
): Promise<Reply> =>
  withView(ports, visit, (view) =>
    view.unproven ? problem({ kind: 'address-unconfirmed' }, view.link.language) : draw(view),
  );

/** Where the project stands. Opening it changes nothing. */
export const tracking = (ports: LinkPorts, visit: Visit): Promise<Reply> =>
  withView(ports, visit, (view) =>
    render(
      trackingPage({
        frame: visit.frame(view.link.language),
        view,
        path: pathOf(visit),
        done: asDone(visit.query.get('done')),
      }),
    ),
  );

/** After a change: back to the project with word of it, or what stood in the way. */
const afterwards = (
  visit: Visit,
  result: Result<unknown>,
  done: string,
  language: TrackingView['link']['language'],
): Reply => (result.ok ? redirect(`${pathOf(visit)}?done=${done}`) : problem(result.failure, language));

export const confirm = (ports: LinkPorts, visit: Visit): Promise<Reply> =>
  withView(ports, visit, async ({ link }) =>
    afterwards(visit, await confirmByLink(ports, command(visit)), 'confirmed', link.language),
  );

/** The open assignment that the address names. One that was answered meanwhile is no longer asked. */
const askedIn = ({ asked }: TrackingView, { params }: Visit): Asked | undefined =>
  asked.find(({ assignment }) => assignment.assignmentId === params['assignmentId']);

/** The decision a filled form means. */
function decisionIn(view: TrackingView, asked: Asked, fields: URLSearchParams): Checked<Decision> {
  const { kind } = asked.assignment;
  if (isCorrection(asked)) return correctedIn(view, asked, fields);
  const facts = check(factsByKind[kind], factsIn(kind, fields));
  return facts.ok ? { ok: true, value: { outcome: 'done', facts: facts.value } } : facts;
}

/** The name under which an answer is kept while it is written. */
const answerName = (visit: Visit): string => `${linkOf(visit)}|answer|${visit.params['assignmentId'] ?? ''}`;

/** The form, with what is wrong with it where that is asked. */
function drawAnswer(
  visit: Visit,
  view: TrackingView,
  asked: Asked,
  fields: URLSearchParams,
  issues: readonly Issue[] = [],
): Reply {
  const frame = visit.frame(view.link.language);
  const labels = isCorrection(asked)
    ? correctionLabels(frame.language)
    : factLabels(asked.assignment.kind, frame.language);
  const all = correctionForm(view, asked, fields);
  const form = formWithErrors(frame.language, all, issues, labels, letterSentence(frame.language, all));
  return render(
    answerPage({
      frame,
      asked,
      returned: returnedIn(view, asked),
      suspended: view.suspendedUntil !== undefined,
      form,
      back: pathOf(visit),
      keptUntil: answerKeptUntil(visit.now, view.link.offsetMinutes),
      saved: visit.query.has('saved'),
    }),
    issues.length > 0 ? 400 : 200,
  );
}

/** What an answer would be told, with nothing written. */
async function wrongIn(
  ports: LinkPorts,
  visit: Visit,
  view: TrackingView,
  asked: Asked,
  fields: URLSearchParams,
): Promise<readonly Issue[]> {
  const decision = decisionIn(view, asked, fields);
  if (!decision.ok) return decision.issues;
  const tried = await decideByLink(unwritten(ports), {
    ...command(visit),
    assignmentId: asked.assignment.assignmentId,
    decision: decision.value,
  });
  return !tried.ok && tried.failure.kind === 'invalid' ? tried.failure.issues : [];
}

/** A correction once more before it is sent, old beside new; with what is wrong instead, where something is. */
async function checked(
  ports: LinkPorts,
  visit: Visit,
  view: TrackingView,
  asked: Asked,
  fields: URLSearchParams,
): Promise<Reply> {
  const issues = await wrongIn(ports, visit, view, asked, fields);
  const decision = isCorrection(asked) ? correctedIn(view, asked, fields) : undefined;
  if (issues.length > 0 || !decision?.ok) return drawAnswer(visit, view, asked, fields, issues);
  const form = `${pathOf(visit)}/answer/${asked.assignment.assignmentId}`;
  return render(
    checkCorrectionPage({
      frame: visit.frame(view.link.language),
      correction: changesIn(view, asked, decision.value),
      note: decision.value.note ?? '',
      fields,
      form,
    }),
  );
}

const over = ({ link }: TrackingView): Reply =>
  problem({ kind: 'not-allowed', action: 'answer', because: link.phase }, link.language);

const asksTime = (visit: Visit, { link: { language } }: TrackingView, { assignment }: Asked) => ({
  frame: visit.frame(language),
  link: linkOf(visit),
  assignment,
  here: `${pathOf(visit)}/answer/${assignment.assignmentId}`,
});

/** The form of an answer, with what was typed before: also after a document was brought, or something was wrong with it. */
export const answerForm = (ports: LinkPorts & FormPorts, visit: Visit): Promise<Reply> =>
  withProven(ports, visit, async (view) => {
    const asked = askedIn(view, visit);
    if (!asked) return over(view);
    if (visit.query.has('time'))
      return timeForm(ports, visit, asksTime(visit, view, asked), view.suspendedUntil !== undefined);
    const fields = await keptForm(ports, answerName(visit));
    return visit.query.has('check') && fields.size > 0
      ? checked(ports, visit, view, asked, fields)
      : drawAnswer(
          visit,
          view,
          asked,
          fields,
          visit.query.has('tried') ? await wrongIn(ports, visit, view, asked, fields) : [],
        );
  });

/** An assignment that this investor was asked for, answered or not: the same answer sent once more has arrived. */
const wasAsked = ({ link }: TrackingView, { params }: Visit): Asked | undefined => {
  const assignment = link.assignments.find(
    ({ assignmentId, holder }) => assignmentId === params['assignmentId'] && holder.kind === 'investor',
  );
  return assignment && { assignment };
};

export const answer = (ports: LinkPorts & FormPorts, visit: Visit): Promise<Reply> =>
  withProven(ports, visit, async (view) => {
    const asked = askedIn(view, visit) ?? wasAsked(view, visit);
    if (!asked) return over(view);
    const { fields } = visit;
    if (fields.get('step') === 'time') return askTime(ports, visit, asksTime(visit, view, asked));
    const { assignmentId } = asked.assignment;
    const form = `${pathOf(visit)}/answer/${assignmentId}`;
    const keep = (to: string, issues: readonly Issue[] = []) =>
      keepAnswer(ports, answerName(visit), fields, to, () => drawAnswer(visit, view, asked, fields, issues));
    if (fields.get('then') === 'documents')
      return keep(`${pathOf(visit)}/documents?${new URLSearchParams({ back: form }).toString()}`);
    if (fields.get('step') === 'save') return keep(`${form}?saved`);
    // "Add a phase" without a script: the same page with one more row.
    if (fields.has('more') || fields.get('step') === 'mend') return keep(form);
    const decision = decisionIn(view, asked, fields);
    if (!decision.ok) return keep(`${form}?tried`, decision.issues);
    if (fields.get('step') === 'check')
      return keepAnswer(ports, answerName(visit), fields, `${form}?check`, () =>
        checked(ports, visit, view, asked, fields),
      );
    const result = await decideByLink(ports, { ...command(visit), assignmentId, decision: decision.value });
    if (!result.ok && result.failure.kind === 'invalid') return keep(`${form}?tried`, result.failure.issues);
    if (result.ok) await forgetForm(ports, answerName(visit));
    return !result.ok && result.failure.kind === 'conflict'
      ? over(view)
      : afterwards(visit, result, 'sent', view.link.language);
  });

const withdrawName = (visit: Visit): string => `${linkOf(visit)}|withdraw`;

const projectName = ({ number, company }: TrackingView['link']): string => `${number} · ${company}`;

function drawWithdraw(visit: Visit, { link }: TrackingView, fields: URLSearchParams, issues: readonly Issue[]): Reply {
  const frame = visit.frame(link.language);
  const labels = { reason: trackingTexts(frame.language).withdraw.reason };
  return render(
    withdrawPage({
      frame,
      project: projectName(link),
      form: formWithErrors(frame.language, fields, issues, labels),
      back: pathOf(visit),
    }),
    issues.length > 0 ? 400 : 200,
  );
}

const withdrawalIn = (fields: URLSearchParams) => check(WithdrawRequest, present({ reason: textIn(fields, 'reason') }));

export const withdrawForm = (ports: LinkPorts & FormPorts, visit: Visit): Promise<Reply> =>
  withProven(ports, visit, async (view) => {
    if (!visit.query.has('tried')) return drawWithdraw(visit, view, new URLSearchParams(), []);
    const fields = await keptForm(ports, withdrawName(visit));
    const request = withdrawalIn(fields);
    return drawWithdraw(visit, view, fields, request.ok ? [] : request.issues);
  });

export const withdraw = (ports: LinkPorts & FormPorts, visit: Visit): Promise<Reply> =>
  withProven(ports, visit, async (view) => {
    const request = withdrawalIn(visit.fields);
    if (!request.ok)
      return keepAndGo(ports, withdrawName(visit), visit.fields, `${pathOf(visit)}/withdraw?tried`, () =>
        drawWithdraw(visit, view, visit.fields, request.issues),
      );
    // A project that is withdrawn already was so by this very button.
    if (view.link.ending === 'withdrawn') return redirect(`${pathOf(visit)}?done=withdrawn`);
    return afterwards(
      visit,
      await withdrawByLink(ports, { ...command(visit), ...request.value }),
      'withdrawn',
      view.link.language,
    );
  });
