import type { ActorRef } from './event.ts';
import type { AskOfficeRequest } from './project-action.ts';
import type { Aggregate } from './project.ts';
import { refOf } from '../kernel/actor.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { changeBuilder, type Change } from './change-builder.ts';
import type { ZoneContext } from './zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { secondsLeft } from '../kernel/window.ts';
import type { Ports } from '../kernel/ports.ts';
import { arrivedOn, ownDays } from '../stages/deadlines.ts';
import { openAssignment } from '../stages/opening.ts';
import { changeProject } from './change-project.ts';
import { hasRole, rules } from './permissions.ts';
import { isOpen } from './standing.ts';
import { openToAct, type ByLink, type LinkPorts } from '../links/act-by-link.ts';

export type AskPorts = LinkPorts & Pick<Ports, 'limits' | 'ids'>;

/** Questions of one project: in a day, as each is an email to the office; unanswered at the same time; ever (ours). */
export const mostQuestions = { aDay: { count: 5, seconds: 86_400 }, open: 5, ever: 200 } as const;

/** The same words once more within so long, or while they wait for their answer, are one question (ours). */
const repeatMs = 600_000;

function ask(aggregate: Aggregate, context: ZoneContext, question: string, by: ActorRef): Result<Change> {
  const asked = aggregate.assignments.filter(({ kind }) => kind === 'question');
  if (asked.length >= mostQuestions.ever || asked.filter(isOpen).length >= mostQuestions.open)
    return fail({ kind: 'not-allowed', action: 'ask-office', because: 'too-many-questions' });
  const change = changeBuilder(aggregate, context.now, by);
  const due = addWorkingDays(context.calendar, arrivedOn(context), ownDays.question);
  openAssignment(change, context, { kind: 'question', due, noteId: change.note(question), by });
  return ok(change.change());
}

/** The investor asks the office. Sent twice it is one. Fails as `openToAct`, with `forbidden`, `not-allowed` (ended, unconfirmed, too many wait), `too-many`. */
export async function askOfficeByLink(
  ports: AskPorts,
  { link, now, question }: ByLink & AskOfficeRequest,
): Promise<Result<Aggregate>> {
  const opened = await openToAct(ports, { link, now });
  if (!opened.ok) return opened;
  const {
    actor,
    target: { projectId },
  } = opened.value;
  if (!hasRole(actor, opened.value.aggregate.project, 'ask-office')) return fail({ kind: 'forbidden' });
  const { aDay } = mostQuestions;
  if (!(await ports.limits.allow(`question-${projectId}`, ports.ids.hash(question), aDay, now)))
    return fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(now, aDay.seconds) });
  return changeProject(ports, { projectId, actor, now }, async (aggregate, context) => {
    const { project, assignments } = aggregate;
    if (!rules['ask-office'].when(project))
      return fail({ kind: 'not-allowed', action: 'ask-office', because: project.ending ?? 'unconfirmed' });
    const recent = assignments.filter(
      (one) => one.kind === 'question' && (isOpen(one) || now - one.openedAt < repeatMs),
    );
    const words = await Promise.all(recent.map(({ noteId = '' }) => ports.projects.note(projectId, noteId)));
    return words.includes(question) ? ok(undefined) : ask(aggregate, context, question, refOf(actor, project));
  });
}
