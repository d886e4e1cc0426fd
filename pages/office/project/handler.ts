import type { Ports } from '#core/kernel/ports.ts';
import { withDuplicates } from '#core/letter/find-duplicates.ts';
import { listEmails } from '#core/project/list-projects.ts';
import { listNotes } from '#core/work/office-notes.ts';
import { colleaguesOf } from '#core/work/view-colleagues.ts';
import { viewHistory } from '#core/project/view-history.ts';
import { viewProject } from '#core/project/view-project.ts';
import { viewZone, type ZoneView } from '#core/reference/view-zone.ts';
import type { ProjectEvent } from '#core/project/event.ts';
import type { OfficeNote } from '#core/work/office-note.ts';
import type { ProjectView } from '#core/api/views.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { historyPage } from '#pages/office/project/history-page.tsx';
import { projectPage } from '#pages/office/project/page.tsx';
import type { Office } from '#pages/office/worker-name.ts';
import { noteContactRead } from '#functions/http/contact-read.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { present } from '../../kit/values.ts';
import { listBefore } from '../work-list/list-cookie.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';

type ViewPorts = Pick<Ports, 'projects' | 'reference'>;

/** A project with its zone; both as the reader may see them. */
export async function viewWithZone(
  ports: ViewPorts,
  { actor, now }: Pick<StaffVisit, 'actor' | 'now'>,
  projectId: string,
): Promise<Result<{ readonly view: ProjectView; readonly zone: ZoneView }>> {
  const view = await viewProject(ports, { projectId, actor, now });
  if (!view.ok) return view;
  const zone = await viewZone(ports, { zoneId: view.value.zoneId, actor, now });
  return zone.ok ? ok({ view: view.value, zone: zone.value }) : zone;
}

/** Those who wrote some notes, as a reader sees them; nothing is read when the reader wrote them all. */
export const authorsOf = async (
  ports: Pick<Ports, 'reference'>,
  zoneId: string,
  reader: string,
  notes: readonly OfficeNote[],
): Promise<Office> => ({
  reader,
  colleagues: await colleaguesOf(
    ports,
    zoneId,
    notes.flatMap(({ by }) => (by.kind === 'staff' && by.personId !== reader ? [by.personId] : [])),
  ),
});

const doneOf = (text: string | null) =>
  (['answered', 'acted', 'contact', 'tracking-link'] as const).find((one) => one === text);

/** Notes that the project's own page shows. */
const latestNotes = 3;

/** Where the project stands and what can be done with it. */
export const project =
  (ports: ViewPorts & Pick<Ports, 'lists'>) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const {
      params: { projectId = '' },
      actor,
    } = visit;
    const [viewed, notes] = await Promise.all([
      viewWithZone(ports, visit, projectId),
      listNotes(ports, { projectId, actor, page: { limit: latestNotes } }),
    ]);
    if (!viewed.ok) return problem(viewed.failure);
    noteContactRead(actor, ok(viewed.value.view));
    const { zone } = viewed.value;
    const view = await withDuplicates(ports, viewed.value.view);
    const latest = notes.ok
      ? { notes: notes.value.entries, office: await authorsOf(ports, view.zoneId, actor.personId, notes.value.entries) }
      : undefined;
    const back = listBefore(visit, view.zoneId);
    return render(
      projectPage({
        frame: visit.frame(),
        view,
        parties: zone.parties,
        offsetMinutes: zone.offsetMinutes,
        latest,
        back,
        done: doneOf(visit.query.get('done')),
      }),
    );
  };

const eventsAPage = 50;

/** Whom of the staff an event names. */
const namedIn = ({ actor }: ProjectEvent): readonly string[] =>
  actor.kind === 'staff' ? [actor.personId] : actor.kind === 'investor' && actor.entered ? [actor.entered.by] : [];

/** What has happened, and what became of the emails. */
export const history =
  (ports: ViewPorts & Pick<Ports, 'outbox'>) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const { actor, params, query, frame } = visit;
    const projectId = params['projectId'] ?? '';
    const page = present({ limit: eventsAPage, after: query.get('after') ?? undefined });
    const [viewed, events, emails] = await Promise.all([
      viewWithZone(ports, visit, projectId),
      viewHistory(ports, { projectId, actor, page }),
      listEmails(ports, { projectId, actor }),
    ]);
    if (!viewed.ok) return problem(viewed.failure);
    if (!events.ok) return problem(events.failure);
    if (!emails.ok) return problem(emails.failure);
    const people = await colleaguesOf(
      ports,
      viewed.value.view.zoneId,
      events.value.entries.flatMap(({ event }) => namedIn(event)),
    );
    return render(
      historyPage({ frame: frame(), ...viewed.value, ...events.value, people, emails: emails.value.entries }),
    );
  };
