import type { Aggregate } from './project.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Change } from './change-builder.ts';
import { complete, type Holding } from './complete-change.ts';
import { withMoratoria } from '../moratoria/follow-moratoria.ts';
import { withStart } from '../lines/move-starts.ts';
import { isNumberDue, serialOf, withNumber } from '../letter/number.ts';
import type { ZoneContext } from './zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { mayView } from './permissions.ts';
import type { Ports } from '../kernel/ports.ts';
import { zoneContextOf } from './zone-context-of.ts';

/** How often a change is made anew on a state that somebody else has changed meanwhile: some four seconds, so that a crowd gets through. */
export const attempts = 12;

type Judged = Result<Change | undefined>;

/** What a change brings to a state; a rule that needs words kept beside the project reads them on each attempt. */
export type Rule = (aggregate: Aggregate, context: ZoneContext) => Judged | Promise<Judged>;

export interface ChangeCommand {
  readonly projectId: string;
  readonly now: number;
  readonly actor: Actor;
  /** The project as its caller has just read it: the first attempt is made upon it. */
  readonly known?: Aggregate | undefined;
}

/** `undoMs`: for so long what a person of the staff does can be taken back, and nothing of it is sent. */
export type ChangePorts = Pick<Ports, 'projects' | 'reference'> & { readonly undoMs?: number };

/**
 * The one way in which a project changes: the rule judges, one transaction writes, anew when another was faster.
 * `not-found` for who may not see it; `busy` when never the first: for the system itself it throws, its caller retries.
 */
export async function changeProject(
  ports: ChangePorts,
  { projectId, now, actor, known }: ChangeCommand,
  rule: Rule,
): Promise<Result<Aggregate>> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const aggregate = (attempt === 1 ? known : undefined) ?? (await ports.projects.load(projectId));
    if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
    const context = await zoneContextOf(ports, aggregate.project.zoneId, now);
    if (context === undefined) throw new Error(`Project ${projectId} belongs to no zone`);
    const change = await rule(aggregate, context);
    if (!change.ok) return change;
    if (change.value === undefined) return ok(aggregate);
    const next = await numbered(ports, withStart(withMoratoria(change.value, context), context), context);
    if ((await ports.projects.commit(complete(next, undefined, holdingOf(ports, actor, now)))) === 'committed')
      return ok(next.after);
    await ports.projects.giveWay(attempt);
  }
  if (actor.kind === 'system') throw new Error(`Project ${projectId} is changed by too many at once`);
  return fail({ kind: 'busy' });
}

const holdingOf = ({ undoMs = 0 }: ChangePorts, actor: Actor, now: number): Holding | undefined =>
  undoMs > 0 && actor.kind === 'staff' ? { by: actor.personId, until: now + undoMs } : undefined;

async function numbered({ projects }: Pick<Ports, 'projects'>, change: Change, { zone }: ZoneContext): Promise<Change> {
  if (!isNumberDue(change)) return change;
  const { zoneId, year } = serialOf(change.after.project);
  return withNumber(change, zone.code, await projects.lastNumber(zoneId, year));
}
