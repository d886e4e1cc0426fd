import type { Failure, Result } from '#core/kernel/result.ts';
import { fail } from '#core/kernel/result.ts';
import type { ProjectView } from '#core/api/views.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { raiseObstacle } from '#core/obstacles/raise-obstacle.ts';
import { rehearse } from '#core/project/rehearse.ts';
import { viewProject } from '#core/project/view-project.ts';
import { filled } from '#web/components/filled.ts';
import { obstacleAddress, projectAddress } from '#web/office/addresses.ts';
import { confirmRecordPage, recordPage } from '#web/office/obstacle-pages.tsx';
import { statusOf } from '../problems.ts';
import { reportIn, reportLabels } from '../pages/report-in.ts';
import { refusedForm } from '../pages/refused-form.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { previewsOf } from './previews.ts';

type RecordPorts = Pick<Ports, 'projects' | 'reference'>;

async function opened(ports: RecordPorts, { params, actor, now }: StaffVisit): Promise<Result<ProjectView>> {
  const view = await viewProject(ports, { projectId: params['projectId'] ?? '', actor, now });
  if (!view.ok || view.value.allowedActions.includes('raise-obstacle')) return view;
  // Whoever may never do it is told so; who may, but not now, why.
  if (!view.value.allowedActions.includes('add-note')) return fail({ kind: 'forbidden' });
  return fail({ kind: 'not-allowed', action: 'raise-obstacle', because: view.value.ending ?? 'unconfirmed' });
}

/** The form by which the office records an obstacle. */
export const recordForm = (ports: RecordPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const view = await opened(ports, visit);
  return view.ok ? show(recordPage({ frame: visit.frame(), view: view.value, form: filled() })) : problem(view.failure);
};

/** Checks a report, shows it with the email it will send, and takes it when that is confirmed. */
export const recordByForm = (ports: RecordPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const { fields, actor, now } = visit;
  const found = await opened(ports, visit);
  if (!found.ok) return problem(found.failure);
  const props = { frame: visit.frame(), view: found.value };
  const { projectId } = found.value;
  const again = (failure: Failure): Reply =>
    show(recordPage({ ...props, form: refusedForm(props.frame, fields, failure, reportLabels(props.frame.language)) }), statusOf(failure));
  if (fields.get('step') === 'mend') return show(recordPage({ ...props, form: filled(fields) }));
  const request = reportIn(fields);
  if (!request.ok) return again({ kind: 'invalid', issues: request.issues });
  const command = { projectId, actor, now, request: request.value };
  if (fields.get('step') === 'send') {
    const done = await raiseObstacle(ports, command);
    if (!done.ok) return again(done.failure);
    const raised = done.value.obstacles.at(-1);
    return goTo(raised ? `${obstacleAddress(projectId, raised.obstacleId)}?done=raised` : projectAddress(projectId));
  }
  const emails = await rehearse(ports, now, (rehearsed) => raiseObstacle(rehearsed, command));
  return emails.ok ? show(confirmRecordPage({ ...props, request: request.value, emails: previewsOf(emails.value), fields })) : again(emails.failure);
};
