import { fail, ok, type Result } from '../kernel/result.ts';
import { idOf, invalid, isColleague, type Acting, type Made, type Request } from './acting.ts';
import { daysOf, mostOfPlan, noPlan, timesOf, type Plan } from './plan.ts';
import type { ForumPorts } from './view-forum.ts';

type OnPlan = Request<'hall' | 'session' | 'drop-session' | 'task' | 'task-done' | 'stated'>;

async function changedPlan(ports: ForumPorts, found: Acting, plan: Plan, request: OnPlan): Promise<Result<Plan>> {
  const changed = { ...plan, version: plan.version + 1 };
  switch (request.action) {
    case 'hall': {
      const { tables, from, until, minutes } = request;
      const hall = { tables, from, until, minutes };
      return timesOf(hall).length === 0 ? invalid('until', 'invalid_value') : ok({ ...changed, hall });
    }
    case 'session': {
      const { action: _, version: __, ...session } = request;
      if (!daysOf(found.forum).includes(session.on)) return invalid('on', 'invalid_value');
      if (session.until <= session.from) return invalid('until', 'invalid_value');
      const sessionId = idOf(ports, 's', [session.on, session.from, session.hall]);
      const others = plan.sessions.filter((one) => one.sessionId !== sessionId);
      // Two sessions do not share a hall.
      const isTaken = others.some(
        (one) =>
          one.on === session.on && one.hall === session.hall && one.from < session.until && session.from < one.until,
      );
      if (isTaken) return invalid('hall', 'taken');
      if (others.length >= mostOfPlan.sessions) return invalid('title', 'too_big');
      return ok({ ...changed, sessions: [...others, { ...session, sessionId }] });
    }
    case 'drop-session':
      return plan.sessions.some(({ sessionId }) => sessionId === request.sessionId)
        ? ok({ ...changed, sessions: plan.sessions.filter(({ sessionId }) => sessionId !== request.sessionId) })
        : fail({ kind: 'not-found' });
    case 'task': {
      const { text, daysBefore, owner } = request;
      if (!(await isColleague(ports, found, owner))) return invalid('owner', 'invalid_value');
      if (plan.tasks.length >= mostOfPlan.tasks) return invalid('text', 'too_big');
      const taskId = idOf(ports, 't', [text.toLowerCase(), daysBefore]);
      if (plan.tasks.some((one) => one.taskId === taskId)) return invalid('text', 'taken');
      return ok({ ...changed, tasks: [...plan.tasks, { taskId, text, daysBefore, owner }] });
    }
    case 'stated': {
      const { action: _, version: __, ...stated } = request;
      if (stated.asOf > found.day) return invalid('asOf', 'in-future');
      // Said again of the same day by the same source it is put right.
      const others = (plan.stated ?? []).filter(
        (one) => one.step !== stated.step || one.asOf !== stated.asOf || one.source !== stated.source,
      );
      if (others.length >= mostOfPlan.stated) return invalid('source', 'too_big');
      return ok({ ...changed, stated: [...others, stated] });
    }
    case 'task-done': {
      const task = plan.tasks.find(({ taskId }) => taskId === request.taskId);
      if (task === undefined) return fail({ kind: 'not-found' });
      if (task.owner !== found.personId && !found.leads) return fail({ kind: 'forbidden' });
      if (task.doneOn !== undefined) return fail({ kind: 'not-allowed', action: request.action, because: 'done' });
      return ok({ ...changed, tasks: plan.tasks.map((one) => (one === task ? { ...one, doneOn: found.day } : one)) });
    }
  }
}

/** Programme, tasks and tables. A task is done by whoever answers for it, or who leads. */
export async function withPlan(ports: ForumPorts, found: Acting, request: OnPlan): Promise<Result<readonly Made[]>> {
  const { zoneId } = found.context.zone;
  const { forumId } = found.forum;
  const plan = (await ports.forums.plan(zoneId, forumId)) ?? noPlan(zoneId, forumId);
  if (plan.version !== request.version) return fail({ kind: 'conflict', version: plan.version, state: 'changed' });
  const changed = await changedPlan(ports, found, plan, request);
  return changed.ok ? ok([{ guests: [], promises: [], plan: changed.value, about: 'plan' }]) : changed;
}
