import { AskTimeRequest } from '#core/project/project-action.ts';
import type { AssignmentView } from '#core/api/views.ts';
import type { Issue } from '#core/kernel/result.ts';
import { assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { textsOf } from '#core/texts/index.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { askForTimeByLink } from '#core/project/ask-for-time.ts';
import type { LinkPorts } from '#core/links/act-by-link.ts';
import { mayAskTime, moreTimePage } from '#pages/answer/more-time.tsx';
import type { Frame } from '#pages/frame.ts';
import { check, formWithErrors } from '../../kit/check.ts';
import { present, textIn } from '../../kit/values.ts';
import { redirect, problem, render, type Reply, type Visit } from '../../kit/visit.ts';

interface Asking {
  readonly frame: Frame;
  readonly link: string;
  readonly assignment: AssignmentView;
  /** The page of the answer. */
  readonly here: string;
}

function draw({ frame, assignment, here }: Asking, fields: URLSearchParams, issues: readonly Issue[] = []): Reply {
  const { language } = frame;
  const { time } = trackingTexts(language);
  const name = capital(language, assignmentName(textsOf(language), assignment.kind, assignment.line));
  const form = formWithErrors(language, fields, issues, { to: time.to, reason: time.reason });
  return render(moreTimePage({ frame, assignment, here, name, form }), issues.length > 0 ? 400 : 200);
}

/** The form by which more time is asked for; who cannot ask for it now is led to the answer, which says why. */
export const timeForm = (asking: Asking, suspended: boolean): Reply =>
  (mayAskTime(asking.assignment, suspended) ? draw(asking, new URLSearchParams()) : redirect(asking.here));

/** Asks for it, and leads back to the answer, which says so. */
export async function askTime(ports: LinkPorts, { fields, now }: Visit, asking: Asking): Promise<Reply> {
  const { frame, link, assignment: { assignmentId }, here } = asking;
  const request = check(AskTimeRequest, present({ to: textIn(fields, 'to'), reason: textIn(fields, 'reason') }));
  if (!request.ok) return draw(asking, fields, request.issues);
  const asked = await askForTimeByLink(ports, { link, now, assignmentId, request: request.value });
  if (asked.ok) return redirect(here);
  return asked.failure.kind === 'invalid' ? draw(asking, fields, asked.failure.issues) : problem(asked.failure, frame.language);
}
