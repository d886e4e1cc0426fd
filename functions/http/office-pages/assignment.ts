import { outcomes, type DecisionRequest, type Outcome } from '#core/stages/decision.ts';
import type { AssignmentView, EmailView, ProjectView } from '#core/api/views.ts';
import { projectOfAssignment } from '#core/stages/assignment-id.ts';
import { fail, ok, type Failure, type Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { decide } from '#core/stages/decide.ts';
import { withDuplicates } from '#core/letter/find-duplicates.ts';
import { listEmails } from '#core/project/list-projects.ts';
import { rehearse } from '#core/project/rehearse.ts';
import { colleaguesOf } from '#core/work/view-colleagues.ts';
import { filled, type Filled } from '#web/components/filled.ts';
import { projectAddress } from '#web/office/addresses.ts';
import { assignmentPage, confirmDecisionPage, decisionPage, lostDecisionPage, type AssignmentProps } from '#web/office/assignment-page.tsx';
import { handlingSteps } from '#web/office/handling-links.tsx';
import { givenDecision } from '#web/office/given-decision.tsx';
import { refilled } from '../pages/check.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { decisionIn, decisionLabels } from './decision-in.ts';
import { previewsOf } from './previews.ts';
import { viewWithZone } from './project.ts';

type AnswerPorts = Pick<Ports, 'projects' | 'reference' | 'outbox' | 'lists'>;

const lost: readonly EmailView['state'][] = ['bounced', 'complained', 'set-aside'];

const stepIn = (text: string | null): AssignmentProps['done'] => handlingSteps.find((one) => one === text);

/** Who works on it and who answered. */
const namedIn = ({ assignee, answer }: AssignmentView): readonly string[] => [assignee, answer?.personId].filter((one) => one !== undefined);

/** Whether it is the letter itself that is decided on: a duplicate is found now. */
const isJudged = ({ kind, stage, state }: AssignmentView): boolean => kind === 'office-decision' && stage === 'letter-of-intent' && (state === 'open' || state === 'paused');

/** An assignment with all that its page shows. Fails with `not-found`, also for those who may not see it. */
export async function openAssignmentPage(ports: AnswerPorts, visit: StaffVisit): Promise<Result<AssignmentProps>> {
  const assignmentId = visit.params['assignmentId'] ?? '';
  const viewed = await viewWithZone(ports, visit, projectOfAssignment(assignmentId) ?? '');
  if (!viewed.ok) return viewed;
  const { view, zone } = viewed.value;
  const assignment = view.assignments.find((one) => one.assignmentId === assignmentId);
  if (assignment === undefined) return fail({ kind: 'not-found' });
  const isBounced = assignment.kind === 'bounced-email';
  const [colleagues, emails] = await Promise.all([colleaguesOf(ports, view.zoneId, namedIn(assignment)), isBounced ? listEmails(ports, { projectId: view.projectId, actor: visit.actor }) : undefined]);
  const undelivered = emails?.ok ? emails.value.entries.filter(({ state }) => lost.includes(state)) : [];
  return ok({ frame: visit.frame(), view: isJudged(assignment) ? await withDuplicates(ports, view) : view, assignment, parties: zone.parties, offsetMinutes: zone.offsetMinutes, office: { reader: visit.actor.personId, colleagues }, undelivered, done: stepIn(visit.query.get('done')) });
}

const outcomeIn = (text: string | null): Outcome | undefined => outcomes.find((one) => one === text);

/** The answer asked for, as far as the reader may give it; where there is only one, that one. */
function chosen({ allowedOutcomes, kind }: AssignmentView, asked: string | null): Outcome | undefined {
  const outcome = outcomeIn(asked);
  if (outcome !== undefined) return allowedOutcomes.includes(outcome) ? outcome : undefined;
  // A decision on the stage is chosen with all its outcomes in sight: what is left of them must not open by itself.
  return allowedOutcomes.length === 1 && kind !== 'office-decision' ? allowedOutcomes[0] : undefined;
}

/** What is asked and how it may be answered. */
export const assignment = (ports: AnswerPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const found = await openAssignmentPage(ports, visit);
  if (!found.ok) return problem(found.failure);
  const props = found.value;
  const outcome = chosen(props.assignment, visit.query.get('outcome'));
  return show(outcome === undefined ? assignmentPage(props) : decisionPage({ ...props, outcome, form: filled() }));
};

interface Answering {
  readonly ports: AnswerPorts;
  readonly visit: StaffVisit;
  readonly props: AssignmentProps;
  readonly outcome: Outcome;
}

const formAgain = ({ props, outcome }: Answering, form: Filled, missing: ProjectView['missing'] = [], status = 400): Reply =>
  show(decisionPage({ ...props, outcome, form, missing }), status);

/** The form once more, or the state that won: what was typed is never lost. */
function refused(answering: Answering, request: DecisionRequest | undefined, failure: Failure): Reply {
  const { props, visit, outcome } = answering;
  switch (failure.kind) {
    case 'invalid': return formAgain(answering, refilled(props.frame.language, visit.fields, failure.issues, decisionLabels(props.frame.language, props.assignment, outcome)));
    case 'gate-closed': return formAgain(answering, filled(visit.fields), [...failure.missing], 409);
    case 'conflict': return show(lostDecisionPage({ ...props, typed: request ? givenDecision(props.frame, props.assignment.kind, request.decision, request.onBehalf) : [] }), 409);
    default: return problem(failure);
  }
}

async function perform(answering: Answering, request: DecisionRequest): Promise<Reply> {
  const { ports, visit: { actor, now, fields }, props } = answering;
  const command = { assignmentId: props.assignment.assignmentId, actor, now, ...request };
  if (fields.get('step') === 'send') {
    const decided = await decide(ports, command);
    return decided.ok ? goTo(`${projectAddress(props.view.projectId)}?done=answered`) : refused(answering, request, decided.failure);
  }
  const emails = await rehearse(ports, now, (rehearsed) => decide(rehearsed, command));
  if (!emails.ok) return refused(answering, request, emails.failure);
  const given = givenDecision(props.frame, props.assignment.kind, request.decision, request.onBehalf);
  return show(confirmDecisionPage({ ...props, given, emails: previewsOf(emails.value), fields }));
}

/** No form for an answer that this reader may not give, or nobody any more. */
function shut({ props }: Answering): Reply {
  const isOpen = props.assignment.state === 'open' || props.assignment.state === 'paused';
  return isOpen ? problem({ kind: 'forbidden' }) : show(lostDecisionPage({ ...props, typed: [] }), 409);
}

/** Checks an answer, shows it with the emails it will send, and gives it when that is confirmed. */
export const answerAssignment = (ports: AnswerPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const { fields } = visit;
  const found = await openAssignmentPage(ports, visit);
  if (!found.ok) return problem(found.failure);
  const outcome = outcomeIn(fields.get('outcome'));
  if (outcome === undefined) return problem({ kind: 'malformed' });
  const answering = { ports, visit, props: found.value, outcome };
  const request = decisionIn(fields, found.value.assignment, outcome);
  const again = fields.get('step') === 'mend' || fields.has('more');
  if ((again || !request.ok) && !found.value.assignment.allowedOutcomes.includes(outcome)) return shut(answering);
  if (again) return formAgain(answering, filled(fields), [], 200);
  return request.ok ? perform(answering, request.value) : refused(answering, undefined, { kind: 'invalid', issues: request.issues });
};
