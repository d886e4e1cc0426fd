import type { AskTimeRequest } from './project-action.ts';
import type { Aggregate } from './project.ts';
import { refOf } from '../kernel/actor.ts';
import { askForTime } from './more-time.ts';
import { fail, type Result } from '../kernel/result.ts';
import { isOwn } from './permissions.ts';
import { changeProject } from './change-project.ts';
import { openToAct, type ByLink, type LinkPorts } from '../links/act-by-link.ts';

/** By a party, or the investor for one of theirs. Fails as `openToAct`, `not-found` for another's, as `askForTime`. */
export async function askForTimeByLink(
  ports: LinkPorts,
  command: ByLink & { readonly assignmentId: string; readonly request: AskTimeRequest },
): Promise<Result<Aggregate>> {
  const opened = await openToAct(ports, command);
  if (!opened.ok) return opened;
  const { actor, target } = opened.value;
  const { assignmentId, request, now } = command;
  if (target.kind === 'assignment' && target.assignmentId !== assignmentId) return fail({ kind: 'not-found' });
  return changeProject(ports, { projectId: target.projectId, actor, now }, (aggregate, context) => {
    const assignment = aggregate.assignments.find((one) => one.assignmentId === assignmentId);
    if (assignment === undefined || !isOwn(actor, aggregate.project, assignment)) return fail({ kind: 'not-found' });
    return askForTime(aggregate, context, assignment, request, refOf(actor, aggregate.project));
  });
}
