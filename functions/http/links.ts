import { linkOperations } from '#core/api/link-operations.ts';
import { ok } from '#core/kernel/result.ts';
import { confirmByLink, correctByLink, decideByLink, viewLink, withdrawByLink } from '#core/links/act-by-link.ts';
import { actOnObstacleByLink, raiseObstacleByLink, viewObstacleByLink } from '#core/obstacles/obstacles-by-link.ts';
import { askOfficeByLink } from '#core/project/ask-office.ts';
import { changedView } from '#core/project/project-views.ts';
import { documentClient } from '../adapters/aws/clients.ts';
import { environment } from '../adapters/aws/environment.ts';
import { formStore } from '../adapters/table/form-store.ts';
import { linkPorts, tablePorts, withLines } from '../ports.ts';
import type { Handlers, HttpEvent } from './api.ts';
import { httpFunction } from './http-function.ts';
import { askedFile, askedOfParty } from '#pages/links/asked/handler.ts';
import { partyPages } from '#pages/links/party/handler.ts';
import { copy } from '#pages/links/copy/handler.ts';
import { obstacle, report } from '#pages/links/obstacles/handler.ts';
import { formerColleague, invitation, newColleague, ownContact, people } from '#pages/links/people/handler.ts';
import { answer, ask, confirm, tracking, withdraw } from '#pages/links/tracking/handler.ts';
import { linkCalendar } from '#pages/links/calendar/handler.ts';
import { linkPage } from '#pages/links/link-form.ts';
import { servePage } from '#pages/kit/serve-page.ts';
import type { Reply, Visit } from '#pages/kit/visit.ts';

const ports = {
  ...withLines(tablePorts()),
  ...linkPorts(),
  forms: formStore(documentClient(), environment('TABLE_NAME')),
};

const changed = async (result: ReturnType<typeof confirmByLink>) => {
  const done = await result;
  return done.ok ? ok(changedView(done.value)) : done;
};

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
  withdrawByLink: ({ params, body, now }) => changed(withdrawByLink(ports, { ...params, ...body, now })),
};

const page = (page: (ports_: typeof ports, visit: Visit) => Promise<Reply>) => (event: HttpEvent) =>
  servePage(event, linkPage(ports, page));

/** A link to an address that nobody has confirmed yet asks for that alone. */
const invited =
  (then: (ports_: typeof ports, visit: Visit) => Promise<Reply>) =>
  async (on: typeof ports, visit: Visit): Promise<Reply> =>
    (await invitation(on, visit)) ?? then(on, visit);

const party = page(partyPages);

/** A link opens one assignment of a party, all that a party is asked, or an investor's project: the letter before the first dot tells which. */
function looked(event: HttpEvent) {
  switch (event.pathParameters?.['link']?.split('.')[0]) {
    case 'a':
      return party(event);
    case 'p':
      return page(askedOfParty)(event);
    default:
      return page(invited(tracking))(event);
  }
}

export const handler = httpFunction<'links'>(
  { operations: linkOperations, handlers },
  {
    'GET /l/{link}': looked,
    'POST /l/{link}': (event) =>
      event.pathParameters?.['link']?.startsWith('p.') ? page(askedOfParty)(event) : party(event),
    'GET /l/{link}/asked.csv': page((on, visit) => askedFile(on, visit, 'csv')),
    'GET /l/{link}/asked.xlsx': page((on, visit) => askedFile(on, visit, 'xlsx')),
    'GET /l/{link}/calendar.ics': (event) => servePage(event, (visit) => linkCalendar(ports, visit)),
    'GET /l/{link}/copy': page(copy),
    'POST /l/{link}/copy': page(copy),
    'POST /l/{link}/confirm': page(invited(confirm)),
    'GET /l/{link}/questions': page(ask),
    'POST /l/{link}/questions': page(ask),
    'GET /l/{link}/people': page(people),
    'GET /l/{link}/people/new': page(newColleague),
    'POST /l/{link}/people/new': page(newColleague),
    'GET /l/{link}/people/own': page(ownContact),
    'POST /l/{link}/people/own': page(ownContact),
    'GET /l/{link}/people/{delegate}': page(formerColleague),
    'POST /l/{link}/people/{delegate}': page(formerColleague),
    'GET /l/{link}/obstacles': page(report),
    'POST /l/{link}/obstacles': page(report),
    'GET /l/{link}/obstacles/{obstacleId}': page(obstacle),
    'POST /l/{link}/obstacles/{obstacleId}': page(obstacle),
    'GET /l/{link}/answer/{assignmentId}': page(answer),
    'POST /l/{link}/answer/{assignmentId}': page(answer),
    'GET /l/{link}/withdraw': page(withdraw),
    'POST /l/{link}/withdraw': page(withdraw),
  },
);
