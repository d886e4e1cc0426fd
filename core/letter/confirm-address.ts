import type { Aggregate } from '../project/project.ts';
import { refOf, type Actor } from '../kernel/actor.ts';
import { changeBuilder } from '../project/change-builder.ts';
import { ok, type Result } from '../kernel/result.ts';
import { changeProject, type ChangeCommand, type ChangePorts } from '../project/change-project.ts';

/** The investor's address is confirmed by a link sent to it; from now on the letter counts in leadership's figures. */
export const confirmAddress = (
  ports: ChangePorts,
  {
    projectId,
    now,
    actor = { kind: 'investor', projectId },
    known,
  }: Omit<ChangeCommand, 'actor'> & { readonly actor?: Actor },
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, now, actor, known }, (aggregate) => {
    if (aggregate.project.confirmed) return ok(undefined);
    const change = changeBuilder(aggregate, now, refOf(actor, aggregate.project));
    change.emit({ type: 'address-confirmed' });
    return ok(change.change());
  });
