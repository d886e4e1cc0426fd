import type { Aggregate } from '../contracts/project.ts';
import type { Actor } from '../domain/actor.ts';
import type { Change } from '../domain/project/draft.ts';
import type { Setting } from '../domain/project/setting.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { mayView } from '../domain/rules/permissions.ts';
import type { Ports } from '../ports/index.ts';
import { settingOf } from './setting-of.ts';

/** How often a change is made anew on a state that somebody else has changed meanwhile. */
const attempts = 8;

type Judged = Result<Change | undefined>;

/** What a change brings to a state; a rule that needs words kept beside the project reads them on each attempt. */
export type Rule = (aggregate: Aggregate, setting: Setting) => Judged | Promise<Judged>;

export interface ChangeCommand {
  readonly projectId: string;
  readonly now: number;
  readonly actor: Actor;
}

export type ChangePorts = Pick<Ports, 'projects' | 'reference'>;

/**
 * The one way in which a project changes: load, let the rule judge the state, write in one transaction, and begin again when
 * somebody else was faster. A rule that changes nothing gives undefined. Gives the state afterwards. To an actor who may not
 * even see the project it does not exist (`not-found`). Throws when it is never the first in eight attempts.
 */
export async function changeProject(ports: ChangePorts, { projectId, now, actor }: ChangeCommand, rule: Rule): Promise<Result<Aggregate>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const aggregate = await ports.projects.load(projectId);
    if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
    const setting = await settingOf(ports, aggregate.project.zoneId, now);
    if (setting === undefined) throw new Error(`Project ${projectId} belongs to no zone`);
    const change = await rule(aggregate, setting);
    if (!change.ok) return change;
    if (change.value === undefined) return ok(aggregate);
    if (await ports.projects.commit(change.value) === 'committed') return ok(change.value.after);
  }
  throw new Error(`Project ${projectId} is changed by too many at once`);
}
