import type { Ports } from '#core/kernel/ports.ts';
import { withDuplicates } from '#core/letter/find-duplicates.ts';
import { withSamePlot } from '#core/plots/asked.ts';
import { listNotes } from '#core/work/office-notes.ts';
import type { ChangePorts } from '#core/project/change-project.ts';
import { undoable, undoLast } from '#core/project/undo.ts';
import { viewProject } from '#core/project/view-project.ts';
import { colleaguesOf } from '#core/work/view-colleagues.ts';
import { listWork } from '#core/work/list-work.ts';
import type { ProjectView } from '#core/api/views.ts';
import { ok } from '#core/kernel/result.ts';
import { inOrderOf } from '#core/texts/in-order.ts';
import { projectPage } from '#pages/office/project/page.tsx';
import { nextOf } from '#pages/office/still-open.tsx';
import { careActs, projectAddress } from '#pages/office/addresses.ts';
import { noteContactRead } from '#functions/http/contact-read.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { listBefore } from '../work-list/list-cookie.ts';
import { askedIn, workQueryOf } from '../work-list/list-query.ts';
import { workOf } from '../assignment/handler.ts';
import { authorsOf, viewInTime, type ViewPorts } from '../view-with-zone.ts';
import { problem, redirect, render, type Reply } from '../../kit/visit.ts';

const doneOf = (text: string | null) =>
  (['answered', 'acted', 'held', 'contact', 'tracking-link', 'undone', 'too-late', ...careActs] as const).find(
    (one) => one === text,
  );

/** Notes that the project's own page shows. */
const latestNotes = 3;
/** Lines of the list that are looked at for the next thing to do. */
const nextAmong = 12;

/** Those of the staff whom the page names, but for its reader. */
const namedIn = ({ docket, companion, verified }: ProjectView): readonly string[] =>
  [...(docket?.steps.map(({ personId }) => personId) ?? []), companion, verified?.by].filter(
    (one) => one !== undefined,
  );

type ProjectPorts = ViewPorts & Pick<Ports, 'lists' | 'outbox' | 'fileRecords' | 'desks'>;

/** The next project of the list that its reader came from on which they have something to do; what a colleague works on is left to them. */
async function nextInList(ports: ProjectPorts, visit: StaffVisit, done: ProjectView): Promise<string | undefined> {
  const { actor, now, frame } = visit;
  const asked = askedIn(new URLSearchParams(listBefore(visit, done.zoneId).split('?')[1]));
  const filter = asked?.filter.by === 'tasks' ? asked.filter : undefined;
  const work = await listWork(ports, {
    zoneId: done.zoneId,
    actor,
    now,
    query: filter ? workQueryOf(filter, actor.personId) : { holder: 'office' },
    order: filter?.order,
    compare: inOrderOf(frame().language),
  });
  if (!work.ok) return undefined;
  const free = work.value.lines
    .filter(
      ({ assignee, projectId }) =>
        projectId !== done.projectId && (assignee === undefined || assignee === actor.personId),
    )
    .slice(0, nextAmong);
  for (const projectId of new Set(free.map((line) => line.projectId))) {
    const view = await viewProject(ports, { projectId, actor, now });
    if (view.ok && nextOf(view.value).length > 0) return projectId;
  }
  return undefined;
}

/** Where an answer leads when nothing is left to do here: to the next project of the list. */
async function onward(ports: ProjectPorts, visit: StaffVisit, view: ProjectView): Promise<string | undefined> {
  const { query } = visit;
  if (query.get('done') !== 'answered' || query.has('before') || nextOf(view).length > 0) return undefined;
  const next = await nextInList(ports, visit, view);
  const said = new URLSearchParams({ done: 'answered', before: view.projectId });
  return next && `${projectAddress(next)}?${said.toString()}`;
}

/** What is to be done on a project and can be, and where it stands. */
export const project =
  (ports: ProjectPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const {
      params: { projectId = '' },
      actor,
      query,
      now,
    } = visit;
    const [viewed, notes] = await Promise.all([
      viewInTime(ports, visit, projectId),
      listNotes(ports, { projectId, actor, page: { limit: latestNotes } }),
    ]);
    if (!viewed.ok) return problem(viewed.failure);
    const to = await onward(ports, visit, viewed.value.view);
    if (to !== undefined) return redirect(to);
    noteContactRead(actor, ok(viewed.value.view));
    const { zone, timeline, time } = viewed.value;
    const toDo = nextOf(viewed.value.view);
    const [next] = toDo;
    const question = toDo.slice(1).find(({ kind }) => kind === 'question');
    const before = query.get('before');
    const said = doneOf(query.get('done'));
    const [view, work, asked, done, undo] = await Promise.all([
      withDuplicates(ports, viewed.value.view).then((one) => withSamePlot(ports, one)),
      next && workOf(ports, visit, viewed.value, next),
      question && workOf(ports, visit, viewed.value, question),
      before === null ? undefined : viewProject(ports, { projectId: before, actor, now }),
      said === 'answered' || said === 'acted'
        ? undoable(ports, { projectId: before ?? projectId, actor, now })
        : undefined,
    ]);
    const latest = notes.ok
      ? { notes: notes.value.entries, office: await authorsOf(ports, view.zoneId, actor.personId, notes.value.entries) }
      : undefined;
    return render(
      projectPage({
        frame: visit.frame(),
        view,
        parties: zone.parties,
        offsetMinutes: zone.offsetMinutes,
        timeline,
        time,
        work,
        asked,
        latest,
        office: { reader: actor.personId, people: await colleaguesOf(ports, view.zoneId, namedIn(view)) },
        back: listBefore(visit, view.zoneId),
        done: said,
        undo,
        before: done?.ok ? done.value : undefined,
      }),
    );
  };

/** Takes back what its reader did last, or says why not. */
export const undo =
  (ports: ChangePorts) =>
  async ({ params, fields, actor, now }: StaffVisit): Promise<Reply> => {
    const { projectId = '' } = params;
    const undone = await undoLast(ports, { projectId, actor, now, version: Number(fields.get('version')) });
    if (!undone.ok && undone.failure.kind !== 'not-allowed') return problem(undone.failure);
    return redirect(`${projectAddress(projectId)}?done=${undone.ok ? 'undone' : 'too-late'}`);
  };
