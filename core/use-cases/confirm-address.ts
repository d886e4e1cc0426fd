import type { Aggregate } from '../contracts/project.ts';
import { draft } from '../domain/project/draft.ts';
import { ok, type Result } from '../domain/result.ts';
import { changeProject, type ChangePorts } from './change-project.ts';

/** The investor's address is confirmed by a link sent to it; from now on the letter counts in leadership's figures. */
export const confirmAddress = (ports: ChangePorts, { projectId, now }: { projectId: string; now: number }): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, now, actor: { kind: 'investor', projectId } }, (aggregate) => {
    if (aggregate.project.confirmed) return ok(undefined);
    const change = draft(aggregate, now, { kind: 'investor' });
    change.emit({ type: 'address-confirmed' });
    return ok(change.change());
  });
