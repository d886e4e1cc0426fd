import {
  HandOverObstacleRequest,
  OfficeAnswerRequest,
  RecordObstacleRequest,
  ResolveObstacleRequest,
} from '#core/obstacles/obstacle.ts';
import type { ProjectView } from '#core/api/views.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ObstacleAction } from '#core/obstacles/obstacle-rights.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { actOnObstacle, type ObstacleRequest } from '#core/obstacles/act-on-obstacle.ts';
import { raiseObstacle } from '#core/obstacles/raise-obstacle.ts';
import { viewObstacle } from '#core/obstacles/view-obstacle.ts';
import { viewProject } from '#core/project/view-project.ts';
import type { Frame } from '#pages/frame.ts';
import { obstacleAddress, projectAddress } from '#pages/office/addresses.ts';
import { obstaclePage, obstacleSheet, recordSheet, type ObstacleProps } from '#pages/office/obstacles/page.tsx';
import type { Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { problem, render } from '../../kit/visit.ts';
import { projectForm } from '../office-form.ts';
import { viewWithZone } from '../view-with-zone.ts';

type ObstaclePorts = Pick<Ports, 'projects' | 'reference'>;

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

const actions: readonly ObstacleAction[] = ['hand-over', 'answer', 'resolve'];
const doneOf = (text: string | null) => (['raised', ...actions] as const).find((one) => one === text);

export const obstacle =
  (ports: ObstaclePorts): StaffHandler =>
  async (visit) => {
    const found = await opened(ports, visit);
    return found.ok
      ? render(obstaclePage({ ...found.value, done: doneOf(visit.query.get('done')) }))
      : problem(found.failure);
  };

type Acting = ObstacleProps & { readonly action: ObstacleAction };

/** An action that this reader may take now; else the state as it is, or that it is not theirs. */
async function acting(ports: ObstaclePorts, visit: StaffVisit): Promise<Result<Acting>> {
  const action = actions.find((one) => one === visit.params['action']);
  if (action === undefined) return fail({ kind: 'not-found' });
  const found = await opened(ports, visit);
  if (!found.ok) return found;
  const {
    obstacle: { actions: allowed, state },
    view,
  } = found.value;
  // What was sent already is judged by the use case: the same form once more is done, not too late.
  if (allowed.includes(action) || visit.fields.get('step') === 'send' || visit.query.has('check'))
    return ok({ ...found.value, action });
  return fail(state === 'open' ? { kind: 'forbidden' } : { kind: 'conflict', version: view.version, state });
}

const schemas = {
  'hand-over': HandOverObstacleRequest,
  answer: OfficeAnswerRequest,
  resolve: ResolveObstacleRequest,
} as const;

function read(typed: URLSearchParams, about: Acting): Checked<ObstacleRequest> {
  const { action } = about;
  const { fields } = obstacleSheet(about);
  const request = readForm(schemas[action], typed, fields);
  return request.ok ? { ok: true, value: { action, ...request.value } as ObstacleRequest } : request;
}

export const obstacleActions = (ports: ObstaclePorts & FormPorts): FormHandlers =>
  projectForm<Acting, ObstacleRequest>(ports, {
    open: (visit) => acting(ports, visit),
    sheet: obstacleSheet,
    read,
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
    ) => actOnObstacle(on, { projectId, obstacleId, actor, now, request }),
    done: ({ view, obstacle: { obstacleId }, action }) =>
      `${obstacleAddress(view.projectId, obstacleId)}?done=${action}`,
    words: stateWords,
  });

interface Recording {
  readonly frame: Frame;
  readonly view: ProjectView;
}

async function recording(ports: ObstaclePorts, { params, actor, now, frame }: StaffVisit): Promise<Result<Recording>> {
  const found = await viewProject(ports, { projectId: params['projectId'] ?? '', actor, now });
  if (!found.ok) return found;
  const { allowedActions, ending } = found.value;
  if (allowedActions.includes('raise-obstacle')) return ok({ frame: frame(), view: found.value });
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
    ) => raiseObstacle(on, { projectId, actor, now, request }),
    done: ({ view: { projectId } }, _, { obstacles }) => {
      const raised = obstacles.at(-1);
      return raised ? `${obstacleAddress(projectId, raised.obstacleId)}?done=raised` : projectAddress(projectId);
    },
    words: stateWords,
  });
