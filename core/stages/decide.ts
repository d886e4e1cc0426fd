import type { Decision, DecisionRequest } from './decision.ts';
import type { ProjectEvent } from '../project/event.ts';
import type { LetterAlone } from '../letter/letter-correction.ts';
import type { Aggregate, Assignment, Project } from '../project/project.ts';
import { identityOf, refOf, type Actor } from '../kernel/actor.ts';
import { projectOfAssignment } from './assignment-id.ts';
import { answer } from './answer.ts';
import { changedFields } from '../letter/correct-letter.ts';
import { together, type Change } from '../project/change-builder.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { isOpen } from '../project/standing.ts';
import { isRepeatedAnswer, isRepeatedPause } from './repeated-answer.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { decisionAction, hasRole, isOwn, rules, type Action } from '../project/permissions.ts';
import type { Ports } from '../kernel/ports.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';

export interface Decide extends DecisionRequest {
  readonly assignmentId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly known?: Aggregate | undefined;
}

function actionOf(assignment: Assignment, { decision, onBehalf }: DecisionRequest): Action {
  if (assignment.kind === 'office-decision') return decisionAction(decision.outcome) ?? 'answer';
  if (decision.outcome === 'not-needed') return 'waive-line';
  return onBehalf !== undefined && assignment.holder.kind !== 'office' ? 'record-answer' : 'answer';
}

function mayAnswer(actor: Actor, project: Project, assignment: Assignment, action: Action): boolean {
  // By the stage that was asked about: the first click may have led to a stage that only the head decides.
  if (!hasRole(actor, { ...project, stage: assignment.stage }, action)) return false;
  return action === 'record-answer' || action === 'waive-line' || isOwn(actor, project, assignment);
}

/** The event that paused an assignment last: the log is walked to its end, which only a pause until the same day once more needs. */
async function lastPause(
  { projects }: Pick<Ports, 'projects'>,
  projectId: string,
  assignmentId: string,
): Promise<ProjectEvent | undefined> {
  let [last, after]: [ProjectEvent | undefined, string | undefined] = [undefined, undefined];
  do {
    const page = await projects.events(projectId, { limit: 100, ...(after !== undefined && { after }) });
    last =
      page.entries.findLast(({ body }) => body.type === 'assignment-paused' && body.assignmentId === assignmentId) ??
      last;
    after = page.next;
  } while (after !== undefined);
  return last;
}

const letterFor = async (
  { projects }: Pick<Ports, 'projects'>,
  decision: Decision,
  projectId: string,
): Promise<LetterAlone | undefined> =>
  decision.outcome === 'done' && decision.letter !== undefined ? projects.letter(projectId) : undefined;

function saysAlready(
  { answer, fields = [] }: Assignment,
  decision: Decision,
  letter: LetterAlone | undefined,
): boolean {
  const given = decision.outcome === 'done' ? decision.letter : undefined;
  return given === undefined
    ? answer?.corrected === undefined
    : letter !== undefined && changedFields(letter, given, fields).length === 0;
}

async function isRepeat(
  ports: Pick<Ports, 'projects'>,
  assignment: Assignment,
  { decision, actor, onBehalf }: Decide,
  projectId: string,
): Promise<boolean> {
  const sent = { decision, by: identityOf(actor), onBehalf };
  const read = async (noteId: string | undefined): Promise<(asked: string) => string | undefined> => {
    const text = noteId === undefined ? undefined : await ports.projects.note(projectId, noteId);
    return (asked) => (asked === noteId ? text : undefined);
  };
  if (assignment.answer)
    return (
      isRepeatedAnswer(assignment, sent, await read(assignment.answer.noteId)) &&
      saysAlready(assignment, decision, await letterFor(ports, decision, projectId))
    );
  if (decision.outcome !== 'suspended' || assignment.state !== 'paused' || assignment.pausedUntil !== decision.until)
    return false;
  const last = await lastPause(ports, projectId, assignment.assignmentId);
  return isRepeatedPause(
    assignment,
    sent,
    last,
    await read(last?.body.type === 'assignment-paused' ? last.body.noteId : undefined),
  );
}

/** An answer with the approval of its stage: each as if it stood alone, for the same person. */
function withApproval(answered: Change, context: ZoneContext, actor: Actor): Result<Change> {
  const { project, assignments } = answered.after;
  const action = 'decide:approved';
  const stage = assignments.find((one) => one.kind === 'office-decision' && isOpen(one));
  if (stage === undefined || !rules[action].when(project))
    return fail({ kind: 'not-allowed', action, because: project.pause ? 'suspended' : project.phase });
  if (!mayAnswer(actor, project, stage, action)) return fail({ kind: 'forbidden' });
  const approved = answer(answered.after, context, {
    assignmentId: stage.assignmentId,
    decision: { outcome: 'approved' },
    by: refOf(actor, project),
  });
  return approved.ok ? ok(together(answered, approved.value)) : approved;
}

/**
 * One's own, a line waived by the head, or one from paper on a holder's behalf; the same once more changes nothing. With
 * `approve` the stage is approved in the same change or nothing is written. Fails with `not-found` (also unseen),
 * `forbidden`, `conflict` (with what won), `not-allowed` in this state, `invalid`, `gate-closed`.
 */
export async function decide(ports: ChangePorts, command: Decide): Promise<Result<Aggregate>> {
  const { assignmentId, actor, now, decision, onBehalf, approve = false, known } = command;
  const projectId = projectOfAssignment(assignmentId);
  if (projectId === undefined) return fail({ kind: 'not-found' });
  return changeProject(ports, { projectId, now, actor, known }, async (aggregate, context) => {
    const { project } = aggregate;
    const assignment = aggregate.assignments.find((one) => one.assignmentId === assignmentId);
    if (assignment === undefined) return fail({ kind: 'not-found' });
    const action = actionOf(assignment, command);
    if (!mayAnswer(actor, project, assignment, action)) return fail({ kind: 'forbidden' });
    if (await isRepeat(ports, assignment, command, projectId)) return ok(undefined);
    const answered = answer(aggregate, context, {
      assignmentId,
      decision,
      by: refOf(actor, project),
      onBehalf,
      letter: await letterFor(ports, decision, projectId),
    });
    // A lost race is told as such, before the state that it brought forbids the action.
    if (!answered.ok && answered.failure.kind === 'conflict') return answered;
    if (!rules[action].when(project))
      return fail({ kind: 'not-allowed', action, because: project.pause ? 'suspended' : project.phase });
    if (!answered.ok || !approve) return answered;
    // What else came since the approval was looked at is to be looked at too.
    if (decision.version !== undefined && decision.version !== project.version)
      return fail({ kind: 'conflict', version: project.version, state: assignment.state });
    return withApproval(answered.value, context, actor);
  });
}
