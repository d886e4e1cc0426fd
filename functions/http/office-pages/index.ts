import type { Ports } from '#core/kernel/ports.ts';
import type { Sessions } from '../../adapters/table/session-store.ts';
import type { PageRoute } from '#web/routes.ts';
import type { Pages } from '../http-function.ts';
import type { Waiting } from '../pages/typed-before.ts';
import { staffPages, type StaffHandler } from '../pages/staff-page.ts';
import { actByForm, action } from './action.ts';
import { answerAssignment, assignment } from './assignment.ts';
import { officeCalendar, projectCalendar } from './calendar.ts';
import { contact, contactByForm, trackingLink } from './contact.ts';
import { handleByForm, handling } from './handling.ts';
import { lines, reportByForm } from './lines.ts';
import { addNoteByForm, notes } from './notes.ts';
import { actOnObstacleByForm, obstacle, obstacleAction } from './obstacles.ts';
import { enterPaperLetter, paperLetter } from './paper-letter.ts';
import { history, project } from './project.ts';
import { recordByForm, recordForm } from './record-obstacle.ts';
import { workList } from './work-list.ts';

type OfficePorts = Pick<Ports, 'projects' | 'lists' | 'reference' | 'outbox' | 'ids' | 'limits' | 'fileRecords'> & Waiting & { readonly sessions: Sessions; readonly links: Pick<Ports['links'], 'officeUrlOf'> };

/** The pages on which the staff of a zone work, by route. */
export function officePages(ports: OfficePorts): Pages<'office'> {
  const pages: Readonly<Record<PageRoute<'office'>, StaffHandler>> = {
    'GET /office': workList(ports),
    'GET /office/projects/{projectId}': project(ports),
    'GET /office/projects/{projectId}/history': history(ports),
    'GET /office/assignments/{assignmentId}': assignment(ports),
    'POST /office/assignments/{assignmentId}': answerAssignment(ports),
    'GET /office/projects/{projectId}/actions/{action}': action(ports),
    'POST /office/projects/{projectId}/actions/{action}': actByForm(ports),
    'GET /office/assignments/{assignmentId}/{handling}': handling(ports),
    'POST /office/assignments/{assignmentId}/{handling}': handleByForm(ports),
    'GET /office/projects/{projectId}/contact': contact(ports),
    'POST /office/projects/{projectId}/contact': contactByForm(ports),
    'GET /office/projects/{projectId}/renew-link': trackingLink(ports),
    'POST /office/projects/{projectId}/renew-link': trackingLink(ports),
    'GET /office/calendar.ics': officeCalendar(ports),
    'GET /office/projects/{projectId}/calendar.ics': projectCalendar(ports),
    'GET /office/projects/{projectId}/obstacles': recordForm(ports),
    'POST /office/projects/{projectId}/obstacles': recordByForm(ports),
    'GET /office/projects/{projectId}/obstacles/{obstacleId}': obstacle(ports),
    'GET /office/projects/{projectId}/obstacles/{obstacleId}/{action}': obstacleAction(ports),
    'POST /office/projects/{projectId}/obstacles/{obstacleId}/{action}': actOnObstacleByForm(ports),
    'GET /office/projects/{projectId}/notes': notes(ports),
    'POST /office/projects/{projectId}/notes': addNoteByForm(ports),
    'GET /office/letters': paperLetter(ports),
    'POST /office/letters': enterPaperLetter(ports),
    'GET /office/zones/{zoneId}/lines': lines(ports),
    'POST /office/zones/{zoneId}/lines': reportByForm(ports),
  };
  return staffPages<'office'>(ports, pages);
}
