import type { AssignmentLineView, ProjectLineView } from '../api/views.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Page, Ports } from '../kernel/ports.ts';
import { listAssignments, type InZone, type ListAssignments } from '../project/list-projects.ts';
import { assignmentLineView, projectLineView } from '../project/project-views.ts';

/** One line of a work list: what is to be answered, and for which project. */
export interface WorkLine {
  readonly assignment: AssignmentLineView;
  readonly project: ProjectLineView;
}

/** The open assignments of a holder in a zone (`office`, `investor` or a party's id) by due date, each with its project. */
export async function listWork(
  ports: Pick<Ports, 'lists' | 'reference'>,
  command: InZone & ListAssignments,
): Promise<Result<Page<WorkLine>>> {
  const found = await listAssignments(ports, command);
  if (!found.ok) return found;
  const assignments = found.value.entries.map(assignmentLineView);
  const lines = await ports.lists.lines([...new Set(assignments.map(({ projectId }) => projectId))]);
  const projects = new Map(lines.map((line) => [line.project.projectId, projectLineView(line)]));
  const entries = assignments.flatMap((assignment): WorkLine[] => {
    const project = projects.get(assignment.projectId);
    return project ? [{ assignment, project }] : [];
  });
  return ok({ ...found.value, entries });
}
