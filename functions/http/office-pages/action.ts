import type { Issue, Result } from '#core/kernel/result.ts';
import { ok } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { actOnProject, type ProjectAction } from '#core/project/act-on-project.ts';
import { withDuplicates } from '#core/letter/find-duplicates.ts';
import { openAction } from '#core/project/open-action.ts';
import { rehearse } from '#core/project/rehearse.ts';
import { filled } from '#web/components/filled.ts';
import { actionPage, confirmActionPage, type ActionProps } from '#web/office/action-page.tsx';
import { projectAddress } from '#web/office/addresses.ts';
import { givenAction } from '#web/office/given-action.tsx';
import { refilled } from '../pages/check.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { actionIn, actionLabels, isAction } from './action-in.ts';
import { previewsOf } from './previews.ts';

type ActPorts = Pick<Ports, 'projects' | 'reference' | 'lists'>;
type Opened = Omit<ActionProps, 'form'>;

async function opened(ports: ActPorts, { params, actor, now, frame }: StaffVisit): Promise<Result<Opened>> {
  const { projectId = '', action } = params;
  if (!isAction(action)) return { ok: false, failure: { kind: 'not-found' } };
  const found = await openAction(ports, { projectId, actor, now, action });
  if (!found.ok) return found;
  const view = action === 'merge' ? await withDuplicates(ports, found.value.view) : found.value.view;
  return ok({ frame: frame(), action, ...found.value, view });
}

/** The form of an action; `forbidden` or `not-allowed` as the action itself would be. */
export const action = (ports: ActPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const found = await opened(ports, visit);
  return found.ok ? show(actionPage({ ...found.value, form: filled() })) : problem(found.failure);
};

const formAgain = (props: Opened, { fields }: StaffVisit, issues: readonly Issue[]): Reply =>
  show(actionPage({ ...props, form: refilled(props.frame.language, fields, issues, actionLabels(props.frame.language)) }), issues.length > 0 ? 400 : 200);

async function perform(ports: ActPorts, props: Opened, visit: StaffVisit, request: ProjectAction): Promise<Reply> {
  const { fields, actor, now } = visit;
  const { frame, view, action: what } = props;
  const command = { projectId: view.projectId, actor, now, request };
  const isMeant = fields.get('step') === 'send';
  const done = isMeant ? await actOnProject(ports, command) : await rehearse(ports, now, (rehearsed) => actOnProject(rehearsed, command));
  if (!done.ok) return done.failure.kind === 'invalid' ? formAgain(props, visit, done.failure.issues) : problem(done.failure);
  if (isMeant) return goTo(`${projectAddress(view.projectId)}?done=acted`);
  const emails = Array.isArray(done.value) ? previewsOf(done.value) : [];
  return show(confirmActionPage({ frame, view, action: what, given: givenAction(frame, view, request), emails, fields }));
}

/** The same merge sent twice is answered as the first, though the letter has ended by then. */
async function mergedBefore(ports: ActPorts, { params, fields, actor, now }: StaffVisit): Promise<Reply | undefined> {
  const request = params['action'] === 'merge' && fields.get('step') === 'send' ? actionIn(fields, 'merge') : undefined;
  if (request?.ok !== true) return undefined;
  const { projectId = '' } = params;
  const done = await actOnProject(ports, { projectId, actor, now, request: request.value });
  return done.ok ? goTo(`${projectAddress(projectId)}?done=acted`) : undefined;
}

/** Checks an action, shows it with the emails it will send, and does it when that is confirmed. */
export const actByForm = (ports: ActPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const found = await opened(ports, visit);
  if (!found.ok) return await mergedBefore(ports, visit) ?? problem(found.failure);
  if (visit.fields.get('step') === 'mend') return formAgain(found.value, visit, []);
  const request = actionIn(visit.fields, found.value.action);
  return request.ok ? perform(ports, found.value, visit, request.value) : formAgain(found.value, visit, request.issues);
};
