import type { Ports } from '#core/kernel/ports.ts';
import type { Sessions } from '#functions/adapters/table/session-store.ts';
import type { PageRoute } from '#pages/routes.ts';
import type { Pages } from '#functions/http/http-function.ts';
import type { FormPorts } from '../kit/kept-form.ts';
import { formRoutes } from '../kit/review-flow.ts';
import { staffPages, type StaffHandler } from '../kit/staff-page.ts';
import { actions } from './action/handler.ts';
import { assignment } from './assignment/handler.ts';
import { officeCalendar, projectCalendar } from './calendar/handler.ts';
import { contact, trackingLink } from './contact/handler.ts';
import type { HeadquartersStore } from '#core/headquarters/headquarters.ts';
import { handling } from './handling/handler.ts';
import { headquarters } from './headquarters/handler.ts';
import { lines } from './lines/handler.ts';
import { notes } from './notes/handler.ts';
import { obstacle, obstacleActions, recordObstacle } from './obstacles/handler.ts';
import { paperLetter } from './paper-letter/handler.ts';
import { email, history } from './history/handler.ts';
import { printed } from './print/handler.ts';
import { project, undo } from './project/handler.ts';
import { bulk } from './bulk/handler.ts';
import { headDesk } from './desk/handler.ts';
import { savedFilters, workList } from './work-list/handler.ts';
import { workFile } from './work-list/list-file.ts';

type OfficePorts = Pick<
  Ports,
  'projects' | 'lists' | 'reference' | 'outbox' | 'ids' | 'limits' | 'fileRecords' | 'desks'
> &
  FormPorts & {
    readonly sessions: Sessions;
    readonly headquarters: HeadquartersStore;
    readonly undoMs: number;
    readonly links: Pick<Ports['links'], 'officeUrlOf'>;
  };

export function officePages(ports: OfficePorts): Pages<'office'> {
  const pages: Readonly<Record<PageRoute<'office'>, StaffHandler>> = {
    'GET /office': workList(ports),
    'GET /office/desk': headDesk(ports),
    ...formRoutes('/office/bulk', bulk(ports)),
    'POST /office/filters': savedFilters(ports),
    'GET /office/work.csv': workFile(ports, 'csv'),
    'GET /office/work.xlsx': workFile(ports, 'xlsx'),
    'GET /office/projects/{projectId}': project(ports),
    'GET /office/projects/{projectId}/print': printed(ports),
    'GET /office/projects/{projectId}/history': history(ports),
    'POST /office/projects/{projectId}/undo': undo(ports),
    'GET /office/projects/{projectId}/emails/{rowId}': email(ports),
    ...formRoutes('/office/assignments/{assignmentId}', assignment(ports)),
    ...formRoutes('/office/projects/{projectId}/actions/{action}', actions(ports)),
    ...formRoutes('/office/assignments/{assignmentId}/{handling}', handling(ports)),
    ...formRoutes('/office/projects/{projectId}/contact', contact(ports)),
    ...formRoutes('/office/projects/{projectId}/renew-link', trackingLink(ports)),
    'GET /office/calendar.ics': officeCalendar(ports),
    'GET /office/projects/{projectId}/calendar.ics': projectCalendar(ports),
    ...formRoutes('/office/projects/{projectId}/obstacles', recordObstacle(ports)),
    'GET /office/projects/{projectId}/obstacles/{obstacleId}': obstacle(ports),
    ...formRoutes('/office/projects/{projectId}/obstacles/{obstacleId}/{action}', obstacleActions(ports)),
    ...formRoutes('/office/projects/{projectId}/notes', notes(ports)),
    ...formRoutes('/office/letters', paperLetter(ports)),
    ...formRoutes('/office/zones/{zoneId}/lines', lines(ports)),
    ...formRoutes('/office/headquarters', headquarters(ports)),
  };
  return staffPages<'office'>(ports, pages);
}
