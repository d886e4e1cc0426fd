import { refOf, type Actor } from '../kernel/actor.ts';
import { fail, type Result } from '../kernel/result.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import { hasRole } from '../project/permissions.ts';
import type { Aggregate } from '../project/project.ts';
import { closeDocket, openDocket, takeStep } from './change-docket.ts';
import type { DocketRequest } from './docket-facts.ts';
import { docketAction } from './law.ts';

export interface ActOnDocket {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: DocketRequest;
}

/** Twice is once. Fails with `not-found`, `forbidden`, `not-allowed` (`step-before`, `not-late`, `no-contract`), `conflict`, `invalid`. */
export const actOnDocket = (
  ports: ChangePorts,
  { projectId, actor, now, request }: ActOnDocket,
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, actor, now }, (aggregate, context) => {
    const { project } = aggregate;
    if (!hasRole(actor, project, docketAction(request.step))) return fail({ kind: 'forbidden' });
    const by = refOf(actor, project);
    switch (request.step) {
      case 'open':
        return project.phase === 'ended'
          ? fail({ kind: 'not-allowed', action: 'docket', because: project.ending ?? project.phase })
          : openDocket(aggregate, context, request.words, by);
      case 'close':
        return closeDocket(aggregate, context, request, by);
      default:
        return takeStep(aggregate, context, request, by);
    }
  });
