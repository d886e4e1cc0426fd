import { ok } from '#core/domain/result.ts';
import { confirmByLink, correctByLink, decideByLink, viewLink, withdrawByLink } from '#core/use-cases/links.ts';
import { changedView } from '#core/use-cases/project-views.ts';
import { linkPorts, tablePorts } from '../ports.ts';
import type { Handlers } from './api.ts';
import { httpFunction } from './http-function.ts';
import { linkPage } from './link-page.ts';

const ports = { ...tablePorts(), ...linkPorts() };

/** What every change by a link answers. */
const changed = async (result: ReturnType<typeof confirmByLink>) => {
  const done = await result;
  return done.ok ? ok(changedView(done.value)) : done;
};

const handlers: Handlers = {
  viewLink: ({ params, now }) => viewLink(ports, { ...params, now }),
  confirmByLink: ({ params, now }) => changed(confirmByLink(ports, { ...params, now })),
  decideByLink: ({ params, body, now }) => changed(decideByLink(ports, { ...params, ...body, now })),
  correctByLink: ({ params, body, now }) => changed(correctByLink(ports, { ...params, ...body, now })),
  withdrawByLink: ({ params, body, now }) => changed(withdrawByLink(ports, { ...params, ...body, now })),
};

/** Investors and parties act by a link, without an account. */
export const handler = httpFunction({ handlers }, { 'GET /l/{link}': (event) => linkPage(ports, event) });
