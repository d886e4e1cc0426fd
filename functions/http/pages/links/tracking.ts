import { WithdrawRequest } from '#core/contracts/project-action.ts';
import { CorrectionRequest } from '#core/contracts/decision.ts';
import { factsByKind } from '#core/contracts/facts.ts';
import type { Decision } from '#core/contracts/decision.ts';
import type { Issue, Result } from '#core/domain/result.ts';
import { confirmByLink, decideByLink, withdrawByLink, type LinkPorts } from '#core/use-cases/links.ts';
import { viewTracking, type Asked, type TrackingView } from '#core/use-cases/view-tracking.ts';
import { trackingTexts } from '#core/texts/pages/tracking/index.ts';
import { filled } from '#web/components/filled.ts';
import { answerPage, isCorrection, withdrawPage } from '#web/tracking/answer-page.tsx';
import { trackingPage } from '#web/tracking/tracking-page.tsx';
import { check, refilled, type Checked, type Labels } from '../check.ts';
import { factLabels, factsIn } from '../facts-in.ts';
import { present, textIn } from '../values.ts';
import { goTo, problem, show, type Reply, type Visit } from '../visit.ts';

const linkOf = ({ params }: Visit): string => params['link'] ?? '';
const pathOf = (visit: Visit): string => `/l/${encodeURIComponent(linkOf(visit))}`;
const command = (visit: Visit) => ({ link: linkOf(visit), now: visit.now });

const asDone = (text: string | null) => (['confirmed', 'sent', 'withdrawn', 'raised'] as const).find((one) => one === text);

/** A page of the investor's project; a link that opens nothing says why. */
async function withView(ports: LinkPorts, visit: Visit, draw: (view: TrackingView) => Reply | Promise<Reply>): Promise<Reply> {
  const view = await viewTracking(ports, command(visit));
  return view.ok ? draw(view.value) : problem(view.failure);
}

/** The same for what can be done only by whoever has confirmed the address. */
const withProven = (ports: LinkPorts, visit: Visit, draw: (view: TrackingView) => Reply | Promise<Reply>): Promise<Reply> =>
  withView(ports, visit, (view) => (view.unproven ? problem({ kind: 'address-unconfirmed' }, view.link.language) : draw(view)));

/** Where the project stands. Opening it changes nothing. */
export const tracking = (ports: LinkPorts, visit: Visit): Promise<Reply> => withView(ports, visit, (view) =>
  show(trackingPage({ frame: visit.frame(view.link.language), view, path: pathOf(visit), done: asDone(visit.query.get('done')) })));

/** After a change: back to the project with word of it, or what stood in the way. */
const afterwards = (visit: Visit, result: Result<unknown>, done: string, language: TrackingView['link']['language']): Reply =>
  (result.ok ? goTo(`${pathOf(visit)}?done=${done}`) : problem(result.failure, language));

export const confirm = (ports: LinkPorts, visit: Visit): Promise<Reply> => withView(ports, visit, async ({ link }) =>
  afterwards(visit, await confirmByLink(ports, command(visit)), 'confirmed', link.language));

/** The open assignment that the address names. One that was answered meanwhile is no longer asked. */
const askedIn = ({ asked }: TrackingView, { params }: Visit): Asked | undefined =>
  asked.find(({ assignment }) => assignment.assignmentId === params['assignmentId']);

export const answerForm = (ports: LinkPorts, visit: Visit): Promise<Reply> => withProven(ports, visit, (view) => {
  const asked = askedIn(view, visit);
  if (!asked) return problem({ kind: 'not-allowed', action: 'answer', because: view.link.phase }, view.link.language);
  return show(answerPage({ frame: visit.frame(view.link.language), asked, form: filled(), back: pathOf(visit) }));
});

/** The decision a filled form means. */
function decisionIn(asked: Asked, fields: URLSearchParams): Checked<Decision> {
  const { kind } = asked.assignment;
  if (isCorrection(asked)) {
    const note = check(CorrectionRequest, present({ note: textIn(fields, 'note') }));
    return note.ok ? { ok: true, value: { outcome: 'done', facts: {}, note: note.value.note } } : note;
  }
  const facts = check(factsByKind[kind], factsIn(kind, fields));
  return facts.ok ? { ok: true, value: { outcome: 'done', facts: facts.value } } : facts;
}

export const answer = (ports: LinkPorts, visit: Visit): Promise<Reply> => withProven(ports, visit, async (view) => {
  const { language } = view.link;
  const frame = visit.frame(language);
  const asked = askedIn(view, visit);
  if (!asked) return problem({ kind: 'not-allowed', action: 'answer', because: view.link.phase }, language);
  const labels: Labels = { note: trackingTexts(frame.language).answer.note, ...factLabels(asked.assignment.kind, frame.language) };
  const again = (issues: readonly Issue[], status: number): Reply =>
    show(answerPage({ frame, asked, form: refilled(frame.language, visit.fields, issues, labels), back: pathOf(visit) }), status);
  // "Add a phase" without a script: the same page with one more row.
  if (visit.fields.has('more')) return again([], 200);
  const decision = decisionIn(asked, visit.fields);
  if (!decision.ok) return again(decision.issues, 400);
  const { assignmentId } = asked.assignment;
  const result = await decideByLink(ports, { ...command(visit), assignmentId, decision: decision.value });
  if (!result.ok && result.failure.kind === 'invalid') return again(result.failure.issues, 400);
  return afterwards(visit, result, 'sent', language);
});

const projectName = ({ number, company }: TrackingView['link']): string => `${number} · ${company}`;

export const withdrawForm = (ports: LinkPorts, visit: Visit): Promise<Reply> => withProven(ports, visit, ({ link }) =>
  show(withdrawPage({ frame: visit.frame(link.language), project: projectName(link), form: filled(), back: pathOf(visit) })));

export const withdraw = (ports: LinkPorts, visit: Visit): Promise<Reply> => withProven(ports, visit, async ({ link }) => {
  const frame = visit.frame(link.language);
  const request = check(WithdrawRequest, present({ reason: textIn(visit.fields, 'reason') }));
  if (!request.ok) {
    const labels = { reason: trackingTexts(frame.language).withdraw.reason };
    return show(withdrawPage({ frame, project: projectName(link), form: refilled(frame.language, visit.fields, request.issues, labels), back: pathOf(visit) }), 400);
  }
  return afterwards(visit, await withdrawByLink(ports, { ...command(visit), ...request.value }), 'withdrawn', link.language);
});
