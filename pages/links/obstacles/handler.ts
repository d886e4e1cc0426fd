import { AnswerObstacleRequest, RaiseObstacleRequest } from '#core/obstacles/obstacle.ts';
import { viewLink } from '#core/links/act-by-link.ts';
import {
  actOnObstacleByLink,
  raiseObstacleByLink,
  viewObstacleByLink,
  type ObstacleLinkPorts,
} from '#core/obstacles/obstacles-by-link.ts';
import {
  checkReportPage,
  linkObstaclePage,
  reportSheet,
  threadSheet,
  type ObstacleProps,
  type Props,
} from '#pages/links/obstacles/page.tsx';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { refusalWords } from '../../kit/refused-form.ts';
import { problem, type Reply, type Visit } from '../../kit/visit.ts';
import { by, linkForm, pathOf } from '../link-form.ts';

type Ports = ObstacleLinkPorts & FormPorts;

async function withLink(ports: Ports, visit: Visit, draw: (opened: Props) => Reply | Promise<Reply>): Promise<Reply> {
  const found = await viewLink(ports, by(visit));
  if (!found.ok) return problem(found.failure);
  const link = found.value;
  return draw({ frame: visit.frame(link.language, link.office), link, path: pathOf(visit) });
}

const reportForm = (ports: Ports) =>
  linkForm<Props, RaiseObstacleRequest, Ports>(ports, {
    sheet: reportSheet,
    name: () => 'report',
    read: (typed, about) => readForm(RaiseObstacleRequest, typed, reportSheet(about).fields),
    act: (on, { request, visit }) => raiseObstacleByLink(on, { ...by(visit), request }),
    review: ({ about, typed }) => checkReportPage(about, typed),
    done: ({ path }) => `${path}?done=raised`,
    words: refusalWords,
  });

/** Only the investor reports, and only while the project goes on. A report is looked at once more, and taken when that is confirmed. */
export const report = (ports: Ports, visit: Visit): Promise<Reply> =>
  withLink(ports, visit, (about) => {
    const { kind, actions, language, phase } = about.link;
    if (kind === 'assignment') return problem({ kind: 'link-unknown' });
    if (!actions.includes('obstacle'))
      return problem({ kind: 'not-allowed', action: 'raise-obstacle', because: phase }, language);
    return reportForm(ports)(visit, about);
  });

type Obstacle = Omit<ObstacleProps, 'form'>;
type Said = AnswerObstacleRequest & { readonly action: 'answer' | 'resolve' };

const threadForm = (ports: Ports) =>
  linkForm<Obstacle, Said, Ports>(ports, {
    sheet: threadSheet,
    name: ({ obstacle: { obstacleId } }) => `obstacle|${obstacleId}`,
    page: (about, form) => linkObstaclePage({ ...about, form }),
    read: (typed, about) => {
      const said = readForm(AnswerObstacleRequest, typed, threadSheet(about).fields);
      const action = typed.get('action') === 'resolve' ? 'resolve' : 'answer';
      return said.ok ? { ok: true, value: { action, ...said.value } } : said;
    },
    act: (on, { about: { obstacle }, request, visit }) =>
      actOnObstacleByLink(on, { ...by(visit), obstacleId: obstacle.obstacleId, request }),
    done: (about, { action }) => `${threadSheet(about).address}?done=${action}`,
    words: refusalWords,
  });

const asDone = (text: string | null) => (['answer', 'resolve'] as const).find((one) => one === text);

export const obstacle = (ports: Ports, visit: Visit): Promise<Reply> =>
  withLink(ports, visit, async (opened) => {
    const found = await viewObstacleByLink(ports, { ...by(visit), obstacleId: visit.params['obstacleId'] ?? '' });
    if (!found.ok) return problem(found.failure, opened.link.language);
    const about: Obstacle = { ...opened, obstacle: found.value, done: asDone(visit.query.get('done')) };
    return threadForm(ports)(visit, about);
  });
