import type { Ports } from '#core/kernel/ports.ts';
import type { Imports } from '#core/imports/import.ts';
import type { Timetables } from '#core/timetable/timetable.ts';
import type { Sessions } from '#functions/adapters/table/session-store.ts';
import type { PageRoute } from '#pages/routes.ts';
import type { Pages } from '#functions/http/http-function.ts';
import type { FormPorts } from '../kit/kept-form.ts';
import { staffOnDemand, staffPages, type StaffHandler } from '../kit/staff-page.ts';

type OfficePorts = Pick<
  Ports,
  | 'projects'
  | 'lists'
  | 'lines'
  | 'plots'
  | 'counts'
  | 'moratoria'
  | 'zoneObstacles'
  | 'headquarters'
  | 'forums'
  | 'showcase'
  | 'reference'
  | 'outbox'
  | 'ids'
  | 'limits'
  | 'fileRecords'
  | 'desks'
  | 'followUps'
> &
  FormPorts & {
    readonly sessions: Sessions;
    readonly imports: Imports;
    readonly timetables: Timetables;
    readonly undoMs: number;
    readonly links: Pick<Ports['links'], 'officeUrlOf'>;
  };

export function officePages(ports: OfficePorts): Pages<'office'> {
  const { page, form } = staffOnDemand(ports);
  const pages: Readonly<Record<PageRoute<'office'>, StaffHandler>> = {
    'GET /office': page(async () => (await import('./work-list/handler.ts')).workList),
    'GET /office/desk': page(async () => (await import('./desk/handler.ts')).headDesk),
    ...form('/office/bulk', async () => (await import('./bulk/handler.ts')).bulk),
    'POST /office/filters': page(async () => (await import('./work-list/handler.ts')).savedFilters),
    'GET /office/work.csv': page(async () => (await import('./work-list/list-file.ts')).workFile('csv')),
    'GET /office/work.xlsx': page(async () => (await import('./work-list/list-file.ts')).workFile('xlsx')),
    'GET /office/projects/{projectId}': page(async () => (await import('./project/handler.ts')).project),
    'GET /office/projects/{projectId}/print': page(async () => (await import('./print/handler.ts')).printed),
    'GET /office/projects/{projectId}/history': page(async () => (await import('./history/handler.ts')).history),
    'POST /office/projects/{projectId}/undo': page(async () => (await import('./project/handler.ts')).undo),
    'GET /office/projects/{projectId}/emails/{rowId}': page(async () => (await import('./history/handler.ts')).email),
    ...form('/office/assignments/{assignmentId}', async () => (await import('./assignment/handler.ts')).assignment),
    ...form('/office/projects/{projectId}/actions/{action}', async () => (await import('./action/handler.ts')).actions),
    ...form(
      '/office/assignments/{assignmentId}/{handling}',
      async () => (await import('./handling/handler.ts')).handling,
    ),
    ...form('/office/projects/{projectId}/contact', async () => (await import('./contact/handler.ts')).contact),
    ...form('/office/projects/{projectId}/renew-link', async () => (await import('./contact/handler.ts')).trackingLink),
    'GET /office/calendar.ics': page(async () => (await import('./calendar/handler.ts')).officeCalendar),
    'GET /office/projects/{projectId}/calendar.ics': page(
      async () => (await import('./calendar/handler.ts')).projectCalendar,
    ),
    ...form(
      '/office/projects/{projectId}/obstacles',
      async () => (await import('./obstacles/handler.ts')).recordObstacle,
    ),
    'GET /office/projects/{projectId}/obstacles/{obstacleId}': page(
      async () => (await import('./obstacles/handler.ts')).obstacle,
    ),
    ...form(
      '/office/projects/{projectId}/obstacles/{obstacleId}/{action}',
      async () => (await import('./obstacles/handler.ts')).obstacleActions,
    ),
    ...form('/office/projects/{projectId}/notes', async () => (await import('./notes/handler.ts')).notes),
    ...form('/office/projects/{projectId}/docket', async () => (await import('./docket/handler.ts')).docket),
    ...form('/office/projects/{projectId}/road-map', async () => (await import('./road-map/handler.ts')).roadMap),
    ...form('/office/projects/{projectId}/ladder', async () => (await import('./ladder/handler.ts')).ladder),
    ...form(
      '/office/projects/{projectId}/obligations',
      async () => (await import('./obligations/handler.ts')).obligations,
    ),
    ...form('/office/projects/{projectId}/care', async () => (await import('./care/handler.ts')).care),
    ...form('/office/headquarters', async () => (await import('./headquarters/handler.ts')).headquarters),
    ...form('/office/showcase', async () => (await import('./showcase/handler.ts')).showcase),
    ...form('/office/forums', async () => (await import('./forums/handler.ts')).forums),
    'GET /office/board': page(async () => (await import('./board/handler.ts')).board),
    'GET /office/board.csv': page(async () => (await import('./board/handler.ts')).boardFile('csv')),
    'GET /office/board.xlsx': page(async () => (await import('./board/handler.ts')).boardFile('xlsx')),
    ...form('/office/import', async () => (await import('./import/handler.ts')).imported),
    ...form('/office/letters', async () => (await import('./paper-letter/handler.ts')).paperLetter),
    ...form('/office/zones/{zoneId}/lines/{lineId}', async () => (await import('./line/handler.ts')).line),
    ...form('/office/zones/{zoneId}/moratoria', async () => (await import('./moratoria/handler.ts')).moratoria),
    ...form('/office/zones/{zoneId}/plots/{plotId}', async () => (await import('./plot/handler.ts')).plot),
    ...form('/office/zones/{zoneId}/plots', async () => (await import('./plots/handler.ts')).plots),
    ...form('/office/projects/{projectId}/follow-ups', async () => (await import('./follow-ups/handler.ts')).followUps),
    'GET /office/zones/{zoneId}/follow-ups': page(async () => (await import('./follow-ups/handler.ts')).mine),
    'GET /office/zones/{zoneId}/stale': page(async () => (await import('./stale/handler.ts')).stale),
    'POST /office/zones/{zoneId}/stale': page(async () => (await import('./stale/handler.ts')).verify),
    ...form(
      '/office/zones/{zoneId}/obstacles',
      async () => (await import('./zone-obstacles/handler.ts')).zoneObstacles,
    ),
    'GET /office/zones/{zoneId}/obstacles/{obstacleId}': page(
      async () => (await import('./zone-obstacles/handler.ts')).zoneObstacle,
    ),
    ...form(
      '/office/zones/{zoneId}/obstacles/{obstacleId}/{action}',
      async () => (await import('./zone-obstacles/handler.ts')).zoneObstacleActions,
    ),
    ...form('/office/zones/{zoneId}/lines', async () => (await import('./lines/handler.ts')).lines),
  };
  return staffPages<'office'>(ports, pages);
}
