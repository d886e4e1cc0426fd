import type { Ports } from '#core/ports/index.ts';
import type { Sessions } from '../../adapters/table/session-store.ts';
import type { Pages } from '../http-function.ts';
import { serveStaffPage, type StaffHandler } from '../pages/staff-page.ts';
import { answerAssignment, assignment } from './assignment.ts';
import { history, project } from './project.ts';
import { workList } from './work-list.ts';

type OfficePorts = Pick<Ports, 'projects' | 'lists' | 'reference' | 'outbox' | 'links' | 'ids' | 'limits'> & { readonly sessions: Sessions };

/** The pages on which the staff of a zone work, by route. */
export function officePages(ports: OfficePorts): Pages {
  const pages: Readonly<Record<string, StaffHandler>> = {
    'GET /office': workList(ports),
    'GET /office/projects/{projectId}': project(ports),
    'GET /office/projects/{projectId}/history': history(ports),
    'GET /office/assignments/{assignmentId}': assignment(ports),
    'POST /office/assignments/{assignmentId}': answerAssignment(ports),
  };
  return Object.fromEntries(Object.entries(pages).map(([route, handler]): [string, Pages[string]] => [route, (event) => serveStaffPage(ports, event, handler)]));
}
