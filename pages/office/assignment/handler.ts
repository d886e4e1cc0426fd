import { outcomes, type Decision, type DecisionRequest, type Outcome } from '#core/stages/decision.ts';
import type { EmailView } from '#core/api/email-view.ts';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { projectOfAssignment } from '#core/stages/assignment-id.ts';
import { fail, ok, type Failure, type Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { decide } from '#core/stages/decide.ts';
import { withDuplicates } from '#core/letter/find-duplicates.ts';
import { seenDocuments } from '#core/documents/view-documents.ts';
import { listEmails } from '#core/project/list-projects.ts';
import type { ChangePorts } from '#core/project/change-project.ts';
import { previewEmails } from '#core/project/preview-emails.ts';
import { unwritten } from '#core/project/unwritten.ts';
import { appealIn } from '#core/reference/zone-replies.ts';
import { colleaguesOf } from '#core/work/view-colleagues.ts';
import { formState } from '#pages/components/form-state.ts';
import { projectAddress } from '#pages/office/addresses.ts';
import {
  assignmentPage,
  changesShown,
  decisionPage,
  decisionSheet,
  lostDecisionPage,
  reviewedPage,
  type AssignmentProps,
  type DecisionProps,
  type Work,
} from '#pages/office/assignment/page.tsx';
import { endsStage, wordless, type ReadyAnswer } from '#pages/office/assignment/answer-here.tsx';
import { handlingSteps } from '#pages/office/handling/handling-links.tsx';
import { decisionSummary } from '#pages/office/assignment/decision-summary.tsx';
import type { FormPorts } from '../../kit/kept-form.ts';
import { previewsOf } from '../../kit/previews.ts';
import type { Judged, FormHandlers } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';
import { letterLabels } from '#pages/letter/labels.ts';
import { letterSentence } from '../../letter/letter-errors.ts';
import { decisionIn, decisionLabels } from './decision-in.ts';
import { projectForm } from '../office-form.ts';
import { changesOnPaper, begunForm, paperForm, returnedOnPaper, withLetter } from './paper-correction.ts';
import { viewWithZone, type InZone } from '../view-with-zone.ts';
import { firstStage } from '#core/stages/stage-id.ts';

type AnswerPorts = Pick<Ports, 'outbox' | 'lists' | 'fileRecords'> & ChangePorts;

const unarrived: readonly EmailView['state'][] = ['bounced', 'complained', 'set-aside'];

const stepIn = (text: string | null): AssignmentProps['done'] => handlingSteps.find((one) => one === text);

/** Who works on it and who answered. */
const namedIn = ({ assignee, answer }: AssignmentView): readonly string[] =>
  [assignee, answer?.personId].filter((one) => one !== undefined);

/** Whether it is the letter itself that is decided on: a duplicate is found now. */
const isJudged = ({ kind, stage, state }: AssignmentView): boolean =>
  kind === 'office-decision' && stage === firstStage && (state === 'open' || state === 'paused');

/** An assignment of a project with all that its page shows. */
async function shownAssignment(
  ports: AnswerPorts,
  visit: StaffVisit,
  { view, zone }: InZone,
  assignment: AssignmentView,
): Promise<AssignmentProps> {
  const isBounced = assignment.kind === 'bounced-email';
  const [colleagues, emails, ready, documents] = await Promise.all([
    colleaguesOf(ports, view.zoneId, namedIn(assignment)),
    isBounced ? listEmails(ports, { projectId: view.projectId, actor: visit.actor }) : undefined,
    readyAnswer(ports, visit, view, assignment),
    seenDocuments(ports, { projectId: view.projectId, actor: visit.actor, now: visit.now }),
  ]);
  const undelivered = emails?.ok ? emails.value.entries.filter(({ state }) => unarrived.includes(state)) : [];
  return {
    frame: visit.frame(),
    view: isJudged(assignment) ? await withDuplicates(ports, view) : view,
    assignment,
    parties: zone.parties,
    presets: { appeal: view.contact && appealIn(zone, view.contact.language), daysToCure: String(zone.daysToCure) },
    offsetMinutes: zone.offsetMinutes,
    office: { reader: visit.actor.personId, colleagues },
    undelivered,
    done: stepIn(visit.query.get('done')),
    ready,
    documents: documents.ok ? documents.value.documents : [],
  };
}

/** What can be given without a word, played through for the emails it will send. */
async function readyAnswer(
  ports: AnswerPorts,
  { actor, now }: StaffVisit,
  view: ProjectView,
  assignment: AssignmentView,
): Promise<ReadyAnswer | undefined> {
  const outcome = wordless(assignment);
  if (outcome === undefined) return undefined;
  const approve = endsStage(view, assignment, outcome);
  const decision = (outcome === 'approved' ? { outcome } : { outcome: 'done', facts: {} }) satisfies Decision;
  const emails = await previewEmails(ports, now, (on) =>
    decide(on, { assignmentId: assignment.assignmentId, actor, now, decision, approve }),
  );
  return emails.ok ? { outcome, approve, emails: previewsOf(emails.value) } : undefined;
}

/** The same by the address of its page. Fails with `not-found`, also for those who may not see it. */
export async function openAssignmentPage(ports: AnswerPorts, visit: StaffVisit): Promise<Result<AssignmentProps>> {
  const assignmentId = visit.params['assignmentId'] ?? '';
  const viewed = await viewWithZone(ports, visit, projectOfAssignment(assignmentId) ?? '');
  if (!viewed.ok) return viewed;
  const assignment = viewed.value.view.assignments.find((one) => one.assignmentId === assignmentId);
  return assignment === undefined
    ? fail({ kind: 'not-found' })
    : ok(await shownAssignment(ports, visit, viewed.value, assignment));
}

const outcomeIn = (text: string | null): Outcome | undefined => outcomes.find((one) => one === text);

/** The answer asked for; where none is and there is only one, that one. */
function chosen({ allowedOutcomes, kind }: AssignmentView, asked: string | null): Outcome | undefined {
  // A decision on the stage is chosen with all its outcomes in sight: what is left of them must not open by itself.
  return (
    outcomeIn(asked) ?? (allowedOutcomes.length === 1 && kind !== 'office-decision' ? allowedOutcomes[0] : undefined)
  );
}

/** What the office is to answer on a project's own page, with the form of it where there is but one answer. */
export async function workOf(
  ports: AnswerPorts,
  visit: StaffVisit,
  at: InZone,
  assignment: AssignmentView,
): Promise<Work> {
  const about = await shownAssignment(ports, visit, at, assignment);
  const outcome = chosen(assignment, null);
  if (outcome === undefined) return { about };
  const answer = { ...about, outcome, returned: [] };
  const begun = new URLSearchParams({ version: String(about.view.version) });
  return { about, answer: { ...answer, form: formState(begunForm(answer, begun)) } };
}

/** No form for an answer that this reader may not give, or nobody any more. */
function shut(props: DecisionProps): Reply | undefined {
  const {
    assignment: { state, allowedOutcomes },
    outcome,
  } = props;
  if (allowedOutcomes.includes(outcome)) return undefined;
  return state === 'open' || state === 'paused'
    ? problem({ kind: 'forbidden' })
    : render(lostDecisionPage({ ...props, typed: [] }), 409);
}

/** The state that won, or what a stage still needs: what was typed is never lost. */
function lost(failure: Failure, { about, request, typed }: Judged<DecisionProps, DecisionRequest>): Reply | undefined {
  if (failure.kind === 'gate-closed')
    return render(
      decisionPage({ ...about, ready: undefined }, formState(paperForm(about, typed)), [...failure.missing]),
      409,
    );
  return failure.kind === 'conflict'
    ? render(lostDecisionPage({ ...about, typed: decisionSummary(about.frame, about.assignment, request) }), 409)
    : undefined;
}

const give = (
  on: ChangePorts,
  { assignment: { assignmentId } }: DecisionProps,
  { actor, now }: StaffVisit,
  request: DecisionRequest,
) => decide(on, { assignmentId, actor, now, ...request });

/** Whether this reader may give an answer that they are not offered: it may only be impossible now, or given already. */
async function isForbidden(ports: AnswerPorts, about: DecisionProps, visit: StaffVisit): Promise<boolean> {
  const {
    assignment: { state, allowedOutcomes },
    outcome,
  } = about;
  if (allowedOutcomes.includes(outcome) || (state !== 'open' && state !== 'paused')) return false;
  const request = withLetter(about, decisionIn(visit.fields, about.assignment, outcome), visit.fields);
  const tried = request.ok ? await give(unwritten(ports), about, visit, request.value) : undefined;
  return tried === undefined || (!tried.ok && tried.failure.kind === 'forbidden');
}

async function openDecision(ports: AnswerPorts, visit: StaffVisit): Promise<Result<DecisionProps>> {
  const found = await openAssignmentPage(ports, visit);
  if (!found.ok) return found;
  const isPosted = visit.fields.has('outcome');
  const outcome = chosen(found.value.assignment, visit.fields.get('outcome') ?? visit.query.get('outcome'));
  if (outcome === undefined) return fail({ kind: 'not-found' });
  const about = { ...found.value, outcome, returned: returnedOnPaper({ ...found.value, outcome }) };
  return isPosted && (await isForbidden(ports, about, visit)) ? fail({ kind: 'forbidden' }) : ok(about);
}

/** What is asked and how it may be answered; an answer is looked at with the emails it will send, and given when that is confirmed. */
export function assignment(ports: AnswerPorts & FormPorts): FormHandlers {
  const form = projectForm<DecisionProps, DecisionRequest>(ports, {
    open: (visit) => openDecision(ports, visit),
    sheet: decisionSheet,
    begin: ({ view: { version } }) => [['version', String(version)]],
    fill: (about, typed) => paperForm(about, begunForm(about, typed)),
    page: decisionPage,
    labels: ({ frame: { language }, assignment: asked, outcome, returned }) => ({
      ...decisionLabels(language, asked, outcome),
      ...(returned.length > 0 && letterLabels(language)),
    }),
    sentence: ({ frame: { language } }, typed) => letterSentence(language, typed),
    read: (typed, about) => withLetter(about, decisionIn(typed, about.assignment, about.outcome), typed),
    act: (on, { about, request, visit }) => give(on, about, visit, request),
    undo: true,
    review: ({ about, request, typed }, emails) =>
      reviewedPage(about, {
        typed,
        emails: previewsOf(emails),
        facts: decisionSummary(about.frame, about.assignment, request),
        children: changesShown(about.frame, changesOnPaper(about, request)),
      }),
    done: ({ view: { projectId } }) => `${projectAddress(projectId)}?done=answered`,
    lost,
    shut,
  });
  const look: StaffHandler = async (visit) => {
    const found = await openAssignmentPage(ports, visit);
    if (!found.ok) return problem(found.failure);
    const outcome = chosen(found.value.assignment, visit.query.get('outcome'));
    // As it was sent it is judged whatever may be answered by now.
    const isForm =
      outcome !== undefined && (visit.query.has('check') || found.value.assignment.allowedOutcomes.includes(outcome));
    return isForm
      ? form.shown(visit, { ...found.value, outcome, returned: returnedOnPaper({ ...found.value, outcome }) })
      : render(assignmentPage(found.value));
  };
  return {
    look,
    send: async (visit) =>
      outcomeIn(visit.fields.get('outcome')) === undefined ? problem({ kind: 'malformed' }) : form.send(visit),
  };
}
