import type { ProjectView } from '../api/views.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { hasRole, mayExtend, mayExtendStage } from './permissions.ts';
import { isOpen } from './standing.ts';
import type { Ports } from '../kernel/ports.ts';
import type { ProjectAction } from './act-on-project.ts';
import { viewProject, type ViewProject } from './view-project.ts';

export interface OpenedAction {
  readonly view: ProjectView;
  /** For `extend`: the open assignments whose due date this reader may move, and whether the stage's own. */
  readonly extendable: readonly string[];
  readonly stageExtendable: boolean;
}

/** What the form of an action on a project needs. Fails as the action itself would: `not-found`, `forbidden`, `not-allowed`. */
export async function openAction(
  ports: Pick<Ports, 'projects' | 'reference'>,
  command: ViewProject & { readonly action: ProjectAction['action'] },
): Promise<Result<OpenedAction>> {
  const { projectId, actor, action } = command;
  const [viewed, aggregate] = await Promise.all([viewProject(ports, command), ports.projects.load(projectId)]);
  if (!viewed.ok) return viewed;
  if (aggregate === undefined || !hasRole(actor, aggregate.project, action)) return fail({ kind: 'forbidden' });
  const { project, assignments } = aggregate;
  if (!viewed.value.allowedActions.includes(action)) {
    return fail({
      kind: 'not-allowed',
      action,
      because: project.ending ?? (project.pause ? 'suspended' : project.phase),
    });
  }
  const extendable = assignments.filter(
    (one) => isOpen(one) && one.kind !== 'office-decision' && mayExtend(actor, project, one),
  );
  return ok({
    view: viewed.value,
    extendable: extendable.map(({ assignmentId }) => assignmentId),
    stageExtendable: mayExtendStage(actor, project),
  });
}
