import type { Ports } from '#core/kernel/ports.ts';
import type { Sessions } from '../../adapters/table/session-store.ts';
import type { PageRoute } from '#web/routes.ts';
import type { Pages } from '../http-function.ts';
import type { FormPorts } from '../pages/kept-form.ts';
import { formRoutes } from '../pages/review-flow.ts';
import { staffPages, type StaffHandler } from '../pages/staff-page.ts';
import { actions } from './action.ts';
import { assignment } from './assignment.ts';
import { officeCalendar, projectCalendar } from './calendar.ts';
import { contact, trackingLink } from './contact.ts';
import { handling } from './handling.ts';
import { lines } from './lines.ts';
import { notes } from './notes.ts';
import { obstacle, obstacleActions, recordObstacle } from './obstacles.ts';
import { paperLetter } from './paper-letter.ts';
import { history, project } from './project.ts';
import { workList } from './work-list.ts';

type OfficePorts = Pick<Ports, 'projects' | 'lists' | 'reference' | 'outbox' | 'ids' | 'limits' | 'fileRecords'> & FormPorts & { readonly sessions: Sessions; readonly links: Pick<Ports['links'], 'officeUrlOf'> };

/** The pages on which the staff of a zone work, by route. */
export function officePages(ports: OfficePorts): Pages<'office'> {
  const pages: Readonly<Record<PageRoute<'office'>, StaffHandler>> = {
    'GET /office': workList(ports),
    'GET /office/projects/{projectId}': project(ports),
    'GET /office/projects/{projectId}/history': history(ports),
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
  };
  return staffPages<'office'>(ports, pages);
}
