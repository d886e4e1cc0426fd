import { AnswerObstacleRequest, HandOverObstacleRequest } from '#core/obstacles/obstacle.ts';
import { fail, ok, type Failure, type Result } from '#core/kernel/result.ts';
import type { ObstacleAction } from '#core/obstacles/obstacle-rights.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { actOnObstacle, type ObstacleRequest } from '#core/obstacles/act-on-obstacle.ts';
import { rehearse } from '#core/project/rehearse.ts';
import { viewObstacle } from '#core/obstacles/view-obstacle.ts';
import { filled } from '#web/components/filled.ts';
import { obstacleAddress } from '#web/office/addresses.ts';
import { givenObstacle, holderIn, wordsLabel } from '#web/office/obstacle-fields.tsx';
import { confirmObstaclePage, obstacleActionPage, obstaclePage, type ObstacleProps } from '#web/office/obstacle-pages.tsx';
import { statusOf } from '../problems.ts';
import { check, type Checked } from '../pages/check.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { present, textIn } from '../pages/values.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { previewsOf } from './previews.ts';
import { viewWithZone } from './project.ts';
import { isMendable, refusedForm } from '../pages/refused-form.ts';

type ObstaclePorts = Pick<Ports, 'projects' | 'reference'>;

async function opened(ports: ObstaclePorts, visit: StaffVisit): Promise<Result<ObstacleProps>> {
  const { params: { projectId = '', obstacleId = '' }, actor, now } = visit;
  const [viewed, obstacle] = await Promise.all([viewWithZone(ports, visit, projectId), viewObstacle(ports, { projectId, obstacleId, actor, now })]);
  if (!viewed.ok) return viewed;
  if (!obstacle.ok) return obstacle;
  const { view, zone } = viewed.value;
  return ok({ frame: visit.frame(), view, obstacle: obstacle.value, offsetMinutes: zone.offsetMinutes, parties: zone.parties });
}

const actions: readonly ObstacleAction[] = ['hand-over', 'answer', 'resolve'];
const actionOf = ({ params }: StaffVisit): ObstacleAction | undefined => actions.find((one) => one === params['action']);
const doneOf = (text: string | null) => (['raised', ...actions] as const).find((one) => one === text);

/** One obstacle with all that was said of it. */
export const obstacle = (ports: ObstaclePorts) => async (visit: StaffVisit): Promise<Reply> => {
  const found = await opened(ports, visit);
  return found.ok ? show(obstaclePage({ ...found.value, done: doneOf(visit.query.get('done')) })) : problem(found.failure);
};

/** The form of an action that this reader may take now; else the state as it is, or that it is not theirs. */
async function acting(ports: ObstaclePorts, visit: StaffVisit): Promise<Result<ObstacleProps & { readonly action: ObstacleAction }>> {
  const action = actionOf(visit);
  if (action === undefined) return fail({ kind: 'not-found' });
  const found = await opened(ports, visit);
  if (!found.ok) return found;
  const { obstacle: { actions: allowed, state }, view } = found.value;
  // What was sent already is judged by the use case: the same form once more is done, not too late.
  if (allowed.includes(action) || visit.fields.get('step') === 'send') return ok({ ...found.value, action });
  return fail(state === 'open' ? { kind: 'forbidden' } : { kind: 'conflict', version: view.version, state });
}

export const obstacleAction = (ports: ObstaclePorts) => async (visit: StaffVisit): Promise<Reply> => {
  const found = await acting(ports, visit);
  return found.ok ? show(obstacleActionPage({ ...found.value, form: filled() })) : problem(found.failure);
};

/** The form put to the contract of its action. */
function requestIn(fields: URLSearchParams, action: ObstacleAction): Checked<ObstacleRequest> {
  const words = textIn(fields, 'words');
  if (action === 'hand-over') {
    const request = check(HandOverObstacleRequest, present({ to: holderIn(textIn(fields, 'to')), words }));
    return request.ok ? { ok: true, value: { action, ...request.value } } : request;
  }
  const request = check(AnswerObstacleRequest, present({ words }));
  return request.ok ? { ok: true, value: { action, ...request.value } } : request;
}

/** Checks an action, shows it with the emails it will send, and does it when that is confirmed. */
export const actOnObstacleByForm = (ports: ObstaclePorts) => async (visit: StaffVisit): Promise<Reply> => {
  const { fields, actor, now } = visit;
  const found = await acting(ports, visit);
  if (!found.ok) return problem(found.failure);
  const props = found.value;
  const { frame, view: { projectId }, obstacle: { obstacleId }, action } = props;
  const labels = { to: obstacleTexts(frame.language).to, words: wordsLabel(frame, action) };
  const again = (failure: Failure): Reply =>
    (isMendable(failure) ? show(obstacleActionPage({ ...props, form: refusedForm(frame, fields, failure, labels) }), statusOf(failure)) : problem(failure));
  if (fields.get('step') === 'mend') return show(obstacleActionPage({ ...props, form: filled(fields) }));
  const request = requestIn(fields, action);
  if (!request.ok) return again({ kind: 'invalid', issues: request.issues });
  const command = { projectId, obstacleId, actor, now, request: request.value };
  if (fields.get('step') === 'send') {
    const done = await actOnObstacle(ports, command);
    return done.ok ? goTo(`${obstacleAddress(projectId, obstacleId)}?done=${action}`) : again(done.failure);
  }
  const emails = await rehearse(ports, now, (rehearsed) => actOnObstacle(rehearsed, command));
  if (!emails.ok) return again(emails.failure);
  return show(confirmObstaclePage({ ...props, given: givenObstacle(frame, props.parties, request.value), emails: previewsOf(emails.value), fields }));
};
