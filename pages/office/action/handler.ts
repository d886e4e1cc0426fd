import {
  ExtendRequest,
  MergeRequest,
  RenewPauseRequest,
  ReopenRequest,
  ResumeRequest,
  SuspendRequest,
  TerminateRequest,
  WithdrawRequest,
} from '#core/project/project-action.ts';
import { fail, ok, type Issue, type Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import type { ChangePorts } from '#core/project/change-project.ts';
import { actOnProject, type ProjectAction } from '#core/project/act-on-project.ts';
import { withDuplicates } from '#core/letter/find-duplicates.ts';
import { openAction } from '#core/project/open-action.ts';
import { reviewPage } from '#pages/components/sheet.tsx';
import { actionSheet, refusalSheet, type ActionProps } from '#pages/office/action/sheet.ts';
import { projectAddress } from '#pages/office/addresses.ts';
import type { Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { previewsOf } from '../../kit/previews.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { textIn } from '../../kit/values.ts';
import { projectForm } from '../office-form.ts';

type ActPorts = Pick<Ports, 'lists'> & ChangePorts & FormPorts;
type Action = ProjectAction['action'];

const schemas = {
  suspend: SuspendRequest,
  'renew-pause': RenewPauseRequest,
  resume: ResumeRequest,
  extend: ExtendRequest,
  withdraw: WithdrawRequest,
  merge: MergeRequest,
  terminate: TerminateRequest,
  reopen: ReopenRequest,
} as const;
const isAction = (text: string | undefined): text is Action => text !== undefined && Object.hasOwn(schemas, text);

/** What the email that asks for more time leads here with. */
const askedIn = ({ query }: StaffVisit): ActionProps['asked'] =>
  Object.fromEntries([...query].filter(([name]) => name === 'target' || name === 'to'));

async function opened(ports: ActPorts, visit: StaffVisit): Promise<Result<ActionProps>> {
  const { params, actor, now, frame } = visit;
  const { projectId = '', action } = params;
  if (!isAction(action)) return fail({ kind: 'not-found' });
  const found = await openAction(ports, { projectId, actor, now, action });
  if (!found.ok) return found;
  const view = action === 'merge' ? await withDuplicates(ports, found.value.view) : found.value.view;
  return ok({ frame: frame(), action, ...found.value, view, asked: action === 'extend' ? askedIn(visit) : {} });
}

const isRefusal = (typed: URLSearchParams): boolean => typed.get('answer') === 'refuse';

/** A day that is filled in for whoever asked is not given by a refusal. */
function meant(typed: URLSearchParams): URLSearchParams {
  const said = new URLSearchParams(typed);
  if (isRefusal(said)) said.delete('to');
  return said;
}

/**
 * What an extension lacks though its contract does without: it takes no assignment for the stage as a whole, but a form without a choice has
 * said neither, nor has one whose choice is over by now; and no day where one is refused.
 */
function lacking(typed: URLSearchParams, { action, view }: ActionProps): readonly Issue[] {
  if (action !== 'extend') return [];
  const target = textIn(typed, 'target');
  const isOver = view.assignments.some(
    ({ assignmentId, state }) => assignmentId === target && state !== 'open' && state !== 'paused',
  );
  const isUndated = textIn(typed, 'to') === undefined && !isRefusal(typed);
  return [...(target === undefined || isOver ? ['target'] : []), ...(isUndated ? ['to'] : [])].map((path) => ({
    path,
    code: 'missing',
  }));
}

function read(typed: URLSearchParams, about: ActionProps): Checked<ProjectAction> {
  const { action } = about;
  const request = readForm(
    schemas[action],
    meant(typed),
    actionSheet(about).fields,
    isRefusal(typed) ? { refuse: true } : {},
  );
  const lacks = lacking(typed, about);
  if (request.ok && lacks.length === 0) return { ok: true, value: { action, ...request.value } as ProjectAction };
  return { ok: false, issues: [...lacks, ...(request.ok ? [] : request.issues)] };
}

const doneAddress = (projectId: string): string => `${projectAddress(projectId)}?done=acted`;

/** An action on a project: its form, a look at it with the emails it will send, and the doing. */
export function actions(ports: ActPorts): FormHandlers {
  return projectForm<ActionProps, ProjectAction>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: actionSheet,
    begin: ({ asked }) => Object.entries(asked),
    read,
    review: ({ about, typed }, emails) =>
      reviewPage((isRefusal(typed) ? refusalSheet : actionSheet)(about), {
        typed: meant(typed),
        emails: previewsOf(emails),
      }),
    undo: true,
    act: (on, { about, request, visit: { actor, now } }) =>
      actOnProject(on, { projectId: about.view.projectId, actor, now, request }),
    done: ({ view }) => doneAddress(view.projectId),
  });
}
