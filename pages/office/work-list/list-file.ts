import { deskTexts } from '#core/texts/areas/desk.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { inOrderOf } from '#core/texts/in-order.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import { viewZone, type ZoneView } from '#core/reference/view-zone.ts';
import { listWork, type WorkListLine, type WorkPorts } from '#core/work/list-work.ts';
import { mostPicked } from '#core/work/handle-many.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import type { Page, PageRequest, Ports } from '#core/kernel/ports.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { listProjects } from '#core/project/list-projects.ts';
import { listObstacles } from '#core/obstacles/list-obstacles.ts';
import { pageRows } from '#core/work/work-query.ts';
import { aboutText, ownerText, type Reading } from '../../components/obstacle-names.ts';
import type { Frame } from '../../frame.ts';
import type { Cell, Sheet } from '../../kit/csv.ts';
import { sheetFile, type SheetForm } from '../../kit/sheet-file.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { problem, type Reply } from '../../kit/visit.ts';
import type { ProjectsFilter } from '../addresses.ts';
import { withCompanies, type ListRows } from '../company-columns.ts';
import { workerName, type Office } from '../worker-name.ts';
import { askedIn, workQueryOf } from './list-query.ts';
import { holderOfLine, markTexts, projectRowTexts, taskText, type HolderNames } from './work-table.tsx';

type ListPorts = Pick<Ports, 'lists' | 'reference'>;

function rowsOf(
  frame: Frame,
  zone: HolderNames,
  office: Office,
  lines: readonly WorkListLine[],
): readonly (readonly Cell[])[] {
  const { language } = frame;
  const { columns, marks } = deskTexts(language);
  const { project } = officeTexts(language);
  return [
    [
      columns.company,
      columns.number,
      columns.stage,
      project.sector,
      columns.worth,
      frame.words.currency,
      project.jobs,
      columns.received,
      columns.due,
      project.heldBy,
      columns.worker,
      marks,
    ],
    ...lines.map((line): readonly Cell[] => [
      line.company,
      line.number,
      taskText(frame, line),
      sectorTexts(language)[line.sector],
      line.worth.amountMinor / 100,
      line.worth.currency,
      line.jobs,
      { day: line.received },
      { day: line.due },
      holderOfLine(frame, zone, line),
      line.assignee === undefined ? '' : workerName(frame, office, line.assignee),
      markTexts(frame, line).join('; '),
    ]),
  ];
}

/** Pages of a list that a file holds: as many rows as the work list reads. */
const mostPages = 20;

async function allOf<Entry>(
  read: (page: PageRequest) => Promise<Result<Page<Entry>>>,
): Promise<Result<{ readonly entries: readonly Entry[]; readonly isCut: boolean }>> {
  const entries: Entry[] = [];
  let after: string | undefined;
  for (let turn = 0; turn < mostPages && (turn === 0 || after !== undefined); turn += 1) {
    const found = await read({ limit: pageRows, ...(after !== undefined && { after }) });
    if (!found.ok) return found;
    entries.push(...found.value.entries);
    after = found.value.next;
  }
  return ok({ entries, isCut: after !== undefined });
}

/** A table as a file, with what is known of the companies in it. */
async function fileOf(
  ports: ListPorts,
  visit: StaffVisit,
  { zoneId, today }: Pick<ZoneView, 'zoneId' | 'today'>,
  {
    what,
    form,
    projectIds,
    isCut,
    ...sheet
  }: Sheet & Omit<ListRows, 'zoneId'> & { readonly what: string; readonly form: SheetForm },
): Promise<Reply> {
  const whole = await withCompanies(ports, visit, { zoneId, projectIds, isCut }, sheet);
  return whole.ok
    ? sheetFile(visit.frame(), `${what}-${zoneId}-${today}`, form, [whole.value])
    : problem(whole.failure);
}

async function projectFile(
  ports: ListPorts,
  visit: StaffVisit,
  zone: ZoneView,
  { by: _, ...query }: ProjectsFilter,
  form: SheetForm,
): Promise<Reply> {
  const { actor } = visit;
  const frame = visit.frame();
  const { language } = frame;
  const found = await allOf((page) => listProjects(ports, { zoneId: zone.zoneId, actor, page, query }));
  if (!found.ok) return problem(found.failure);
  const { columns, marks, state } = deskTexts(language);
  const { project: words } = officeTexts(language);
  const head = [
    columns.company,
    columns.number,
    words.stage,
    state,
    words.sector,
    columns.worth,
    frame.words.currency,
    words.jobs,
    columns.received,
    columns.due,
    marks,
  ];
  const { entries, isCut } = found.value;
  const rows = entries.map((project): readonly Cell[] => {
    const { company, number, sector, figures, receivedOn } = project;
    const texts = projectRowTexts(frame, project);
    return [
      company,
      number,
      texts.stage,
      texts.state,
      sectorTexts(language)[sector],
      figures.investment.amountMinor / 100,
      figures.investment.currency,
      figures.jobs,
      { day: receivedOn },
      texts.due === undefined ? '' : { day: texts.due },
      texts.marks.join('; '),
    ];
  });
  return fileOf(ports, visit, zone, {
    what: 'projects',
    form,
    name: officeTexts(language).list.all,
    rows: [head, ...rows],
    projectIds: entries.map(({ projectId }) => projectId),
    isCut,
  });
}

async function obstacleFile(ports: ListPorts, visit: StaffVisit, zone: ZoneView, form: SheetForm): Promise<Reply> {
  const { actor, now, frame } = visit;
  const { language } = frame();
  const words = obstacleTexts(language);
  const { columns } = deskTexts(language);
  const reading: Reading = { frame: frame(), reader: 'office', offsetMinutes: zone.offsetMinutes };
  const day = (at: number) => ({ day: localDateOf(at, zone.offsetMinutes) });
  const found = await allOf((page) => listObstacles(ports, { zoneId: zone.zoneId, actor, now, page }));
  if (!found.ok) return problem(found.failure);
  const { entries, isCut } = found.value;
  const rows = entries.map(({ about, owner, ownedSince, raisedAt, due, project }): readonly Cell[] => [
    project?.company ?? words.zone.whole,
    project?.number ?? '',
    aboutText(reading.frame, about),
    ownerText(reading, owner),
    day(ownedSince),
    day(raisedAt),
    due === undefined ? '' : { day: due },
  ]);
  const head = [columns.company, columns.number, words.against, words.owner, words.since, words.raisedOn, words.due];
  return fileOf(ports, visit, zone, {
    what: 'obstacles',
    form,
    name: words.list,
    rows: [head, ...rows],
    projectIds: entries.flatMap(({ project }) => project?.projectId ?? []),
    isCut,
  });
}

/** The rows of a list that were ticked, or all of them, as a file: what the list says, whatever page it stood on. */
export const workFile =
  (form: SheetForm) =>
  (ports: WorkPorts): StaffHandler =>
  async (visit) => {
    const { query, actor, now, frame } = visit;
    const picked = new Set(query.getAll('pick').slice(0, mostPicked));
    const asked = askedIn(new URLSearchParams([...query].filter(([name]) => name !== 'pick')));
    if (asked?.zone === undefined) return problem({ kind: 'not-found' });
    const { language } = frame();
    const zone = await viewZone(ports, { zoneId: asked.zone, actor, now });
    if (!zone.ok) return problem(zone.failure);
    if (asked.filter.by === 'projects') return projectFile(ports, visit, zone.value, asked.filter, form);
    if (asked.filter.by === 'obstacles') return obstacleFile(ports, visit, zone.value, form);
    const work = await listWork(ports, {
      zoneId: asked.zone,
      actor,
      now,
      after: asked.after,
      query: workQueryOf(asked.filter, actor.personId),
      order: asked.filter.order,
      compare: inOrderOf(language),
    });
    if (!work.ok) return problem(work.failure);
    const { lines, colleagues, next } = work.value;
    const chosen = picked.size === 0 ? lines : lines.filter(({ assignmentId }) => picked.has(assignmentId));
    const rows = rowsOf(frame(), zone.value, { reader: actor.personId, colleagues }, chosen);
    return fileOf(ports, visit, zone.value, {
      what: 'work',
      form,
      name: officeTexts(language).list.title,
      rows,
      projectIds: chosen.map(({ projectId }) => projectId),
      isCut: picked.size === 0 && next !== undefined,
    });
  };
