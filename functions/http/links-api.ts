import { linkOperations } from '#core/api/link-operations.ts';
import { ok } from '#core/kernel/result.ts';
import { reportLineByLink } from '#core/lines/line-by-link.ts';
import { confirmByLink, correctByLink, decideByLink, viewLink, withdrawByLink } from '#core/links/act-by-link.ts';
import { actOnObstacleByLink, raiseObstacleByLink, viewObstacleByLink } from '#core/obstacles/obstacles-by-link.ts';
import { actByShowcaseLink, openShowcase } from '#core/showcase/showcase-by-link.ts';
import { linkViewOf } from '#core/showcase/showcase-views.ts';
import { askOfficeByLink } from '#core/project/ask-office.ts';
import { changedView } from '#core/project/project-views.ts';
import type { Api, Handlers } from './api.ts';
import type { LinksPorts } from './links.ts';

const changed = async (result: ReturnType<typeof confirmByLink>) => {
  const done = await result;
  return done.ok ? ok(changedView(done.value)) : done;
};

export function linksApi(ports: LinksPorts): Api<typeof linkOperations> {
  const handlers: Handlers<typeof linkOperations> = {
    viewLink: ({ params, now }) => viewLink(ports, { ...params, now }),
    confirmByLink: ({ params, now }) => changed(confirmByLink(ports, { ...params, now })),
    decideByLink: ({ params, body, now }) => changed(decideByLink(ports, { ...params, ...body, now })),
    correctByLink: ({ params, body, now }) => changed(correctByLink(ports, { ...params, ...body, now })),
    askOfficeByLink: ({ params, body, now }) => changed(askOfficeByLink(ports, { ...params, ...body, now })),
    raiseObstacleByLink: ({ params, body, now }) =>
      changed(raiseObstacleByLink(ports, { ...params, now, request: body })),
    viewObstacleByLink: ({ params, now }) => viewObstacleByLink(ports, { ...params, now }),
    answerObstacleByLink: ({ params, body, now }) =>
      changed(actOnObstacleByLink(ports, { ...params, now, request: { action: 'answer', ...body } })),
    resolveObstacleByLink: ({ params, body, now }) =>
      changed(actOnObstacleByLink(ports, { ...params, now, request: { action: 'resolve', ...body } })),
    viewShowcaseByLink: async ({ params, now }) => {
      const opened = await openShowcase(ports, { ...params, now });
      return opened.ok ? ok(linkViewOf(opened.value)) : opened;
    },
    actByShowcaseLink: async ({ params, body, now }) => {
      const done = await actByShowcaseLink(ports, { ...params, request: body, now });
      const opened = done.ok ? await openShowcase(ports, { ...params, now }) : done;
      return opened.ok ? ok(linkViewOf(opened.value)) : opened;
    },
    reportLineByLink: ({ params, body, now }) => reportLineByLink(ports, { ...params, now, request: body }),
    withdrawByLink: ({ params, body, now }) => changed(withdrawByLink(ports, { ...params, ...body, now })),
  };

  return { operations: linkOperations, handlers };
}
