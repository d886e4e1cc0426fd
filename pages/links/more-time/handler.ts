import { AskTimeRequest } from '#core/project/project-action.ts';
import type { AssignmentView } from '#core/api/views.ts';
import { fail, type Issue, type Result } from '#core/kernel/result.ts';
import { assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { textsOf } from '#core/texts/index.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { askForTimeByLink } from '#core/project/ask-for-time.ts';
import { unwritten } from '#core/project/unwritten.ts';
import type { LinkPorts } from '#core/links/act-by-link.ts';
import { mayAskTime, moreTimePage } from '#pages/answer/more-time.tsx';
import type { Frame } from '#pages/frame.ts';
import { check, formWithErrors } from '../../kit/check.ts';
import { forgetForm, keepAndGo, keptForm, type FormPorts } from '../../kit/kept-form.ts';
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

type TimePorts = LinkPorts & FormPorts;

const nameOf = ({ link, assignment: { assignmentId } }: Asking): string => `${link}|time|${assignmentId}`;

/** Asks for it on these ports; fails as the use case does, and with what is wrong in the form. */
async function asked(
  on: LinkPorts,
  { link, assignment: { assignmentId } }: Asking,
  fields: URLSearchParams,
  now: number,
): Promise<Result<unknown>> {
  const request = check(AskTimeRequest, present({ to: textIn(fields, 'to'), reason: textIn(fields, 'reason') }));
  return request.ok
    ? askForTimeByLink(on, { link, now, assignmentId, request: request.value })
    : fail({ kind: 'invalid', issues: request.issues });
}

/** The form by which more time is asked for, with what is wrong in it after it was sent; who cannot ask for it now is led to the answer, which says why. */
export async function timeForm(
  ports: TimePorts,
  { now, query }: Visit,
  asking: Asking,
  suspended: boolean,
): Promise<Reply> {
  if (!mayAskTime(asking.assignment, suspended)) return redirect(asking.here);
  const fields = await keptForm(ports, nameOf(asking));
  const tried = query.has('check') && fields.size > 0 ? await asked(unwritten(ports), asking, fields, now) : undefined;
  return draw(asking, fields, tried?.ok === false && tried.failure.kind === 'invalid' ? tried.failure.issues : []);
}

/** Asks for it, and leads back to the answer, which says so. */
export async function askTime(ports: TimePorts, { fields, now }: Visit, asking: Asking): Promise<Reply> {
  const { frame, here } = asking;
  const done = await asked(ports, asking, fields, now);
  if (!done.ok) {
    const { failure } = done;
    if (failure.kind !== 'invalid') return problem(failure, frame.language);
    return keepAndGo(ports, nameOf(asking), fields, `${here}?time&check`, () => draw(asking, fields, failure.issues));
  }
  await forgetForm(ports, nameOf(asking));
  return redirect(here);
}
