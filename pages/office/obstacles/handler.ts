import {
  HandOverObstacleRequest,
  OfficeAnswerRequest,
  RecordObstacleRequest,
  ReferObstacleRequest,
  ReferralAnswerRequest,
  ResolveObstacleRequest,
} from '#core/obstacles/obstacle.ts';
import type { ProjectView } from '#core/api/views.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { obstacleActs, type ObstacleAction } from '#core/obstacles/obstacle-rights.ts';
import { candidatesOf } from '#core/road-map/people.ts';
import { zoneContextOf } from '#core/project/zone-context-of.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { actOnObstacle, type ObstacleRequest } from '#core/obstacles/act-on-obstacle.ts';
import { raiseObstacle } from '#core/obstacles/raise-obstacle.ts';
import { viewObstacle } from '#core/obstacles/view-obstacle.ts';
import { viewProject } from '#core/project/view-project.ts';
import { obstacleAddress, projectAddress } from '#pages/office/addresses.ts';
import {
  obstaclePage,
  obstacleSheet,
  recordSheet,
  type ObstacleProps,
  type Recording,
} from '#pages/office/obstacles/page.tsx';
import type { Field } from '../../components/fields.tsx';
import type { Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { problem, render } from '../../kit/visit.ts';
import { projectForm } from '../office-form.ts';
import { viewWithZone } from '../view-with-zone.ts';

type ObstaclePorts = Pick<Ports, 'projects' | 'reference' | 'ids' | 'headquarters'>;

async function opened(ports: ObstaclePorts, visit: StaffVisit): Promise<Result<ObstacleProps>> {
  const {
    params: { projectId = '', obstacleId = '' },
    actor,
    now,
  } = visit;
  const [viewed, found] = await Promise.all([
    viewWithZone(ports, visit, projectId),
    viewObstacle(ports, { projectId, obstacleId, actor, now }),
  ]);
  if (!viewed.ok) return viewed;
  if (!found.ok) return found;
  const { view, zone } = viewed.value;
  return ok({
    frame: visit.frame(),
    view,
    obstacle: found.value,
    offsetMinutes: zone.offsetMinutes,
    parties: zone.parties,
  });
}

const doneOf = (text: string | null) => (['raised', ...obstacleActs] as const).find((one) => one === text);

export const obstacle =
  (ports: ObstaclePorts): StaffHandler =>
  async (visit) => {
    const found = await opened(ports, visit);
    return found.ok
      ? render(obstaclePage({ ...found.value, done: doneOf(visit.query.get('done')) }))
      : problem(found.failure);
  };

export async function peopleOf(
  { reference, ids }: Pick<ObstaclePorts, 'reference' | 'ids'>,
  { now }: StaffVisit,
  { zoneId }: Pick<ProjectView, 'zoneId'>,
): Promise<ReturnType<typeof candidatesOf>> {
  const context = await zoneContextOf({ reference }, zoneId, now);
  return context ? candidatesOf({}, context, await reference.staff(context.zone), ids.hash) : [];
}

type Acting = ObstacleProps & { readonly action: ObstacleAction };

/** An action that this reader may take now; else the state as it is, or that it is not theirs. */
async function acting(ports: ObstaclePorts, visit: StaffVisit): Promise<Result<Acting>> {
  const action = obstacleActs.find((one) => one === visit.params['action']);
  if (action === undefined) return fail({ kind: 'not-found' });
  const found = await opened(ports, visit);
  if (!found.ok) return found;
  const {
    obstacle: { actions: allowed, state },
    view,
  } = found.value;
  // What was sent already is judged by the use case: the same form once more is done, not too late.
  if (allowed.includes(action) || visit.fields.get('step') === 'send' || visit.query.has('check'))
    return ok({
      ...found.value,
      action,
      ...(action === 'hand-over' && { people: await peopleOf(ports, visit, found.value.view) }),
    });
  return fail(state === 'open' ? { kind: 'forbidden' } : { kind: 'conflict', version: view.version, state });
}

const obstacleSchemas = {
  'hand-over': HandOverObstacleRequest,
  answer: OfficeAnswerRequest,
  refer: ReferObstacleRequest,
  'referral-answer': ReferralAnswerRequest,
  resolve: ResolveObstacleRequest,
} as const;

/** A person goes with their holder. */
export function readAction(
  typed: URLSearchParams,
  action: ObstacleAction,
  fields: readonly Field[],
): Checked<ObstacleRequest> {
  const to = typed.get('to') ?? '';
  const request = readForm(obstacleSchemas[action], typed, fields, to.includes(':') ? { person: to } : {});
  return request.ok ? { ok: true, value: { action, ...request.value } as ObstacleRequest } : request;
}

export const obstacleActions = (ports: ObstaclePorts & FormPorts): FormHandlers =>
  projectForm<Acting, ObstacleRequest>(ports, {
    open: (visit) => acting(ports, visit),
    sheet: obstacleSheet,
    read: (typed, about) => readAction(typed, about.action, obstacleSheet(about).fields),
    act: (
      on,
      {
        about: {
          view: { projectId },
          obstacle: { obstacleId },
        },
        request,
        visit: { actor, now },
      },
    ) => actOnObstacle({ ...on, ids: ports.ids }, { projectId, obstacleId, actor, now, request }),
    done: ({ view, obstacle: { obstacleId }, action }) =>
      `${obstacleAddress(view.projectId, obstacleId)}?done=${action}`,
    words: stateWords,
  });

async function recording(ports: ObstaclePorts, { params, actor, now, frame }: StaffVisit): Promise<Result<Recording>> {
  const found = await viewProject(ports, { projectId: params['projectId'] ?? '', actor, now });
  if (!found.ok) return found;
  const { allowedActions, ending } = found.value;
  if (allowedActions.includes('raise-obstacle')) {
    const { zoneId } = found.value;
    const [setting, state] = await Promise.all([
      ports.reference.setting(zoneId),
      ports.headquarters.load({ headquartersId: zoneId }),
    ]);
    return ok({
      frame: frame(),
      view: found.value,
      parties: setting?.parties ?? [],
      instructions: state?.instructions.filter((one) => one.state !== 'done') ?? [],
    });
  }
  // Whoever may never do it is told so; who may, but not now, why.
  return fail(
    allowedActions.includes('add-note')
      ? { kind: 'not-allowed', action: 'raise-obstacle', because: ending ?? 'unconfirmed' }
      : { kind: 'forbidden' },
  );
}

export const recordObstacle = (ports: ObstaclePorts & FormPorts): FormHandlers =>
  projectForm<Recording, RecordObstacleRequest>(ports, {
    open: (visit) => recording(ports, visit),
    sheet: recordSheet,
    read: (typed, about) => readForm(RecordObstacleRequest, typed, recordSheet(about).fields),
    act: (
      on,
      {
        about: {
          view: { projectId },
        },
        request,
        visit: { actor, now },
      },
    ) => raiseObstacle({ ...on, headquarters: ports.headquarters }, { projectId, actor, now, request }),
    done: ({ view: { projectId } }, _, { obstacles }) => {
      const raised = obstacles.at(-1);
      return raised ? `${obstacleAddress(projectId, raised.obstacleId)}?done=raised` : projectAddress(projectId);
    },
    words: stateWords,
  });
