import type { followUpOperations } from '#core/api/follow-up-operations.ts';
import { officeOperations } from '#core/api/office-operations.ts';
import type { zoneOperations } from '#core/api/zone-operations.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Aggregate } from '#core/project/project.ts';
import { actOnProject, type ProjectAction } from '#core/project/act-on-project.ts';
import { actOnObstacle, type ObstacleRequest } from '#core/obstacles/act-on-obstacle.ts';
import { decide } from '#core/stages/decide.ts';
import { withDuplicates } from '#core/letter/find-duplicates.ts';
import { handleAssignment, type HandlingRequest } from '#core/work/handle-assignment.ts';
import { changeContact, renewTrackingLink } from '#core/project/change-contact.ts';
import { listAssignments, listEmails, listEvents, listProjects } from '#core/project/list-projects.ts';
import { viewBoard } from '#core/board/view-board.ts';
import { actOnForum } from '#core/forums/act-on-forum.ts';
import { listPromises, viewForum } from '#core/forums/view-forum.ts';
import { headquartersNamed } from '#core/headquarters/headquarters.ts';
import { listInstructions, viewAgenda } from '#core/headquarters/view-headquarters.ts';
import { confirmImport, viewImport } from '#core/imports/import-table.ts';
import { careFor } from '#core/project/care.ts';
import { changeLine } from '#core/lines/change-line.ts';
import { listMoratoria, setMoratorium } from '#core/moratoria/set-moratorium.ts';
import { withSamePlot } from '#core/plots/asked.ts';
import { actOnShowcase } from '#core/showcase/act-on-showcase.ts';
import { viewItem } from '#core/showcase/view-showcase.ts';
import { keepItem } from '#core/showcase/keep-item.ts';
import { keepPlot } from '#core/plots/keep-plot.ts';
import { keepZone } from '#core/plots/keep-zone.ts';
import { viewPlot } from '#core/plots/view-plots.ts';
import { viewLine, viewLines } from '#core/lines/view-lines.ts';
import { actOnDocket } from '#core/docket/act-on-docket.ts';
import { viewLadder } from '#core/ladder/view-ladder.ts';
import { viewObligations } from '#core/obligations/view-obligations.ts';
import { actOnRoadMap } from '#core/road-map/change-road-map.ts';
import { viewRoadMap } from '#core/road-map/view-road-map.ts';
import { listObstacles } from '#core/obstacles/list-obstacles.ts';
import { actOnFollowUp, makeFollowUp, myFollowUps } from '#core/work/follow-ups.ts';
import { listStale } from '#core/work/stale.ts';
import { addNote, listNotes } from '#core/work/office-notes.ts';
import { assignmentLineView, changedView } from '#core/project/project-views.ts';
import { raiseObstacle } from '#core/obstacles/raise-obstacle.ts';
import { reportLine } from '#core/reference/report-line.ts';
import { viewObstacle } from '#core/obstacles/view-obstacle.ts';
import { actOnZoneObstacle, raiseZoneObstacle, viewZoneObstacle } from '#core/obstacles/zone-obstacles.ts';
import { viewProject, type ViewProject } from '#core/project/view-project.ts';
import { authenticate } from './authenticate.ts';
import { noteContactRead } from './contact-read.ts';
import type { Api, Call, Handlers } from './api.ts';
import { importFile } from '#pages/kit/import-file.ts';
import type { OfficePorts } from './office.ts';

/** @param body text, or any file in base64 */
const bytesOf = ({
  text,
  file,
}: {
  readonly text?: string | undefined;
  readonly file?: string | undefined;
}): Uint8Array => (file === undefined ? new TextEncoder().encode(text ?? '') : Buffer.from(file, 'base64'));

const changed = (result: Result<Aggregate>) => (result.ok ? ok(changedView(result.value)) : result);

/** What is overdue was due before today in every zone: none is a day ahead of UTC. */
const narrowingOf = ({ stage, overdue }: Call<'listAssignments'>['query'], now: number) => ({
  stage,
  overdueOn: overdue === undefined ? undefined : new Date(now + 86_400_000).toISOString().slice(0, 10),
});

function importing(ports: OfficePorts): Pick<Handlers<typeof officeOperations>, 'importTable' | 'viewImport'> {
  return {
    importTable: async ({ body, actor, now }) => {
      const one =
        'importId' in body
          ? await confirmImport(ports, { ...body, actor, now })
          : await importFile(ports, { ...body, isPublic: body.isPublic === true, bytes: bytesOf(body), actor, now });
      return one.ok ? viewImport(ports, { importId: one.value.importId, actor, now }) : one;
    },
    viewImport: ({ params, actor, now }) => viewImport(ports, { ...params, actor, now }),
  };
}

/** What an office keeps beside its projects. */
const ofOffice = (
  ports: OfficePorts,
): Pick<
  Handlers<typeof officeOperations>,
  keyof typeof followUpOperations | 'raiseZoneObstacle' | 'viewZoneObstacle' | 'actOnZoneObstacle'
> => ({
  listFollowUps: async ({ query, actor, now }) => {
    const found = await myFollowUps(ports, { zoneId: query.zone, actor, now });
    return found.ok ? ok({ followUps: [...found.value.followUps] }) : found;
  },
  makeFollowUp: ({ params, body, actor, now }) => makeFollowUp(ports, { ...params, actor, now, request: body }),
  actOnFollowUp: ({ params, body, actor, now }) => actOnFollowUp(ports, { ...params, actor, now, request: body }),
  raiseZoneObstacle: ({ params, body, actor, now }) =>
    raiseZoneObstacle(ports, { ...params, actor, now, request: body }),
  viewZoneObstacle: ({ params, actor, now }) => viewZoneObstacle(ports, { ...params, actor, now }),
  actOnZoneObstacle: ({ params, body, actor, now }) =>
    actOnZoneObstacle(ports, { ...params, actor, now, request: body }),
});

/** About a zone as a whole. */
const ofZone = (ports: OfficePorts): Pick<Handlers<typeof officeOperations>, keyof typeof zoneOperations> => ({
  ...importing(ports),
  listLines: ({ query, actor, now }) => viewLines(ports, { zoneId: query.zone, actor, now }),
  viewLine: ({ params, actor, now }) => viewLine(ports, { ...params, actor, now }),
  listStale: async ({ query, actor, now }) => {
    const found = await listStale(ports, { zoneId: query.zone, actor, now });
    return found.ok ? ok({ projects: [...found.value.projects] }) : found;
  },
  listMoratoria: async ({ query, actor, now }) => {
    const found = await listMoratoria(ports, { zoneId: query.zone, actor, now });
    return found.ok ? ok({ moratoria: [...found.value.moratoria] }) : found;
  },
  setMoratorium: ({ params, body, actor, now }) => setMoratorium(ports, { ...params, request: body, actor, now }),
  viewPlot: ({ params, actor, now }) => viewPlot(ports, { ...params, actor, now }),
  keepZone: ({ params, body, actor, now }) => keepZone(ports, { ...params, request: body, actor, now }),
  viewItem: ({ params, actor }) => viewItem(ports, { ...params, actor }),
  actOnShowcase: ({ params, body, actor, now }) => actOnShowcase(ports, { ...params, request: body, actor, now }),
  keepItem: ({ params, body, actor, now }) => keepItem(ports, { ...params, request: body, actor, now }),
  keepPlot: ({ params, body, actor, now }) => keepPlot(ports, { ...params, request: body, actor, now }),
  changeLine: ({ params, body, actor, now }) => changeLine(ports, { ...params, request: body, actor, now }),
  viewAgenda: ({ params, query, actor, now }) =>
    viewAgenda(ports, { ...params, ...(query.scope === 'region' && { scope: query.scope }), actor, now }),
  listInstructions: async ({ query: { zone, region, ...query }, actor, now }) => {
    const name = headquartersNamed(zone, region);
    return name
      ? listInstructions(ports, { ...name, actor, now, query })
      : fail({ kind: 'invalid', issues: [{ path: 'zone', code: 'invalid_type' }] });
  },
  viewBoard: ({ query, actor, now }) => viewBoard(ports, { zoneId: query.zone, actor, now }),
  viewCohort: async ({ params, query, actor, now }) => {
    const ageDays = query.age === undefined ? undefined : Number(query.age.slice(1, -1));
    const found = await viewForum(ports, { ...params, actor, now, ageDays, by: query.by });
    return found.ok ? ok(found.value.cohort) : found;
  },
  listPromises: ({ query, actor, now }) => listPromises(ports, { zoneId: query.zone, actor, now }),
  actOnForum: async ({ params, body, actor, now }) => {
    const done = await actOnForum(ports, { ...params, request: body, actor, now });
    if (!done.ok) return done;
    const { guests, promises, meetings, plan } = done.value;
    return ok({
      guests: [...guests],
      promises: [...promises],
      ...(meetings && { meetings: [...meetings] }),
      ...(plan && { plan }),
    });
  },
  reportLine: ({ params, body, actor, now }) => reportLine(ports, { ...params, report: body, actor, now }),
});

const roadMapHandlers = (
  ports: OfficePorts,
): Pick<
  Handlers<typeof officeOperations>,
  'viewRoadMap' | 'approveRoadMap' | 'viewLadder' | 'viewObligations' | 'sayNeed'
> => ({
  viewObligations: ({ params, actor, now }) => viewObligations(ports, { ...params, actor, now }),
  sayNeed: async ({ params, body, actor, now }) =>
    changed(
      await careFor(ports, {
        ...params,
        actor,
        now,
        request: 'remove' in body ? { act: 'remove-need', lineId: body.lineId } : { act: 'say-need', ...body },
      }),
    ),
  viewLadder: ({ params, actor, now }) => viewLadder(ports, { ...params, actor, now }),
  viewRoadMap: ({ params, actor, now }) => viewRoadMap(ports, { ...params, actor, now }),
  approveRoadMap: async ({ params, body, actor, now }) =>
    changed(await actOnRoadMap(ports, { ...params, actor, now, request: { act: 'approve', ...body } })),
});

export function officeApi(ports: OfficePorts): Api<typeof officeOperations> {
  const act = async (
    { params, actor, now }: Pick<Call<'suspend'>, 'params' | 'actor' | 'now'>,
    request: ProjectAction,
  ) => changed(await actOnProject(ports, { ...params, actor, now, request }));

  const handle = async (
    { params, actor, now }: Pick<Call<'sendAgain'>, 'params' | 'actor' | 'now'>,
    request: HandlingRequest,
  ) => changed(await handleAssignment(ports, { ...params, actor, now, request }));

  const onObstacle = async (
    { params, actor, now }: Pick<Call<'resolveObstacle'>, 'params' | 'actor' | 'now'>,
    request: ObstacleRequest,
  ) => changed(await actOnObstacle(ports, { ...params, actor, now, request }));

  const viewCompared = async (command: ViewProject) => {
    const viewed = await viewProject(ports, command);
    return viewed.ok ? ok(await withSamePlot(ports, await withDuplicates(ports, viewed.value))) : viewed;
  };

  const handlers: Handlers<typeof officeOperations> = {
    listProjects: ({ query, actor }) =>
      listProjects(ports, {
        zoneId: query.zone,
        actor,
        page: query,
        query: { ...query, overdue: query.overdue === 'true' },
      }),
    viewProject: async ({ params, actor, now }) =>
      noteContactRead(actor, await viewCompared({ ...params, actor, now })),
    listEvents: ({ params, query, actor }) => listEvents(ports, { ...params, actor, page: query }),
    listEmails: ({ params, actor }) => listEmails(ports, { ...params, actor }),
    listAssignments: async ({ query, actor, now }) => {
      const found = await listAssignments(ports, {
        zoneId: query.zone,
        holder: query.holder,
        actor,
        page: query,
        mine: query.mine === 'true',
        also: narrowingOf(query, now),
      });
      return found.ok ? ok({ ...found.value, entries: found.value.entries.map(assignmentLineView) }) : found;
    },
    decide: async ({ params, body, actor, now }) => changed(await decide(ports, { ...params, ...body, actor, now })),
    sendAgain: (call) => handle(call, { handling: 'send-again', ...call.body }),
    handOver: (call) => handle(call, { handling: 'hand-over', ...call.body }),
    take: (call) => handle(call, { handling: 'take', ...call.body }),
    giveBack: (call) => handle(call, { handling: 'give-back' }),
    renewLink: (call) => handle(call, { handling: 'renew-link', ...call.body }),
    renewTrackingLink: async ({ params, body, actor, now }) =>
      changed(await renewTrackingLink(ports, { ...params, actor, now, request: body })),
    mendContact: async ({ params, body, actor, now }) =>
      changed(await changeContact(ports, { ...params, actor, now, request: body })),
    suspend: (call) => act(call, { action: 'suspend', ...call.body }),
    renewPause: (call) => act(call, { action: 'renew-pause', ...call.body }),
    resume: (call) => act(call, { action: 'resume', ...call.body }),
    extend: (call) => act(call, { action: 'extend', ...call.body }),
    withdraw: (call) => act(call, { action: 'withdraw', ...call.body }),
    merge: (call) => act(call, { action: 'merge', ...call.body }),
    terminate: (call) => act(call, { action: 'terminate', ...call.body }),
    reopen: (call) => act(call, { action: 'reopen', ...call.body }),
    actOnDocket: async ({ params, body, actor, now }) =>
      changed(await actOnDocket(ports, { ...params, actor, now, request: body })),
    ...roadMapHandlers(ports),
    ...ofZone(ports),
    listObstacles: ({ query, actor, now }) =>
      listObstacles(ports, { zoneId: query.zone, actor, page: query, now, only: query }),
    viewObstacle: ({ params, actor, now }) => viewObstacle(ports, { ...params, actor, now }),
    ...ofOffice(ports),
    raiseObstacle: async ({ params, body, actor, now }) =>
      changed(await raiseObstacle(ports, { ...params, actor, now, request: body })),
    handOverObstacle: (call) => onObstacle(call, { action: 'hand-over', ...call.body }),
    answerObstacle: (call) => onObstacle(call, { action: 'answer', ...call.body }),
    referObstacle: (call) => onObstacle(call, { action: 'refer', ...call.body }),
    noteReferralAnswer: (call) => onObstacle(call, { action: 'referral-answer', ...call.body }),
    resolveObstacle: (call) => onObstacle(call, { action: 'resolve', ...call.body }),
    listNotes: ({ params, query, actor }) => listNotes(ports, { ...params, actor, page: query }),
    addNote: async ({ params, body, actor, now }) =>
      changed(await addNote(ports, { ...params, actor, now, request: body })),
  };

  return { operations: officeOperations, handlers, authenticate: (event) => authenticate(ports, event) };
}
