import { actOnDocket } from '#core/docket/act-on-docket.ts';
import { DocketRequest, docketSteps } from '#core/docket/docket-facts.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ChangePorts } from '#core/project/change-project.ts';
import { viewProject } from '#core/project/view-project.ts';
import type { Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { textIn } from '../../kit/values.ts';
import { projectAddress } from '../addresses.ts';
import { projectForm } from '../office-form.ts';
import { docketSheet, type DocketProps } from './page.tsx';

const acts = ['open', ...docketSteps, 'close'] as const;

/** A step that this reader may take now. What was sent already is judged by the use case: the same form once more is done. */
async function opened(ports: ChangePorts, visit: StaffVisit): Promise<Result<DocketProps>> {
  const { params, actor, now, query, fields, frame } = visit;
  const act = acts.find((one) => one === query.get('do'));
  if (act === undefined) return fail({ kind: 'not-found' });
  const found = await viewProject(ports, { projectId: params['projectId'] ?? '', actor, now });
  if (!found.ok) return found;
  const view = found.value;
  const { docket, allowedActions, ending, phase } = view;
  if (!allowedActions.includes('add-note')) return fail({ kind: 'forbidden' });
  if (docket === undefined) return fail({ kind: 'not-allowed', action: 'docket', because: ending ?? phase });
  const isOffered = docket.actions.includes(act) || fields.get('step') === 'send' || query.has('check');
  if (isOffered) return ok({ frame: frame(), view, docket, act });
  return fail(
    docket.next.some(({ step }) => step === act)
      ? { kind: 'forbidden' }
      : { kind: 'not-allowed', action: 'docket', because: 'step-before' },
  );
}

function read(typed: URLSearchParams, about: DocketProps): Checked<DocketRequest> {
  const request = readForm(DocketRequest, typed, docketSheet(about).fields, { step: about.act });
  // Its contract takes a decision without a ground for a new schedule; a form without a choice has said neither.
  if (about.act !== 'decision' || textIn(typed, 'ground') !== undefined) return request;
  return { ok: false, issues: [{ path: 'ground', code: 'missing' }, ...(request.ok ? [] : request.issues)] };
}

/** A step of a docket: its form, a look at it with the emails it will send, and the doing. */
export const docket = (ports: ChangePorts & FormPorts): FormHandlers =>
  projectForm<DocketProps, DocketRequest>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: docketSheet,
    read,
    undo: true,
    act: (on, { about, request, visit: { actor, now } }) =>
      actOnDocket(on, { projectId: about.view.projectId, actor, now, request }),
    done: ({ view: { projectId } }) => `${projectAddress(projectId)}?done=acted#docket`,
    words: stateWords,
  });
