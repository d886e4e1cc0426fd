import { fail, ok, type Result } from '../kernel/result.ts';
import { idOf, invalid, isColleague, type Acting, type Made, type Request } from './acting.ts';
import type { Project } from '../project/project.ts';
import type { Promised } from './forum-record.ts';
import type { ForumPorts } from './view-forum.ts';

export async function sign(
  ports: ForumPorts,
  found: Acting,
  request: Request<'sign'>,
): Promise<Result<readonly Made[]>> {
  const { action: _, owner = found.personId, ...facts } = request;
  if (request.signedOn > found.day) return invalid('signedOn', 'in-future');
  if (!(await isColleague(ports, found, owner))) return invalid('owner', 'invalid_value');
  const { zoneId } = found.context.zone;
  const { forumId } = found.forum;
  // The same paper entered twice is one.
  const promiseId = idOf(ports, 'p', [forumId, request.kind, request.parties.toLowerCase(), request.signedOn]);
  const known = (await ports.forums.promises(zoneId, forumId)).some((one) => one.promiseId === promiseId);
  if (known) return invalid('parties', 'taken');
  const promised = { ...facts, owner, promiseId, zoneId, forumId, verifiedOn: found.day, version: 1 };
  return ok([{ guests: [], promises: [promised], about: promiseId }]);
}

/** By its number, or by its id: a letter that has just come in is not found by words yet. */
async function projectNamed({ lists }: ForumPorts, zoneId: string, named: string): Promise<Project | undefined> {
  const { entries } = await lists.list(zoneId, { by: 'search', text: named }, { limit: 1 });
  const known = [...entries, ...(entries.length === 0 ? await lists.lines([named]) : [])].map(({ project }) => project);
  return known.find((one) => one.zoneId === zoneId && (one.number === named || one.projectId === named));
}

type OnPromise = Request<'next' | 'letter' | 'lose'>;

async function changedPromise(
  ports: ForumPorts,
  found: Acting,
  promised: Promised,
  request: OnPromise,
): Promise<Result<Promised>> {
  const changed = { ...promised, verifiedOn: found.day, version: promised.version + 1 };
  if (request.action === 'lose') return ok({ ...changed, lost: { on: found.day, reason: request.reason } });
  if (request.action === 'next') {
    const { step, owner, due } = request;
    if (due < found.day) return invalid('due', 'in-the-past');
    if (!(await isColleague(ports, found, owner))) return invalid('owner', 'invalid_value');
    return ok({ ...changed, next: { step, owner, due } });
  }
  const project = await projectNamed(ports, found.context.zone.zoneId, request.project);
  return project
    ? ok({ ...changed, project: { projectId: project.projectId, number: project.number } })
    : invalid('project', 'no-such-project');
}

export async function withPromise(
  ports: ForumPorts,
  found: Acting,
  request: OnPromise,
): Promise<Result<readonly Made[]>> {
  const there = await ports.forums.promises(found.context.zone.zoneId, found.forum.forumId);
  const promised = there.find(({ promiseId }) => promiseId === request.promiseId);
  if (promised === undefined) return fail({ kind: 'not-found' });
  if (promised.version !== request.version)
    return fail({ kind: 'conflict', version: promised.version, state: 'changed' });
  if (promised.lost || promised.project) return fail({ kind: 'not-allowed', action: request.action, because: 'done' });
  const changed = await changedPromise(ports, found, promised, request);
  return changed.ok ? ok([{ guests: [], promises: [changed.value], about: promised.promiseId }]) : changed;
}
