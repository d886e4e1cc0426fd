import { AnswerObstacleRequest } from '#core/contracts/obstacle.ts';
import type { LinkView, ObstacleView } from '#core/contracts/views.ts';
import type { Failure, Issue } from '#core/domain/result.ts';
import { obstacleTexts } from '#core/texts/pages/obstacles/index.ts';
import { viewLink } from '#core/use-cases/links.ts';
import { actOnObstacleByLink, raiseObstacleByLink, viewObstacleByLink, type ObstacleLinkPorts } from '#core/use-cases/obstacles-by-link.ts';
import { filled } from '#web/components/filled.ts';
import type { Frame } from '#web/frame.ts';
import { checkReportPage, linkObstaclePage, reportPage } from '#web/obstacles/link-pages.tsx';
import { statusOf } from '../../problems.ts';
import { check } from '../check.ts';
import { isMendable, refusedForm } from '../refused-form.ts';
import { reportIn, reportLabels } from '../report-in.ts';
import { present, textIn } from '../values.ts';
import { goTo, problem, show, type Reply, type Visit } from '../visit.ts';

interface Opened {
  readonly frame: Frame;
  readonly link: LinkView;
  readonly path: string;
}

const linkOf = ({ params }: Visit): string => params['link'] ?? '';
const by = (visit: Visit) => ({ link: linkOf(visit), now: visit.now });

async function withLink(ports: ObstacleLinkPorts, visit: Visit, draw: (opened: Opened) => Reply | Promise<Reply>): Promise<Reply> {
  const found = await viewLink(ports, by(visit));
  if (!found.ok) return problem(found.failure);
  const link = found.value;
  return draw({ frame: visit.frame(link.language), link, path: `/l/${encodeURIComponent(linkOf(visit))}` });
}

const invalid = (issues: readonly Issue[]): Failure => ({ kind: 'invalid', issues });

/** Only the investor reports, and only while the project goes on. */
const mayReport = ({ link }: Opened): boolean => link.actions.includes('obstacle');
const noReport = ({ link }: Opened): Reply =>
  (link.kind === 'assignment' ? problem({ kind: 'link-unknown' }) : problem({ kind: 'not-allowed', action: 'raise-obstacle', because: link.phase }, link.language));

export const reportForm = (ports: ObstacleLinkPorts, visit: Visit): Promise<Reply> => withLink(ports, visit, (opened) =>
  (mayReport(opened) ? show(reportPage({ ...opened, form: filled() })) : noReport(opened)));

/** Checks a report, shows it once more, and takes it when that is confirmed. */
export const report = (ports: ObstacleLinkPorts, visit: Visit): Promise<Reply> => withLink(ports, visit, async (opened) => {
  const { fields } = visit;
  if (!mayReport(opened)) return noReport(opened);
  const again = (failure: Failure): Reply => show(reportPage({ ...opened, form: refusedForm(opened.frame, visit.fields, failure, reportLabels(opened.frame.language)) }), statusOf(failure));
  if (fields.get('step') === 'mend') return show(reportPage({ ...opened, form: filled(fields) }));
  const request = reportIn(fields);
  if (!request.ok) return again(invalid(request.issues));
  if (fields.get('step') !== 'send') return show(checkReportPage({ ...opened, request: request.value, fields }));
  const done = await raiseObstacleByLink(ports, { ...by(visit), request: request.value });
  return done.ok ? goTo(`${opened.path}?done=raised`) : again(done.failure);
});

async function withObstacle(ports: ObstacleLinkPorts, visit: Visit, draw: (opened: Opened & { readonly obstacle: ObstacleView }) => Reply | Promise<Reply>): Promise<Reply> {
  return withLink(ports, visit, async (opened) => {
    const found = await viewObstacleByLink(ports, { ...by(visit), obstacleId: visit.params['obstacleId'] ?? '' });
    return found.ok ? draw({ ...opened, obstacle: found.value }) : problem(found.failure, opened.link.language);
  });
}

const asDone = (text: string | null) => (['answer', 'resolve'] as const).find((one) => one === text);

/** One obstacle, for the investor or the party that has it. Opening it changes nothing. */
export const obstacle = (ports: ObstacleLinkPorts, visit: Visit): Promise<Reply> => withObstacle(ports, visit, (opened) =>
  show(linkObstaclePage({ ...opened, form: filled(), done: asDone(visit.query.get('done')) })));

/** Takes the reader's words, as an answer or as the end of the obstacle. */
export const writeAboutObstacle = (ports: ObstacleLinkPorts, visit: Visit): Promise<Reply> => withObstacle(ports, visit, async (opened) => {
  const { fields, params } = visit;
  const obstacleId = params['obstacleId'] ?? '';
  const labels = { words: obstacleTexts(opened.frame.language).write };
  const again = (failure: Failure): Reply =>
    (isMendable(failure) ? show(linkObstaclePage({ ...opened, form: refusedForm(opened.frame, fields, failure, labels) }), statusOf(failure)) : problem(failure, opened.link.language));
  const said = check(AnswerObstacleRequest, present({ words: textIn(fields, 'words') }));
  if (!said.ok) return again(invalid(said.issues));
  const action = fields.get('action') === 'resolve' ? 'resolve' : 'answer';
  const done = await actOnObstacleByLink(ports, { ...by(visit), obstacleId, request: { action, ...said.value } });
  return done.ok ? goTo(`${opened.path}/obstacles/${obstacleId}?done=${action}`) : again(done.failure);
});
