import { documentClient } from '../adapters/aws/clients.ts';
import { environment } from '../adapters/aws/environment.ts';
import { formStore } from '../adapters/table/form-store.ts';
import { linkPorts, showcasePorts, tablePorts, withForums, withLines } from '../ports.ts';
import type { HttpEvent } from './api.ts';
import { httpFunction } from './http-function.ts';
import { linkPage } from '#pages/links/link-form.ts';
import type { SheetForm } from '#pages/kit/sheet-file.ts';
import { servePage } from '#pages/kit/serve-page.ts';
import type { Reply, Visit } from '#pages/kit/visit.ts';

const ports = {
  ...withForums(withLines(tablePorts())),
  ...linkPorts(),
  ...showcasePorts(),
  forms: formStore(documentClient(), environment('TABLE_NAME')),
};
export type LinksPorts = typeof ports;

type Draw = (ports_: typeof ports, visit: Visit) => Promise<Reply>;

/** A page's code is loaded by the first request for it. */
const page = (load: () => Promise<Draw>) => async (event: HttpEvent) => servePage(event, linkPage(ports, await load()));

/** A link to an address that nobody has confirmed yet asks for that alone. */
const invited = (load: () => Promise<Draw>) => async (): Promise<Draw> => async (on, visit) =>
  (await (await import('#pages/links/people/handler.ts')).invitation(on, visit)) ?? (await load())(on, visit);

const guest = page(async () => (await import('#pages/links/guest/handler.ts')).guest);

const guestMeetings = page(async () => (await import('#pages/links/guest/handler.ts')).guestCalendar);

const party = page(async () => (await import('#pages/links/party/handler.ts')).partyPages);

const askedFile = (form: SheetForm) =>
  page(async () => {
    const { askedFile } = await import('#pages/links/asked/handler.ts');
    return (on, visit) => askedFile(on, visit, form);
  });

const askedOfParty = page(async () => (await import('#pages/links/asked/handler.ts')).askedOfParty);

const ofShowcase = page(async () => (await import('#pages/links/showcase/handler.ts')).showcaseByLink);

/** A party changes its lines by the link to all that it is asked, and answers by that to one assignment. */
function posted(event: HttpEvent) {
  const link = event.pathParameters?.['link'] ?? '';
  if (link.startsWith('s.')) return ofShowcase(event);
  if (link.startsWith('g.')) return guest(event);
  return (link.startsWith('p.') ? askedOfParty : party)(event);
}

/** A link opens one assignment of a party, all that a party is asked, a guest's page, or an investor's project: the letter before the first dot tells which. */
function looked(event: HttpEvent) {
  switch (event.pathParameters?.['link']?.split('.')[0]) {
    case 'a':
      return party(event);
    case 'p':
      return askedOfParty(event);
    case 's':
      return ofShowcase(event);
    case 'g':
      return guest(event);
    default:
      return page(invited(async () => (await import('#pages/links/tracking/handler.ts')).tracking))(event);
  }
}

export const handler = httpFunction<'links'>(async () => (await import('./links-api.ts')).linksApi(ports), {
  'GET /l/{link}': looked,
  'POST /l/{link}': posted,
  'GET /l/{link}/asked.csv': askedFile('csv'),
  'GET /l/{link}/asked.xlsx': askedFile('xlsx'),
  'GET /l/{link}/calendar.ics': async (event) => {
    if (event.pathParameters?.['link']?.startsWith('g.')) return guestMeetings(event);
    const { linkCalendar } = await import('#pages/links/calendar/handler.ts');
    return servePage(event, (visit) => linkCalendar(ports, visit));
  },
  'GET /l/{link}/copy': page(async () => (await import('#pages/links/copy/handler.ts')).copy),
  'POST /l/{link}/copy': page(async () => (await import('#pages/links/copy/handler.ts')).copy),
  'GET /l/{link}/naming': page(async () => (await import('#pages/links/naming/handler.ts')).naming),
  'POST /l/{link}/naming': page(async () => (await import('#pages/links/naming/handler.ts')).naming),
  'POST /l/{link}/confirm': page(invited(async () => (await import('#pages/links/tracking/handler.ts')).confirm)),
  'GET /l/{link}/questions': page(async () => (await import('#pages/links/tracking/handler.ts')).ask),
  'POST /l/{link}/questions': page(async () => (await import('#pages/links/tracking/handler.ts')).ask),
  'GET /l/{link}/people': page(async () => (await import('#pages/links/people/handler.ts')).people),
  'GET /l/{link}/people/new': page(async () => (await import('#pages/links/people/handler.ts')).newColleague),
  'POST /l/{link}/people/new': page(async () => (await import('#pages/links/people/handler.ts')).newColleague),
  'GET /l/{link}/people/own': page(async () => (await import('#pages/links/people/handler.ts')).ownContact),
  'POST /l/{link}/people/own': page(async () => (await import('#pages/links/people/handler.ts')).ownContact),
  'GET /l/{link}/people/{delegate}': page(async () => (await import('#pages/links/people/handler.ts')).formerColleague),
  'POST /l/{link}/people/{delegate}': page(
    async () => (await import('#pages/links/people/handler.ts')).formerColleague,
  ),
  'GET /l/{link}/obstacles': page(async () => (await import('#pages/links/obstacles/handler.ts')).report),
  'POST /l/{link}/obstacles': page(async () => (await import('#pages/links/obstacles/handler.ts')).report),
  'GET /l/{link}/obstacles/{obstacleId}': page(
    async () => (await import('#pages/links/obstacles/handler.ts')).obstacle,
  ),
  'POST /l/{link}/obstacles/{obstacleId}': page(
    async () => (await import('#pages/links/obstacles/handler.ts')).obstacle,
  ),
  'GET /l/{link}/answer/{assignmentId}': page(async () => (await import('#pages/links/tracking/handler.ts')).answer),
  'POST /l/{link}/answer/{assignmentId}': page(async () => (await import('#pages/links/tracking/handler.ts')).answer),
  'GET /l/{link}/ladder': page(async () => (await import('#pages/links/ladder/handler.ts')).ladder),
  'POST /l/{link}/ladder': page(async () => (await import('#pages/links/ladder/handler.ts')).ladder),
  'GET /l/{link}/obligations': page(async () => (await import('#pages/links/obligations/handler.ts')).obligations),
  'POST /l/{link}/obligations': page(async () => (await import('#pages/links/obligations/handler.ts')).obligations),
  'GET /l/{link}/withdraw': page(async () => (await import('#pages/links/tracking/handler.ts')).withdraw),
  'POST /l/{link}/withdraw': page(async () => (await import('#pages/links/tracking/handler.ts')).withdraw),
});
