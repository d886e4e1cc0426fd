import type { Ports } from '#core/kernel/ports.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ObstacleRequest } from '#core/obstacles/act-on-obstacle.ts';
import { obstacleActs, type ObstacleAction } from '#core/obstacles/obstacle-rights.ts';
import { RecordObstacleRequest } from '#core/obstacles/obstacle.ts';
import type { ZoneObstacle } from '#core/obstacles/zone-obstacle.ts';
import {
  actOnZoneObstacle,
  listZoneObstacles,
  raiseZoneObstacle,
  viewZoneObstacle,
} from '#core/obstacles/zone-obstacles.ts';
import { reviewPage } from '#pages/components/sheet.tsx';
import { zoneObstacleAddress } from '#pages/office/addresses.ts';
import {
  zoneObstaclePage,
  zoneObstacleSheet,
  zoneObstaclesPage,
  zoneRecordSheet,
  type ZoneObstacleProps,
  type ZoneObstaclesProps,
} from '#pages/office/zone-obstacles/page.tsx';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import { staffForm, type FormHandlers, type Judged } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { problem, render } from '../../kit/visit.ts';
import { peopleOf, readAction } from '../obstacles/handler.ts';

type ZonePorts = Pick<Ports, 'reference' | 'lists' | 'headquarters' | 'zoneObstacles' | 'ids'>;

/** Played through: what is refused is told before it is sent. */
const unwritten = (ports: ZonePorts): ZonePorts => ({
  ...ports,
  zoneObstacles: { ...ports.zoneObstacles, write: async () => Promise.resolve('written') },
});

async function listed(ports: ZonePorts, visit: StaffVisit): Promise<Result<ZoneObstaclesProps>> {
  const { params, actor, now, frame, query, event } = visit;
  const zoneId = params['zoneId'] ?? '';
  const found = await listZoneObstacles(ports, { zoneId, actor, now });
  if (!found.ok) return found;
  if (event.requestContext.http.method === 'POST' && !found.value.mayRaise) return fail({ kind: 'forbidden' });
  const state = await ports.headquarters.load({ headquartersId: zoneId });
  return ok({
    frame: frame(),
    view: found.value,
    instructions: state?.instructions.filter((one) => one.state !== 'done') ?? [],
    isDone: query.has('done'),
  });
}

const raise = (
  ports: ZonePorts,
  { about, request, visit: { actor, now } }: Judged<ZoneObstaclesProps, RecordObstacleRequest>,
) => raiseZoneObstacle(ports, { zoneId: about.view.context.zone.zoneId, actor, now, request });

/** Obstacles of a whole zone, and the form that records one. */
export const zoneObstacles = (ports: ZonePorts & FormPorts): FormHandlers =>
  staffForm<ZoneObstaclesProps, RecordObstacleRequest, ZoneObstacle, ZoneObstacle>(ports, {
    open: (visit) => listed(ports, visit),
    sheet: zoneRecordSheet,
    page: zoneObstaclesPage,
    read: (typed, about) => readForm(RecordObstacleRequest, typed, zoneRecordSheet(about).fields),
    foresee: (judged) => raise(unwritten(ports), judged),
    review: ({ about, typed }) => reviewPage(zoneRecordSheet(about), { typed }),
    perform: (judged) => raise(ports, judged),
    done: (_, __, { zoneId, obstacle }) => `${zoneObstacleAddress(zoneId, obstacle.obstacleId)}?done`,
    words: stateWords,
  });

async function opened(ports: ZonePorts, visit: StaffVisit): Promise<Result<ZoneObstacleProps>> {
  const { params, actor, now, frame, query } = visit;
  const where = { zoneId: params['zoneId'] ?? '', actor, now };
  const [view, obstacle] = await Promise.all([
    listZoneObstacles(ports, where),
    viewZoneObstacle(ports, { ...where, obstacleId: params['obstacleId'] ?? '' }),
  ]);
  if (!view.ok) return view;
  if (!obstacle.ok) return obstacle;
  return ok({ frame: frame(), view: view.value, obstacle: obstacle.value, people: [], isDone: query.has('done') });
}

export const zoneObstacle =
  (ports: ZonePorts): StaffHandler =>
  async (visit) => {
    const found = await opened(ports, visit);
    return found.ok ? render(zoneObstaclePage(found.value)) : problem(found.failure);
  };

type Acting = ZoneObstacleProps & { readonly action: ObstacleAction };

async function acting(ports: ZonePorts, visit: StaffVisit): Promise<Result<Acting>> {
  const action = obstacleActs.find((one) => one === visit.params['action']);
  if (action === undefined) return fail({ kind: 'not-found' });
  const found = await opened(ports, visit);
  if (!found.ok) return found;
  const { actions, state, zoneId } = found.value.obstacle;
  // What was sent already is judged by the use case: the same form once more is done, not too late.
  if (actions.includes(action) || (visit.fields.get('step') === 'send' && state !== 'open'))
    return ok({
      ...found.value,
      action,
      people: action === 'hand-over' ? await peopleOf(ports, visit, { zoneId }) : [],
    });
  return fail(state === 'open' ? { kind: 'forbidden' } : { kind: 'conflict', version: 0, state });
}

const act = (ports: ZonePorts, { about, request, visit: { actor, now } }: Judged<Acting, ObstacleRequest>) => {
  const { zoneId, obstacleId } = about.obstacle;
  return actOnZoneObstacle(ports, { zoneId, obstacleId, actor, now, request });
};

export const zoneObstacleActions = (ports: ZonePorts & FormPorts): FormHandlers =>
  staffForm<Acting, ObstacleRequest, ZoneObstacle, ZoneObstacle>(ports, {
    open: (visit) => acting(ports, visit),
    sheet: zoneObstacleSheet,
    read: (typed, about) => readAction(typed, about.action, zoneObstacleSheet(about).fields),
    foresee: (judged) => act(unwritten(ports), judged),
    review: ({ about, typed }) => reviewPage(zoneObstacleSheet(about), { typed }),
    perform: (judged) => act(ports, judged),
    done: ({ obstacle: { zoneId, obstacleId } }) => `${zoneObstacleAddress(zoneId, obstacleId)}?done`,
    words: stateWords,
  });
