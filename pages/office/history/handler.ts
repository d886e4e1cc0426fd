import type { Ports } from '#core/kernel/ports.ts';
import { ok } from '#core/kernel/result.ts';
import { viewEmail } from '#core/notices/view-email.ts';
import type { ProjectEvent } from '#core/project/event.ts';
import { historyKinds, type HistoryFilter } from '#core/project/history-filter.ts';
import { viewHistory, type History } from '#core/project/view-history.ts';
import { colleaguesOf } from '#core/work/view-colleagues.ts';
import { BadPageToken } from '#functions/adapters/table/paging.ts';
import { noteContactRead } from '#functions/http/contact-read.ts';
import { emailPage, historyPage } from '#pages/office/history/page.tsx';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';
import { viewWithZone, type ViewPorts } from '../view-with-zone.ts';

const entriesAPage = 50;

/** Whom of the staff an event names. */
const namedIn = ({ actor }: ProjectEvent): readonly string[] =>
  actor.kind === 'staff' ? [actor.personId] : actor.kind === 'investor' && actor.entered ? [actor.entered.by] : [];

/** Those of the staff whom a history names. */
export const peopleOf = (
  ports: ViewPorts,
  zoneId: string,
  entries: History['entries'],
  also: readonly string[] = [],
): ReturnType<typeof colleaguesOf> =>
  colleaguesOf(ports, zoneId, [...also, ...entries.flatMap((one) => ('event' in one ? namedIn(one.event) : []))]);

function filterIn(query: URLSearchParams): HistoryFilter {
  const of = query.get('of') ?? '';
  return { kind: historyKinds.find((one) => one === query.get('kind')), of: of === '' ? undefined : of };
}

function beforeIn(query: URLSearchParams): number | undefined {
  const after = query.get('after');
  if (after === null) return undefined;
  if (!/^\d{1,6}$/.test(after)) throw new BadPageToken();
  return Number(after);
}

type HistoryPorts = ViewPorts & Pick<Ports, 'outbox'>;

/** What has happened and what was emailed. */
export const history =
  (ports: HistoryPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const { actor, params, query, frame } = visit;
    const projectId = params['projectId'] ?? '';
    const filter = filterIn(query);
    const before = beforeIn(query);
    const [viewed, told] = await Promise.all([
      viewWithZone(ports, visit, projectId),
      viewHistory(ports, { projectId, actor, filter, before, limit: entriesAPage }),
    ]);
    if (!viewed.ok) return problem(viewed.failure);
    if (!told.ok) return problem(told.failure);
    const { view } = viewed.value;
    noteContactRead(actor, ok(view));
    const { personId, entries } = told.value;
    const people = await peopleOf(
      ports,
      view.zoneId,
      entries,
      [personId, view.companion].filter((one) => one !== undefined),
    );
    return render(historyPage({ frame: frame(), ...viewed.value, ...told.value, filter, people }));
  };

/** One email of a project as it was put together. */
export const email =
  (ports: HistoryPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const { actor, params, frame } = visit;
    const projectId = params['projectId'] ?? '';
    const [viewed, found] = await Promise.all([
      viewWithZone(ports, visit, projectId),
      viewEmail(ports, { projectId, rowId: params['rowId'] ?? '', actor }),
    ]);
    if (!viewed.ok) return problem(viewed.failure);
    if (!found.ok) return problem(found.failure);
    noteContactRead(actor, ok(viewed.value.view));
    return render(emailPage(frame(), { ...viewed.value, email: found.value }));
  };
