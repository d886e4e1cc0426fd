import { AnswerObstacleRequest, RaiseObstacleRequest } from '#core/obstacles/obstacle.ts';
import type { LinkView, ObstacleView } from '#core/api/views.ts';
import type { Failure, Issue } from '#core/kernel/result.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { viewLink } from '#core/links/act-by-link.ts';
import {
  actOnObstacleByLink,
  raiseObstacleByLink,
  viewObstacleByLink,
  type ObstacleLinkPorts,
} from '#core/obstacles/obstacles-by-link.ts';
import { formState } from '#pages/components/form-state.ts';
import type { Frame } from '#pages/frame.ts';
import { checkReportPage, linkObstaclePage, reportPage } from '#pages/links/obstacles/page.tsx';
import { raiseFields } from '#pages/components/obstacle-fields.ts';
import { addressOf } from '#pages/routes.ts';
import { statusOf } from '#functions/http/problems.ts';
import { check } from '../../kit/check.ts';
import { labelsOf, readForm } from '../../kit/form.ts';
import { forgetForm, keepAndGo, keptForm, typedIn, type FormPorts } from '../../kit/kept-form.ts';
import { isCorrectable, refusedForm } from '../../kit/refused-form.ts';
import { present, textIn } from '../../kit/values.ts';
import { redirect, problem, render, type Reply, type Visit } from '../../kit/visit.ts';

interface Opened {
  readonly frame: Frame;
  readonly link: LinkView;
  readonly path: string;
}

const linkOf = ({ params }: Visit): string => params['link'] ?? '';
const by = (visit: Visit) => ({ link: linkOf(visit), now: visit.now });

async function withLink(
  ports: ObstacleLinkPorts,
  visit: Visit,
  draw: (opened: Opened) => Reply | Promise<Reply>,
): Promise<Reply> {
  const found = await viewLink(ports, by(visit));
  if (!found.ok) return problem(found.failure);
  const link = found.value;
  return draw({ frame: visit.frame(link.language), link, path: addressOf('/l/{link}', { link: linkOf(visit) }) });
}

const invalid = (issues: readonly Issue[]): Failure => ({ kind: 'invalid', issues });

/** Only the investor reports, and only while the project goes on. */
const mayReport = ({ link }: Opened): boolean => link.actions.includes('obstacle');
const noReport = ({ link }: Opened): Reply =>
  link.kind === 'assignment'
    ? problem({ kind: 'link-unknown' })
    : problem({ kind: 'not-allowed', action: 'raise-obstacle', because: link.phase }, link.language);

type Ports = ObstacleLinkPorts & FormPorts;

const reportFields = ({ frame, link }: Opened) => raiseFields(frame, link.lines);
const reportIn = (opened: Opened, fields: URLSearchParams) =>
  readForm(RaiseObstacleRequest, fields, reportFields(opened));
const reportName = (visit: Visit): string => `${linkOf(visit)}|report`;

const drawReport = (opened: Opened, fields: URLSearchParams, failure?: Failure): Reply =>
  render(
    reportPage({
      ...opened,
      form: failure ? refusedForm(opened.frame, fields, failure, labelsOf(reportFields(opened))) : formState(fields),
    }),
    failure ? statusOf(failure) : 200,
  );

/** A report once more before it goes out; with what is wrong instead, where something is. */
function checkReport(opened: Opened, fields: URLSearchParams): Reply {
  const request = reportIn(opened, fields);
  return request.ok
    ? render(checkReportPage({ ...opened, fields }))
    : drawReport(opened, fields, invalid(request.issues));
}

export const reportForm = (ports: Ports, visit: Visit): Promise<Reply> =>
  withLink(ports, visit, async (opened) => {
    if (!mayReport(opened)) return noReport(opened);
    const fields = await keptForm(ports, reportName(visit));
    return visit.query.has('check') ? checkReport(opened, fields) : drawReport(opened, fields);
  });

/** Checks a report, shows it once more, and takes it when that is confirmed. */
export const report = (ports: Ports, visit: Visit): Promise<Reply> =>
  withLink(ports, visit, async (opened) => {
    const { fields } = visit;
    if (!mayReport(opened)) return noReport(opened);
    const form = `${opened.path}/obstacles`;
    const keep = (to: string, onTheSpot: () => Reply) => keepAndGo(ports, reportName(visit), fields, to, onTheSpot);
    if (fields.get('step') === 'mend') return keep(form, () => drawReport(opened, fields));
    const request = reportIn(opened, fields);
    if (!request.ok || fields.get('step') !== 'send')
      return keep(`${form}?check`, () => checkReport(opened, typedIn(fields)));
    const done = await raiseObstacleByLink(ports, { ...by(visit), request: request.value });
    if (!done.ok) return drawReport(opened, fields, done.failure);
    await forgetForm(ports, reportName(visit));
    return redirect(`${opened.path}?done=raised`);
  });

async function withObstacle(
  ports: ObstacleLinkPorts,
  visit: Visit,
  draw: (opened: Opened & { readonly obstacle: ObstacleView }) => Reply | Promise<Reply>,
): Promise<Reply> {
  return withLink(ports, visit, async (opened) => {
    const found = await viewObstacleByLink(ports, { ...by(visit), obstacleId: visit.params['obstacleId'] ?? '' });
    return found.ok ? draw({ ...opened, obstacle: found.value }) : problem(found.failure, opened.link.language);
  });
}

const asDone = (text: string | null) => (['answer', 'resolve'] as const).find((one) => one === text);

const obstacleName = (visit: Visit): string => `${linkOf(visit)}|obstacle|${visit.params['obstacleId'] ?? ''}`;
const saidIn = (fields: URLSearchParams) => check(AnswerObstacleRequest, present({ words: textIn(fields, 'words') }));

function drawObstacle(
  opened: Opened & { readonly obstacle: ObstacleView },
  fields: URLSearchParams,
  failure: Failure,
): Reply {
  if (!isCorrectable(failure)) return problem(failure, opened.link.language);
  const labels = { words: obstacleTexts(opened.frame.language).write };
  return render(
    linkObstaclePage({ ...opened, form: refusedForm(opened.frame, fields, failure, labels) }),
    statusOf(failure),
  );
}

/** One obstacle, for the investor or the party that has it. Opening it changes nothing. */
export const obstacle = (ports: Ports, visit: Visit): Promise<Reply> =>
  withObstacle(ports, visit, async (opened) => {
    const fields = await keptForm(ports, obstacleName(visit));
    const said = saidIn(fields);
    if (visit.query.has('tried') && !said.ok) return drawObstacle(opened, fields, invalid(said.issues));
    return render(linkObstaclePage({ ...opened, form: formState(fields), done: asDone(visit.query.get('done')) }));
  });

/** Takes the reader's words, as an answer or as the end of the obstacle. */
export const writeAboutObstacle = (ports: Ports, visit: Visit): Promise<Reply> =>
  withObstacle(ports, visit, async (opened) => {
    const { fields, params } = visit;
    const obstacleId = params['obstacleId'] ?? '';
    const page = `${opened.path}/obstacles/${obstacleId}`;
    const said = saidIn(fields);
    if (!said.ok)
      return keepAndGo(ports, obstacleName(visit), fields, `${page}?tried`, () =>
        drawObstacle(opened, fields, invalid(said.issues)),
      );
    const action = fields.get('action') === 'resolve' ? 'resolve' : 'answer';
    const done = await actOnObstacleByLink(ports, { ...by(visit), obstacleId, request: { action, ...said.value } });
    if (!done.ok) return drawObstacle(opened, fields, done.failure);
    await forgetForm(ports, obstacleName(visit));
    return redirect(`${page}?done=${action}`);
  });
