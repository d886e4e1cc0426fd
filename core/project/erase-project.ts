import type { Aggregate } from './project.ts';
import { changeBuilder } from './change-builder.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { AlsoErased, Erasure } from './erasure-ports.ts';
import { changeProject, type ChangePorts } from './change-project.ts';

export interface EraseProject {
  readonly projectId: string;
  readonly also: AlsoErased;
  readonly now: number;
}

/**
 * Erases all that names a person; the log keeps its facts. Repeatable. Fails with `not-found`, `not-allowed` while the
 * project is on its path: somebody must be told of its answers (an investor who wants it withdraws first).
 */
export async function eraseProject(
  ports: ChangePorts & { readonly erasure: Erasure },
  { projectId, also, now }: EraseProject,
): Promise<Result<Aggregate>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined) return fail({ kind: 'not-found' });
  const { phase } = aggregate.project;
  if (phase !== 'ended') return fail({ kind: 'not-allowed', action: 'erase', because: phase });
  // Told only when it is done: whoever reads the log may rely on it.
  await ports.erasure.ofProject(aggregate, also);
  const actor = { kind: 'system' } as const;
  return changeProject(ports, { projectId, now, actor }, (latest) => {
    const { erased } = latest.project;
    if (erased && (erased.company || !also.company) && (erased.documents || !also.documents)) return ok(undefined);
    const change = changeBuilder(latest, now, actor);
    change.emit({ type: 'personal-data-erased', company: also.company, documents: also.documents });
    return ok(change.change());
  });
}
