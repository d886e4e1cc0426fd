import type {
  ExtendRequest,
  MergeRequest,
  RenewPauseRequest,
  ReopenRequest,
  ResumeRequest,
  SuspendRequest,
  TerminateRequest,
  WithdrawRequest,
} from './project-action.ts';
import type { Aggregate } from './project.ts';
import { acting, refOf, type Actor } from '../kernel/actor.ts';
import { end } from './end.ts';
import { extend } from './extend.ts';
import { merge } from './merge.ts';
import { reopen } from './reopen.ts';
import { renewPause, resume, suspend } from './suspend.ts';
import type { Change } from './change-builder.ts';
import type { ZoneContext } from './zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { hasRole, mayExtend, rules, type Action } from './permissions.ts';
import { changeProject, type ChangePorts } from './change-project.ts';

export type ProjectAction =
  | ({ readonly action: 'suspend' } & SuspendRequest)
  | ({ readonly action: 'renew-pause' } & RenewPauseRequest)
  | ({ readonly action: 'resume' } & ResumeRequest)
  | ({ readonly action: 'extend' } & ExtendRequest)
  | ({ readonly action: 'withdraw' } & WithdrawRequest)
  | ({ readonly action: 'merge' } & MergeRequest)
  | ({ readonly action: 'terminate' } & TerminateRequest)
  | ({ readonly action: 'reopen' } & ReopenRequest);

export interface ActOnProject {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: ProjectAction;
}

const extending = ['headquarters', 'head', 'officer'] as const;

async function perform(
  { projects }: ChangePorts,
  aggregate: Aggregate,
  context: ZoneContext,
  { actor, request }: ActOnProject,
): Promise<Result<Change | undefined>> {
  // An extension needs somebody above whoever has to answer.
  const by = refOf(actor, aggregate.project, request.action === 'extend' ? extending : acting);
  switch (request.action) {
    case 'suspend':
      return suspend(aggregate, context, request, by);
    case 'renew-pause':
      return renewPause(aggregate, context, request, by);
    case 'resume':
      return ok(resume(aggregate, context, by));
    case 'extend':
      return extend(aggregate, context, request, by);
    case 'withdraw':
      return ok(end(aggregate, context, { as: 'withdrawn', by, reasonCode: 'investor-asked', reason: request.reason }));
    case 'merge':
      return merge(aggregate, await projects.load(request.into), context, by);
    case 'terminate':
      return ok(
        end(aggregate, context, { as: 'terminated', by, reasonCode: request.reasonCode, reason: request.reason }),
      );
    case 'reopen':
      return ok(reopen(aggregate, context, request, by));
  }
}

function isAboveHolder(actor: Actor, { project, assignments }: Aggregate, request: ProjectAction): boolean {
  if (request.action !== 'extend') return true;
  return mayExtend(
    actor,
    project,
    assignments.find((one) => one.assignmentId === request.assignmentId),
  );
}

const isRepeat = ({ project }: Aggregate, request: ProjectAction): boolean =>
  request.action === 'merge' && project.mergedInto?.projectId === request.into;

/** Fails with `not-found`, `forbidden`, `not-allowed` in this state, `invalid`. */
export const actOnProject = (ports: ChangePorts, command: ActOnProject): Promise<Result<Aggregate>> =>
  changeProject(ports, command, (aggregate, context) => {
    const { actor, request } = command;
    const { project } = aggregate;
    const action: Action = request.action;
    if (!hasRole(actor, project, action) || !isAboveHolder(actor, aggregate, request))
      return fail({ kind: 'forbidden' });
    if (isRepeat(aggregate, request)) return ok(undefined);
    if (!rules[action].when(project))
      return fail({
        kind: 'not-allowed',
        action,
        because: project.ending ?? (project.pause ? 'suspended' : project.phase),
      });
    return perform(ports, aggregate, context, command);
  });
