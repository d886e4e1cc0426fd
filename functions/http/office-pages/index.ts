import type { Ports } from '#core/ports/index.ts';
import { BadPageToken } from '../../adapters/table/paging.ts';
import type { Sessions } from '../../adapters/table/session-store.ts';
import type { Pages } from '../http-function.ts';
import { badPageToken } from '../problems.ts';
import type { FormPorts } from '../pages/kept-form.ts';
import { formRoutes } from '../pages/review-flow.ts';
import { serveStaffPage, type StaffHandler } from '../pages/staff-page.ts';
import { problem } from '../pages/visit.ts';
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

/** An address that was tampered with is told so in the frame of the staff. */
const guarded = (handler: StaffHandler): StaffHandler => async (visit) => {
  try {
    return await handler(visit);
  } catch (error) {
    if (error instanceof BadPageToken) return problem(badPageToken);
    throw error;
  }
};

/** The pages on which the staff of a zone work, by route. */
export function officePages(ports: OfficePorts): Pages {
  const pages: Readonly<Record<string, StaffHandler>> = {
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
  return Object.fromEntries(Object.entries(pages).map(([route, handler]): [string, Pages[string]] => [route, (event) => serveStaffPage(ports, event, guarded(handler))]));
}
