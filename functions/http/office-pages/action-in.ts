import type { Language } from '#core/kernel/common.ts';
import { ExtendRequest, MergeRequest, ReopenRequest, ResumeRequest, SuspendRequest, TerminateRequest, WithdrawRequest } from '#core/project/project-action.ts';
import { duplicatesTexts } from '#core/texts/areas/duplicates.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ProjectAction } from '#core/project/act-on-project.ts';
import { wholeStage } from '#web/office/action-page.tsx';
import { check, type Checked, type Labels } from '../pages/check.ts';
import { present, textIn } from '../pages/values.ts';

type Action = ProjectAction['action'];

const schemas = { suspend: SuspendRequest, resume: ResumeRequest, extend: ExtendRequest, withdraw: WithdrawRequest, merge: MergeRequest, terminate: TerminateRequest, reopen: ReopenRequest } as const;

export const isAction = (text: string | undefined): text is Action => text !== undefined && Object.hasOwn(schemas, text);

/** The form of an action put to its contract. */
export function actionIn(fields: URLSearchParams, action: Action): Checked<ProjectAction> {
  const target = textIn(fields, 'target');
  const said = Object.fromEntries(['reasonCode', 'reason', 'fault', 'reviewOn', 'to', 'into'].map((name): [string, string | undefined] => [name, textIn(fields, name)]));
  // A day that is filled in for whoever asked is not given by a refusal.
  const refused = action === 'extend' && fields.get('answer') === 'refuse' ? { to: undefined, refuse: true } : {};
  const request = check(schemas[action], present({ ...said, ...refused, assignmentId: target === wholeStage ? undefined : target }));
  const unaimed = action === 'extend' && target === undefined ? [{ path: 'target', code: 'missing' }] : [];
  if (request.ok && unaimed.length === 0) return { ok: true, value: { action, ...request.value } as ProjectAction };
  return { ok: false, issues: [...unaimed, ...(request.ok ? [] : request.issues)] };
}

/** The labels of those fields, for errors. */
export function actionLabels(language: Language): Labels {
  const { actionFields, answer } = officeTexts(language);
  return { into: duplicatesTexts(language).which, target: actionFields.target, refuse: actionFields.timeAnswer, to: actionFields.newDate, fault: actionFields.fault, reviewOn: actionFields.reviewOn, reasonCode: answer.reasonCode, reason: answer.reason };
}
